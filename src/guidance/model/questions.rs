//! Questions, explanations and gaps.

use super::ids::{ContactId, ItemId, StatementId};
use crate::contract::advice::{AskedFact, FactToAsk, OpenFact, Scope, Voice};
use crate::contract::catalogue::QuestionRank;
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::{FactId, FactSet};
use crate::mdd::Condition;

#[derive(Debug)]
pub(crate) struct CompiledQuestion {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) when: Option<Condition>,
    pub(crate) rank: Option<QuestionRank>,
    pub(crate) until_answered: bool,
    pub(crate) facts: Vec<CompiledAskedFact>,
    pub(crate) fact_set: FactSet,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<StatementId>,
    pub(crate) voice: Voice,
}

/// A fact that a question asks for.
#[derive(Debug)]
pub(crate) struct CompiledAskedFact {
    pub(crate) fact: FactId,
    pub(crate) words: Prerendered<OpenFact>,
    /// The fact by its name and values alone.
    pub(crate) to_ask: Prerendered<FactToAsk>,
    /// The fact as the card asks for it.
    pub(crate) asked: Prerendered<AskedFact>,
    /// How many words the question has as it is asked on the phone.
    pub(crate) spoken_words: usize,
}

#[derive(Debug)]
pub(crate) struct CompiledExplanation {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    /// It speaks of this child, and not of the law or of services.
    pub(crate) about_the_child: bool,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) explains: Vec<ItemId>,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<StatementId>,
    pub(crate) voice: Voice,
    pub(crate) note: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct CompiledNotCovered {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) contacts: Vec<ContactId>,
}
