//! What a fact is: one named, closed question about the incident, with a few allowed answers.
//!
//! The facts themselves are declared in [`vocabulary`](super::vocabulary), each in one place.

use serde::Serialize;
use utoipa::ToSchema;

/// The word for "asked, and not known". Every fact allows it beside its own answers.
pub const UNKNOWN: &str = "unknown";

/// One fact: its name on the wire, its answers, and the boundary of what counts.
#[derive(Debug)]
pub struct Fact {
    /// The name on the wire, in `snake_case`. Never renamed within v1.
    pub name: &'static str,
    /// The question as a form or a screen would show it.
    pub label: &'static str,
    /// What counts and what does not. Map your form from this text.
    pub description: &'static str,
    /// The answers that can be given, beside `unknown`.
    pub answers: &'static [Answer],
}

/// One answer that a fact allows.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Answer {
    /// The value to send.
    #[schema(value_type = String, example = "yes")]
    pub value: &'static str,
    /// The answer as a form or a screen would show it.
    #[schema(value_type = String)]
    pub label: &'static str,
}

/// The facts that belong together on a form.
#[derive(Debug)]
pub struct Group {
    /// What the facts of the group are about.
    pub title: &'static str,
    /// The facts, in the order in which a form would ask them.
    pub facts: &'static [Fact],
}

impl Fact {
    /// The answers that a form offers: its own, and that it is not known.
    pub fn offered(&self) -> impl Iterator<Item = Answer> {
        self.answers.iter().copied().chain([NOT_KNOWN])
    }

    /// Whether it is answered yes or no.
    pub fn is_yes_no(&self) -> bool {
        self.answers
            .iter()
            .map(|answer| answer.value)
            .eq(["yes", "no"])
    }
}

/// The answer that every fact allows beside its own.
pub const NOT_KNOWN: Answer = answer(UNKNOWN, "Asked, not known");

const YES_NO: &[Answer] = &[answer("yes", "Yes"), answer("no", "No")];

/// Declares a fact that is answered yes or no.
pub(super) const fn yes_no(
    name: &'static str,
    label: &'static str,
    description: &'static str,
) -> Fact {
    choice(name, label, description, YES_NO)
}

/// Declares a fact with answers of its own.
pub(super) const fn choice(
    name: &'static str,
    label: &'static str,
    description: &'static str,
    answers: &'static [Answer],
) -> Fact {
    Fact {
        name,
        label,
        description,
        answers,
    }
}

/// Declares an answer.
pub(super) const fn answer(value: &'static str, label: &'static str) -> Answer {
    Answer { value, label }
}
