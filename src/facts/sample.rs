//! A small vocabulary for tests that need facts of some shape and not those of the guidance.

use super::fact::{Answer, Fact};
use super::sets::AnswerSet;
use super::vocabulary::Vocabulary;

/// Facts with two to five answers, the ones that every vocabulary has among them.
pub(crate) fn sample() -> Vocabulary {
    let yes_no: &[&str] = &["yes", "no"];
    let facts = [
        ("jurisdiction", &["here", "there"] as &[&str]),
        ("anyone_under_18", yes_no),
        ("incident_has_happened", yes_no),
        ("child_received", yes_no),
        ("youngest_depicted", &["under_13", "13_to_17", "18_or_over"]),
        ("adult_involved", &["yes", "suspected", "no"]),
        ("bullied", yes_no),
        (
            "police_decision",
            &["none", "awaiting", "open", "over", "never"],
        ),
    ];
    let facts = facts.map(|(name, answers)| Fact {
        name: name.to_owned(),
        group: "Sample".to_owned(),
        label: format!("{name}?"),
        short: name.to_owned(),
        spoken: name.to_owned(),
        keywords: Vec::new(),
        description: "It is so.".to_owned(),
        answers: answers
            .iter()
            .map(|value| Answer::new(value, value))
            .collect(),
        may_still_change: AnswerSet::EMPTY,
    });
    Vocabulary::new(facts.to_vec()).unwrap()
}
