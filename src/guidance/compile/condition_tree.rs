//! The parts of a condition, with what each says in words.

use super::drawn::Drawn;
use super::names::Named;
use super::text::values;
use crate::contract::advice::Term;
use crate::contract::prerendered::Prerendered;
use crate::facts::Vocabulary;
use crate::guidance::model::CompiledPart;
use crate::guidance::pack_schema::Word;
use crate::mdd::Builder;

/// A part before its diagram is kept.
#[derive(Debug)]
pub(super) struct DraftPart {
    pub(super) drawn: Drawn,
    depth: usize,
    term: Term,
    name: Option<String>,
    answers: Vec<String>,
    says: String,
}

impl DraftPart {
    /// A part that is made of those below it.
    pub(super) fn made_of_others(term: Term, depth: usize, drawn: Drawn) -> Self {
        let says = match term {
            Term::Any => "At least one of these",
            Term::Not => "Not this",
            Term::Known => "It is known that this is so",
            Term::All | Term::Situation | Term::Gate | Term::Fact | Term::NotKnown => {
                "All of these"
            }
        };
        Self {
            drawn,
            depth,
            term,
            name: None,
            answers: Vec::new(),
            says: says.to_owned(),
        }
    }

    /// A situation or a gate. One that does not exist is a fault, and holds.
    pub(super) fn named<I>(term: Term, depth: usize, word: &Word, found: Option<Named<I>>) -> Self {
        let (drawn, says) = found.map_or((Drawn::TRUE, String::new()), |found| {
            (found.drawn, found.says.to_string())
        });
        Self {
            drawn,
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
        drawn: Drawn,
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
            drawn,
            depth,
            term: Term::Fact,
            name: Some(name.value.clone()),
            answers: counting.iter().map(|answer| answer.value.clone()).collect(),
            says: format!("{label} {}", labels.join(" / ")),
        }
    }

    /// Facts, one of which was asked and is not known.
    pub(super) fn not_known(
        vocabulary: &Vocabulary,
        depth: usize,
        facts: &[Word],
        drawn: Drawn,
    ) -> Self {
        let named = facts
            .iter()
            .filter_map(|word| vocabulary.named(&word.value));
        let labels: Vec<_> = named.map(|fact| &*vocabulary[fact].label).collect();
        Self {
            drawn,
            depth,
            term: Term::NotKnown,
            name: None,
            answers: Vec::new(),
            says: format!("Asked, and not known: {}", labels.join(" / ")),
        }
    }

    /// The part, with its diagram kept.
    pub(super) fn keep(self, builder: &mut Builder) -> CompiledPart {
        CompiledPart {
            when: builder.keep_part(self.drawn.now),
            depth: self.depth,
            term: self.term,
            name: self.name,
            answers: self.answers,
            says: Prerendered::new(self.says),
        }
    }
}
