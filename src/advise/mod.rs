//! From facts to advice: one total function, no I/O, no clock.
//!
//! 1. `reading`: the stated facts are understood: what they imply, what they leave open, and,
//!    where they contradict each other, the ways to read them.
//! 2. `verdicts`: each reading judges every condition of the guidance over all completions.
//! 3. `standing`: from these follow the statuses.
//! 4. `placing`, `items`, `questions` and `compose`: the ready pieces of the guidance are put
//!    in order.

mod compose;
mod items;
mod placing;
mod questions;
mod reading;
mod standing;
mod used;
mod verdicts;

use self::reading::Understood;
use self::standing::Judged;
use crate::contract::advice::Advice;
use crate::contract::incident::Facts;
use crate::guidance::Guidance;

/// Advises on an incident.
///
/// The same facts and guidance give the same advice. A fact that is not stated, or stated as
/// unknown, leaves every answer possible and is never read as a no.
pub fn advise<'g>(guidance: &'g Guidance, facts: &Facts) -> Advice<'g> {
    compose::compose(Judged::new(guidance, Understood::of(facts)))
}
