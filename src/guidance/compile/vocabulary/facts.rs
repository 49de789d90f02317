//! What a fact must be so that two people answer it alike.

use std::collections::BTreeSet;
use std::path::Path;

use crate::facts::{Answer, AnswerSet, Fact, MOST_FACTS, UNKNOWN};
use crate::guidance::compile::names::answers_of;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::words_of;
use crate::guidance::pack_schema::{WrittenFact, WrittenGroup, line};
use crate::guidance::parsed::In;

const LONGEST_LABEL: usize = 90;
const MOST_SENTENCES: usize = 5;
const MOST_WORDS_IN_SHORT: usize = 3;
const MOST_WORDS_SPOKEN: usize = 8;
const ANSWERS: std::ops::RangeInclusive<usize> = 2..=7;

/// What stands at the end of every boundary about the material, and is no sentence of its own.
const NOT_BY_LOOKING: &str =
    "Answer only from what you have been told; do not look, search or ask to be shown.";

/// Every fact, in the order in which a form would ask; no more than a vocabulary can hold.
pub(super) fn facts(groups: &[In<WrittenGroup>], faults: &mut Faults) -> Vec<Fact> {
    let mut names = BTreeSet::new();
    let mut facts = Vec::new();
    for In { file, part: group } in groups {
        for written in &group.facts {
            let mut check = FactCheck {
                file,
                faults,
                written,
            };
            check.name(names.insert(&written.name.value));
            check.texts();
            check.keywords();
            check.answers();
            check.place_for(facts.len());
            let fact = fact(group, written);
            let changing = answers_of(&fact, faults, file, &written.may_still_change);
            facts.push(Fact {
                may_still_change: changing.unwrap_or(AnswerSet::EMPTY),
                ..fact
            });
        }
    }
    facts.truncate(MOST_FACTS);
    facts
}

fn fact(group: &WrittenGroup, written: &WrittenFact) -> Fact {
    let answers = written.answers.0.iter();
    Fact {
        name: written.name.value.clone(),
        group: group.title.clone(),
        label: written.label.value.clone(),
        short: written.short.value.clone(),
        spoken: written
            .spoken
            .as_ref()
            .unwrap_or(&written.label)
            .value
            .clone(),
        keywords: written
            .keywords
            .iter()
            .map(|word| word.value.clone())
            .collect(),
        description: written.description.value.clone(),
        answers: answers
            .map(|(value, label)| Answer::new(value, label))
            .collect(),
        may_still_change: AnswerSet::EMPTY,
    }
}

/// One fact that is looked at.
struct FactCheck<'c> {
    file: &'c Path,
    faults: &'c mut Faults,
    written: &'c WrittenFact,
}

impl FactCheck<'_> {
    fn add(&mut self, code: Code, line: u64, message: String, help: &str) {
        self.faults.add(code, (self.file, line), message, help);
    }

    fn name(&mut self, is_new: bool) {
        let (name, line) = (&self.written.name.value, line(&self.written.name));
        if !is_snake_case(name) {
            let message = format!("`{name}` is not the name of a fact");
            let help = "use small letters, digits and single underscores";
            self.add(Code::BadWord, line, message, help);
        }
        if !is_new {
            let message = format!("the fact `{name}` is declared twice");
            let help = "a name stands for one fact and is never reused";
            self.add(Code::DuplicateId, line, message, help);
        }
    }

    fn texts(&mut self) {
        let WrittenFact {
            name,
            label,
            short,
            spoken,
            description,
            ..
        } = self.written;
        let name = &name.value;
        if !label.value.ends_with('?') || label.value.contains(char::is_control) {
            let message = format!("the label of `{name}` is not one question");
            let help = "write it as a form would ask it, in one line, with a question mark";
            self.add(Code::Fact, line(label), message, help);
        }
        let length = label.value.chars().count();
        if length > LONGEST_LABEL {
            let message = format!("the label of `{name}` has {length} characters");
            let help = format!("keep to {LONGEST_LABEL}; what counts is said in `description`");
            self.add(Code::TooLong, line(label), message, &help);
        }
        let words = words_of(&short.value);
        if !(1..=MOST_WORDS_IN_SHORT).contains(&words) {
            let message = format!("`short` of `{name}` has {words} words");
            let help = format!("keep to {MOST_WORDS_IN_SHORT}: a note has a line for all facts");
            self.add(Code::TooLong, line(short), message, &help);
        }
        let spoken = spoken.as_ref().unwrap_or(label);
        let words = words_of(&spoken.value);
        if words > MOST_WORDS_SPOKEN || !spoken.value.ends_with('?') {
            let message = format!("`{name}` is not asked in one short question");
            let help = format!(
                "give it a `spoken` question of at most {MOST_WORDS_SPOKEN} words, for the phone"
            );
            self.add(Code::TooLong, line(spoken), message, &help);
        }
        if !description.value.ends_with('.') {
            let message = format!("the description of `{name}` is no whole sentence");
            let help = "say what counts and what does not, and end with a full stop";
            self.add(Code::Fact, line(description), message, help);
        }
        let own = description.value.trim_end_matches(NOT_BY_LOOKING);
        let sentences = own.trim_end().split(". ").count();
        if sentences > MOST_SENTENCES {
            let message = format!("the description of `{name}` has {sentences} sentences");
            let help =
                format!("keep to {MOST_SENTENCES}: nobody reads more in the middle of a call");
            self.add(Code::TooLong, line(description), message, &help);
        }
    }

    fn keywords(&mut self) {
        let mut known = BTreeSet::new();
        for word in &self.written.keywords {
            let plain = word
                .value
                .chars()
                .all(|one| one.is_alphanumeric() && !one.is_uppercase());
            if !plain || word.value.is_empty() || !known.insert(&word.value) {
                let message = format!("`{}` is no keyword of its own", word.value);
                let help = "give each one word in small letters or digits, once";
                self.add(Code::BadWord, line(word), message, help);
            }
        }
    }

    fn answers(&mut self) {
        let (name, line) = (&self.written.name.value, line(&self.written.name));
        let answers = &self.written.answers.0;
        if !ANSWERS.contains(&answers.len()) {
            let message = format!("the number of answers to `{name}` is {}", answers.len());
            let help = format!("give it {} to {}", ANSWERS.start(), ANSWERS.end());
            self.add(Code::Fact, line, message, &help);
        }
        if answers.iter().any(|(value, _)| value == UNKNOWN) {
            let message = format!("`{name}` declares `{UNKNOWN}`");
            let help = "leave it out: every fact allows it";
            self.add(Code::Fact, line, message, help);
        }
        let word = |value: &str| {
            let mut letters = value.chars();
            letters.all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
        };
        for (value, _) in answers.iter().filter(|(value, _)| !word(value)) {
            let message = format!("`{value}` is not the value of an answer");
            let help = "use letters, digits, hyphens and underscores";
            self.add(Code::BadWord, line, message, help);
        }
    }

    fn place_for(&mut self, before: usize) {
        if before == MOST_FACTS {
            let message = format!("there are more than {MOST_FACTS} facts");
            let help = "a caller answers them one by one: join some, or take some away before they are published";
            self.add(Code::Fact, line(&self.written.name), message, help);
        }
    }
}

fn is_snake_case(name: &str) -> bool {
    let mut parts = name.split('_');
    let small = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && parts.all(|part| !part.is_empty() && part.chars().all(small))
}
