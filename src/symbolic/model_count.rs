//! How many incidents a set holds, and the smallest of them.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::on_branch;
use crate::facts::{FactId, FactSet, Facts, Stated};
use crate::mdd::{Builder, Node};

/// So many incidents; nothing where there are more than can be counted.
pub(crate) type Count = Option<u128>;

/// How many of the incidents that these facts allow are in the set, which asks for no others.
pub(crate) fn count(builder: &Builder, set: Node, facts: FactSet) -> Count {
    let mut facts: Vec<FactId> = facts.iter().collect();
    facts.sort_by_key(|fact| builder.variables().level(*fact));
    count_from(builder, set, &facts, &mut HashMap::default())
}

fn count_from(
    builder: &Builder,
    node: Node,
    facts: &[FactId],
    done: &mut HashMap<(Node, usize), Count>,
) -> Count {
    let Some((next, rest)) = facts.split_first() else {
        return Some(u128::from(node != Node::FALSE));
    };
    if let Some(known) = done.get(&(node, facts.len())) {
        return *known;
    }
    let counted = match builder.branching(node) {
        Some((fact, branches)) if fact == *next => {
            let mut below = branches
                .iter()
                .map(|branch| count_from(builder, *branch, rest, done));
            below.try_fold(0_u128, |sum, one| sum.checked_add(one?))
        }
        _ => {
            let ways = u128::try_from(builder.variables().arity(*next)).ok();
            let below = count_from(builder, node, rest, done);
            below.and_then(|below| below.checked_mul(ways?))
        }
    };
    done.insert((node, facts.len()), counted);
    counted
}

/// One of the incidents of the set about which least is stated.
pub(crate) fn smallest(builder: &Builder, set: Node) -> Option<Facts> {
    let mut lengths = HashMap::default();
    length(builder, set, &mut lengths)?;
    let mut facts = Facts::default();
    let mut node = set;
    while let Some((fact, branches)) = builder.branching(node) {
        let shortest = branches
            .iter()
            .enumerate()
            .filter_map(|(place, below)| {
                let stated = on_branch(builder.variables(), fact, place);
                let length = length(builder, *below, &mut lengths)?;
                Some((length + cost(stated), place, *below))
            })
            .min_by_key(|(length, place, _)| (*length, *place));
        let (_, place, below) = shortest?;
        facts.state(fact, on_branch(builder.variables(), fact, place));
        node = below;
    }
    Some(facts)
}

/// How many facts must be stated to come from here into the set.
fn length(
    builder: &Builder,
    node: Node,
    lengths: &mut HashMap<Node, Option<usize>>,
) -> Option<usize> {
    let Some((fact, branches)) = builder.branching(node) else {
        return (node != Node::FALSE).then_some(0);
    };
    if let Some(known) = lengths.get(&node) {
        return *known;
    }
    let below = branches.iter().enumerate();
    let shortest = below
        .filter_map(|(place, below)| {
            let length = length(builder, *below, lengths)?;
            Some(length + cost(on_branch(builder.variables(), fact, place)))
        })
        .min();
    lengths.insert(node, shortest);
    shortest
}

fn cost(stated: Stated) -> usize {
    usize::from(stated != Stated::NotAsked)
}

/// Whether the incident is in the set.
#[cfg(test)]
pub(super) fn contains(builder: &Builder, set: Node, facts: &Facts) -> bool {
    let mut node = set;
    while let Some((fact, branches)) = builder.branching(node) {
        let place = usize::from(super::incidents::branch(
            builder.variables(),
            fact,
            facts.stated(fact),
        ));
        node = branches.get(place).copied().unwrap_or(Node::FALSE);
    }
    node != Node::FALSE
}
