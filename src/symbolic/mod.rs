//! What every incident is answered: the engine, for all incidents at once.
//!
//! [`advise`](crate::advise) answers one incident. Here the same rules are applied to all of them, as
//! diagrams: for each item and each status, the set of incidents that get it. So "in no incident" is
//! an emptiness test, and an exception is a path to be read off. A test compares the two on random
//! incidents, contradictions included, in everything that is described here.
//!
//! [`Symbolic`] draws the statuses, [`BeyondItems`], [`mod@card`], [`ControlSets`] and [`mod@cited`] the rest, which takes longer.
//!
//! 1. `incidents`: everything that can be stated, and where it contradicts itself.
//! 2. `interpretation`: each way to read it, what is derived then, and which conditions hold or can hold.
//! 3. `evaluator`: the conditions of the guidance over all interpretations; `dependence`: what depends on a fact.
//! 4. `gates`: where each gate is open and in reach; `status`: the status of each item.
//! 5. `questions`, `explanations`, `gaps`, `cited`: what is asked, explained, not covered and cited.
//! 6. `standing`, `card`, `stop`, `controls`: what the card says, and what a caller's screen can do.
//! 7. `model_count`: how many incidents a set holds, and the smallest of them.

mod beyond_items;
mod card;
mod cited;
mod controls;
mod dependence;
mod drawing;
mod evaluator;
mod explanations;
mod gaps;
mod gates;
mod incidents;
mod interpretation;
mod model_count;
mod predicate;
mod questions;
#[cfg(test)]
mod sample;
mod scoped;
mod standing;
mod status;
mod stop;

pub(crate) use self::beyond_items::BeyondItems;
#[cfg(test)]
pub(crate) use self::card::LineSets;
pub(crate) use self::card::{CardSets, card, of};
pub(crate) use self::cited::cited;
pub(crate) use self::controls::ControlSets;
pub(crate) use self::drawing::Symbolic;
pub(crate) use self::incidents::{Incidents, on_branch};
#[cfg(test)]
pub(crate) use self::model_count::contains;
pub(crate) use self::model_count::{ModelCounter, SmallestFinder};
pub(crate) use self::predicate::Predicate;
#[cfg(test)]
pub(crate) use self::sample::{random_incidents, small_pack};
pub(crate) use self::status::StatusSets;
pub(crate) use self::stop::in_stop;

#[cfg(test)]
mod tests;
