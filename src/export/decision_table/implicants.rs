//! A condition as its implicants: cubes of facts, one of which is enough.
//!
//! They are taken from the compiled diagrams, so they say exactly what the engine evaluates, however the
//! condition was written: no `not`, nothing nested, and no cube that asks for more than it must.

use std::collections::BTreeMap;

use crate::facts::{AnswerSet, FactId};
use crate::mdd::{Builder, Node};

/// Facts that must all be so, each with the answers of which it must have one. A fact that does not
/// matter is not in it.
pub(super) type Cube = BTreeMap<FactId, AnswerSet>;

/// Whether the other holds wherever the one does.
pub(super) fn implies(builder: &mut Builder, one: Node, other: Node) -> bool {
    let not_other = builder.not(other);
    builder.and(one, not_other) == Node::FALSE
}

/// The cubes that make the condition hold where the given one does: none can be left out, none can do
/// without a fact, and no fact of one can have a further answer.
pub(super) fn implicants(builder: &mut Builder, given: Node, wanted: Node) -> Vec<Cube> {
    let mut paths = Vec::new();
    collect_paths(builder, wanted, &Cube::new(), &mut paths);
    let mut primes: Vec<Cube> = Vec::new();
    for path in paths {
        let prime = prime(builder, given, wanted, path);
        if !primes.contains(&prime) {
            primes.push(prime);
        }
    }
    for place in (0..primes.len()).rev() {
        let one = primes.remove(place);
        let mut others = Node::FALSE;
        for other in &primes {
            let other = node(builder, Node::TRUE, other);
            others = builder.or(others, other);
        }
        let one_node = node(builder, given, &one);
        if !implies(builder, one_node, others) {
            primes.insert(place, one);
        }
    }
    primes
}

/// Where the cube is so and the given condition holds.
fn node(builder: &mut Builder, given: Node, cube: &Cube) -> Node {
    cube.iter().fold(given, |node, (fact, answers)| {
        let literal = builder.literal(*fact, *answers);
        builder.and(node, literal)
    })
}

/// Adds every path of the diagram on which it holds.
fn collect_paths(builder: &Builder, node: Node, path: &Cube, paths: &mut Vec<Cube>) {
    if node == Node::TRUE {
        paths.push(path.clone());
    }
    let Some((fact, branches)) = builder.branching(node) else {
        return;
    };
    for (place, branch) in branches.iter().enumerate() {
        if branches.iter().position(|other| other == branch) != Some(place) {
            continue;
        }
        let same = (0..).zip(branches).filter(|(_, other)| *other == branch);
        let mut longer = path.clone();
        longer.insert(fact, same.map(|(answer, _)| answer).collect());
        collect_paths(builder, *branch, &longer, paths);
    }
}

/// The cube with as few facts, and then as many answers, as are still enough.
fn prime(builder: &mut Builder, given: Node, wanted: Node, mut cube: Cube) -> Cube {
    let every = |fact: &FactId| AnswerSet::first(builder.variables().arity(*fact));
    let every: Cube = cube.keys().map(|fact| (*fact, every(fact))).collect();
    let mut take_if_enough = |cube: &mut Cube, other: Cube| {
        let holds = node(builder, given, &other);
        if implies(builder, holds, wanted) {
            *cube = other;
        }
    };
    for fact in cube.clone().into_keys() {
        let mut shorter = cube.clone();
        shorter.remove(&fact);
        take_if_enough(&mut cube, shorter);
    }
    for (fact, answers) in cube.clone() {
        for answer in every[&fact].without(answers).iter() {
            let mut wider = cube.clone();
            let entry = wider.entry(fact).or_insert(answers);
            *entry = entry.union(AnswerSet::only(answer));
            take_if_enough(&mut cube, wider);
        }
    }
    cube
}

#[cfg(test)]
mod tests;
