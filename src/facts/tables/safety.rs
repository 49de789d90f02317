//! Danger now, and the risk of a meeting.

use super::{Group, answer, choice, yes_no};

pub(super) static GROUP: Group = Group {
    title: "Safety",
    facts: &[
        yes_no(
            "immediate_danger",
            "Is anyone in immediate danger?",
            "Yes if the child or anyone else may come to serious harm now or within hours, for \
             example an attempt on their own life, violence that is threatened or under way, a \
             child who is missing, or a meeting that is about to happen or going on. A worry \
             about what may happen later does not count. No only if you have reason to think that \
             everyone is safe for now.",
        ),
        yes_no(
            "self_harm_risk",
            "Is there any sign that the child may harm themselves or end their life?",
            "Yes if the child has said, written, hinted or done anything that points to \
             self-harm or suicide, now or lately, or if anyone who knows the child fears it. \
             Being sad or upset without any such sign does not count. No only if somebody has \
             considered it with the child in mind and found no sign; otherwise it is unknown.",
        ),
        choice(
            "meeting",
            "Is there a meeting in person with someone behind this?",
            "A meeting is between the child and anyone who asked for, sent, received, pressed \
             for or threatened over anything sexual. Planned: it has been asked for or arranged \
             and not refused. Under way: the child is on the way or with that person now. \
             Happened: they have met since it began, and no other meeting is planned or under \
             way. None: there has been and is to be no such meeting; everyday contact at school \
             or within a family, and meetings before it began, do not count.",
            &[
                answer("none", "No"),
                answer("planned", "Asked for or planned"),
                answer("under_way", "Under way now"),
                answer("happened", "It has happened"),
            ],
        ),
    ],
};
