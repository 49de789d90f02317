//! What is known of the facts of an incident, for tests that read a claim about them.

use std::collections::BTreeSet;

use super::ask;
use super::condition::Condition;
use super::evaluator::Evaluator;
use super::function::Verdict;
use super::interpretation::{Incident, Interpreted};
use super::memo::Memo;
use super::packs::{ALL, FIRST};
use super::reading::put_in;

/// Whether it holds in every completion of every interpretation.
pub(crate) fn known(incident: &Incident, condition: &Condition) -> bool {
    let interpreted = Interpreted::of(&ALL, incident);
    let mut interpretations = interpreted.interpretations.iter();
    interpretations
        .all(|interpretation| put_in(condition, &interpretation.now).verdict() == Verdict::Holds)
}

/// Whether it holds in some completion of a interpretation in which something has happened to a child.
pub(crate) fn possible(incident: &Incident, condition: &Condition) -> bool {
    let interpreted = Interpreted::of(&ALL, incident);
    let interpretations = interpreted.interpretations.iter();
    let mut of_incidents =
        interpretations.filter(|interpretation| interpretation.scope == "incident");
    of_incidents
        .any(|interpretation| put_in(condition, &interpretation.now).verdict() != Verdict::Refuted)
}

/// The facts on which it still depends what an item of the first pack comes to, where that answers alone.
pub(crate) fn deciding(incident: &Incident) -> BTreeSet<&'static str> {
    let mut evaluator = Evaluator {
        interpreted: &Interpreted::of(&FIRST, incident),
        memo: &mut Memo::default(),
    };
    ask::deciding(&evaluator.items())
}
