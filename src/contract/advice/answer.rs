//! The answer as a whole, and what it holds beside the items.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use super::card::{Card, Danger};
use super::controls::Control;
use super::edition::Edition;
use super::explanations::Explanation;
use super::ground::Citation;
use super::items::{Action, Prohibition};
use super::questions::Question;
use super::scope::{Completeness, Scope};
use super::trace::Trace;
use super::urgency::Urgency;
use super::what_if::WhatIf;
use crate::contract::contact::Contact;
use crate::contract::incident::{CountedFact, StatedAnswer};
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{WriteJson, as_raw, json_structs, write_json_by_serde};

json_structs! {
    /// Advice about one incident. It advises a professional; it decides nothing.
    ///
    /// Members stand in reading order. The same request and guidance give the same bytes.
    #[derive(Debug, ToSchema)]
    pub struct Advice<'g> {
        /// What kind of answer this is.
        pub scope: Scope,
        /// How pressing it is.
        pub urgency: Urgency<'g>,
        /// Whether somebody is in danger now.
        pub danger: Danger,
        /// What must be seen in the first minute.
        pub card: Card<'g>,
        /// What a caller's own screen can do with the material or with people: always all of them.
        pub controls: Vec<Control<'g>>,
        /// The named conditions of the guidance that are known to hold.
        #[schema(value_type = Vec<Situation>)]
        pub situations: Vec<&'g Prerendered<Situation>>,
        /// What must not be done.
        pub prohibitions: Vec<Prohibition<'g>>,
        /// What to do: before all else what is an emergency or may be one, then what is recommended,
        /// then what is not ruled out, then what waits, then what depends on an answer.
        pub actions: Vec<Action<'g>>,
        /// The withheld actions, gathered by what can be done about them now: a line on a screen.
        pub waiting: Vec<Waiting<'g>>,
        /// What to ask next, most useful first. No recommended action waits for an answer.
        pub questions: Vec<Question<'g>>,
        /// Why: they come with the items that they explain.
        pub explanations: Vec<Explanation<'g>>,
        /// Every contact that the answer names, once.
        #[schema(value_type = Vec<Contact>)]
        pub contacts: Vec<&'g Prerendered<Contact>>,
        /// Every statement that the answer cites, once.
        #[schema(value_type = Vec<Citation>)]
        pub citations: Vec<&'g Prerendered<Citation>>,
        /// Stated answers that cannot all be true. Until they are settled the protective reading
        /// counts and no gate opens.
        pub contradictions: Vec<Contradiction<'g>>,
        /// What the guidance does not address in this incident.
        pub not_covered: Vec<NotCovered<'g>>,
        /// Whether a fact that is still open could change this answer.
        pub completeness: Completeness,
        /// The facts as they were counted.
        pub facts: Vec<CountedFact<'g>>,
        /// The guidance that the answer rests on.
        #[schema(value_type = Vec<Edition>)]
        pub guidance: Vec<&'g Prerendered<Edition>>,
        /// What each answer that could be stated would change, where `include` asks for it. A fact of
        /// which no answer moves anything is left out. While stated answers contradict each other, only the
        /// two facts of the first of `contradictions` are told of: it is to be settled before anything else.
        #[schema(required = false, value_type = Vec<WhatIf>, nullable = false)]
        pub what_if: Option<Vec<WhatIf<'g>>>,
        /// How every status came about, where `include` asks for it.
        #[schema(required = false, value_type = Trace, nullable = false)]
        pub trace: Option<Trace<'g>>,
    }
}

write_json_by_serde!(Urgency<'_>, Contradiction<'_>, CountedFact<'_>);

impl Advice<'_> {
    /// The answer as JSON, at the end of what `json` holds.
    pub fn write(&self, json: &mut Vec<u8>) {
        self.write_json(json);
    }
}

impl Serialize for Advice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_raw(self, serializer)
    }
}

/// A named condition of the guidance that is known to hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct Situation {
    /// Stable id.
    #[schema(example = "sent_or_posted")]
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The statements that describe it.
    pub citations: Vec<String>,
}

json_structs! {
    /// Withheld actions that the same step may release.
    #[derive(Debug, ToSchema)]
    pub struct Waiting<'g> {
        /// What they wait for, each thing once.
        #[schema(value_type = Vec<String>)]
        pub until: Vec<Cow<'g, str>>,
        /// What can be done now so that they may go ahead.
        #[schema(required = false, value_type = String, nullable = false)]
        pub release_hint: Option<&'g Text>,
        /// The actions, by id.
        #[schema(value_type = Vec<String>)]
        pub items: Vec<&'g str>,
    }
}

/// Stated answers that cannot all be true.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contradiction<'g> {
    /// The answers concerned.
    pub facts: Vec<StatedAnswer<'g>>,
    /// What to settle.
    #[schema(value_type = String)]
    pub ask: &'g str,
}

json_structs! {
    /// Something that the guidance does not address.
    #[derive(Debug, ToSchema)]
    pub struct NotCovered<'g> {
        /// Stable id.
        #[schema(value_type = String)]
        pub id: &'g str,
        /// What is not addressed.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// What a careful professional does instead.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// Whom to ask, by contact id.
        #[schema(value_type = Vec<String>)]
        pub contacts: Vec<&'g str>,
    }
}
