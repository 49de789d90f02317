//! The engine's answer beside the naive one, and what differs.

use std::fmt::Debug;
use std::sync::LazyLock;

use signpost::advise::advise;
use signpost::contract::pack::PackSelection;
use signpost::contract::write_json;
use signpost::facts::{Facts, Stated, Vocabulary};
use signpost::guidance::{self, File, Guidance};

use super::answer::{Answer, Words};
use super::interpretation::Incident;
use super::memo::Memo;
use super::pack::Pack;
use super::packs::{ALL, FIRST};
use super::{card, compose};

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
    let (naive, minute) = compose::answer(body.naive, incident, memo);
    let mut json = Vec::new();
    let asked = signpost::contract::incident::Incident {
        packs: body.packs,
        ..stated(body.guidance.vocabulary(), incident).into()
    };
    write_json::WriteJson::write_json(&advise(body.guidance, &asked), &mut json);
    let engine: Answer<Words> = serde_json::from_slice(&json).unwrap();
    let engines_minute = card::compared(&serde_json::from_slice(&json).unwrap());
    let minute = one("first minute", &engines_minute, &minute);
    if naive == engine || !minute.is_empty() {
        return minute;
    }
    let told = [
        one("scope", &engine.scope, &naive.scope),
        one("urgency", &engine.urgency, &naive.urgency),
        many("situations", &engine.situations, &naive.situations),
        many("prohibitions", &engine.prohibitions, &naive.prohibitions),
        many("actions", &engine.actions, &naive.actions),
        many("waiting", &engine.waiting, &naive.waiting),
        many("questions", &engine.questions, &naive.questions),
        many("explanations", &engine.explanations, &naive.explanations),
        many("contacts", &engine.contacts, &naive.contacts),
        one("citations", &engine.citations, &naive.citations),
        one(
            "contradictions",
            &engine.contradictions,
            &naive.contradictions,
        ),
        many("not_covered", &engine.not_covered, &naive.not_covered),
        one("completeness", &engine.completeness, &naive.completeness),
        many("facts", &engine.facts, &naive.facts),
        many("guidance", &engine.guidance, &naive.guidance),
    ]
    .concat();
    if told.is_empty() {
        // In a member that is not listed here.
        one("answer", &engine, &naive)
    } else {
        told
    }
}

fn many<T: Debug + PartialEq>(name: &str, engine: &[T], naive: &[T]) -> Vec<String> {
    let length = engine.len().max(naive.len());
    (0..length)
        .flat_map(|place| one(name, &engine.get(place), &naive.get(place)))
        .collect()
}

/// The lines that only one of the two has.
pub(super) fn one<T: Debug + PartialEq>(name: &str, engine: &T, naive: &T) -> Vec<String> {
    if engine == naive {
        return Vec::new();
    }
    let (engine, naive) = (format!("{engine:#?}"), format!("{naive:#?}"));
    let only = |who: &str, text: &str, other: &str| {
        let lines = text
            .lines()
            .filter(|line| !other.lines().any(|same| same == *line));
        lines
            .map(|line| format!("  {who} {}", line.trim()))
            .collect::<Vec<_>>()
    };
    let about = engine
        .lines()
        .chain(naive.lines())
        .find(|line| line.contains("id: "));
    let name = format!("{name} {}", about.unwrap_or_default().trim());
    [
        vec![name],
        only("engine", &engine, &naive),
        only("naive ", &naive, &engine),
    ]
    .concat()
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
