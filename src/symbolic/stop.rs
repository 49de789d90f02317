//! Which prohibitions are read before acting in every incident.

use super::card::CardSets;
use super::drawing::Symbolic;
use crate::guidance::LineId;
use crate::mdd::Node;

/// How many lines are read before acting.
const MOST_STOP: usize = 3;

/// The incidents in which a line is among what is read before acting: fewer than three come before it (SEMANTICS 16.9).
pub(crate) fn in_stop(symbolic: &mut Symbolic<'_>, card: &CardSets, id: LineId) -> Node {
    let mut read_first = Node::FALSE;
    for (own, said) in &card[id].stops {
        let mut fewer = [Node::TRUE; MOST_STOP];
        for (other, line) in card.iter_enumerated().filter(|(other, _)| *other != id) {
            let before = line
                .stops
                .iter()
                .filter(|(stop, _)| (*stop, other) < (*own, id));
            let incidents = &mut symbolic.evaluator.incidents;
            let before = incidents.any(before.map(|(_, node)| *node));
            // From the most down: fewer than so many, with this one, are fewer by one without it.
            for most in (0..MOST_STOP).rev() {
                let less = most.checked_sub(1).and_then(|less| fewer.get(less));
                let less = less.copied().unwrap_or(Node::FALSE);
                if let Some(fewer) = fewer.get_mut(most) {
                    *fewer = incidents.builder.ite(before, less, *fewer);
                }
            }
        }
        let [.., fewer] = fewer;
        let builder = &mut symbolic.evaluator.incidents.builder;
        let here = builder.and(*said, fewer);
        read_first = builder.or(read_first, here);
    }
    read_first
}
