//! The result: what moved, where, with an incident that shows it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::moves::{self, Move};
use super::sheet::{Member, Said, Subject};
use crate::contract::pack::Pack;
use crate::guidance::Guidance;

/// Two bodies of guidance, compared for every choice of packs.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What differs in answers made of the same choice: of all packs first, as they answer a request that
    /// names none. Where only one of the two has a pack, each answers with what it has of the choice.
    pub choices: Vec<Changes>,
}

/// What differs between the answers under two bodies of guidance. Every incident that is answered
/// differently fits a pattern of some change.
#[derive(Debug, Serialize)]
pub struct Changes {
    /// The editions of the one, by pack: these packs alone answer.
    pub old: Map<String, Value>,
    /// The editions of the other.
    pub new: Map<String, Value>,
    /// What differs; nothing exactly when every incident is answered alike.
    pub changes: Vec<Change>,
}

/// What differs together, and where.
#[derive(Debug, Serialize)]
pub struct Change {
    /// What differs.
    pub moved: Vec<Moved>,
    /// Whether a change above explains it in some incidents. These are left out, but may fit the
    /// patterns.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub otherwise_explained: bool,
    /// The incidents without contradictions in which it does: those that fit any pattern.
    #[serde(rename = "where")]
    pub patterns: Vec<Pattern>,
    /// One of the smallest of these, as it can be posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Value>,
    /// The incidents whose answers contradict each other in which it differs too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contradicting: Option<Contradicting>,
}

/// Something that answers say in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// What they say it of.
    #[serde(flatten)]
    pub of: Subject,
    /// The member.
    pub member: Member,
    /// What they said; nothing where they said nothing.
    pub from: Value,
    /// What they say.
    pub to: Value,
    /// Whether they say the same in another order; of questions also, under another one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
}

/// For some facts, what they come to: an answer, stated or implied; `unknown`; or `not_asked`. An open
/// fact of which only some answers are still possible names them, as in `not_asked:suspected|no`. A
/// fact that is not named may come to anything.
pub type Pattern = Map<String, Value>;

/// Incidents whose answers contradict each other.
#[derive(Debug, Serialize)]
pub struct Contradicting {
    /// What is stated in them: every such incident that differs fits, and not all that fit differ.
    #[serde(rename = "within")]
    pub pattern: Pattern,
    /// One of the smallest, as it can be posted.
    pub example: Value,
}

impl Comparison {
    /// Whether every incident is answered alike, whichever packs are named.
    pub fn is_empty(&self) -> bool {
        self.choices.iter().all(Changes::is_empty)
    }
}

impl Changes {
    pub(super) fn new(old: &Guidance, new: &Guidance, changes: Vec<Change>) -> Self {
        Self {
            old: editions(old),
            new: editions(new),
            changes,
        }
    }

    /// The same, with examples that name these packs: without them all would answer.
    pub(super) fn naming(mut self, packs: &BTreeSet<Pack>) -> Self {
        let packs: Value = packs.iter().map(|pack| pack.id()).collect();
        for change in &mut self.changes {
            let contradicting = change.contradicting.as_mut();
            let contradicting = contradicting.map(|among| &mut among.example);
            for example in change.example.iter_mut().chain(contradicting) {
                if let Value::Object(example) = example {
                    example.insert("packs".to_owned(), packs.clone());
                }
            }
        }
        self
    }

    /// Whether every incident is answered alike.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

fn editions(guidance: &Guidance) -> Map<String, Value> {
    let editions = guidance.editions.iter();
    let editions = editions.map(|edition| (edition.pack.clone(), edition.edition.clone().into()));
    editions.collect()
}

impl From<Move> for Moved {
    fn from(one: Move) -> Self {
        let value = |said: Option<Said>| {
            let said = said.and_then(|said| serde_json::from_str(&said.0).ok());
            said.unwrap_or(Value::Null)
        };
        let (from, to, reordered) = match one.change {
            moves::Change::From(from, to) => (value(from), value(to), false),
            moves::Change::Order => (Value::Null, Value::Null, true),
        };
        Self {
            of: one.of,
            member: one.member,
            from,
            to,
            reordered,
        }
    }
}
