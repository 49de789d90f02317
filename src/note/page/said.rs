//! What was said: the facts that were given, each in a few words (SEMANTICS 18.3).

use crate::contract::advice::Advice;
use crate::contract::incident::{CountedFact, FactBasis};
use crate::facts::{FactId, UNKNOWN, Vocabulary};
use crate::note::members;
use crate::note::sheet::Block;

/// The answers that are told as not being so.
const NOT_SO: [&str; 2] = ["no", "none"];

/// The facts that were given.
pub(super) fn blocks(vocabulary: &Vocabulary, advice: &Advice<'_>) -> Vec<Block> {
    let (mut so, mut not_so, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
    let mut contradictory = false;
    let given = members::facts(advice).iter();
    for fact in given.filter(|fact| fact.basis != FactBasis::Implied) {
        let Some(id) = vocabulary.named(fact.fact) else {
            continue;
        };
        let marked = fact.basis == FactBasis::Contradictory;
        contradictory |= marked;
        let mark = if marked { "*" } else { "" };
        let short = &vocabulary[id].short;
        if fact.answer == UNKNOWN {
            not_known.push(format!("{short}{mark}"));
        } else if NOT_SO.contains(&fact.answer) {
            not_so.push(format!("{short}{mark}"));
        } else {
            let answer = answer(vocabulary, id, fact);
            so.push(format!("{short}{answer}{mark}"));
        }
    }
    let kinds = [
        ("What was said", so),
        ("Not so", not_so),
        ("Not known", not_known),
    ];
    let told = kinds.into_iter().filter(|(_, told)| !told.is_empty());
    let mut blocks: Vec<Block> = told
        .map(|(label, told)| Block::RunIn(label, format!("{}.", told.join("; "))))
        .collect();
    if blocks.is_empty() {
        blocks.push(Block::RunIn("What was said", "nothing yet.".to_owned()));
    }
    if contradictory {
        blocks.push(Block::Text("* cannot all be true".to_owned()));
    }
    blocks
}

/// The answer to a fact, where it is more than a yes. Its value is shorter than what a form shows, but for a nation,
/// whose value is a code, and for `other`, which says nothing by itself.
fn answer(vocabulary: &Vocabulary, id: FactId, fact: &CountedFact<'_>) -> String {
    let answers = vocabulary[id].answers.iter();
    let label = answers
        .filter(|answer| answer.value == fact.answer)
        .map(|answer| &*answer.label)
        .next()
        .unwrap_or(fact.answer);
    if label.starts_with("Yes") {
        String::new()
    } else if id == vocabulary.jurisdiction() {
        format!(": {label}")
    } else if fact.answer == "other" {
        format!(": {}", label.to_lowercase())
    } else {
        format!(": {}", fact.answer.replace('_', " "))
    }
}
