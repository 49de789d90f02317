//! What a line of the card is, as guidance holds it.

use crate::contract::open_enum::open_enum;

open_enum! {
    /// Where a line stands on the card.
    pub enum Slot {
        /// On top: what is done about danger.
        Danger = "danger",
        /// Among what must not be done, or, read before acting, in `stop`.
        DoNot = "do_not",
        /// Among what to do, or after it in `then`.
        Do = "do",
        /// What to say to the child.
        Say = "say",
    }
}

open_enum! {
    /// What a line of `do` is about: what comes first among equally pressing lines.
    pub enum LineClass {
        /// The child's own safety.
        Safety = "safety",
        /// The people to tell.
        People = "people",
        /// What goes with that.
        GoesWith = "goes_with",
        /// Paperwork.
        Paperwork = "paperwork",
    }
}

open_enum! {
    /// How certain the items must be that a variant names.
    pub enum VariantBasis {
        /// Each of them is.
        Known = "known",
        /// The first is.
        FirstKnown = "first_known",
        /// None is: the words carry the condition.
        NotRuledOut = "not_ruled_out",
        /// Either way.
        Any = "any",
    }
}
