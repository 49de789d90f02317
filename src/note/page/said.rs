//! What was said: the facts that were given, each in a few words (SEMANTICS 18.3).

use crate::contract::advice::Advice;
use crate::contract::incident::{CountedFact, FactBasis};
use crate::facts::{FactId, UNKNOWN, Vocabulary};
use crate::note::members;
use crate::note::sheet::Block;

/// The facts that were given.
pub(super) fn blocks(vocabulary: &Vocabulary, advice: &Advice<'_>) -> Vec<Block> {
    let (mut so, mut not_so, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
    let mut contradictory = false;
    let given = members::facts(advice);
    for fact in given.filter(|fact| fact.basis != FactBasis::Implied) {
        let Some(id) = vocabulary.named(fact.fact) else {
            continue;
        };
        let marked = fact.basis == FactBasis::Contradictory;
        contradictory |= marked;
        let mark = if marked { "*" } else { "" };
        let short = &vocabulary[id].short;
        let (kind, answer) = match answer(vocabulary, id, fact) {
            Told::So => (&mut so, String::new()),
            Told::Otherwise(answer) => (&mut so, format!(": {answer}")),
            Told::NotSo => (&mut not_so, String::new()),
            Told::NotKnown => (&mut not_known, String::new()),
        };
        kind.push(format!("{short}{answer}{mark}"));
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
        blocks.push(Block::Text("* contradictory".to_owned()));
    }
    blocks
}

/// What was said of a fact.
enum Told {
    So,
    /// It is neither so nor not so, but this.
    Otherwise(String),
    NotSo,
    NotKnown,
}

/// The answer as it is told. A value is shorter than what a form shows, but for a nation, whose value is a code, and for
/// `other`, which says nothing by itself.
fn answer(vocabulary: &Vocabulary, id: FactId, fact: &CountedFact<'_>) -> Told {
    let mut answers = vocabulary[id].answers.iter();
    let answer = answers.find(|answer| answer.value == fact.answer);
    let label = answer.map_or(fact.answer, |answer| &answer.label);
    match fact.answer {
        UNKNOWN => Told::NotKnown,
        "yes" => Told::So,
        "no" | "none" => Told::NotSo,
        _ if label.starts_with("Yes:") => Told::So,
        _ if label.starts_with("No:") => Told::NotSo,
        _ if id == vocabulary.jurisdiction() => Told::Otherwise(label.to_owned()),
        "other" => Told::Otherwise(label.to_lowercase()),
        value => Told::Otherwise(value.replace('_', " ")),
    }
}
