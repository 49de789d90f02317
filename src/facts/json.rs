//! Facts as JSON: an object of names and answers, which only a vocabulary can read or write.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use super::fact::UNKNOWN;
use super::stated::{Facts, Stated};
use super::vocabulary::Vocabulary;

/// Facts together with the vocabulary that names them, to be serialised.
#[derive(Debug, Clone, Copy)]
pub struct WithNames<'f> {
    facts: &'f Facts,
    vocabulary: &'f Vocabulary,
}

impl Facts {
    /// The facts by their names in the vocabulary, to be serialised.
    pub fn with<'f>(&'f self, vocabulary: &'f Vocabulary) -> WithNames<'f> {
        WithNames {
            facts: self,
            vocabulary,
        }
    }
}

impl Serialize for WithNames<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stated = self.vocabulary.ids().filter_map(|id| {
            let fact = &self.vocabulary[id];
            let value = match self.facts.stated(id) {
                Stated::NotAsked => return None,
                Stated::Unknown => UNKNOWN,
                Stated::Answer(answer) => fact.value(answer),
            };
            Some((&fact.name, value))
        });
        serializer.collect_map(stated)
    }
}

/// Reads facts by the names of the vocabulary.
impl<'de> DeserializeSeed<'de> for &Vocabulary {
    type Value = Facts;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Facts, D::Error> {
        deserializer.deserialize_map(FactsVisitor(self))
    }
}

struct FactsVisitor<'v>(&'v Vocabulary);

impl<'de> Visitor<'de> for FactsVisitor<'_> {
    type Value = Facts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of facts and answers")
    }

    // The messages name no value: what a caller sends never reaches a text of ours.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
        let mut facts = Facts::default();
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            let Some(fact) = self.0.named(&name) else {
                map.next_value::<IgnoredAny>()?;
                return Err(A::Error::custom("unknown fact"));
            };
            let value = map.next_value::<Cow<'de, str>>()?;
            let stated = match self.0[fact].answer(&value) {
                Some(answer) => Stated::Answer(answer),
                None if value == UNKNOWN => Stated::Unknown,
                None => return Err(A::Error::custom("not an answer of this fact")),
            };
            facts.state(fact, stated);
        }
        Ok(facts)
    }
}
