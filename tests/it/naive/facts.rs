//! Facts and exclusions as the naive evaluator reads them: from the same YAML files.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// What every fact can be beside its answers.
pub(super) const UNKNOWN: &str = "unknown";

/// A fact and some of its answers.
pub(super) type Side = (&'static str, Vec<&'static str>);

/// A fact and all of its answers.
pub(super) type Fact = Side;

/// Answers that cannot both be true: SEMANTICS 1.2.
pub(super) struct Exclusion {
    pub(super) one: Side,
    pub(super) other: Side,
    pub(super) implies: bool,
    pub(super) ask: String,
}

/// Every fact, in the order of the file.
pub(super) static FACTS: LazyLock<Vec<Fact>> = LazyLock::new(|| {
    let groups = read::<FactsFile>("facts.yaml").groups.iter();
    let facts = groups.flat_map(|group| &group.facts);
    facts
        .map(|fact| (fact.name.as_str(), words(&fact.answers.0)))
        .collect()
});

/// What can be stated of a fact: its answers, and that it is not known.
pub(super) fn offered(name: &str) -> Vec<&'static str> {
    let mut facts = FACTS.iter();
    let (_, answers) = facts.find(|(fact, _)| *fact == name).expect("a fact");
    answers.iter().copied().chain([UNKNOWN]).collect()
}

/// How a fact is asked on the phone: its label where nothing is written.
pub(super) fn spoken(name: &str) -> &'static str {
    static SPOKEN: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let groups = read::<FactsFile>("facts.yaml").groups.iter();
        let facts = groups.flat_map(|group| &group.facts);
        facts
            .map(|fact| {
                (
                    fact.name.as_str(),
                    fact.spoken.as_deref().unwrap_or(&fact.label),
                )
            })
            .collect()
    });
    SPOKEN[name]
}

/// The answers that facts may come to, whatever they are now: SEMANTICS 1.12.
pub(super) static CHANGING: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let groups = read::<FactsFile>("facts.yaml").groups.iter();
    let facts = groups.flat_map(|group| &group.facts);
    facts
        .map(|fact| (fact.name.as_str(), words(&fact.may_still_change)))
        .collect()
});

/// Every exclusion, in the order of the file.
pub(super) static EXCLUSIONS: LazyLock<Vec<Exclusion>> = LazyLock::new(|| {
    let groups = read::<ExclusionsFile>("exclusions.yaml").exclusions.iter();
    let pairs = groups.flat_map(|group| group.excludes.iter().map(move |other| (group, other)));
    pairs.map(|(one, other)| exclusion(one, other)).collect()
});

fn exclusion(one: &'static Group, other: &'static Excluded) -> Exclusion {
    let says = |says: &Option<String>| says.clone().unwrap_or_default();
    let asked = || {
        let (one, other) = (says(&one.says), says(&other.says));
        format!("You say that {one}, and that {other}. Which is right?")
    };
    Exclusion {
        one: one.answer.side(),
        other: other.answer.side(),
        implies: other.implies,
        ask: other.ask.clone().unwrap_or_else(asked),
    }
}

#[derive(Deserialize)]
struct FactsFile {
    groups: Vec<Facts>,
}

#[derive(Deserialize)]
struct Facts {
    facts: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    name: String,
    label: String,
    spoken: Option<String>,
    answers: Answers,
    #[serde(default)]
    may_still_change: Vec<String>,
}

#[derive(Deserialize)]
struct ExclusionsFile {
    exclusions: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    answer: Named,
    says: Option<String>,
    excludes: Vec<Excluded>,
}

#[derive(Deserialize)]
struct Excluded {
    answer: Named,
    says: Option<String>,
    ask: Option<String>,
    #[serde(default = "yes")]
    implies: bool,
}

fn yes() -> bool {
    true
}

/// A mapping of one fact to some of its answers.
#[derive(Deserialize)]
#[serde(transparent)]
struct Named(BTreeMap<String, Vec<String>>);

impl Named {
    fn side(&'static self) -> Side {
        let (fact, answers) = self.0.first_key_value().expect("a fact");
        (fact, words(answers))
    }
}

/// `yes_no`, or a mapping of answers to what they are called.
struct Answers(Vec<String>);

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswersOf)
    }
}

struct AnswersOf;

impl<'de> Visitor<'de> for AnswersOf {
    type Value = Answers;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("answers")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Answers, E> {
        assert_eq!(word, "yes_no");
        Ok(Answers(vec!["yes".to_owned(), "no".to_owned()]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
        let mut answers = Vec::new();
        while let Some((answer, _)) = map.next_entry::<String, String>()? {
            answers.push(answer);
        }
        Ok(Answers(answers))
    }
}

fn words(words: &'static [String]) -> Vec<&'static str> {
    words.iter().map(String::as_str).collect()
}

/// What a file of the packs holds. It stays in memory to the end.
fn read<T: for<'de> Deserialize<'de>>(name: &str) -> &'static T {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
    let text = fs::read_to_string(packs.join(name)).unwrap();
    Box::leak(Box::new(serde_saphyr::from_str(&text).unwrap()))
}
