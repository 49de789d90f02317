//! The published schema of an incident, which alone says what is accepted.
//!
//! What is compiled here is the very text that is served. The error texts of the validator carry
//! values of the instance, so they are never read: a fault is made of the schema's own words, and
//! a pointer holds only names that the schema knows.

use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::paths::LocationSegment;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::contract::problem::{Class, Fault, FaultCode, Refusal};

/// The published schema of an incident.
pub const INCIDENT: &str = include_str!("../../schemas/incident.json");

#[expect(
    clippy::expect_used,
    reason = "the committed schema is JSON: every test needs it"
)]
static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(INCIDENT).expect("the committed schema is JSON"));

#[expect(
    clippy::expect_used,
    reason = "the committed schema compiles: every test needs it"
)]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).expect("the committed schema compiles"));

/// Compiles the schema, so that the first request need not.
pub fn prepare() {
    LazyLock::force(&VALIDATOR);
}

/// Whether the value is an incident, or every fault that keeps it from being one.
pub(super) fn check(value: &Value) -> Result<(), Refusal> {
    if VALIDATOR.is_valid(value) {
        return Ok(());
    }
    let mut faults: Vec<Fault> = VALIDATOR
        .iter_errors(value)
        .filter_map(|error| fault(&error))
        .collect();
    faults.sort_by(|one, other| key(one).cmp(&key(other)));
    faults.dedup();
    // A value of the wrong type is no allowed answer either: one fault says it.
    let mut told: Vec<Fault> = Vec::with_capacity(faults.len());
    for fault in faults {
        let said = told.iter().any(|other| {
            other.pointer == fault.pointer
                && other.code == FaultCode::WrongType
                && fault.code == FaultCode::NotAllowed
        });
        if !said {
            told.push(fault);
        }
    }
    Err(Refusal {
        class: Class::InvalidIncident,
        faults: told,
    })
}

fn key(fault: &Fault) -> (&str, FaultCode, &[&'static str]) {
    (&fault.pointer, fault.code, &fault.allowed)
}

/// The fault, unless it lies in what a list has too many: one fault says that.
fn fault(error: &ValidationError<'_>) -> Option<Fault> {
    let Located {
        pointer,
        schema,
        whole,
    } = locate(error.instance_path().segments());
    let (code, allowed) = match error.kind() {
        Kind::AdditionalProperties { .. } => (FaultCode::UnknownName, Vec::new()),
        Kind::Required { property } => {
            let mut names = words(schema.get("required"));
            names.retain(|name| property == name);
            (FaultCode::Missing, names)
        }
        Kind::Contains => (FaultCode::Missing, words(schema.pointer("/contains/const"))),
        Kind::Type { .. } => (FaultCode::WrongType, words(schema.get("type"))),
        Kind::MaxItems { .. } | Kind::UniqueItems => (FaultCode::TooMany, Vec::new()),
        _ => (FaultCode::NotAllowed, words(schema.get("enum"))),
    };
    whole.then_some(Fault {
        pointer,
        code,
        allowed,
    })
}

/// The words of a keyword that holds one or several.
fn words(keyword: Option<&'static Value>) -> Vec<&'static str> {
    match keyword {
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
        other => other.and_then(Value::as_str).into_iter().collect(),
    }
}

/// A place of an incident as far as the schema knows it.
pub(super) struct Located {
    /// The place as a JSON Pointer.
    pub(super) pointer: String,
    /// What the schema says of it.
    schema: &'static Value,
    /// Whether the schema knows the whole path.
    whole: bool,
}

/// Follows a path through the schema, up to the first step that the schema does not know.
pub(super) fn locate<'s>(path: impl IntoIterator<Item = LocationSegment<'s>>) -> Located {
    let mut located = Located {
        pointer: String::new(),
        schema: &SCHEMA,
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
        located.schema = resolve(schema);
        // The schema's own names are in snake_case: a pointer need not escape them.
        located.pointer.push('/');
        located.pointer.push_str(&segment.to_string());
    }
    located
}

/// What the schema of a list says of the element at that place, where the list can be so long: there
/// are no more places to point at than the schema counts, however long a list is sent.
fn element(list: &'static Value, place: usize) -> Option<&'static Value> {
    let most = list.get("maxItems").and_then(Value::as_u64)?;
    let place = u64::try_from(place).ok()?;
    list.get("items").filter(|_| place < most)
}

fn resolve(schema: &'static Value) -> &'static Value {
    let reference = schema.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|reference| reference.strip_prefix('#'));
    target
        .and_then(|pointer| SCHEMA.pointer(pointer))
        .unwrap_or(schema)
}
