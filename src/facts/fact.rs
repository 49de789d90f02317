//! What a fact is: one named, closed question about the incident, with a few allowed answers.

use serde::Serialize;
use utoipa::ToSchema;

use super::sets::AnswerSet;

/// The word for "asked, and not known". Every fact allows it beside its own answers.
pub const UNKNOWN: &str = "unknown";

/// The answer that may turn out to be a yes or a no.
const SUSPECTED: &str = "suspected";

/// What a form shows for it.
pub const NOT_KNOWN: &str = "Asked, not known";

/// One fact: its name on the wire, its answers, and the boundary of what counts.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The name on the wire, in `snake_case`. Never renamed within v1.
    pub name: String,
    /// What the facts of its group are about.
    pub group: String,
    /// The question as a form or a screen would show it.
    pub label: String,
    /// What counts and what does not. Map your form from this text.
    pub description: String,
    /// What a note calls it, in at most three words.
    pub short: String,
    /// The question, as it is asked on the phone.
    pub spoken: String,
    /// Everyday words by which it is looked for that its label and answers do not have.
    pub keywords: Vec<String>,
    /// The answers that can be given, beside `unknown`.
    pub answers: Vec<Answer>,
    /// The answers that it can still come to, whatever is known of it now: of what the police or social care
    /// have said, decided or know, and of what is still online.
    pub may_still_change: AnswerSet,
}

/// One answer that a fact allows.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Answer {
    /// The value to send.
    #[schema(example = "yes")]
    pub value: String,
    /// The answer as a form or a screen would show it.
    pub label: String,
}

impl Answer {
    /// An answer.
    pub fn new(value: &str, label: &str) -> Self {
        Self {
            value: value.to_owned(),
            label: label.to_owned(),
        }
    }
}

impl Fact {
    /// The answers that a form offers: its own, and that it is not known.
    pub fn offered(&self) -> Vec<Answer> {
        let mut offered = self.answers.clone();
        offered.push(Answer::new(UNKNOWN, NOT_KNOWN));
        offered
    }

    /// The answer of that value: its place among the fact's answers.
    pub fn answer(&self, value: &str) -> Option<u8> {
        let place = self.answers.iter().position(|one| one.value == value)?;
        u8::try_from(place).ok()
    }

    /// The value of an answer, by its place.
    #[expect(
        clippy::indexing_slicing,
        reason = "an answer is told by its place among those of its fact"
    )]
    pub fn value(&self, answer: u8) -> &str {
        &self.answers[usize::from(answer)].value
    }

    /// The answers that one may still become (SEMANTICS 1.12).
    pub fn may_become(&self, answer: u8) -> AnswerSet {
        let mut become_one_of = self.may_still_change.union(AnswerSet::only(answer));
        if self.value(answer) == SUSPECTED {
            let settled = ["yes", "no"].iter();
            let settled = settled.filter_map(|value| self.answer(value)).collect();
            become_one_of = become_one_of.union(settled);
        }
        become_one_of
    }

    /// Every answer of the fact, by their places.
    pub fn all(&self) -> AnswerSet {
        AnswerSet::first(self.answers.len())
    }

    /// The values of its answers.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().map(|answer| &*answer.value)
    }

    /// Whether it is answered yes or no.
    pub fn is_yes_no(&self) -> bool {
        self.values().eq(["yes", "no"])
    }
}
