//! What an incident can become once more answers are given.

use rustc_hash::FxHashMap as HashMap;

use crate::facts::Stated;
use crate::mdd::Node;
use crate::symbolic::{Incidents, on_branch};

/// The incidents that are in the set, or come into it once facts are answered that are not known or
/// were not asked.
pub(super) fn reachable(incidents: &mut Incidents, set: Node) -> Node {
    reach(incidents, set, &mut HashMap::default())
}

fn reach(incidents: &mut Incidents, node: Node, done: &mut HashMap<Node, Node>) -> Node {
    let Some((fact, branches)) = incidents.builder.branching(node) else {
        return node;
    };
    if let Some(known) = done.get(&node) {
        return *known;
    }
    let branches = branches.to_vec();
    let below: Vec<Node> = branches
        .into_iter()
        .map(|below| reach(incidents, below, done))
        .collect();
    let variables = incidents.builder.variables();
    let stated = (0..below.len()).map(|place| on_branch(variables, fact, place));
    let stated: Vec<Stated> = stated.collect();
    let answers = below.iter().zip(&stated);
    let answers = answers.filter(|(_, stated)| matches!(stated, Stated::Answer(_)));
    let answers: Vec<Node> = answers.map(|(node, _)| *node).collect();
    let answered = incidents.any(answers);
    let reached = below.iter().zip(stated).map(|(node, stated)| match stated {
        Stated::Answer(_) => *node,
        Stated::Unknown | Stated::NotAsked => incidents.builder.or(*node, answered),
    });
    let reached: Vec<Node> = reached.collect();
    let reached = incidents.builder.branch(fact, &reached);
    done.insert(node, reached);
    reached
}
