//! What is known of the facts of an incident, for tests that read a claim about them.

use std::collections::BTreeSet;

use super::ask;
use super::condition::Condition;
use super::function::{Verdict, put_in};
use super::judge::Judge;
use super::memo::Memo;
use super::pack::{ALL, FIRST};
use super::reading::{Incident, Understood};

/// Whether it holds in every completion of every reading.
pub(crate) fn known(incident: &Incident, condition: &Condition) -> bool {
    let understood = Understood::of(&ALL, incident);
    let mut readings = understood.readings.iter();
    readings.all(|reading| put_in(condition, reading).verdict() == Verdict::Holds)
}

/// Whether it holds in some completion of a reading in which something has happened to a child.
pub(crate) fn possible(incident: &Incident, condition: &Condition) -> bool {
    let understood = Understood::of(&ALL, incident);
    let readings = understood.readings.iter();
    let mut of_incidents = readings.filter(|reading| reading.scope == "incident");
    of_incidents.any(|reading| put_in(condition, reading).verdict() != Verdict::Refuted)
}

/// The facts on which it still depends what an item of the first pack comes to, where that answers alone.
pub(crate) fn deciding(incident: &Incident) -> BTreeSet<&'static str> {
    let mut judge = Judge {
        understood: &Understood::of(&FIRST, incident),
        memo: &mut Memo::default(),
    };
    ask::deciding(&judge.items())
}
