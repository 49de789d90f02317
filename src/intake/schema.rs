//! The published schema of an incident, which alone says what is accepted.
//!
//! What is compiled here is the very text that is served. The error texts of the validator carry
//! values of the instance, so they are never read: a fault is made of the schema's own words, and
//! a pointer holds only names that the schema knows.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::paths::LocationSegment;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value};

use crate::contract::incident_schema::incident_schema;
use crate::contract::pack::Packs;
use crate::contract::problem::{Class, Fault, FaultCode, Refusal, unknown_names};
use crate::facts::Vocabulary;

/// The schema of an incident, and the validator that it compiles to.
#[derive(Debug)]
pub(super) struct Schema {
    text: Value,
    validator: Validator,
}

impl Schema {
    /// The schema of what can be stated in a vocabulary.
    #[expect(
        clippy::expect_used,
        reason = "the schema of any vocabulary compiles: it is made of the same few keywords"
    )]
    pub(super) fn of(vocabulary: &Vocabulary, packs: &Packs) -> Self {
        let text = incident_schema(vocabulary, packs);
        let validator = jsonschema::draft202012::new(&text).expect("the schema compiles");
        Self { text, validator }
    }

    /// Whether the value is an incident, or every fault that keeps it from being one.
    pub(super) fn check(&self, value: &Value) -> Result<(), Refusal> {
        if self.validator.is_valid(value) {
            return Ok(());
        }
        let mut faults: Vec<Fault> = self
            .validator
            .iter_errors(value)
            .flat_map(|error| self.faults(&error))
            .collect();
        faults.sort_by(|one, other| key(one).cmp(&key(other)));
        faults.dedup();
        // A value of the wrong type is no allowed answer either: one fault is enough.
        let mut kept: Vec<Fault> = Vec::with_capacity(faults.len());
        for fault in faults {
            let reported = kept.iter().any(|other| {
                other.pointer == fault.pointer
                    && other.code == FaultCode::WrongType
                    && fault.code == FaultCode::NotAllowed
            });
            if !reported {
                kept.push(fault);
            }
        }
        Err(Refusal {
            class: Class::InvalidIncident,
            faults: kept,
        })
    }

    /// The faults, unless they lie in what a list has too many: one fault is enough.
    fn faults(&self, error: &ValidationError<'_>) -> Vec<Fault> {
        let Located {
            pointer,
            schema,
            whole,
        } = self.locate(error.instance_path().segments());
        if !whole {
            return Vec::new();
        }
        let (code, allowed) = match error.kind() {
            Kind::AdditionalProperties { .. } => {
                let members = error.instance().as_object();
                let members = members.into_iter().flat_map(Map::keys).map(String::as_str);
                return unknown_names(&pointer, members, &properties(schema));
            }
            Kind::Required { property } => {
                let mut names = words(schema.get("required"));
                names.retain(|name| property.as_str() == Some(name));
                (FaultCode::Missing, names)
            }
            Kind::Contains => (FaultCode::Missing, words(schema.pointer("/contains/const"))),
            Kind::Type { .. } => (FaultCode::WrongType, words(schema.get("type"))),
            Kind::MaxItems { .. } | Kind::UniqueItems => (FaultCode::TooMany, Vec::new()),
            _ => (FaultCode::NotAllowed, words(schema.get("enum"))),
        };
        vec![Fault::at(pointer, code).allowing(allowed)]
    }

    /// Follows a path through the schema, up to the first step that the schema does not know.
    pub(super) fn locate<'p>(
        &self,
        path: impl IntoIterator<Item = LocationSegment<'p>>,
    ) -> Located<'_> {
        let mut located = Located {
            pointer: String::new(),
            schema: &self.text,
            whole: true,
        };
        for segment in path {
            let known = match &segment {
                LocationSegment::Property(name) => located
                    .schema
                    .get("properties")
                    .and_then(|known| known.get(&**name)),
                LocationSegment::Index(place) => element(located.schema, *place),
            };
            let Some(schema) = known else {
                located.whole = false;
                break;
            };
            located.schema = self.resolve(schema);
            // The schema's own names are in snake_case: a pointer need not escape them.
            located.pointer.push('/');
            located.pointer.push_str(&segment.to_string());
        }
        located
    }

    fn resolve<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let reference = schema.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|reference| reference.strip_prefix('#'));
        target
            .and_then(|pointer| self.text.pointer(pointer))
            .unwrap_or(schema)
    }
}

fn key(fault: &Fault) -> (&str, FaultCode, &[String], Option<usize>) {
    (&fault.pointer, fault.code, &fault.allowed, fault.position)
}

/// The names that an object can have.
fn properties(schema: &Value) -> Vec<&str> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let names = properties.into_iter().flat_map(Map::keys);
    names.map(String::as_str).collect()
}

/// The words of a keyword that holds one or several.
fn words(keyword: Option<&Value>) -> Vec<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match keyword {
        Some(Value::Array(values)) => values.iter().filter_map(text).collect(),
        other => other.and_then(text).into_iter().collect(),
    }
}

/// A place of an incident as far as the schema knows it.
pub(super) struct Located<'s> {
    /// The place as a JSON Pointer.
    pub(super) pointer: String,
    /// Its part of the schema.
    schema: &'s Value,
    /// Whether the schema knows the whole path.
    whole: bool,
}

/// What the schema of a list says of the element at that place, where the list can be so long: there
/// are no more places to point at than the schema counts, however long a list is sent.
fn element(list: &Value, place: usize) -> Option<&Value> {
    let most = list.get("maxItems").and_then(Value::as_u64)?;
    let place = u64::try_from(place).ok()?;
    list.get("items").filter(|_| place < most)
}
