//! The parts of an answer that are compared: the engine's are read from its JSON as a client would.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};

/// Words of the pack, or words that were read, where they stand if that can be.
#[derive(Clone, PartialEq)]
pub(super) struct Words<'a>(pub(super) Cow<'a, str>);

pub(super) type Text = Words<'static>;

pub(super) fn text(words: &'static str) -> Text {
    Words(Cow::Borrowed(words))
}

pub(super) fn texts<S: AsRef<str>>(list: &'static [S]) -> Vec<Text> {
    list.iter().map(|words| text(words.as_ref())).collect()
}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnyWords).map(Words)
    }
}

struct AnyWords;

impl<'de> Visitor<'de> for AnyWords {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("words")
    }

    fn visit_borrowed_str<E>(self, words: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(words))
    }

    fn visit_str<E>(self, words: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(words.to_owned()))
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Answer<T = Text> {
    pub(super) scope: T,
    pub(super) urgency: Urgency<T>,
    pub(super) situations: Vec<Situation<T>>,
    pub(super) prohibitions: Vec<Item<T>>,
    pub(super) actions: Vec<Item<T>>,
    pub(super) waiting: Vec<Waiting<T>>,
    pub(super) questions: Vec<Question<T>>,
    pub(super) explanations: Vec<Explanation<T>>,
    pub(super) citations: Vec<Id<T>>,
    pub(super) contradictions: Vec<Contradiction<T>>,
    pub(super) not_covered: Vec<Gap<T>>,
    pub(super) completeness: T,
    pub(super) facts: Vec<CountedFact<T>>,
    pub(super) contacts: Vec<Id<T>>,
    pub(super) guidance: Vec<Edition<T>>,
}

/// Something that is not covered.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Gap<T = Text> {
    pub(super) id: T,
    pub(super) contacts: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Edition<T = Text> {
    pub(super) pack: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Urgency<T = Text> {
    pub(super) level: T,
    pub(super) items: Vec<T>,
    pub(super) citations: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Situation<T = Text> {
    pub(super) id: T,
    pub(super) citations: Vec<T>,
}

/// A prohibition or an action.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Item<T = Text> {
    pub(super) id: T,
    pub(super) title: T,
    pub(super) detail: Option<T>,
    pub(super) status: T,
    pub(super) depends_on: Vec<T>,
    pub(super) withheld_until: Option<T>,
    #[serde(default)]
    pub(super) withheld_because: Vec<Reason<T>>,
    pub(super) release_hint: Option<T>,
    pub(super) pending_question: Option<T>,
    #[serde(default)]
    pub(super) cautions: Vec<Caution<T>>,
    pub(super) grounds: Vec<Ground<T>>,
    pub(super) contacts: Vec<T>,
    /// Of an action.
    pub(super) actor: Option<T>,
    /// Of an action.
    pub(super) urgency: Option<T>,
    pub(super) voice: T,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Reason<T = Text> {
    pub(super) because: T,
    pub(super) citations: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Caution<T = Text> {
    pub(super) prohibition: T,
    pub(super) because: T,
    pub(super) citations: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Ground<T = Text> {
    pub(super) because: T,
    pub(super) citations: Vec<T>,
    pub(super) strength: T,
    pub(super) basis: T,
    pub(super) voice: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Waiting<T = Text> {
    pub(super) until: Vec<T>,
    pub(super) release_hint: Option<T>,
    pub(super) items: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Question<T = Text> {
    pub(super) id: T,
    pub(super) facts: Vec<OpenFact<T>>,
    pub(super) settles: Vec<T>,
    pub(super) consequences: Vec<Item<T>>,
    pub(super) adds_to: Vec<Added<T>>,
    pub(super) citations: Vec<T>,
    pub(super) voice: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct OpenFact<T = Text> {
    pub(super) fact: T,
}

/// A further ground of an item that stands already.
#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Added<T = Text> {
    pub(super) item: T,
    pub(super) ground: Ground<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Explanation<T = Text> {
    pub(super) id: T,
    pub(super) explains: Vec<T>,
    pub(super) citations: Vec<T>,
    pub(super) voice: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Id<T = Text> {
    pub(super) id: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Contradiction<T = Text> {
    pub(super) facts: Vec<Stated<T>>,
    pub(super) ask: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Stated<T = Text> {
    pub(super) fact: T,
    pub(super) answer: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct CountedFact<T = Text> {
    pub(super) fact: T,
    pub(super) answer: T,
    pub(super) basis: T,
}
