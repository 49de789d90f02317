//! What has been done so far, by the police and by professionals.

use super::{Group, answer, choice, yes_no};

pub(super) static GROUP: Group = Group {
    title: "The response so far",
    facts: &[
        choice(
            "police_decision",
            "What have the police decided?",
            "Not contacted: nobody has told the police about this; a report to CEOP alone does \
             not count as telling them. Awaiting: they have been told and have not decided, which \
             includes no reply and being turned away at a desk or on the phone. Investigating: \
             they have said that they are looking into it. Concluded: they have finished with any \
             outcome, which includes a warning given, advice given to a young person, and no \
             further action after looking into it. No investigation: they have taken the report \
             and have said, as their decision on it, that they will not investigate; the latest \
             decision counts.",
            &[
                answer("not_contacted", "The police have not been told"),
                answer("awaiting", "Told, no decision yet"),
                answer("investigating", "They are investigating"),
                answer("concluded", "They have finished, with any outcome"),
                answer("no_investigation", "They decided not to investigate"),
            ],
        ),
        yes_no(
            "police_knew_all_this",
            "Did the police know everything entered here when they decided?",
            "Yes only if the police knew everything that you have entered when they last decided \
             or gave an instruction, and nothing has gone on since, such as contact or threats. \
             No if they have not been told, if anything was not known to them or has come up \
             since, or if a person behind it is still in contact. If you are not sure what they \
             were told, it is unknown.",
        ),
        choice(
            "police_instruction_on_material",
            "What have the police said about keeping or deleting the material?",
            "Keep: the police have said that something is to be kept, left as it is or handed \
             over. May delete: they have clearly said, about this material, that it may be \
             deleted. None: they have said nothing on it, or have not been told. The latest word \
             from the police counts; if they said keep for any part, it is keep. What anybody \
             else says, and what is usual, is not an instruction.",
            &[
                answer("keep", "Keep it, or hand it over"),
                answer("may_delete", "It may be deleted"),
                answer("none", "Nothing has been said"),
            ],
        ),
        yes_no(
            "material_deleted",
            "Has any of the material been deleted?",
            "Yes if any of it has been deleted, taken down or wiped, by anyone, anywhere, even \
             if other copies are left. Pictures that vanish by themselves, and calls that were \
             never kept, do not count. Deleted requests or threats alone do not count. Answer \
             only from what you have been told; do not look, search or ask to be shown.",
        ),
        yes_no(
            "professional_holds_copy",
            "Does a professional hold any of the material, or a device with it?",
            "Yes if you or another person acting in their work or as a volunteer has any of it: \
             on a device, in an email or a case file, on paper, or on a child's phone that was \
             handed in or taken. The police and services that take such reports, such as CEOP, do \
             not count. Do not check a device to answer. Answer only from what you have been \
             told; do not look, search or ask to be shown.",
        ),
        yes_no(
            "professional_has_viewed",
            "Has a professional seen any of the pictures or video?",
            "Yes if you or another person acting in their work or as a volunteer has seen any \
             sexual picture or video that is part of it, even by accident or in part. No fault is \
             recorded. Reading words alone does not count, and neither does what the police or a \
             service that takes such reports has seen. Answer only from what you have been told; \
             do not look, search or ask to be shown.",
        ),
    ],
};
