//! What happened, as reported, and the part that the child had in it.

use super::{Group, yes_no};

pub(super) static GROUP: Group = Group {
    title: "What happened",
    facts: &[
        yes_no(
            "incident_has_happened",
            "Has anything happened yet?",
            "Yes if it is reported that anybody has asked for, made, sent, shown, passed on or \
             received anything sexual, or has threatened, pressed or tried to trick someone over \
             it. A request that was refused is yes, and so is a picture that was made and never \
             sent. Yes does not mean that it has been proved. No only if none of this has \
             happened, so that the question is about prevention alone.",
        ),
        yes_no(
            "child_sent_or_posted",
            "Has the child sent or posted anything sexual of themselves?",
            "Yes if the child sent, posted, streamed or showed on a call sexual pictures or \
             video of themselves, or sexual words or voice of their own. It counts for whatever \
             reason they did it, to however few people, and even if it has since been deleted. \
             Something made and never sent, something that another person sent, and a message \
             that only asks another person for something do not count. Material of somebody else \
             goes under child_passed_on.",
        ),
        yes_no(
            "child_passed_on",
            "Has the child passed on, posted or shown anything sexual of somebody else?",
            "Yes if the child sent, posted or showed to anyone a sexual message, picture, video \
             or recording of another person, wherever they had it from and even if it was made \
             with AI. Telling somebody about it, or turning to an adult with it to get help, does \
             not count. Material of themselves goes under child_sent_or_posted.",
        ),
        yes_no(
            "child_received",
            "Has the child received or been shown anything sexual?",
            "Yes if a sexual message, picture, video, recording, live stream or call reached the \
             child from another person, wanted or not, opened or not, in a group or alone. A copy \
             of their own picture sent back to them counts. A message that only asks the child \
             for something, or only threatens, does not count: asking alone goes under \
             child_was_asked. Where sexual words or pictures come with the request, both are yes. \
             Pornography that the child looked up alone does not count.",
        ),
        yes_no(
            "child_was_asked",
            "Has anyone asked the child for anything sexual?",
            "Yes if anyone asked, hinted, dared or told the child to send, make, show or say \
             something sexual, or to take part in a sexual call or chat. It counts even if the \
             child refused or did not answer. A request to meet that asks for none of this does \
             not count here; see meeting.",
        ),
        yes_no(
            "child_depicted",
            "Is the child shown in any of it?",
            "Yes if you have been told that the child is shown in any of the pictures, video, \
             streams or calls, whoever made or sent it, even if the face is hidden or the child \
             was put into it with AI or editing. Words or voice about the child, or in which the \
             child is named, do not count. No only if you have been told that none of it shows \
             the child. Answer only from what you have been told; do not look, search or ask to \
             be shown.",
        ),
        yes_no(
            "child_pressured_or_harmed_another",
            "Is there a concern that the child pressed or harmed somebody else?",
            "Yes if it is said that the child pressed, threatened, tricked or bullied another \
             person over sexual material, or made it, showed it or passed it on without that \
             person's consent. Asking once and accepting the answer, an exchange that both \
             wanted, and having received something do not count. A yes records a concern about a \
             child who needs help as well; it is not a finding.",
        ),
    ],
};
