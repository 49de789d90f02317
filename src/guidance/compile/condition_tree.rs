//! The parts of a condition, with what each says in words.

use super::names::Named;
use super::text::values;
use crate::contract::advice::Term;
use crate::contract::prerendered::Prerendered;
use crate::facts::Vocabulary;
use crate::guidance::model::CompiledPart;
use crate::guidance::pack_schema::Word;
use crate::mdd::{Builder, Node};

/// A part before its diagram is kept.
#[derive(Debug)]
pub(super) struct DraftPart {
    pub(super) node: Node,
    depth: usize,
    term: Term,
    name: Option<String>,
    answers: Vec<String>,
    says: String,
}

impl DraftPart {
    /// A part that is made of those below it.
    pub(super) fn made_of_others(term: Term, depth: usize, node: Node) -> Self {
        let says = match term {
            Term::Any => "At least one of these",
            Term::Not => "Not this",
            Term::All | Term::Situation | Term::Gate | Term::Fact => "All of these",
        };
        Self {
            node,
            depth,
            term,
            name: None,
            answers: Vec::new(),
            says: says.to_owned(),
        }
    }

    /// A situation or a gate. One that does not exist is a fault, and holds.
    pub(super) fn named<I>(term: Term, depth: usize, word: &Word, found: Option<Named<I>>) -> Self {
        let (node, says) = found.map_or((Node::TRUE, String::new()), |found| {
            (found.node, found.says.to_string())
        });
        Self {
            node,
            depth,
            term,
            name: Some(word.value.clone()),
            answers: Vec::new(),
            says,
        }
    }

    /// A fact and the answers that count.
    pub(super) fn of_fact(
        vocabulary: &Vocabulary,
        depth: usize,
        name: &Word,
        answers: &[Word],
        node: Node,
    ) -> Self {
        let values = values(answers);
        let fact = vocabulary.named(&name.value).map(|id| &vocabulary[id]);
        let counting = fact.map(|fact| {
            let answers = fact.answers.iter();
            answers.filter(|answer| values.contains(&answer.value))
        });
        let counting: Vec<_> = counting.into_iter().flatten().collect();
        let labels: Vec<_> = counting.iter().map(|answer| &*answer.label).collect();
        let label = fact.map_or("", |fact| &*fact.label);
        Self {
            node,
            depth,
            term: Term::Fact,
            name: Some(name.value.clone()),
            answers: counting.iter().map(|answer| answer.value.clone()).collect(),
            says: format!("{label} {}", labels.join(" / ")),
        }
    }

    /// The part, with its diagram kept.
    pub(super) fn keep(self, builder: &mut Builder) -> CompiledPart {
        CompiledPart {
            when: builder.keep_part(self.node),
            depth: self.depth,
            term: self.term,
            name: self.name,
            answers: self.answers,
            says: Prerendered::new(self.says),
        }
    }
}
