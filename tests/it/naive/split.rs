//! What there is to find out about a function that mentions too many facts for brute force: by cases,
//! one fact after the other, each case with the answer put in, until nothing is open.

use std::collections::BTreeSet;

use super::function::{Function, Verdict, all, any, not};

/// Its value in every completion.
pub(super) fn verdict(function: &Function) -> Verdict {
    let ever = |value: bool| differ(function, &Function::Constant(!value));
    match (ever(true), ever(false)) {
        (true, false) => Verdict::Holds,
        (true, true) => Verdict::Open,
        (false, _) => Verdict::Refuted,
    }
}

/// The facts on which a function depends.
pub(super) fn depends_on(function: &Function) -> BTreeSet<&'static str> {
    let facts = function.mentions();
    let depends = |name: &&'static str| {
        let cases: Vec<_> = facts[name]
            .iter()
            .map(|answer| given(function, name, answer))
            .collect();
        cases.windows(2).any(|pair| differ(&pair[0], &pair[1]))
    };
    facts.keys().copied().filter(depends).collect()
}

/// Whether some completion gives the two functions different values.
fn differ(one: &Function, other: &Function) -> bool {
    if one == other {
        return false;
    }
    let Some((name, possible)) = first_fact(one).or_else(|| first_fact(other)) else {
        return true;
    };
    possible
        .iter()
        .any(|answer| differ(&given(one, name, answer), &given(other, name, answer)))
}

/// The function once one more fact is known.
fn given(function: &Function, fact: &'static str, answer: &'static str) -> Function {
    match function {
        Function::All(parts) => all(parts.iter().map(|part| given(part, fact, answer))),
        Function::Any(parts) => any(parts.iter().map(|part| given(part, fact, answer))),
        Function::Not(part) => not(given(part, fact, answer)),
        Function::Fact(one_of) if one_of.name == fact => {
            Function::Constant(one_of.counts.contains(&answer))
        }
        other => other.clone(),
    }
}

fn first_fact(function: &Function) -> Option<(&'static str, &[&'static str])> {
    match function {
        Function::Constant(_) => None,
        Function::All(parts) | Function::Any(parts) => parts.iter().find_map(first_fact),
        Function::Not(part) => first_fact(part),
        Function::Fact(one_of) => Some((one_of.name, &one_of.possible)),
    }
}
