//! Pressure put on this child over this material, and how it came about.

use super::{Group, yes_no};

pub(super) static GROUP: Group = Group {
    title: "Pressure, and how it came about",
    facts: &[
        yes_no(
            "forced_or_coerced",
            "Was the child forced or coerced?",
            "Yes if anyone of any age used force, a threat or a hold over the child to get \
             something sexual, or went on after the child had said no, whether or not the child \
             gave in. A hold is, for example, power over them, a debt or a secret. Asking again \
             where there was no refusal is under_pressure, a trick or a reward is \
             deceived_or_induced, and a threat with no such aim is threatened_or_blackmailed \
             alone. It stays yes if the child also says that they were willing. No only if this \
             has been ruled out; that the child has not spoken of it is unknown.",
        ),
        yes_no(
            "threatened_or_blackmailed",
            "Has anyone threatened or blackmailed the child over it?",
            "Yes if anyone has threatened the child in connection with sexual material: to share \
             it, to fake it, to tell others, or to hurt someone. It counts with or without a \
             demand, before or after anything was sent, and even if it was called a joke. A \
             threat used to get something sexual is forced_or_coerced as well. Mocking and \
             insults without a threat go under bullied.",
        ),
        yes_no(
            "bullied",
            "Has the child been bullied over it?",
            "Yes if the child has been mocked, insulted, shamed or shut out because of sexual \
             material, or bullied into sharing it, online or face to face. One such act is \
             enough. Bullying that has nothing to do with it does not count. A threat goes under \
             threatened_or_blackmailed, and both may be yes.",
        ),
        yes_no(
            "under_pressure",
            "Did the child feel that they had to?",
            "Yes if the child felt that they had to send, show or go along with something \
             sexual, for example to please a partner, to fit in, or because they were asked again \
             and again. Force, threats and going on after a no have questions of their own; a yes \
             here neither needs them nor rules them out. A general feeling that everybody does \
             it, where nothing was asked for or sent, does not count.",
        ),
        yes_no(
            "deceived_or_induced",
            "Was the child deceived, or offered something, to get them to take part?",
            "Yes if somebody used a false name, age or identity, or another lie, or gave or \
             offered money, gifts, favours or game credit, to get the child into anything sexual. \
             An offer counts even if nothing was given or the child refused. Affection or \
             flattery alone does not count. Making the child pay goes under \
             money_or_more_images_demanded.",
        ),
        yes_no(
            "money_or_more_images_demanded",
            "Has anyone demanded money or more images from the child?",
            "Yes if somebody who has sexual material of the child, or claims to have it or to be \
             able to make it, told the child to pay or to send images or more images. Vouchers, \
             game credit and anything else of value count as money. A request that makes no use \
             of such material goes under child_was_asked alone, and an offer to pay the child \
             goes under deceived_or_induced.",
        ),
        yes_no(
            "has_paid",
            "Has anything been paid because of such a demand?",
            "Yes if the child, or someone for the child, gave money or anything of value because \
             of a demand counted under money_or_more_images_demanded, even once or in part. \
             Sending more images is not payment here; it goes under child_sent_or_posted.",
        ),
        yes_no(
            "contact_continuing",
            "Is a person behind this still in contact with the child?",
            "Yes if anyone who asked for, sent, received, pressed for or threatened over the \
             material is still getting in touch with the child, or the child with them, or is \
             still trying to. Ordinary contact between young people at school or at home, with \
             nothing sexual, threatening or pressing in it, does not count. No if the contact has \
             ended or there was none; if nobody can tell, it is unknown.",
        ),
        yes_no(
            "says_sent_willingly",
            "Does the child say that they sent it willingly?",
            "Yes if something was sent or posted and the child says that it was their own \
             choice. It records what the child says, not whether it was so, and it can stand \
             beside any answer on force, threats or pressure. No if the child says that it was \
             not their choice. If the child was asked and has not said, it is unknown; do not \
             press for an answer.",
        ),
        yes_no(
            "under_influence",
            "Was the child under the influence of alcohol or drugs when it happened?",
            "Yes if the child had taken or been given alcohol or drugs and was affected when \
             something was asked for, made, sent or recorded, whoever gave it to them. What other \
             people had taken does not count.",
        ),
    ],
};
