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
//! 4. `standing`: where each item stands.
//! 5. `questions`, `talk`, `cited`: what is asked, explained, not covered and cited.

mod cited;
mod incidents;
mod judge;
mod questions;
mod reading;
mod standing;
mod talk;
mod witness;

pub(crate) use self::incidents::{Incidents, on_branch};
pub(crate) use self::judge::{Judge, Judged};
pub(crate) use self::standing::Standing;
pub(crate) use self::talk::Talk;
pub(crate) use self::witness::{count, smallest};

#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::guidance::Guidance;

/// What every incident is answered.
#[derive(Debug)]
pub(crate) struct Atlas<'g> {
    pub(crate) guidance: &'g Guidance,
    pub(crate) judge: Judge,
    /// For each prohibition, where it stands.
    pub(crate) prohibitions: Vec<Standing>,
    /// For each action, where it stands.
    pub(crate) actions: Vec<Standing>,
    /// The rest of the answer, once it has been drawn: it takes longest.
    talk: Option<Rc<Talk>>,
}

impl<'g> Atlas<'g> {
    /// Draws where the items of a body of guidance stand.
    pub(crate) fn of(guidance: &'g Guidance) -> Self {
        Self::drawn(Judge::of(guidance), guidance)
    }

    /// Draws it in the diagrams of a judge: what is the same set of incidents is the same node, also
    /// under another body of guidance that the judge has judged before.
    pub(crate) fn drawn(mut judge: Judge, guidance: &'g Guidance) -> Self {
        let (prohibitions, actions) = standing::standings(guidance, &mut judge);
        Self {
            guidance,
            judge,
            prohibitions,
            actions,
            talk: None,
        }
    }

    /// What is asked, explained, not covered and cited; drawn when it is first asked for.
    pub(crate) fn talk(&mut self) -> Rc<Talk> {
        let drawn = self.talk.take().unwrap_or_else(|| Rc::new(Talk::of(self)));
        self.talk.insert(drawn).clone()
    }
}
