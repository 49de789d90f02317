//! The other people: adults above all, and children who may be at risk too.

use super::{Group, answer, choice, yes_no};

pub(super) static GROUP: Group = Group {
    title: "The others",
    facts: &[
        choice(
            "adult_involved",
            "Did anyone aged 18 or over have a part in it, other than the child?",
            "A part means that they sent, received, asked for, pressed for or made it, arranged \
             it, gained from it, or helped those responsible to hide it; a parent or professional \
             who came across it or was told of it, and people it leaked to, have none. Yes: one \
             such person is known to be 18 or over, a partner of 18 included, or is an implicated \
             parent or carer of any age. Suspected: there is any sign that an adult had such a \
             part, or one person is known only online, whatever age they give, or it was posted \
             where strangers could see it. No: nobody else had a part, or every such person is \
             known in person and known to be under 18. If you asked and nobody knows who had a \
             part, it is unknown.",
            &[
                answer("yes", "Yes"),
                answer("suspected", "Suspected, or known only online"),
                answer("no", "No"),
            ],
        ),
        yes_no(
            "adult_in_position_of_trust",
            "Does an adult involved, or suspected, have a role of trust towards the child?",
            "Yes if an adult who had a part in it, or is suspected of it, teaches, trains, \
             treats, looks after or leads this child through work or as a volunteer, for example \
             a teacher, a coach, a faith leader or staff of a children's home. A part means the \
             same as in adult_involved. Parents, their partners and foster carers go under \
             parent_or_carer_implicated. No if no adult is involved, or if none of them has such \
             a role.",
        ),
        choice(
            "parent_or_carer_implicated",
            "Did a parent or carer of the child have a part in it?",
            "A part means that they sent, received, asked for, pressed for or made it, arranged \
             it, gained from it, or helped those responsible to hide it. Parents, step-parents, a \
             parent's partner, foster carers and relatives who bring up the child count, at any \
             age. Yes: it is known, or the child or a witness says so. Suspected: nobody says so, \
             but there is a sign; no: there is none. Knowing of it, handling it badly or having deleted it out of \
             fear is no part; whether it is safe to tell them is a question of its own.",
            &[
                answer("yes", "Yes"),
                answer("suspected", "Suspected"),
                answer("no", "No"),
            ],
        ),
        choice(
            "safeguarding_lead_implicated",
            "Did the safeguarding lead whom you would tell have a part in it?",
            "A part means that they sent, received, asked for, pressed for or made it, arranged \
             it, gained from it, or helped those responsible to hide it. Yes: it is known, or the \
             child or a witness says so. Suspected: nobody says so, but there is a sign; no: there is none. \
             Knowing of it or handling it badly is no part.",
            &[
                answer("yes", "Yes"),
                answer("suspected", "Suspected"),
                answer("no", "No"),
            ],
        ),
        yes_no(
            "other_children_may_be_at_risk",
            "May other children or young people be at risk too?",
            "Yes if there is any reason to think so, such as others being shown, asked or \
             threatened, or a person involved who has contact with other children. No only if \
             there is a reason to rule it out; not having heard of anyone else is unknown.",
        ),
    ],
};
