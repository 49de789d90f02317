//! Where the child is, who is asking, and who the concern is about.

use super::{Group, answer, choice, yes_no};

pub(super) static GROUP: Group = Group {
    title: "Where and who",
    facts: &[
        choice(
            "jurisdiction",
            "Where is the child now?",
            "The place where the child is at present, even for a short stay. Where the others \
             are, or where a website is run from, does not count. The Isle of Man and the Channel \
             Islands are outside the UK.",
            &[
                answer("GB-ENG", "England"),
                answer("GB-NIR", "Northern Ireland"),
                answer("GB-SCT", "Scotland"),
                answer("GB-WLS", "Wales"),
                answer("outside_uk", "Outside the UK"),
            ],
        ),
        choice(
            "setting",
            "Where does the person asking work with children?",
            "School or college: the person asking is acting for a school, a college or another \
             place of education. Other: anything else, such as a youth club, a health service, a \
             helpline, social work or a family. It is about the person asking, not about where \
             the incident took place.",
            &[
                answer("school_or_college", "A school or college"),
                answer("other", "Anywhere else"),
            ],
        ),
        choice(
            "asked_by",
            "Is the person asking the safeguarding lead?",
            "Safeguarding lead: the person asking has the named duty for protecting children in \
             their organisation, whatever it is called there, or is the deputy acting in that \
             duty. Other: everybody else, including staff who will pass the concern on to the \
             lead.",
            &[
                answer(
                    "safeguarding_lead",
                    "The safeguarding lead or acting deputy",
                ),
                answer("other", "Somebody else"),
            ],
        ),
        yes_no(
            "anyone_under_18",
            "Was anyone involved under 18 when it happened, or shown at an age under 18?",
            "Yes if the child or anyone else involved was under 18 at the time, or if anyone \
             shown was under 18 when the material was made, even if they are 18 or over today. \
             For a picture that is wholly made up, the age it seems to show counts. If nothing \
             has happened yet, answer for the children whom the question is about. No only if \
             every one of them is known to have been 18 or over; if any age is in doubt, it is \
             unknown. Answer only from what you have been told; do not look, search or ask to be \
             shown.",
        ),
        choice(
            "child_age_band",
            "How old is the child now?",
            "The age today of the child or young person whom the concern is about, not their age \
             when it happened. If you only have an estimate or a school year, choose a band only \
             if no other band is possible. For several children, treat each as an incident of its \
             own.",
            &[
                answer("under_13", "Under 13"),
                answer("13_to_15", "13 to 15"),
                answer("16_to_17", "16 or 17"),
                answer("18_or_over", "18 or over"),
            ],
        ),
        yes_no(
            "capacity_in_doubt",
            "Is there reason to doubt that the child could understand and agree to what happened?",
            "Yes if somebody who knows the child has a reason to doubt it, such as a learning \
             disability, an illness or how the child has developed. A label of special \
             educational needs or a disability is not enough by itself, and neither is age. \
             Drink, drugs, pressure and deceit have questions of their own and do not count here.",
        ),
        yes_no(
            "looked_after",
            "Is the child looked after by a council or a health and social care trust?",
            "Yes if the child is in its care at present: with foster carers, in a children's \
             home, with relatives where it arranged the placement, or at home under a care order. \
             A child who has left care, an adopted child, a private arrangement within a family, \
             and a child protection plan alone do not count.",
        ),
    ],
};
