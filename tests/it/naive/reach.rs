//! What is within reach: what a condition may come to once what may still change has changed.

use super::facts::{CHANGING, FACTS};
use super::function::{Completion, Function, Possible, all, any, in_each_completion, is};
use super::pack::Pack;
use super::reading::{Reading, When};

/// The answer after which the fact may become `SETTLED`: SEMANTICS 1.12.
const SUSPECTED: &str = "suspected";
const SETTLED: [&str; 2] = ["yes", "no"];

/// For each gate, and each of its alternatives: in which completions it is not out of reach, SEMANTICS 5.4.
pub(super) fn of_gates(
    pack: &'static Pack,
    possible: &Possible,
) -> Vec<(&'static str, Vec<Function>)> {
    let later = Reading::of(pack, later(possible), When::EverythingKnown);
    let of_gate = |(gate, alternatives): (&&'static str, &Vec<Function>)| {
        let reached = alternatives.iter().map(|one| within(one, possible));
        (*gate, reached.collect())
    };
    later.gates.iter().map(of_gate).collect()
}

/// What each fact may come to, whatever it is now.
fn later(possible: &Possible) -> Possible {
    let later = FACTS.iter().map(|(fact, answers)| {
        let comes_to = |answer: &&&str| {
            let mut now = possible[fact].iter();
            now.any(|now| may_become(fact, now, answer))
        };
        (*fact, answers.iter().filter(comes_to).copied().collect())
    });
    later.collect()
}

/// SEMANTICS 1.12.
fn may_become(fact: &str, now: &str, later: &str) -> bool {
    let settled = now == SUSPECTED && SETTLED.contains(&later);
    now == later || settled || CHANGING[fact].contains(&later)
}

/// By brute force: the completions after which some change makes it true.
fn within(conditions: &Function, possible: &Possible) -> Function {
    let later: Vec<_> = conditions.mentions().into_iter().collect();
    let now = later
        .iter()
        .map(|(fact, _)| (*fact, possible[fact].clone()));
    let now: Vec<_> = now.collect();
    let (mut everywhere, mut within) = (true, Vec::new());
    in_each_completion(&now, &mut Completion::new(), &mut |now| {
        let comes_to = |fact: &str, answer: &str| may_become(fact, now[fact], answer);
        let changed = later.iter().map(|(fact, answers)| {
            let answers = answers.iter().filter(|answer| comes_to(fact, answer));
            (*fact, answers.copied().collect())
        });
        let changed: Vec<_> = changed.collect();
        let reached = in_each_completion(&changed, &mut Completion::new(), &mut |completion| {
            conditions.value(completion)
        });
        if reached {
            let here = now
                .iter()
                .map(|(fact, answer)| is(fact, &[*answer], possible));
            within.push(all(here));
        }
        everywhere &= reached;
        false
    });
    if everywhere {
        return Function::Constant(true);
    }
    any(within)
}
