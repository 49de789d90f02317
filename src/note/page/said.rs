//! What was said: the facts that were given, each in a few words (SEMANTICS 18.3).

use super::room::Room;
use super::section::more;
use crate::contract::advice::Advice;
use crate::contract::incident::{CountedFact, FactBasis};
use crate::facts::{FactId, UNKNOWN, Vocabulary};
use crate::note::members;
use crate::note::sheet::Block;

/// What marks a fact that was said one way and the other.
const CONTRADICTORY: &str = "*";

/// The facts that were given, as many as there is room for. Those that are not so yield first, the last before the others.
pub(super) fn blocks(vocabulary: &Vocabulary, advice: &Advice<'_>, room: Room) -> Vec<Block> {
    let mut said = Recital::of(vocabulary, advice);
    loop {
        let blocks = said.blocks();
        if room.has_blocks(&blocks) || !said.leaves_out_one() {
            return blocks;
        }
    }
}

/// What was said, in sentences.
#[derive(Default)]
struct Recital {
    so: Enumeration,
    not_so: Enumeration,
    not_known: Enumeration,
}

/// What was said alike, and how much of it is left out.
#[derive(Default)]
struct Enumeration {
    told: Vec<String>,
    left_out: usize,
}

impl Recital {
    fn of(vocabulary: &Vocabulary, advice: &Advice<'_>) -> Self {
        let mut said = Self::default();
        let given = members::facts(advice);
        for fact in given.filter(|fact| fact.basis != FactBasis::Implied) {
            let Some(id) = vocabulary.named(fact.fact) else {
                continue;
            };
            let mark = match fact.basis {
                FactBasis::Contradictory => CONTRADICTORY,
                _ => "",
            };
            let short = &vocabulary[id].short;
            let (kind, answer) = match answer(vocabulary, id, fact) {
                Told::So => (&mut said.so, String::new()),
                Told::Otherwise(answer) => (&mut said.so, format!(": {answer}")),
                Told::NotSo => (&mut said.not_so, String::new()),
                Told::NotKnown => (&mut said.not_known, String::new()),
            };
            kind.told.push(format!("{short}{answer}{mark}"));
        }
        said
    }

    fn blocks(&self) -> Vec<Block> {
        let kinds = [
            ("What was said", &self.so),
            ("Not so", &self.not_so),
            ("Not known", &self.not_known),
        ];
        let said = kinds.into_iter().filter_map(|(label, kind)| {
            let text = kind.text()?;
            Some(Block::RunIn(label, text))
        });
        let mut blocks: Vec<Block> = said.collect();
        if blocks.is_empty() {
            blocks.push(Block::RunIn("What was said", "nothing yet.".to_owned()));
        }
        let mut told = kinds.iter().flat_map(|(_, kind)| &kind.told);
        if told.any(|told| told.ends_with(CONTRADICTORY)) {
            blocks.push(Block::Text(format!("{CONTRADICTORY} contradictory")));
        }
        blocks
    }

    /// Whether there was one to leave out.
    fn leaves_out_one(&mut self) -> bool {
        let kinds = [&mut self.not_so, &mut self.not_known, &mut self.so];
        let yielding = kinds.into_iter().find(|kind| !kind.told.is_empty());
        yielding.is_some_and(|kind| {
            kind.left_out += 1;
            kind.told.pop().is_some()
        })
    }
}

impl Enumeration {
    /// The sentence, and how much more there is.
    fn text(&self) -> Option<String> {
        let mut text = String::new();
        if !self.told.is_empty() {
            text = format!("{}.", self.told.join("; "));
        }
        if self.left_out > 0 {
            text.push_str(&more(self.left_out));
        }
        (!text.is_empty()).then_some(text)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn told(facts: &[&str]) -> Enumeration {
        Enumeration {
            told: facts.iter().map(|fact| (*fact).to_owned()).collect(),
            left_out: 0,
        }
    }

    #[test]
    fn what_is_not_so_gives_way_first_and_what_is_so_last() {
        let mut said = Recital {
            so: told(&["sent"]),
            not_so: told(&["paid", "met"]),
            not_known: told(&["forced"]),
        };
        let mut left = Vec::new();
        while said.leaves_out_one() {
            let texts = [&said.so, &said.not_so, &said.not_known].map(Enumeration::text);
            left.push(texts.map(Option::unwrap_or_default).join("|"));
        }
        assert_eq!(
            left,
            [
                "sent.|paid. (1 more)|forced.",
                "sent.| (2 more)|forced.",
                "sent.| (2 more)| (1 more)",
                " (1 more)| (2 more)| (1 more)",
            ]
        );
    }
}
