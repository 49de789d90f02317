//! From bytes to an [`Incident`], or to every reason why there is none.
//!
//! The parser answers for size, depth and doubled names, the published schema for everything else.
//! After it the typed read cannot fail.

mod json;
mod schema;

use serde::Deserialize;

use crate::contract::incident::Incident;
use crate::contract::problem::{Class, Refusal};

pub use schema::{INCIDENT as INCIDENT_SCHEMA, prepare};

/// The most bytes that an incident may have.
pub const LIMIT: usize = 16 * 1024;

/// Reads an incident from JSON: `{"facts": {...}}`.
///
/// # Errors
///
/// What is wrong with it: that it is too large or no JSON, all doubled names, or all faults against
/// the schema.
pub fn read_incident(json: &[u8]) -> Result<Incident, Refusal> {
    if json.len() > LIMIT {
        return Err(Class::TooLarge.into());
    }
    let value = json::read(json)?;
    schema::check(&value)?;
    Incident::deserialize(&value).or(Err(Class::Internal.into()))
}
