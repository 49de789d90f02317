//! The schema of an incident. It follows from the vocabulary, with a member for each fact and a type for
//! its answers, and from the packs that can be named.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, Object, ObjectBuilder, RefBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::closed_enum;
use super::incident::Incident;
use super::include::{self, Include};
use super::json_schema::standalone;
use super::pack::{Packs, pack_schema};
use crate::facts::{Fact, UNKNOWN, Vocabulary};

/// The schema of an incident, which stands alone.
pub fn incident_schema(vocabulary: &Vocabulary, packs: &Packs) -> Value {
    let components: Map<String, Value> = components(vocabulary, packs).into_iter().collect();
    standalone(&components, "incident", "Incident")
}

/// The schema of an incident and of all that it refers to, as components of an `OpenAPI` document.
pub fn components(vocabulary: &Vocabulary, packs: &Packs) -> BTreeMap<String, Value> {
    let mut components = BTreeMap::from([
        ("Incident".to_owned(), incident(packs)),
        ("Facts".to_owned(), json(facts(vocabulary))),
        ("Include".to_owned(), json(Include::schema())),
        ("Pack".to_owned(), json(pack_schema(packs))),
    ]);
    for fact in vocabulary.facts() {
        components.insert(answers_name(fact), json(answers(fact)));
    }
    components
}

// Plain data with string keys always serialises, and a test compares the result.
fn json(schema: impl Into<RefOr<Schema>>) -> Value {
    serde_json::to_value(schema.into()).unwrap_or_default()
}

fn incident(packs: &Packs) -> Value {
    let first = &packs.first().id;
    json!({
        "type": "object",
        "description": "An incident: the facts that the caller knows. An incident without any is valid.",
        "required": ["facts"],
        "properties": {
            "facts": {
                "$ref": "#/components/schemas/Facts",
                "description": "The facts."
            },
            "include": {
                "type": "array",
                "items": { "$ref": "#/components/schemas/Include" },
                "description": "What the answer is to hold beyond what it always holds, each once. Left out: nothing.",
                "maxItems": include::MOST,
                "uniqueItems": true
            },
            "packs": {
                "type": "array",
                "items": { "$ref": "#/components/schemas/Pack" },
                "description": format!("The packs of guidance that the answer is to be made of, each once; `{first}` is always one\nof them. Left out: all. `not_covered` says which were left out."),
                "maxItems": packs.all().len(),
                "uniqueItems": true,
                "contains": { "const": first }
            }
        },
        "additionalProperties": false
    })
}

fn facts(vocabulary: &Vocabulary) -> Object {
    let object = ObjectBuilder::new()
        .description(Some(
            "What is known, one member a fact. Leave out what nobody has asked about; send \
             `unknown` for what was asked and is not known. Neither is ever read as a no.",
        ))
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
    let facts = vocabulary.facts().iter();
    let object = facts.fold(object, |object, fact| {
        let answers = RefBuilder::new()
            .ref_location_from_schema_name(answers_name(fact))
            .description(Some(format!("{} {}", fact.label, fact.description)));
        object.property(&fact.name, answers)
    });
    object.build()
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

fn answers(fact: &Fact) -> Object {
    let about = if fact.is_yes_no() {
        "Yes or no; `unknown` where it was asked and is not known.".to_owned()
    } else {
        format!(
            "{} `unknown` where it was asked and is not known.",
            fact.label
        )
    };
    closed_enum::schema(about, fact.values().chain([UNKNOWN]))
}

/// Its name alone: what an incident can say depends on the vocabulary, and [`components`] holds it.
impl PartialSchema for Incident {
    fn schema() -> RefOr<Schema> {
        Object::new().into()
    }
}

impl ToSchema for Incident {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Incident")
    }
}
