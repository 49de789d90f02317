//! Conditions, and what can be named in them: situations and gates.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::word::Word;

/// A condition: every entry of the mapping must hold.
///
/// The grammar is closed: `all`, `any` (lists of conditions), `not` and `known` (a condition),
/// `not_known` (facts), `situation` and `gate` (a name), or the name of a fact with the answers that count.
#[derive(Debug, Clone)]
pub(crate) struct WrittenCondition(pub(crate) Vec<WrittenTerm>);

/// One entry of a condition.
#[derive(Debug, Clone)]
pub(crate) enum WrittenTerm {
    All(Vec<WrittenCondition>),
    Any(Vec<WrittenCondition>),
    Not(WrittenCondition),
    /// With the word itself, for its line.
    Known(Word, WrittenCondition),
    /// Likewise.
    NotKnown(Word, Vec<Word>),
    Situation(Word),
    Gate(Word),
    Fact(Word, Vec<Word>),
}

impl<'de> Deserialize<'de> for WrittenCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ConditionVisitor)
    }
}

struct ConditionVisitor;

impl<'de> Visitor<'de> for ConditionVisitor {
    type Value = WrittenCondition;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "a condition: all, any, not, known, not_known, situation, gate, or a fact with answers",
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenCondition, A::Error> {
        let mut terms = Vec::new();
        while let Some(key) = map.next_key::<Word>()? {
            terms.push(match key.value.as_str() {
                "all" => WrittenTerm::All(map.next_value()?),
                "any" => WrittenTerm::Any(map.next_value()?),
                "not" => WrittenTerm::Not(map.next_value()?),
                "known" => WrittenTerm::Known(key, map.next_value()?),
                "not_known" => WrittenTerm::NotKnown(key, map.next_value()?),
                "situation" => WrittenTerm::Situation(map.next_value()?),
                "gate" => WrittenTerm::Gate(map.next_value()?),
                _ => WrittenTerm::Fact(key, map.next_value()?),
            });
        }
        Ok(WrittenCondition(terms))
    }
}

/// A named condition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenSituation {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    pub(in crate::guidance) when: WrittenCondition,
    pub(in crate::guidance) statements: Vec<Word>,
}

/// What must be known before an action may go ahead.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenGate {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) alternatives: Vec<WrittenAlternative>,
}

/// One way in which a gate opens: once each of its conditions is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenAlternative {
    pub(in crate::guidance) until: Word,
    /// That in at most fourteen words; left out where it has no more.
    #[serde(default)]
    pub(in crate::guidance) short: Option<Word>,
    pub(in crate::guidance) release_hint: Word,
    pub(in crate::guidance) conditions: Vec<WrittenGateCondition>,
}

/// One thing that a gate asks for, and what to say while it is not known or is refuted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenGateCondition {
    pub(in crate::guidance) when: WrittenCondition,
    pub(in crate::guidance) not_known: Word,
    pub(in crate::guidance) refuted: Word,
    pub(in crate::guidance) statements: Vec<Word>,
}
