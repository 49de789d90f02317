//! What can be learned of an incident: an answer to every fact, no two of which exclude each other.

use std::sync::{Arc, LazyLock};

use fastrand::Rng;

use super::kinds::{KINDS, Kind, USUALLY};
use signpost::facts::{Exclusion, FactId, Facts, Stated, Vocabulary};
use signpost::guidance;

/// A kind of incident, as often as it comes.
pub(crate) fn any_kind(rng: &mut Rng) -> &'static Kind {
    let shares: Vec<_> = KINDS.iter().map(|kind| kind.in_a_hundred).collect();
    let place = drawn(rng, &shares).expect("some kind comes");
    &KINDS[usize::from(place)]
}

/// An incident of that kind: the truth, but for what nobody can tell.
pub(crate) fn incident(rng: &mut Rng, kind: &Kind) -> Facts {
    let mut facts = truth(rng, kind);
    for fact in vocabulary().ids() {
        if rng.u32(..100) < kind.unknown_in_a_hundred {
            facts.state(fact, Stated::Unknown);
        }
    }
    facts
}

/// What can be stated about an incident.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| {
        let guidance = guidance::embedded().expect("the guidance of this repository is sound");
        guidance.vocabulary().clone()
    });
    &VOCABULARY
}

/// The fact of that name.
pub(crate) fn named(name: &str) -> FactId {
    vocabulary()
        .named(name)
        .expect("the fact is in the vocabulary")
}

/// Draws until the incident is of the kind.
fn truth(rng: &mut Rng, kind: &Kind) -> Facts {
    loop {
        let facts = draw(rng, kind);
        let mut lists = kind.makes.iter();
        if lists.all(|list| list.iter().any(|answer| says(&facts, *answer))) {
            return facts;
        }
    }
}

fn draw(rng: &mut Rng, kind: &Kind) -> Facts {
    let mut facts = Facts::default();
    let listed: Vec<_> = USUALLY.iter().map(|(name, _)| named(name)).collect();
    let rest = vocabulary().ids().filter(|fact| !listed.contains(fact));
    for fact in listed.iter().copied().chain(rest) {
        let declared = &vocabulary()[fact];
        let name = declared.name.as_str();
        let mut lists = kind.weights.iter().chain(USUALLY);
        let weights = lists.find(|(listed, _)| *listed == name);
        let possible: Vec<_> = (0..declared.answers.len())
            .map(|place| match weights {
                _ if excluded(&facts, fact, place) => 0,
                Some((_, weights)) => weights[place],
                None => 1,
            })
            .collect();
        let answer = drawn(rng, &possible);
        let answer = answer.unwrap_or_else(|| panic!("{}: no answer to {name}", kind.title));
        facts.state(fact, Stated::Answer(answer));
    }
    facts
}

/// A place, as often as its weight says.
fn drawn(rng: &mut Rng, weights: &[u32]) -> Option<u8> {
    let all: u32 = weights.iter().sum();
    let mut left = (all > 0).then(|| rng.u32(..all))?;
    for (place, weight) in (0..).zip(weights) {
        if left < *weight {
            return Some(place);
        }
        left -= weight;
    }
    None
}

/// Whether what was drawn before excludes that answer.
fn excluded(facts: &Facts, fact: FactId, place: usize) -> bool {
    let answer = u8::try_from(place).expect("a place among the answers");
    let exclusions = vocabulary().exclusions().iter();
    let sides = exclusions.flat_map(Exclusion::sides);
    sides
        .filter(|(this, _)| this.fact == fact && this.answers.contains(answer))
        .any(|(_, that)| {
            let stated = |answer| facts.stated(that.fact) == Stated::Answer(answer);
            that.answers.iter().any(stated)
        })
}

fn says(facts: &Facts, (name, value): (&str, &str)) -> bool {
    let fact = named(name);
    let answer = vocabulary()[fact]
        .answer(value)
        .expect("the fact has that answer");
    facts.stated(fact) == Stated::Answer(answer)
}
