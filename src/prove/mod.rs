//! Safety, proved over every incident that can be stated.
//!
//! `invariants.yaml` says what must hold, once each, in plain English. Here each is turned into the
//! set of incidents that break it, as a diagram: it holds exactly
//! when that set is empty, and what is in it otherwise is a counterexample that can be posted.

mod card;
mod checks;
mod citations;
mod claimed_card;
mod claimed_facts;
mod claimed_items;
mod claims;
mod completeness;
mod danger;
mod extensions;
mod heaviest;
mod invariants;
mod statuses;
mod subject;
#[cfg(test)]
mod tests;
mod violation;
mod waiting;
mod wordings;

use std::time::{Duration, Instant};

use self::invariants::Invariant;
use self::subject::Subject;
use self::violation::Violation;
use crate::contract::catalogue::{PackAssurance, ProvedInvariant};
use crate::facts::{FactId, FactSet, Facts, Stated, Vocabulary};
use crate::guidance::Guidance;
pub use crate::mdd::LimitReached;
use crate::mdd::Node;
use crate::symbolic::{ModelCounter, SmallestFinder, Symbolic};

/// How many nodes there is room for where nobody says otherwise: about four gigabytes.
pub const MOST_NODES: usize = 80_000_000;

/// What was proved of a body of guidance.
#[derive(Debug)]
pub struct Proof {
    /// The invariants, in the order of their file.
    pub invariants: Vec<Proved>,
    /// The names in invariants that the guidance does not have.
    pub missing: Vec<String>,
    /// How many nodes the diagrams have once everything is drawn, and how long it took.
    pub drawn: (usize, Duration),
}

/// One invariant, and whether it holds.
#[derive(Debug)]
pub struct Proved {
    /// Its id.
    pub id: String,
    /// What holds, in plain English.
    pub says: String,
    /// The facts that it concerns.
    pub facts: FactSet,
    /// How many incidents these facts allow; nothing where they are too many to be counted.
    pub incidents: Option<u128>,
    /// In how many of them it holds.
    pub holding: Option<u128>,
    /// How long it took.
    pub took: Duration,
    /// Of what it counts, the most that is in any incident.
    pub most: Option<usize>,
    /// A smallest incident that breaks it.
    pub counterexample: Option<Counterexample>,
}

/// An incident that breaks an invariant.
#[derive(Debug)]
pub struct Counterexample {
    /// What is stated.
    pub facts: Facts,
    /// What breaks it once it is stated as well.
    pub then: Option<(FactId, Stated)>,
    /// What is wrong.
    pub what: String,
}

impl Proof {
    /// Whether every invariant holds.
    pub fn holds(&self) -> bool {
        self.invariants.iter().all(Proved::holds)
    }
}

impl Proof {
    /// What was proved, to be kept with the packs.
    pub fn assurance(&self, guidance: &Guidance) -> PackAssurance {
        let number = |count: Option<u128>| count.map_or("uncounted".to_owned(), |n| n.to_string());
        let invariants = self.invariants.iter().map(|one| ProvedInvariant {
            id: one.id.clone(),
            says: one.says.clone(),
            facts: one.facts.iter().count(),
            incidents: number(one.incidents),
            proved: number(one.holding),
        });
        PackAssurance {
            packs: guidance.packs().to_vec(),
            invariants: invariants.collect(),
            not_covered: self.not_covered(),
        }
    }

    /// What the proof does not cover.
    pub fn not_covered(&self) -> Vec<String> {
        let missing = self.missing.iter();
        let missing =
            missing.map(|name| format!("`{name}`, which an invariant names and no pack has"));
        NOT_COVERED
            .map(str::to_owned)
            .into_iter()
            .chain(missing)
            .collect()
    }
}

/// What no invariant speaks of.
const NOT_COVERED: [&str; 5] = [
    "whether an item says what its statements say: people check that, two for each item",
    "contacts: their details, and which of them an item names, save where an invariant says that one is not named",
    "the order of items and questions, save what stands first in danger; and whether an action stands in the list or \
     under its question, save where an invariant says so",
    "the words of the card and the order of its lines: people read them; and which of the lines that may be cut are",
    "that the engine does what the diagrams say: tests compare the two on random incidents",
];

impl Proved {
    /// Whether it holds in every incident.
    pub fn holds(&self) -> bool {
        self.counterexample.is_none()
    }
}

/// Proves every invariant of a body of guidance, or finds what breaks it, with diagrams of at most so
/// many nodes.
///
/// # Errors
///
/// That was not enough.
pub fn prove(guidance: &Guidance, limit: usize) -> Result<Proof, LimitReached> {
    prove_some(guidance, limit, |_| true)
}

/// Proves those invariants whose id is wanted.
///
/// # Errors
///
/// So many nodes were not enough.
pub fn prove_some(
    guidance: &Guidance,
    limit: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<Proof, LimitReached> {
    let start = Instant::now();
    let mut subject = Subject::new(Symbolic::of(guidance, limit)?);
    let invariants = invariants::invariants();
    let here = |one: &Invariant| {
        let mut packs = guidance.packs().iter();
        let needed = one.needs.as_ref();
        needed.is_none_or(|needed| packs.any(|pack| pack.pack == *needed))
    };
    let wanted = invariants.iter().filter(|one| here(one) && wanted(&one.id));
    let proved = wanted.map(|one| one_of(&mut subject, one));
    let invariants = proved.collect::<Result<_, _>>()?;
    // What an invariant needs of the diagrams is drawn when it first asks.
    let size = subject.symbolic.evaluator.incidents.builder.node_count();
    Ok(Proof {
        invariants,
        drawn: (size, start.elapsed()),
        missing: subject.missing,
    })
}

fn one_of(subject: &mut Subject<'_>, invariant: &Invariant) -> Result<Proved, LimitReached> {
    let start = Instant::now();
    subject.concerned = FactSet::default();
    subject.most = None;
    let mut violations = Vec::new();
    if let Some(never) = &invariant.never {
        let claimed = subject.incidents_of(never);
        violations.push(Violation::new(claimed, "it is so"));
    }
    if let Some(check) = invariant.check {
        violations.extend(subject.check(check, invariant));
    }
    let facts = subject.concerned;
    let vocabulary = subject.vocabulary();
    let incidents = &mut subject.symbolic.evaluator.incidents;
    let any = incidents.any(violations.iter().map(|violation| violation.incidents));
    let holding = incidents.builder.not(any);
    subject.symbolic.evaluator.check()?;
    let builder = &subject.symbolic.evaluator.incidents.builder;
    let mut finder = SmallestFinder::new(builder);
    let counterexample = violations
        .iter()
        .filter_map(|violation| {
            let facts = finder.smallest(violation.incidents)?;
            Some(Counterexample {
                facts,
                then: violation.then,
                what: violation.what.clone(),
            })
        })
        .min_by_key(|found| stated(vocabulary, &found.facts));
    let mut counter = ModelCounter::new(builder, facts);
    Ok(Proved {
        id: invariant.id.clone(),
        says: invariant.says.clone(),
        facts,
        incidents: counter.count(Node::TRUE),
        holding: counter.count(holding),
        took: start.elapsed(),
        most: subject.most,
        counterexample,
    })
}

/// How much is stated.
fn stated(vocabulary: &Vocabulary, facts: &Facts) -> usize {
    vocabulary
        .ids()
        .filter(|fact| facts.stated(*fact) != Stated::NotAsked)
        .count()
}
