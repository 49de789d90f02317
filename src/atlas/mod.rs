//! What every incident is answered: the engine, for all incidents at once.
//!
//! [`advise`](crate::advise) answers one incident. Here the same rules are applied to all of them, as
//! diagrams: for each item and each status, the set of incidents that get it. So "in no incident" is
//! an emptiness test, and an exception is a path to be read off. A test compares the two on random
//! incidents, contradictions included, in everything that is described here.
//!
//! 1. `incidents`: everything that can be stated, and where it contradicts itself.
//! 2. `reading`: each way to read it, and which conditions hold or can hold then.
//! 3. `judge`: the conditions of the guidance over all readings.
//! 4. `standing`, `questions`, `cited`: where each item stands, what is asked, what is cited.

mod cited;
mod incidents;
mod judge;
mod questions;
mod reading;
mod standing;
mod witness;

pub(crate) use self::incidents::{Incidents, on_branch};
pub(crate) use self::judge::{Judge, Judged};
pub(crate) use self::questions::{Asked, cores};
pub(crate) use self::standing::Standing;
pub(crate) use self::witness::{count, smallest};

#[cfg(test)]
mod tests;

use crate::guidance::Guidance;
use crate::guidance::diagram::Node;

/// What every incident is answered.
#[derive(Debug)]
pub(crate) struct Atlas<'g> {
    pub(crate) guidance: &'g Guidance,
    pub(crate) judge: Judge,
    /// For each prohibition, where it stands.
    pub(crate) prohibitions: Vec<Standing>,
    /// For each action, where it stands.
    pub(crate) actions: Vec<Standing>,
    /// What is asked, and what could still change something.
    pub(crate) asked: Asked,
    /// For each statement, the incidents in whose answers it is cited.
    pub(crate) cited: Vec<Node>,
    /// For each explanation, the incidents in which it is shown.
    pub(crate) explained: Vec<Node>,
    /// For each gap, the incidents in which it is shown.
    pub(crate) not_covered: Vec<Node>,
}

impl<'g> Atlas<'g> {
    /// Draws the atlas of a body of guidance.
    pub(crate) fn of(guidance: &'g Guidance) -> Self {
        let mut judge = Judge::of(guidance);
        let (prohibitions, mut actions) = standing::standings(guidance, &mut judge);
        let asked = Asked::of(guidance, &mut judge);
        for (action, standing) in guidance.actions.iter().zip(&mut actions) {
            if action.protective {
                standing.pending = asked.pending(&mut judge, &action.core, standing);
            }
        }
        let mut atlas = Self {
            guidance,
            judge,
            prohibitions,
            actions,
            asked,
            cited: Vec::new(),
            explained: Vec::new(),
            not_covered: Vec::new(),
        };
        atlas.explained = cited::explained(&mut atlas);
        atlas.not_covered = cited::not_covered(&mut atlas);
        atlas.cited = cited::cited(&mut atlas);
        atlas
    }
}
