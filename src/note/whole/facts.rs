//! The facts that the advice rests on, in the words of a form.

use crate::contract::advice::{Advice, Contradiction};
use crate::contract::incident::{CountedFact, FactBasis};
use crate::facts::{NOT_KNOWN, UNKNOWN, Vocabulary};
use crate::note::members;
use crate::note::sheet::Entry;

fn label<'v>(vocabulary: &'v Vocabulary, fact: &'v str) -> &'v str {
    let id = vocabulary.named(fact);
    id.map_or(fact, |id| &*vocabulary[id].label)
}

fn answer<'v>(vocabulary: &'v Vocabulary, fact: &str, value: &str) -> &'v str {
    let answers = vocabulary.named(fact).map(|id| &vocabulary[id].answers);
    let found = answers
        .into_iter()
        .flatten()
        .find(|answer| answer.value == value);
    found.map_or(NOT_KNOWN, |answer| &*answer.label)
}

/// Answers that cannot all be true, and what to settle.
pub(super) fn contradiction(vocabulary: &Vocabulary, contradiction: &Contradiction<'_>) -> Entry {
    let answers = contradiction.facts.iter();
    answers.fold(Entry::strong(contradiction.ask), |entry, stated| {
        let label = label(vocabulary, stated.fact);
        let answer = answer(vocabulary, stated.fact, stated.answer);
        entry.line(format!("{label} {answer}"))
    })
}

/// What was told and says more than that something is not so: the facts that the next reader looks for.
pub(super) fn told(vocabulary: &Vocabulary, advice: &Advice<'_>) -> Vec<Entry> {
    let nothing = ["no", "none", UNKNOWN];
    let told = members::facts(advice);
    let told = told.filter(|one| one.basis != FactBasis::Implied && !nothing.contains(&one.answer));
    told.map(|one| counted_fact(vocabulary, one)).collect()
}

/// The facts as they were counted.
pub(super) fn counted(vocabulary: &Vocabulary, advice: &Advice<'_>) -> Vec<Entry> {
    let counted = members::facts(advice);
    counted.map(|one| counted_fact(vocabulary, one)).collect()
}

fn counted_fact(vocabulary: &Vocabulary, counted: &CountedFact<'_>) -> Entry {
    let remark = match counted.basis {
        FactBasis::Given => "",
        FactBasis::Implied => " (follows from another answer)",
        FactBasis::Contradictory => " (contradicts another answer)",
    };
    let label = label(vocabulary, counted.fact);
    let answer = answer(vocabulary, counted.fact, counted.answer);
    Entry::quiet(format!("{label} {answer}{remark}"))
}
