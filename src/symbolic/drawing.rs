//! The statuses of all items of a body of guidance, and what else can be drawn from.

use super::evaluator::Evaluator;
use super::gates::GateSets;
use super::status::{StatusSets, statuses};
use crate::guidance::{ActionId, GateId, Guidance, ProhibitionId};
use crate::index::IndexVec;
use crate::mdd::LimitReached;

/// What every incident is answered, as sets of incidents.
#[derive(Debug)]
pub(crate) struct Symbolic<'g> {
    pub(crate) guidance: &'g Guidance,
    pub(crate) evaluator: Evaluator,
    /// For each gate, where it is open and in reach.
    pub(crate) gates: IndexVec<GateId, GateSets>,
    /// For each prohibition, the incidents of each status.
    pub(crate) prohibitions: IndexVec<ProhibitionId, StatusSets>,
    /// For each action, the incidents of each status.
    pub(crate) actions: IndexVec<ActionId, StatusSets>,
}

impl<'g> Symbolic<'g> {
    /// Draws the statuses of a body of guidance in at most so many nodes.
    ///
    /// # Errors
    ///
    /// That was not enough.
    pub(crate) fn of(guidance: &'g Guidance, limit: usize) -> Result<Self, LimitReached> {
        let mut evaluator = Evaluator::of(guidance, limit);
        let gates = guidance
            .gates
            .map(|gate| GateSets::of(guidance, &mut evaluator, gate));
        let (prohibitions, actions) = statuses(guidance, &mut evaluator, &gates);
        evaluator.check()?;
        Ok(Self {
            guidance,
            evaluator,
            gates,
            prohibitions,
            actions,
        })
    }
}
