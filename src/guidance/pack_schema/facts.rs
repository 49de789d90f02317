//! Facts and exclusions as their authors write them.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::word::Word;

/// The file of facts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct FactsFile {
    pub(in crate::guidance) groups: Vec<WrittenGroup>,
}

/// The facts that belong together on a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenGroup {
    pub(in crate::guidance) title: String,
    pub(in crate::guidance) facts: Vec<WrittenFact>,
}

/// One fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenFact {
    pub(in crate::guidance) name: Word,
    /// The question, as a form would show it.
    pub(in crate::guidance) label: Word,
    /// What a note calls it.
    pub(in crate::guidance) short: Word,
    /// The question, as it is asked on the phone. Left out: the label.
    #[serde(default)]
    pub(in crate::guidance) spoken: Option<Word>,
    /// Everyday words by which it is looked for that its label and answers do not have.
    #[serde(default)]
    pub(in crate::guidance) keywords: Vec<Word>,
    /// Its boundary: what counts and what does not.
    pub(in crate::guidance) description: Word,
    pub(in crate::guidance) answers: WrittenAnswers,
    /// The answers that it can still come to, whatever is known of it now.
    #[serde(default)]
    pub(in crate::guidance) may_still_change: Vec<Word>,
}

/// The answers to a fact, each a value with its label; `yes_no` stands for yes and no.
#[derive(Debug)]
pub(in crate::guidance) struct WrittenAnswers(pub(in crate::guidance) Vec<(String, String)>);

/// The file of exclusions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct ExclusionsFile {
    pub(in crate::guidance) exclusions: Vec<WrittenExclusions>,
}

/// One answer, and all that it excludes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenExclusions {
    pub(in crate::guidance) answer: WrittenSide,
    /// What whoever states it says.
    #[serde(default)]
    pub(in crate::guidance) says: Option<Word>,
    pub(in crate::guidance) excludes: Vec<WrittenExcluded>,
}

/// An answer that another excludes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenExcluded {
    pub(in crate::guidance) answer: WrittenSide,
    /// What whoever states it says.
    #[serde(default)]
    pub(in crate::guidance) says: Option<Word>,
    /// What to settle, where it is not made of what the two say.
    #[serde(default)]
    pub(in crate::guidance) ask: Option<Word>,
    /// Whether either of the answers, stated, takes the other from a fact that is open.
    #[serde(default = "implies")]
    pub(in crate::guidance) implies: bool,
}

fn implies() -> bool {
    true
}

/// A fact with those of its answers that take part.
#[derive(Debug)]
pub(in crate::guidance) struct WrittenSide {
    pub(in crate::guidance) fact: Word,
    pub(in crate::guidance) answers: Vec<Word>,
}

impl<'de> Deserialize<'de> for WrittenSide {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SideVisitor)
    }
}

struct SideVisitor;

impl<'de> Visitor<'de> for SideVisitor {
    type Value = WrittenSide;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("one fact with a list of its answers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenSide, A::Error> {
        let side = map.next_entry()?;
        let more = map.next_key::<Word>()?;
        match (side, more) {
            (Some((fact, answers)), None) => Ok(WrittenSide { fact, answers }),
            _ => Err(A::Error::custom(
                "an answer is one fact with a list of its answers",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for WrittenAnswers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswersVisitor)
    }
}

struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = WrittenAnswers;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("`yes_no`, or values with their labels")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<WrittenAnswers, E> {
        if word != "yes_no" {
            return Err(E::custom(
                "answers are `yes_no`, or values with their labels",
            ));
        }
        let answers = [("yes", "Yes"), ("no", "No")];
        let answers = answers.map(|(value, label)| (value.to_owned(), label.to_owned()));
        Ok(WrittenAnswers(answers.to_vec()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenAnswers, A::Error> {
        let mut answers = Vec::new();
        while let Some(answer) = map.next_entry()? {
            answers.push(answer);
        }
        Ok(WrittenAnswers(answers))
    }
}
