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
    /// Every reason of every item.
    Reasons,
    /// What to do only if it turns out so.
    Possible,
    /// Everything that could be asked.
    AllQuestions,
    /// Why things are so.
    Explanations,
    /// The statements and documents that the answer rests on, and the editions of the guidance.
    Sources,
    /// How the facts were understood.
    Facts,
    /// What each answer that could still be stated would change.
    WhatIf,
    /// How every status came about.
    Trace,
    /// All of these but the last two.
    All,
}

/// The words that ask for them.
const WORDS: [&str; 9] = [
    "reasons",
    "possible",
    "all_questions",
    "explanations",
    "sources",
    "facts",
    "what_if",
    "trace",
    "all",
];

/// How many things can be asked for, each once.
pub const MOST: usize = WORDS.len();

impl PartialSchema for Include {
    fn schema() -> RefOr<Schema> {
        let about = "A member that an answer holds only where it is asked for; it changes no other. `reasons`: every \
                     reason of every item, with what it depends on. `possible`: what to do only if it turns out so. \
                     `all_questions`: everything that could be asked, with labels and consequences. `explanations`: \
                     why things are so. `sources`: the statements and documents that the answer rests on, and the \
                     editions of the guidance. `facts`: how the facts were understood. `all`: all of these. \
                     `what_if`: what each answer that could be stated would change; while stated answers contradict \
                     each other, each answer to the facts of the first contradiction. `trace`: how every status came \
                     about.";
        closed_enum::schema(about.to_owned(), WORDS).into()
    }
}

impl ToSchema for Include {}
