//! The names that parts of guidance refer to each other by.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use super::drawn::Drawn;
use crate::facts::{AnswerSet, Fact, FactId, Vocabulary};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, is_id, line};
use crate::nearest::nearest;

/// Names of one kind and what they stand for.
#[derive(Debug)]
pub(super) struct Names<T> {
    kind: &'static str,
    unknown: Code,
    known: BTreeMap<String, T>,
}

impl<T: Clone> Names<T> {
    pub(super) fn new(kind: &'static str, unknown: Code) -> Self {
        Self {
            kind,
            unknown,
            known: BTreeMap::new(),
        }
    }

    /// Gives a name to something; a name is given once.
    pub(super) fn give(&mut self, faults: &mut Faults, file: &Path, word: &Word, meaning: T) {
        let place = (file, line(word));
        let id = &word.value;
        if !is_id(id) {
            let message = format!("`{id}` is not an id");
            faults.add(
                Code::BadWord,
                place,
                message,
                "use letters, digits and underscores",
            );
        }
        if self.known.insert(id.clone(), meaning).is_some() {
            let message = format!("the {} `{id}` is given twice", self.kind);
            faults.add(
                Code::DuplicateId,
                place,
                message,
                "an id stands for one thing and is never reused",
            );
        }
    }

    /// Whether the name is given.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// What a name stands for, if it is given.
    pub(super) fn get(&self, name: &str) -> Option<T> {
        self.known.get(name).cloned()
    }

    /// What a name stands for; an unknown name is a fault.
    pub(super) fn find(&self, faults: &mut Faults, file: &Path, word: &Word) -> Option<T> {
        let found = self.known.get(&word.value).cloned();
        if found.is_none() {
            let message = format!("there is no {} `{}`", self.kind, word.value);
            let help = hint_at_nearest(&word.value, self.known.keys().map(String::as_str));
            faults.add(self.unknown, (file, line(word)), message, help);
        }
        found
    }

    /// What each of the names stands for.
    pub(super) fn find_all(&self, faults: &mut Faults, file: &Path, words: &[Word]) -> Vec<T> {
        words
            .iter()
            .filter_map(|word| self.find(faults, file, word))
            .collect()
    }
}

/// A condition that other conditions can name.
#[derive(Debug, Clone)]
pub(super) struct Named<I> {
    pub(super) id: I,
    pub(super) drawn: Drawn,
    /// What it is called.
    pub(super) says: Rc<str>,
}

/// The fact of that name; an unknown name is a fault.
pub(super) fn fact_named(
    vocabulary: &Vocabulary,
    faults: &mut Faults,
    file: &Path,
    name: &Word,
) -> Option<FactId> {
    let found = vocabulary.named(&name.value);
    if found.is_none() {
        let message = format!("there is no fact `{}`", name.value);
        let known = vocabulary.facts().iter().map(|fact| &*fact.name);
        let help = hint_at_nearest(&name.value, known);
        faults.add(Code::UnknownFact, (file, line(name)), message, help);
    }
    found
}

/// The answers of a fact that are named; each that is unknown is a fault, and then there are none.
pub(super) fn answers_of(
    fact: &Fact,
    faults: &mut Faults,
    file: &Path,
    words: &[Word],
) -> Option<AnswerSet> {
    let mut answers = Vec::new();
    for word in words {
        if let Some(answer) = fact.answer(&word.value) {
            answers.push(answer);
            continue;
        }
        let message = format!("`{}` has no answer `{}`", fact.name, word.value);
        let list = fact.values().collect::<Vec<_>>().join(", ");
        let hint = hint_at_nearest(&word.value, fact.values());
        let help = format!("{hint} (its answers: {list})");
        faults.add(Code::UnknownAnswer, (file, line(word)), message, help);
    }
    let all_known = answers.len() == words.len();
    all_known.then(|| answers.into_iter().collect())
}

/// The three numbers of an edition.
pub(super) fn edition(written: &str) -> Option<[u32; 3]> {
    let number = |part: &str| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| digits)
    };
    let numbers: Option<Vec<u32>> = written.split('.').map(number).collect();
    numbers?.try_into().ok()
}

/// A hint at the known name that is most like the unknown one.
pub(super) fn hint_at_nearest<'n>(unknown: &str, known: impl Iterator<Item = &'n str>) -> String {
    match nearest(unknown, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "name one that exists".to_owned(),
    }
}
