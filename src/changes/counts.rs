//! Which of two lists of sets has more that hold an incident.

use std::collections::BTreeMap;

use crate::atlas::Incidents;
use crate::guidance::diagram::Node;

/// One count against another.
pub(super) struct Compared {
    /// The incidents in which the first is higher.
    pub(super) more: Node,
    /// Those in which both are the same.
    pub(super) same: Node,
}

/// Among these incidents, those that are in more of the one sets than of the others, and those that
/// are in as many.
pub(super) fn compare(
    incidents: &mut Incidents,
    pairs: impl IntoIterator<Item = (Node, Node)>,
    care: Node,
) -> Compared {
    let mut steps = Vec::new();
    for (one, other) in pairs {
        let [up, down] = [(one, other), (other, one)].map(|(one, other)| {
            let only = incidents.without(one, other);
            incidents.builder.and(only, care)
        });
        if up != down {
            steps.push((up, down));
        }
    }
    let left = |sets: &mut dyn Iterator<Item = Node>| {
        let sets = sets.filter(|set| *set != Node::FALSE);
        i32::try_from(sets.count()).unwrap_or(i32::MAX)
    };
    let mut more = Node::FALSE;
    let mut by_lead = BTreeMap::from([(0_i32, care)]);
    for (at, (up, down)) in steps.iter().enumerate() {
        let rest = || steps.iter().skip(at + 1);
        let ups = left(&mut rest().map(|(up, _)| *up));
        let downs = left(&mut rest().map(|(_, down)| *down));
        let mut next = BTreeMap::new();
        for (lead, here) in by_lead {
            let [gained, lost] = [up, down].map(|set| incidents.builder.and(*set, here));
            let level = incidents.without(here, gained);
            let level = incidents.without(level, lost);
            for (lead, here) in [(lead + 1, gained), (lead, level), (lead - 1, lost)] {
                // A lead that can no longer be lost or made good is settled.
                if lead > downs {
                    more = incidents.builder.or(more, here);
                } else if here != Node::FALSE && lead >= -ups {
                    let there = next.entry(lead).or_insert(Node::FALSE);
                    *there = incidents.builder.or(*there, here);
                }
            }
        }
        by_lead = next;
    }
    Compared {
        more,
        same: by_lead.get(&0).copied().unwrap_or(Node::FALSE),
    }
}
