//! The card: what is read in the first minute.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::Basis;
use super::urgency::UrgencyLevel;
use crate::contract::open_enum::open_enum;
use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::{IfAny, json_structs, write_json_by_serde};
use crate::facts::Answer;
use crate::few::Few;

open_enum! {
    /// Whether somebody is in danger now.
    pub enum Danger {
        /// Call 999 now: a known fact says so.
        Act = "act",
        /// Not known: check before anything else.
        Check = "check",
        /// Known to be none, and nothing else carries it.
        None = "none",
    }
}

open_enum! {
    /// Who does what a line of the card says.
    pub enum Who {
        /// The professional who asked.
        You = "you",
        /// The professional who asked or their safeguarding lead, as they agree.
        YouOrLead = "you_or_lead",
        /// The safeguarding lead, and not the professional who asked by themselves.
        Lead = "lead",
        /// The child, with support.
        Child = "child",
    }
}

json_structs! {
    /// What a professional must see in the first minute, in reading order: at most 200 words without `then`.
    ///
    /// Each prohibition in force is in `stop` or `do_not`, each action to take now in `danger`, `do`, `say` or `then`.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Card<'g> {
        /// What is done about danger before all else; absent where `danger` is `none`.
        #[schema(required = false, value_type = Line, nullable = false)]
        pub danger: Option<Line<'g>>,
        /// At most three things not to do, to be read before acting: what comes next cannot be undone.
        #[schema(value_type = Vec<Line>)]
        pub stop: Vec<Line<'g>>,
        /// What to do now, at most seven lines, most pressing first.
        #[schema(value_type = Vec<Line>)]
        pub r#do: Vec<Line<'g>>,
        /// Everything else that must not be done.
        #[schema(value_type = Vec<Line>)]
        pub do_not: Vec<Line<'g>>,
        /// One sentence to say to the child.
        #[schema(required = false, value_type = Line, nullable = false)]
        pub say: Option<Line<'g>>,
        /// At most three things to ask, one thing each.
        #[schema(value_type = Vec<Ask>)]
        pub ask: Vec<Ask<'g>>,
        /// What to do after that: the lines for which `do` has no room.
        #[schema(value_type = Vec<Line>)]
        pub then: Vec<Line<'g>>,
        /// What stands behind the card.
        pub more: More,
    }
}

json_structs! {
    /// One sentence of the card. It stands for one or more items of the answer.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Line<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "police")]
        pub id: &'g str,
        /// Which of its wordings is said: it survives rewording, and changes with the meaning.
        #[schema(value_type = String, example = "advice")]
        pub variant: Cow<'g, str>,
        /// What it says.
        #[schema(value_type = String)]
        pub text: Cow<'g, str>,
        /// The items of the answer that it stands for.
        #[schema(value_type = Vec<String>)]
        pub items: Few<&'g str>,
        /// Who does it.
        pub who: Who,
        /// How pressing it is.
        pub level: UrgencyLevel,
        /// Whether it is known to be due.
        pub basis: Basis,
        /// Who to reach for it, in the order in which to try them; absent where there is nobody. Each contact is offered
        /// once on a card.
        #[schema(required = false, value_type = Vec<Call>)]
        pub call: IfAny<&'g Prerendered<Call>>,
    }
}

/// A contact as a link.
#[derive(Debug, Serialize, ToSchema)]
pub struct Call {
    /// The contact, by id.
    #[schema(example = "childline")]
    pub contact: String,
    /// What the link says.
    #[schema(example = "Childline: 0800 1111")]
    pub label: String,
    /// Where it leads: a `tel:`, `sms:` or `https:` address.
    #[schema(example = "tel:08001111")]
    pub href: String,
}

json_structs! {
    /// One thing to ask.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Ask<'g> {
        /// Stable id: the name of the fact.
        #[schema(value_type = String, example = "self_harm_risk")]
        pub id: &'g str,
        /// The question, as it is asked on the phone.
        #[schema(value_type = String)]
        pub text: &'g str,
        /// The question of the answer that it belongs to.
        #[schema(value_type = String, example = "ask_about_self_harm")]
        pub question: &'g str,
        /// What can be answered, with `unknown` for asked and not known.
        #[schema(value_type = Vec<AskedFact>)]
        pub facts: Few<&'g Prerendered<AskedFact>>,
    }
}

/// A fact that a line of the card asks for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedFact {
    /// The fact's name.
    pub fact: String,
    /// The answers to choose from.
    pub answers: Vec<Answer>,
}

/// What stands behind the card.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct More {
    /// How many steps wait.
    pub waiting: usize,
    /// How many questions the card does not ask.
    pub questions: usize,
}

write_json_by_serde!(More);
