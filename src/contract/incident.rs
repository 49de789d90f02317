//! The incident: what the caller knows, as answers to facts. A reported concern, not a finding.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use utoipa::ToSchema;

use super::include::Include;
use super::open_enum::open_enum;
use super::pack::{PackSelection, Packs};
use crate::facts::{Facts, Vocabulary};

/// An incident: the facts that the caller knows. An incident without any is valid.
#[derive(Debug, Clone, Default)]
pub struct Incident {
    /// The facts.
    pub facts: Facts,
    /// What the answer is to hold beyond what it always holds, each once. Left out: nothing.
    pub include: BTreeSet<Include>,
    /// The packs of guidance that the answer is to be made of. Left out: all.
    pub packs: PackSelection,
}

impl Incident {
    /// Whether the answer is to hold this.
    pub fn includes(&self, what: Include) -> bool {
        let among_all = !matches!(what, Include::WhatIf | Include::Trace);
        self.include.contains(&what) || among_all && self.include.contains(&Include::All)
    }
}

/// The incident with these facts, and nothing else asked for.
impl From<Facts> for Incident {
    fn from(facts: Facts) -> Self {
        Self {
            facts,
            ..Self::default()
        }
    }
}

/// Reads an incident by the names of facts and of packs. What the schema refuses is refused here too; what
/// is wrong with it only the schema says.
#[derive(Debug, Clone, Copy)]
pub struct IncidentIn<'n> {
    /// What can be stated.
    pub vocabulary: &'n Vocabulary,
    /// The packs that can be named.
    pub packs: &'n Packs,
}

impl<'de> DeserializeSeed<'de> for IncidentIn<'_> {
    type Value = Incident;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Incident, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for IncidentIn<'_> {
    type Value = Incident;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an incident")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Incident, A::Error> {
        let mut facts = None;
        let (mut include, mut packs) = (BTreeSet::new(), PackSelection::ALL);
        while let Some(name) = map.next_key::<String>()? {
            match &*name {
                "facts" => facts = Some(map.next_value_seed(self.vocabulary)?),
                "include" => include = map.next_value()?,
                "packs" => packs = map.next_value_seed(self.packs)?,
                _ => return Err(A::Error::custom("unknown member")),
            }
        }
        let facts = facts.ok_or_else(|| A::Error::missing_field("facts"))?;
        Ok(Incident {
            facts,
            include,
            packs,
        })
    }
}

/// A fact with a stated answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct StatedAnswer<'g> {
    /// The fact's name.
    #[schema(value_type = String, example = "adult_involved")]
    pub fact: &'g str,
    /// The stated answer.
    #[schema(value_type = String, example = "yes")]
    pub answer: &'g str,
}

/// A fact as it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct CountedFact<'g> {
    /// The fact's name.
    #[schema(value_type = String, example = "incident_has_happened")]
    pub fact: &'g str,
    /// The answer that counted.
    #[schema(value_type = String, example = "yes")]
    pub answer: &'g str,
    /// Where the answer comes from.
    pub basis: FactBasis,
}

open_enum! {
    /// Where a counted answer comes from.
    pub enum FactBasis {
        /// The caller stated it.
        Given = "given",
        /// Another stated answer leaves no other.
        Implied = "implied",
        /// The caller stated it, and another stated answer excludes it.
        Contradictory = "contradictory",
    }
}
