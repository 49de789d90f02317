//! Which moves explain others: what only follows from another is told where that does not explain it.

use super::moves::Move;
use super::sheet::{Kind, Member};
use crate::atlas::Incidents;
use crate::guidance::diagram::Node;

/// What explains that something is said in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Follows {
    /// It stands for itself.
    Nothing,
    /// It comes and goes with the status of its item.
    ItsStatus,
    /// It repeats what is said of prohibitions.
    Prohibitions,
    /// It names items that stand elsewhere.
    Statuses,
    /// It is made from the rest.
    Anything,
    /// It is compared only where all the rest is the same.
    Everything,
}

/// Finds where each move is explained by others, and puts behind what explains it.
///
/// A move is explained only by those before it, so every incident is told with some move.
pub(super) fn explain(incidents: &mut Incidents, moves: &mut [Move]) {
    moves.sort_by_key(follows);
    let explained: Vec<Node> = moves
        .iter()
        .map(|one| {
            let others = moves.iter().filter(|other| explains(other, one));
            incidents.any(others.map(|other| other.incidents))
        })
        .collect();
    for (one, explained) in moves.iter_mut().zip(explained) {
        one.explained = explained;
    }
}

fn follows(one: &Move) -> Follows {
    match (one.member, one.of.kind) {
        (Member::Status, Kind::Contact | Kind::Statement)
        | (Member::Settles | Member::Completeness, _) => Follows::Anything,
        (Member::Questions, _) => Follows::Everything,
        (Member::Explains, _) => Follows::Statuses,
        (Member::WithheldBecause, _) => Follows::Prohibitions,
        (Member::WithheldUntil | Member::ReleaseHint | Member::Cautions | Member::DependsOn, _) => {
            Follows::ItsStatus
        }
        _ => Follows::Nothing,
    }
}

/// Whether the one explains the other in the incidents in which both move.
fn explains(one: &Move, other: &Move) -> bool {
    let status = one.member == Member::Status;
    let its_status = status && one.of == other.of;
    match follows(other) {
        Follows::Nothing => false,
        Follows::ItsStatus => its_status,
        Follows::Prohibitions => {
            let until = one.member == Member::WithheldUntil && one.of == other.of;
            let prohibition = one.of.kind == Kind::Prohibition && follows(one) == Follows::Nothing;
            its_status || until || prohibition
        }
        Follows::Statuses => {
            its_status || (status && matches!(one.of.kind, Kind::Prohibition | Kind::Action))
        }
        later => follows(one) < later,
    }
}
