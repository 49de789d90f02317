//! A condition as it is written in the guidance.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// A condition as written. Left out, it is `All` of nothing: always true.
#[derive(Debug)]
pub(crate) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Situation(String),
    Gate(String),
    Known(Box<Condition>),
    NotKnown(Vec<String>),
    Fact(String, Vec<String>),
}

impl Default for Condition {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Condition;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a condition")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Condition, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push(match key.as_str() {
                "all" => Condition::All(map.next_value()?),
                "any" => Condition::Any(map.next_value()?),
                "not" => Condition::Not(map.next_value()?),
                "situation" => Condition::Situation(map.next_value()?),
                "gate" => Condition::Gate(map.next_value()?),
                "known" => Condition::Known(map.next_value()?),
                "not_known" => Condition::NotKnown(map.next_value()?),
                _ => Condition::Fact(key, map.next_value()?),
            });
        }
        Ok(Condition::All(entries))
    }
}
