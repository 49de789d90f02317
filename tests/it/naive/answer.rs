//! The parts of an answer that are compared: the engine's are read from its JSON as a client would.

use std::collections::BTreeSet;

use serde::Deserialize;

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Answer {
    pub(super) scope: String,
    pub(super) urgency: Urgency,
    pub(super) situations: Vec<Situation>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) citations: BTreeSet<Id>,
    pub(super) contradictions: BTreeSet<Contradiction>,
    pub(super) not_covered: Vec<Id>,
    pub(super) completeness: String,
    pub(super) facts: Vec<CountedFact>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Urgency {
    pub(super) level: String,
    pub(super) items: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Situation {
    pub(super) id: String,
    pub(super) citations: Vec<String>,
}

/// A prohibition or an action.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) status: String,
    #[serde(default)]
    pub(super) depends_on: Vec<String>,
    #[serde(default)]
    pub(super) withheld_until: Option<String>,
    #[serde(default)]
    pub(super) withheld_because: Vec<Reason>,
    #[serde(default)]
    pub(super) release_hint: Option<String>,
    #[serde(default)]
    pub(super) pending_question: Option<String>,
    #[serde(default)]
    pub(super) cautions: Vec<Caution>,
    pub(super) grounds: Vec<Ground>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Reason {
    pub(super) because: String,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Caution {
    pub(super) prohibition: String,
    pub(super) because: String,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Ground {
    pub(super) because: String,
    pub(super) citations: Vec<String>,
    pub(super) strength: String,
    pub(super) basis: String,
    pub(super) voice: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Waiting {
    pub(super) until: String,
    #[serde(default)]
    pub(super) release_hint: Option<String>,
    pub(super) items: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) facts: Vec<OpenFact>,
    pub(super) settles: BTreeSet<String>,
    pub(super) consequences: Vec<Item>,
    pub(super) adds_to: Vec<Added>,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct OpenFact {
    pub(super) fact: String,
}

/// A further ground of an item that stands already.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Added {
    pub(super) item: String,
    pub(super) ground: Ground,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Explanation {
    pub(super) id: String,
    pub(super) explains: Vec<String>,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Id {
    pub(super) id: String,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Contradiction {
    pub(super) facts: BTreeSet<Stated>,
    pub(super) ask: String,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Stated {
    pub(super) fact: String,
    pub(super) answer: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct CountedFact {
    pub(super) fact: String,
    pub(super) answer: String,
    pub(super) basis: String,
}
