//! The fewest questions with which anybody could have done who knew the answers beforehand.

use std::collections::HashSet;

use signpost::advise::advise;
use signpost::contract::advice::{Advice, Completeness};
use signpost::facts::{FactId, Facts, Stated};
use signpost::guidance::Guidance;

use crate::simulation::asking::{Asked, answered, can_protect};
use crate::simulation::hidden::vocabulary;

/// The fewest for either end, each in an order of its own.
pub(crate) fn fewest(guidance: &Guidance, hidden: &Facts, start: Facts) -> Asked {
    let complete = |advice: &Advice<'_>| advice.completeness != Completeness::QuestionsRemain;
    let protected = |advice: &Advice<'_>| !can_protect(guidance, advice);
    Asked {
        in_all: steps(guidance, hidden, start, complete),
        protective: steps(guidance, hidden, start, protected),
    }
}

/// Tries all that can be asked, with one question more each time.
fn steps(
    guidance: &Guidance,
    hidden: &Facts,
    start: Facts,
    done: impl Fn(&Advice<'_>) -> bool,
) -> u32 {
    let mut reached = vec![start];
    let mut steps = 0;
    loop {
        let mut seen = HashSet::new();
        let mut next = Vec::new();
        for stated in reached {
            let advice = advise(guidance, &stated.into());
            if done(&advice) {
                return steps;
            }
            let settling = advice
                .questions
                .iter()
                .filter(|one| !one.settles.is_empty());
            let after = settling.map(|question| answered(question, hidden, stated));
            next.extend(after.filter(|stated| seen.insert(asked_about(stated))));
        }
        reached = next;
        steps += 1;
    }
}

fn asked_about(stated: &Facts) -> Vec<FactId> {
    let asked = vocabulary()
        .ids()
        .filter(|fact| stated.stated(*fact) != Stated::NotAsked);
    asked.collect()
}
