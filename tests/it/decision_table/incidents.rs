//! Incidents of which everything is known and nothing contradicts anything: the same ones in every run.

use fastrand::Rng;
use signpost::facts::{Exclusion, FactId, Facts, Side, Stated};

use crate::how_many::few_or_all;
use crate::kernel::vocabulary;
use crate::naive;
use crate::scenarios::case;

/// The incidents of the scenarios and random ones, each answered to the end.
pub(super) fn all() -> Vec<Facts> {
    let mut rng = Rng::with_seed(1);
    let scenarios = case::all().into_iter().map(|one| one.incident().facts);
    let random = (0..few_or_all(400, 5_000)).map(naive::numbered);
    let stated = scenarios.chain(random);
    stated.map(|facts| answered(&mut rng, &facts)).collect()
}

fn answered(rng: &mut Rng, wished: &Facts) -> Facts {
    let mut facts = Facts::default();
    let mut all: Vec<FactId> = vocabulary().ids().collect();
    rng.shuffle(&mut all);
    // What is stated comes first, so that most of it is kept.
    all.sort_by_key(|fact| !matches!(wished.stated(*fact), Stated::Answer(_)));
    for fact in all {
        let mut answers: Vec<u8> = vocabulary()[fact].all().iter().collect();
        answers.retain(|answer| fits(&facts, fact, *answer));
        // A test of the contract holds that one is left.
        let any = rng.choice(&answers).unwrap();
        let answer = match wished.stated(fact) {
            Stated::Answer(answer) if answers.contains(&answer) => answer,
            _ => *any,
        };
        facts.state(fact, Stated::Answer(answer));
    }
    facts
}

/// Whether no answer excludes this one.
fn fits(facts: &Facts, fact: FactId, answer: u8) -> bool {
    let stated = |side: Side| match facts.stated(side.fact) {
        Stated::Answer(answer) => side.answers.contains(answer),
        Stated::NotAsked | Stated::Unknown => false,
    };
    let exclusions = vocabulary().exclusions().iter();
    let mut sides = exclusions.flat_map(Exclusion::sides);
    !sides.any(|(one, other)| one.fact == fact && one.answers.contains(answer) && stated(other))
}
