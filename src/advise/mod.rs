//! From facts to advice: one total function, no I/O, no clock. It is one street, and each house on it
//! is entered once:
//!
//! 1. `interpret`: what the stated facts imply, what they leave open, and, where they contradict each
//!    other, the ways to interpret them.
//! 2. `derive`: what follows in each of them from what is known.
//! 3. `partial_eval`: what each interpretation leaves of every condition of the guidance, over all
//!    completions.
//! 4. `decide`: from these the `Decision`, as plain data: the status of every
//!    item with its grounds and what holds it back, what to ask, what to explain.
//! 5. `render`: the ready pieces of the guidance, put in order.
//!
//! What is only told where it is asked for reads the decision too: `what_if` compares it with those on
//! other facts, and `trace` tells what each condition came to.

mod decide;
mod decision;
mod derive;
mod interpret;
mod partial_eval;
mod render;
#[cfg(test)]
mod tests;
mod trace;
mod truth;
mod what_if;

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
    let (decision, first_minute) = decide::decide(guidance, &incident.facts);
    let mut advice = render::render(&decision, &first_minute, incident);
    if incident.includes(Include::WhatIf) {
        advice.what_if = Some(what_if::what_if(&incident.facts, &decision));
    }
    if incident.includes(Include::Trace) {
        advice.trace = Some(trace::trace(&decision));
    }
    advice
}
