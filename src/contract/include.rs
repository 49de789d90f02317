//! What a request can ask an answer to hold beyond what it always holds.

use serde::Deserialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::closed_enum;

/// Something that an answer holds only where it is asked for: a member of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Include {
    /// What each answer that could still be stated would change.
    WhatIf,
    /// How every status came about.
    Trace,
}

impl PartialSchema for Include {
    fn schema() -> RefOr<Schema> {
        let about = "A member that an answer holds only where it is asked for. `what_if`: what each \
                     answer that could be stated would change; while stated answers contradict each \
                     other, each answer to the facts of the first contradiction. `trace`: how every \
                     status came about.";
        closed_enum::schema(about.to_owned(), ["what_if", "trace"]).into()
    }
}

impl ToSchema for Include {}
