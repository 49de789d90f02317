//! The answer as a whole, and what it holds beside the items.

use utoipa::ToSchema;

use super::card::{Card, Danger};
use super::contact::NamedContact;
use super::contradiction::Contradiction;
use super::controls::Control;
use super::explanations::Explanation;
use super::items::{Action, Possible, Prohibition};
use super::left_out::LeftOut;
use super::questions::{AskNext, Question};
use super::reasons::Reasons;
use super::receipt::Receipt;
use super::scope::{Completeness, Scope};
use super::sources::Sources;
use super::trace::Trace;
use super::understood::UnderstoodFacts;
use super::urgency::Urgency;
use super::waiting::Waiting;
use super::what_if::WhatIf;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{json_structs, write_json_by_serde};
use crate::few::Few;

json_structs! {
    /// Advice about one incident. It advises a professional; it decides nothing.
    ///
    /// Members stand in reading order. The same request and guidance give the same bytes. What must be obeyed is always
    /// there; reasons and references are there where `include` asks for them.
    #[derive(Debug, Clone, ToSchema)]
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
        /// What must not be done: every prohibition in force.
        pub prohibitions: Vec<Prohibition<'g>>,
        /// What to do now, most pressing first: what is recommended, and what is not ruled out.
        pub actions: Vec<Action<'g>>,
        /// What is not to be done yet, by what it waits for.
        pub waiting: Vec<Waiting<'g>>,
        /// What is read before any question: who answers it, and what the child is asked at most. Absent where nothing is asked.
        #[schema(required = false, value_type = String, nullable = false)]
        pub how_to_ask: Option<&'g Text>,
        /// What to ask next, at most five: first what the card asks. No action waits for an answer.
        pub questions: Vec<AskNext<'g>>,
        /// Every contact that a line of the card, an action or a gap names, once.
        #[schema(value_type = Vec<NamedContact>)]
        pub contacts: Vec<&'g Prerendered<NamedContact>>,
        /// Stated answers that cannot all be true: the first three to settle, and `facts` has every one. Until they are
        /// settled the protective reading counts and no gate opens.
        pub contradictions: Vec<Contradiction<'g>>,
        /// What the guidance does not address in this incident.
        pub not_covered: Vec<NotCovered<'g>>,
        /// Whether a fact that is still open could change this answer.
        pub completeness: Completeness,
        /// How much each word of `include` would add.
        pub left_out: LeftOut,
        /// What made this answer.
        pub receipt: Receipt<'g>,
        /// Why each item stands where it stands, where `include` asks for it.
        #[schema(required = false, value_type = Vec<Reasons>, nullable = false)]
        pub reasons: Option<Vec<Reasons<'g>>>,
        /// What to do only if it turns out so, where `include` asks for it.
        #[schema(required = false, value_type = Vec<Possible>, nullable = false)]
        pub possible: Option<Vec<Possible<'g>>>,
        /// Everything that could be asked, most useful first, where `include` asks for it.
        #[schema(required = false, value_type = Vec<Question>, nullable = false)]
        pub all_questions: Option<Vec<Question<'g>>>,
        /// Why: they come with the items that they explain, where `include` asks for them.
        #[schema(required = false, value_type = Vec<Explanation>, nullable = false)]
        pub explanations: Option<Vec<Explanation<'g>>>,
        /// What the answer rests on, where `include` asks for it.
        #[schema(required = false, value_type = Sources, nullable = false)]
        pub sources: Option<Sources<'g>>,
        /// How the facts were understood, where `include` asks for it.
        #[schema(required = false, value_type = UnderstoodFacts, nullable = false)]
        pub facts: Option<UnderstoodFacts<'g>>,
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

write_json_by_serde!(Urgency<'_>);

json_structs! {
    /// Something that the guidance does not address.
    #[derive(Debug, Clone, ToSchema)]
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
        /// Who to ask, by contact id.
        #[schema(value_type = Vec<String>)]
        pub contacts: Few<&'g str>,
    }
}
