//! From bytes to an [`Incident`], or to every reason why there is none.
//!
//! The parser answers for size, depth and doubled names, the published schema for everything else.
//! After it the typed read cannot fail.

mod json;
mod schema;

use std::sync::Arc;

use serde::de::DeserializeSeed;

use self::schema::Schema;
use crate::contract::incident::{Incident, IncidentIn};
use crate::contract::pack::Packs;
use crate::contract::problem::{Class, Refusal};
use crate::facts::Vocabulary;
use crate::guidance::Guidance;

/// The most bytes that an incident may have.
pub const LIMIT: usize = 16 * 1024;

/// What some programs put before UTF-8. JSON does not allow it (RFC 8259, section 8.1).
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads incidents that a body of guidance can advise on. It is made once, which compiles the
/// published schema, and used for every incident.
#[derive(Debug)]
pub struct Intake {
    vocabulary: Arc<Vocabulary>,
    packs: Arc<Packs>,
    schema: Schema,
}

impl Intake {
    /// Reads what can be stated in the vocabulary of this guidance, and the names of its packs.
    pub fn new(guidance: &Guidance) -> Self {
        let vocabulary = guidance.vocabulary().clone();
        let packs = guidance.pack_names().clone();
        let schema = Schema::of(&vocabulary, &packs);
        Self {
            vocabulary,
            packs,
            schema,
        }
    }

    /// What can be stated.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Reads an incident from JSON: `{"facts": {...}}`.
    ///
    /// # Errors
    ///
    /// What is wrong with it: that it is too large or no JSON, all doubled names, or all faults
    /// against the schema.
    pub fn read(&self, json: &[u8]) -> Result<Incident, Refusal> {
        if json.len() > LIMIT {
            return Err(Class::TooLarge.into());
        }
        if json.starts_with(BYTE_ORDER_MARK) {
            return Err(Class::ByteOrderMark.into());
        }
        let value = json::read(&self.schema, json)?;
        self.schema.check(&value)?;
        let incident = IncidentIn {
            vocabulary: &self.vocabulary,
            packs: &self.packs,
        };
        let incident = incident.deserialize(&value);
        incident.or(Err(Class::Internal.into()))
    }
}
