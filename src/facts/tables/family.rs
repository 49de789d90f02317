//! What the parents and the school know, and whether the parents can be told.

use super::{Group, yes_no};

pub(super) static GROUP: Group = Group {
    title: "Family and school",
    facts: &[
        yes_no(
            "parents_aware",
            "Does a parent or carer know about it?",
            "Yes if at least one parent or carer who is responsible for the child knows that \
             this concern exists, even without all the details. No if none of them knows.",
        ),
        yes_no(
            "parents_supportive",
            "Are the parents supportive of the child, or would they be?",
            "Answer for the parent or carer you have told or would tell. Yes if they stand by \
             the child in this, or, where they do not know yet, those who know them expect it. \
             Being upset or angry at first does not make it no. No if they blame or reject the \
             child or refuse help, or are expected to.",
        ),
        yes_no(
            "parents_safe_to_tell",
            "Is it safe to tell the parents?",
            "Answer for the parent or carer you would tell. Yes only if somebody has considered it \
             and found nothing to suggest that telling or further talking would bring harm. No if it could bring harm to anyone, for \
             example violence, being thrown out or sent away, or a warning to a person suspected, \
             or if word would reach another parent who is not safe. That the child is ashamed, or \
             expects an ordinary telling off, does not by itself make it no. If nobody \
             can tell, or the child is afraid of somebody at home and no more is known, it is \
             unknown.",
        ),
        yes_no(
            "advice_taken_on_telling_parents",
            "Have the police or social care said that the parents can be told?",
            "Yes only if the police or children's social care, asked about this child, have said \
             that the parents can be told. No if they have said not to, or not yet. Advice from a \
             colleague, a safeguarding lead or a helpline does not count, and neither does a \
             question that is still waiting for an answer.",
        ),
        yes_no(
            "school_aware",
            "Does the child's school or college know about it?",
            "Yes if a member of staff of the school or college that the child attends knows of \
             the concern, the person asking included. No if nobody on its staff knows, or the \
             child attends none. That other pupils know does not count.",
        ),
    ],
};
