//! The engine's answer beside the naive one, and what differs.

use std::sync::LazyLock;

use serde_json::Value;
use signpost::advise::advise;
use signpost::contract::incident;
use signpost::contract::pack::PackSelection;
use signpost::facts::{Facts, Stated, Vocabulary};
use signpost::guidance::{self, File, Guidance};

use super::interpretation::Incident;
use super::memo::Memo;
use super::pack::Pack;
use super::packs::{ALL, FIRST};
use super::{compose, json, room};

/// What is not compared: details of contacts and labels of facts, which are copied as they are written, and what hangs
/// on the program and on the day.
pub(super) const NOT_COMPARED: [&str; 13] = [
    "card.*.call.label",
    "card.*.call.href",
    "card.ask.facts.answers.label",
    "contacts.name",
    "contacts.phones",
    "contacts.url",
    "contacts.email",
    "contacts.hours",
    "contacts.not_for",
    "receipt.program",
    "receipt.packs.digest",
    "receipt.packs.review_overdue",
    "all_questions.facts.label",
];

/// The guidance that the program carries, as the engine takes it.
static GUIDANCE: LazyLock<Guidance> =
    LazyLock::new(|| guidance::embedded().expect("sound guidance"));

/// A body of guidance as both evaluators take it.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) guidance: &'static Guidance,
    pub(super) naive: &'static Pack,
    /// The packs that a request names.
    pub(super) packs: PackSelection,
}

impl Body {
    /// What the program carries: all packs, and the first alone.
    pub(super) fn shipped() -> [Self; 2] {
        Self::both(&GUIDANCE, [&ALL, &FIRST])
    }

    /// The guidance of some files: all packs, and the first alone. It stays in memory to the end.
    pub(super) fn of(mut files: Vec<File>) -> [Self; 2] {
        // As a folder is read: SEMANTICS 3.2.
        files.sort();
        let naive = [Pack::all(&files), Pack::first(&files)];
        let naive = naive.map(|pack| &*Box::leak(Box::new(pack)));
        let guidance = guidance::from_files(files).unwrap_or_else(|faults| panic!("{faults:#?}"));
        Self::both(Box::leak(Box::new(guidance)), naive)
    }

    /// The engine's answer as it is sent, with what else is asked for.
    pub(super) fn bytes(&self, incident: &Incident, include: &[&str]) -> Vec<u8> {
        let asked = incident::Incident {
            facts: stated(self.guidance.vocabulary(), incident),
            include: serde_json::from_value(include.into()).unwrap(),
            packs: self.packs,
        };
        let mut bytes = Vec::new();
        advise(self.guidance, &asked).write(&mut bytes);
        bytes
    }

    /// The same as a client reads it.
    pub(super) fn answer(&self, incident: &Incident, include: &[&str]) -> Value {
        serde_json::from_slice(&self.bytes(incident, include)).unwrap()
    }

    fn both(guidance: &'static Guidance, [all, first]: [&'static Pack; 2]) -> [Self; 2] {
        let body = |naive, packs| Self {
            guidance,
            naive,
            packs,
        };
        [
            body(all, PackSelection::ALL),
            body(first, PackSelection::FIRST),
        ]
    }
}

/// Fails where the two differ, on the smallest such incident that is found.
pub(super) fn assert_agreement(bodies: &[Body], incident: &Incident, memo: &mut Memo) {
    for body in bodies {
        if differences(body, incident, memo).is_empty() {
            continue;
        }
        let smallest = shrunk(body, incident.clone(), memo);
        let differences = differences(body, &smallest, memo).join("\n");
        panic!("the engine and the naive evaluator differ on\n{smallest:#?}\n{differences}");
    }
}

/// The incident without the facts that the disagreement does not need.
fn shrunk(body: &Body, incident: Incident, memo: &mut Memo) -> Incident {
    for fact in incident.keys() {
        let mut smaller = incident.clone();
        smaller.remove(fact);
        if !differences(body, &smaller, memo).is_empty() {
            return shrunk(body, smaller, memo);
        }
    }
    incident
}

fn differences(body: &Body, incident: &Incident, memo: &mut Memo) -> Vec<String> {
    let engine = body.answer(incident, &["all"]);
    let mut naive = compose::answer(body.naive, incident, memo);
    room::shorten(&mut naive, &engine);
    json::differences(&engine, &naive, &NOT_COMPARED)
}

/// The facts as the engine takes them.
pub(super) fn stated(vocabulary: &Vocabulary, incident: &Incident) -> Facts {
    let mut facts = Facts::default();
    for (name, answer) in incident {
        let fact = vocabulary.named(name).unwrap();
        let answer = vocabulary[fact].answer(answer);
        facts.state(fact, answer.map_or(Stated::Unknown, Stated::Answer));
    }
    facts
}
