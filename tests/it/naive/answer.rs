//! The parts of an answer that are compared: the engine's are read from its JSON as a client would.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize;

/// Words of the pack, or words that were read.
pub(super) type Text = Cow<'static, str>;

pub(super) fn text(words: &'static str) -> Text {
    Text::Borrowed(words)
}

pub(super) fn texts<S: AsRef<str>>(list: &'static [S]) -> Vec<Text> {
    list.iter().map(|words| text(words.as_ref())).collect()
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Answer {
    pub(super) scope: Text,
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
    pub(super) completeness: Text,
    pub(super) facts: Vec<CountedFact>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Urgency {
    pub(super) level: Text,
    pub(super) items: Vec<Text>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Situation {
    pub(super) id: Text,
    pub(super) citations: Vec<Text>,
}

/// A prohibition or an action.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Item {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) status: Text,
    #[serde(default)]
    pub(super) depends_on: Vec<Text>,
    #[serde(default)]
    pub(super) withheld_until: Option<Text>,
    #[serde(default)]
    pub(super) withheld_because: Vec<Reason>,
    #[serde(default)]
    pub(super) release_hint: Option<Text>,
    #[serde(default)]
    pub(super) pending_question: Option<Text>,
    #[serde(default)]
    pub(super) cautions: Vec<Caution>,
    pub(super) grounds: Vec<Ground>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Reason {
    pub(super) because: Text,
    pub(super) citations: Vec<Text>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Caution {
    pub(super) prohibition: Text,
    pub(super) because: Text,
    pub(super) citations: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Ground {
    pub(super) because: Text,
    pub(super) citations: Vec<Text>,
    pub(super) strength: Text,
    pub(super) basis: Text,
    pub(super) voice: Text,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Waiting {
    pub(super) until: Text,
    #[serde(default)]
    pub(super) release_hint: Option<Text>,
    pub(super) items: Vec<Text>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Question {
    pub(super) id: Text,
    pub(super) facts: Vec<OpenFact>,
    pub(super) settles: BTreeSet<Text>,
    pub(super) consequences: Vec<Item>,
    pub(super) adds_to: Vec<Added>,
    pub(super) citations: Vec<Text>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct OpenFact {
    pub(super) fact: Text,
}

/// A further ground of an item that stands already.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Added {
    pub(super) item: Text,
    pub(super) ground: Ground,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Explanation {
    pub(super) id: Text,
    pub(super) explains: Vec<Text>,
    pub(super) citations: Vec<Text>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Id {
    pub(super) id: Text,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Contradiction {
    pub(super) facts: BTreeSet<Stated>,
    pub(super) ask: Text,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Stated {
    pub(super) fact: Text,
    pub(super) answer: Text,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct CountedFact {
    pub(super) fact: Text,
    pub(super) answer: Text,
    pub(super) basis: Text,
}
