//! What every incident is answered: the engine, for all incidents at once.
//!
//! [`advise`](crate::advise) answers one incident. Here the same rules are applied to all of them, as
//! diagrams: for each item and each status, the set of incidents that get it. So "in no incident" is
//! an emptiness test, and an exception is a path to be read off. A test compares the two on random
//! incidents, contradictions included, in everything that is described here.
//!
//! 1. `incidents`: everything that can be stated, and where it contradicts itself.
//! 2. `interpretation`: each way to read it, and which conditions hold or can hold then.
//! 3. `evaluator`: the conditions of the guidance over all interpretations.
//! 4. `status`: the status of each item.
//! 5. `questions`, `explanations`, `gaps`, `cited`: what is asked, explained, not covered and cited.
//! 6. `model_count`: how many incidents a set holds, and the smallest of them.

mod beyond_items;
mod cited;
mod evaluator;
mod explanations;
mod gaps;
mod incidents;
mod interpretation;
mod model_count;
mod questions;
mod status;

pub(crate) use self::beyond_items::BeyondItems;
pub(crate) use self::evaluator::{Evaluator, Predicate};
pub(crate) use self::incidents::{Incidents, on_branch};
pub(crate) use self::model_count::{count, smallest};
pub(crate) use self::status::StatusSets;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::guidance::Guidance;
use crate::mdd::LimitReached;

/// How many nodes there is room for where nobody says otherwise: two gigabytes, or a little more.
pub const MOST_NODES: usize = 50_000_000;

/// What every incident is answered, as sets of incidents.
#[derive(Debug)]
pub(crate) struct Symbolic<'g> {
    pub(crate) guidance: &'g Guidance,
    pub(crate) evaluator: Evaluator,
    /// For each prohibition, the incidents of each status.
    pub(crate) prohibitions: Vec<StatusSets>,
    /// For each action, the incidents of each status.
    pub(crate) actions: Vec<StatusSets>,
    /// The rest of the answer, once it has been drawn: it takes longest.
    beyond: Option<Rc<BeyondItems>>,
}

impl<'g> Symbolic<'g> {
    /// Draws the statuses of a body of guidance in at most so many nodes.
    ///
    /// # Errors
    ///
    /// That was not enough.
    pub(crate) fn of(guidance: &'g Guidance, limit: usize) -> Result<Self, LimitReached> {
        let mut evaluator = Evaluator::of(guidance, limit);
        let (prohibitions, actions) = status::statuses(guidance, &mut evaluator);
        evaluator.check()?;
        Ok(Self {
            guidance,
            evaluator,
            prohibitions,
            actions,
            beyond: None,
        })
    }

    /// What is asked, explained, not covered and cited; drawn when it is first asked for. Whoever reads it checks the limit
    /// before.
    pub(crate) fn beyond_items(&mut self) -> Rc<BeyondItems> {
        let drawn = self
            .beyond
            .take()
            .unwrap_or_else(|| Rc::new(BeyondItems::of(self)));
        self.beyond.insert(drawn).clone()
    }
}
