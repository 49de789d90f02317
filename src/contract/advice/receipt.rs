//! What made an answer.

use serde::Serialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::{WriteJson, json_structs, write_name};

json_structs! {
    /// What made the answer: whoever keeps it can give the same answer again, byte for byte, with a build of that
    /// program and those packs.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Receipt<'g> {
        /// The version of the program.
        #[schema(value_type = String, example = "0.1.0")]
        pub program: &'g str,
        /// The version of the contract.
        #[schema(value_type = String, example = "v1")]
        pub contract: &'g str,
        /// The day that the guidance was on (ISO 8601); absent where no day was given.
        #[schema(required = false, value_type = String, nullable = false, example = "2026-11-30")]
        pub as_of: Option<&'g str>,
        /// The packs that the answer is made of.
        #[schema(value_type = Vec<PackReceipt>)]
        pub packs: Vec<&'g Prerendered<PackReceipt>>,
        /// The facts as they were given, by name.
        pub facts: GivenFacts<'g>,
    }
}

/// A pack that an answer is made of.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PackReceipt {
    /// The pack's id.
    #[schema(example = "sexting_advice")]
    pub pack: String,
    /// Its edition.
    #[schema(example = "1.0.0")]
    pub edition: String,
    /// SHA-256 over the files of the pack, by name.
    pub digest: String,
    /// The day by which it is to be reviewed (ISO 8601).
    #[schema(example = "2027-05-22")]
    pub review_by: String,
    /// Whether that day is over. It is served all the same.
    pub review_overdue: bool,
}

/// Facts with the answers that were given, in the order of the facts.
#[derive(Debug, Clone)]
pub struct GivenFacts<'g>(pub Vec<(&'g str, &'g str)>);

impl PartialSchema for GivenFacts<'_> {
    fn schema() -> RefOr<Schema> {
        let answers = Object::with_type(Type::String);
        ObjectBuilder::new()
            .description(Some(
                "Facts with the answers that were given, as a request states them.",
            ))
            .additional_properties(Some(RefOr::T(Schema::Object(answers))))
            .into()
    }
}

impl ToSchema for GivenFacts<'_> {}

impl WriteJson for GivenFacts<'_> {
    fn write_json(&self, json: &mut Vec<u8>) {
        let mut before = b'{';
        for (fact, answer) in &self.0 {
            json.push(before);
            before = b',';
            write_name(fact, json);
            answer.write_json(json);
        }
        if before == b'{' {
            json.push(b'{');
        }
        json.push(b'}');
    }
}
