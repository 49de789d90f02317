//! Problems: what an answer looks like when a request is refused (RFC 9457).
//!
//! The texts are fixed. Nothing of a request ever stands in a problem.

use serde::Serialize;
use utoipa::ToSchema;

/// A refused request, as `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The class of failure, as a stable URI reference.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "/problems/invalid_incident")]
    pub type_: &'static str,
    /// The class of failure in words.
    #[schema(value_type = String)]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 422)]
    pub status: u16,
    /// What to do about it.
    #[schema(value_type = String)]
    pub detail: &'static str,
    /// Every fault of the request, where faults can be told apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

/// One fault of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// Where it is (JSON Pointer, RFC 6901). A name that is not known points at its parent.
    #[schema(example = "/facts/adult_involved")]
    pub pointer: String,
    /// What is wrong.
    pub code: FaultCode,
    /// What is allowed there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub allowed: Vec<&'static str>,
}

/// What is wrong with one part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// A member that must be there is missing; `allowed` names it.
    Missing,
    /// One or more members that are not known.
    UnknownName,
    /// A value of the wrong JSON type; `allowed` names the type.
    WrongType,
    /// A value that is not one of those allowed.
    NotAllowed,
    /// The same name more than once in one object.
    DuplicateName,
}
