//! The facts that the advice rests on, in the words of a form.

use super::page::Entry;
use crate::contract::advice::{Advice, Contradiction};
use crate::contract::fact::NOT_KNOWN;
use crate::contract::incident::{CountedFact, FactBasis, FactId};

fn label(fact: &'static str) -> &'static str {
    FactId::named(fact).map_or(fact, |id| id.fact().label)
}

fn answer(fact: &'static str, value: &'static str) -> &'static str {
    let answers = FactId::named(fact).map_or(&[][..], |id| id.fact().answers);
    let found = answers.iter().find(|answer| answer.value == value);
    found.map_or(NOT_KNOWN.label, |answer| answer.label)
}

/// Facts that are still open, as questions.
pub(super) fn asked(facts: &[&'static str]) -> Option<String> {
    let labels: Vec<_> = facts.iter().map(|fact| label(fact)).collect();
    (!labels.is_empty()).then(|| labels.join(" "))
}

/// Answers that cannot all be true, and what to settle.
pub(super) fn contradiction(contradiction: &Contradiction) -> Entry {
    let answers = contradiction.facts.iter();
    answers.fold(Entry::strong(contradiction.ask), |entry, stated| {
        let (label, answer) = (label(stated.fact), answer(stated.fact, stated.answer));
        entry.line(format!("{label} {answer}"))
    })
}

/// What was told and says more than that something is not so: the facts that the next reader looks for.
pub(super) fn told(advice: &Advice<'_>) -> Vec<Entry> {
    let nothing = ["no", "none", NOT_KNOWN.value];
    let told = advice.facts.iter();
    let told = told.filter(|one| one.basis != FactBasis::Implied && !nothing.contains(&one.answer));
    told.map(counted_fact).collect()
}

/// The facts as they were counted.
pub(super) fn counted(advice: &Advice<'_>) -> Vec<Entry> {
    advice.facts.iter().map(counted_fact).collect()
}

fn counted_fact(counted: &CountedFact) -> Entry {
    let remark = match counted.basis {
        FactBasis::Given => "",
        FactBasis::Implied => " (follows from another answer)",
        FactBasis::Contradictory => " (contradicts another answer)",
    };
    let (label, answer) = (label(counted.fact), answer(counted.fact, counted.answer));
    Entry::quiet(format!("{label} {answer}{remark}"))
}
