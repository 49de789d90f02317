//! The incident: what the caller knows, as answers to facts. A reported concern, not a finding.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::LazyLock;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize as DeriveDeserialize, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, Object, ObjectBuilder, RefBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::closed;
use super::fact::{Fact, UNKNOWN};
use super::include::Include;
use super::pack::Pack;
use super::sets::AnswerSet;
use super::vocabulary::GROUPS;
use super::words::words;

/// The most facts that the vocabulary may hold: a set of facts is one machine word.
pub const MOST_FACTS: usize = 64;

static VOCABULARY: LazyLock<Vec<&'static Fact>> =
    LazyLock::new(|| GROUPS.iter().flat_map(|group| group.facts).collect());

static BY_NAME: LazyLock<HashMap<&'static str, FactId>> =
    LazyLock::new(|| FactId::all().map(|id| (id.fact().name, id)).collect());

/// A fact of the vocabulary, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u8);

impl FactId {
    /// Every fact, in the order of the vocabulary.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..u8::try_from(VOCABULARY.len()).unwrap_or(u8::MAX)).map(Self)
    }

    /// The fact at that place of the vocabulary.
    pub(super) fn at(place: u8) -> Self {
        Self(place)
    }

    /// The fact of that name.
    pub fn named(name: &str) -> Option<Self> {
        BY_NAME.get(name).copied()
    }

    /// The declaration of the fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "an id is made from a place in the vocabulary"
    )]
    pub fn fact(self) -> &'static Fact {
        VOCABULARY[self.index()]
    }

    /// The place of the fact in the vocabulary.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The answer of that value: its place among the fact's answers.
    pub fn answer(self, value: &str) -> Option<u8> {
        let place = self
            .fact()
            .answers
            .iter()
            .position(|answer| answer.value == value)?;
        u8::try_from(place).ok()
    }

    /// Every answer of the fact.
    pub fn answers(self) -> AnswerSet {
        AnswerSet::first(self.fact().answers.len())
    }
}

/// What was stated about one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// Nothing: nobody has asked.
    NotAsked,
    /// It was asked, and the answer is not known.
    Unknown,
    /// An answer, by its place among the fact's answers.
    Answer(u8),
}

/// What was stated about each fact. Both absent and `unknown` leave every answer possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts([Stated; MOST_FACTS]);

impl Default for Facts {
    fn default() -> Self {
        Self([Stated::NotAsked; MOST_FACTS])
    }
}

impl Facts {
    /// What was stated about a fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub fn stated(&self, fact: FactId) -> Stated {
        self.0[fact.index()]
    }

    /// States something about a fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub fn state(&mut self, fact: FactId, stated: Stated) {
        self.0[fact.index()] = stated;
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(FactId::all().filter_map(|id| {
            let fact = id.fact();
            let value = match self.stated(id) {
                Stated::NotAsked => return None,
                Stated::Unknown => UNKNOWN,
                Stated::Answer(answer) => fact.answers.get(usize::from(answer))?.value,
            };
            Some((fact.name, value))
        }))
    }
}

impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FactsVisitor)
    }
}

struct FactsVisitor;

impl<'de> Visitor<'de> for FactsVisitor {
    type Value = Facts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of facts and answers")
    }

    // The messages name no value: what a caller sends never reaches a text of ours.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
        let mut facts = Facts::default();
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let Some(fact) = FactId::named(&name) else {
                map.next_value::<IgnoredAny>()?;
                return Err(A::Error::custom("unknown fact"));
            };
            let value = map.next_value::<std::borrow::Cow<'de, str>>()?;
            let stated = match fact.answer(&value) {
                Some(answer) => Stated::Answer(answer),
                None if value == UNKNOWN => Stated::Unknown,
                None => return Err(A::Error::custom("not an answer of this fact")),
            };
            facts.state(fact, stated);
        }
        Ok(facts)
    }
}

impl PartialSchema for Facts {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new()
            .description(Some(
                "What is known, one member a fact. Leave out what nobody has asked about; send \
                 `unknown` for what was asked and is not known. Neither is ever read as a no.",
            ))
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
        FactId::all()
            .fold(object, |object, id| {
                let fact = id.fact();
                let answers = RefBuilder::new()
                    .ref_location_from_schema_name(answers_name(fact))
                    .description(Some(format!("{} {}", fact.label, fact.description)));
                object.property(fact.name, answers)
            })
            .into()
    }
}

impl ToSchema for Facts {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.extend(FactId::all().map(|id| {
            let fact = id.fact();
            (answers_name(fact), answers_schema(fact).into())
        }));
    }
}

/// What generated clients call the type of a fact's answers: one type for all that are yes or no.
fn answers_name(fact: &Fact) -> String {
    if fact.is_yes_no() {
        return "YesNo".to_owned();
    }
    let words = fact.name.split('_').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect()
}

fn answers_schema(fact: &Fact) -> Object {
    let about = if fact.is_yes_no() {
        "Yes or no; `unknown` where it was asked and is not known.".to_owned()
    } else {
        format!(
            "{} `unknown` where it was asked and is not known.",
            fact.label
        )
    };
    let values = fact.answers.iter().map(|answer| answer.value);
    closed::schema(about, values.chain([UNKNOWN]))
}

/// An incident: the facts that the caller knows. An incident without any is valid.
#[derive(Debug, Clone, Default, DeriveDeserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// The facts.
    pub facts: Facts,
    /// What the answer is to hold beyond what it always holds, each once. Left out: nothing.
    #[serde(default)]
    #[schema(max_items = 2)]
    pub include: BTreeSet<Include>,
    /// The packs of guidance that the answer is to be made of, each once; `sexting_advice` is always one
    /// of them. Left out: all. `not_covered` says which were left out.
    #[serde(default)]
    #[schema(max_items = 3, nullable = false)]
    pub packs: Option<BTreeSet<Pack>>,
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

/// A fact with a stated answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct StatedAnswer {
    /// The fact's name.
    #[schema(value_type = String, example = "adult_involved")]
    pub fact: &'static str,
    /// The stated answer.
    #[schema(value_type = String, example = "yes")]
    pub answer: &'static str,
}

/// A fact as it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct CountedFact {
    /// The fact's name.
    #[schema(value_type = String, example = "incident_has_happened")]
    pub fact: &'static str,
    /// The answer that counted.
    #[schema(value_type = String, example = "yes")]
    pub answer: &'static str,
    /// Where the answer comes from.
    pub basis: FactBasis,
}

words! {
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
