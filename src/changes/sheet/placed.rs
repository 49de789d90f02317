//! The order of the actions: as the engine places them.

use std::cmp::Reverse;

use super::{Line, Writer, holds, line};
use crate::atlas::{Incidents, Standing};
use crate::contract::advice::UrgencyLevel;
use crate::guidance::diagram::Node;
use crate::guidance::{Action, Ground};

const LEVELS: [UrgencyLevel; 3] = [
    UrgencyLevel::Emergency,
    UrgencyLevel::Urgent,
    UrgencyLevel::Standard,
];

/// What gives an action its place: its rank, how pressing it is, whether it comes first among those that wait.
type Place = (u8, Reverse<UrgencyLevel>, Reverse<bool>);

/// The actions, each wherever it can stand.
pub(super) fn actions(writer: &mut Writer<'_, '_>) -> Vec<Line> {
    let mut placed: Vec<(Place, Line)> = Vec::new();
    for (place, action) in writer.atlas.guidance.actions.iter().enumerate() {
        if let Some(standing) = writer.atlas.actions.get(place).cloned() {
            placed.extend(places(writer, (place, action), &standing));
        }
    }
    placed.retain(|(_, line)| line.shown != Node::FALSE);
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, line)| line).collect()
}

fn places(
    writer: &mut Writer<'_, '_>,
    (place, action): (usize, &Action),
    standing: &Standing,
) -> Vec<(Place, Line)> {
    let presses = holds::presses(writer, action, standing);
    let pending = writer.pending(place);
    let incidents = &mut writer.atlas.judge.incidents;
    let levels = levels(incidents, action, standing);
    let acting = incidents.without(standing.precautionary, pending);
    let waiting = incidents.without(standing.withheld, presses);
    let rows = [
        (1, "recommended", false, standing.certain),
        (2, "precautionary", false, acting),
        (3, "withheld", true, presses),
        (3, "withheld", false, waiting),
        (4, "conditional", false, standing.conditional),
    ];
    let mut placed = Vec::new();
    for (urgency, pressing) in LEVELS.into_iter().zip(levels) {
        for (rank, status, first, shown) in rows {
            // What saves a life stands before all else, also while it is only not ruled out.
            let saves = urgency == UrgencyLevel::Emergency && rank <= 2;
            let rank = if saves { 0 } else { rank };
            let shown = writer.and(shown, pressing);
            let at = (rank, Reverse(urgency), Reverse(first));
            placed.push((at, line(&(&action.core.id, status), shown)));
        }
    }
    placed
}

/// For each level, the most pressing first, the incidents in which the action has it: the strongest that
/// its best grounds say, which are those that are known, or else all.
pub(super) fn levels(incidents: &mut Incidents, action: &Action, standing: &Standing) -> [Node; 3] {
    let says = |ground: &Ground| {
        ground
            .known
            .ground
            .urgency
            .unwrap_or(UrgencyLevel::Standard)
    };
    let grounds = || action.core.grounds.iter().zip(&standing.grounds);
    let known = incidents.any(standing.grounds.iter().map(|ground| ground.known));
    let mut left = Node::TRUE;
    LEVELS.map(|level| {
        let of_level = || grounds().filter(|(ground, _)| says(ground) == level);
        let certain = incidents.any(of_level().map(|(_, shown)| shown.known));
        let open = incidents.any(of_level().map(|(_, shown)| shown.not_ruled_out));
        let open = incidents.without(open, known);
        let here = incidents.builder.or(certain, open);
        let here = incidents.builder.and(left, here);
        left = incidents.without(left, here);
        here
    })
}
