//! From facts to advice: one total function, no I/O, no clock.
//!
//! 1. `reading`: the stated facts are understood: what they imply, what they leave open, and,
//!    where they contradict each other, the ways to read them.
//! 2. `verdicts`: each reading judges every condition of the guidance over all completions.
//! 3. `standing`: from these follow the statuses.
//! 4. `placing`, `items`, `questions` and `compose`: the ready pieces of the guidance are put
//!    in order.
//!
//! Only where it is asked for, `what_if` judges the statuses (`statuses`) anew for each answer that
//! could be stated, and `trace` tells what each condition came to.

mod compose;
mod items;
mod placing;
mod questions;
mod reading;
mod standing;
mod statuses;
mod trace;
mod used;
mod verdicts;
mod what_if;

use self::reading::Understood;
use self::standing::Judged;
use crate::contract::advice::Advice;
use crate::contract::incident::Incident;
use crate::contract::include::Include;
use crate::guidance::Guidance;

/// Advises on an incident.
///
/// The same incident and guidance give the same advice. A fact that is not stated, or stated as
/// unknown, leaves every answer possible and is never read as a no.
pub fn advise<'g>(guidance: &'g Guidance, incident: &Incident) -> Advice<'g> {
    let guidance = guidance.restricted(incident.packs);
    let asked_for = |what| incident.include.contains(&what);
    let judged = Judged::new(
        guidance,
        Understood::of(guidance.vocabulary(), &incident.facts),
    );
    let trace = asked_for(Include::Trace).then(|| trace::trace(&judged));
    let mut advice = compose::compose(judged);
    if asked_for(Include::WhatIf) {
        let what_if = what_if::what_if(guidance, &incident.facts, &advice.questions);
        advice.what_if = Some(what_if);
    }
    advice.trace = trace;
    advice
}
