//! The most that can come together in one incident.

use crate::mdd::Node;
use crate::symbolic::Incidents;

/// Sets of incidents of which one counts at most, each with what it weighs.
pub(super) type Group = Vec<(Node, usize)>;

/// The most that sets weigh which share an incident, one of each group at most, and the incidents that they share.
///
/// A choice is given up once all that could still be added to it weighs no more than the best that was found.
pub(super) fn heaviest(incidents: &mut Incidents, groups: Vec<Group>) -> (usize, Node) {
    let mut best = (0, Node::TRUE);
    add(incidents, Node::TRUE, 0, groups, &mut best);
    best
}

fn add(
    incidents: &mut Incidents,
    shared: Node,
    weight: usize,
    groups: Vec<Group>,
    best: &mut (usize, Node),
) {
    if weight > best.0 {
        *best = (weight, shared);
    }
    // What is left of each group beside the choice, the heaviest first.
    let mut left: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        let mut group: Group = group
            .into_iter()
            .map(|(node, weight)| (incidents.builder.and(shared, node), weight))
            .filter(|(node, _)| *node != Node::FALSE)
            .collect();
        group.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        left.extend((!group.is_empty()).then_some(group));
    }
    let most = |group: &Group| group.first().map_or(0, |(_, weight)| *weight);
    left.sort_by_key(most);
    while let Some(group) = left.pop() {
        let others: usize = left.iter().map(most).sum();
        for (node, own) in &group {
            if weight + own + others <= best.0 {
                break;
            }
            add(incidents, *node, weight + own, left.clone(), best);
        }
        // Without this group.
        if weight + others <= best.0 {
            return;
        }
    }
}
