//! What is known of the facts of an incident, for tests that read a claim about them.

use std::collections::BTreeSet;

use super::ask;
use super::condition::Condition;
use super::evaluator::Evaluator;
use super::function::Verdict;
use super::interpretation::{Incident, Interpreted};
use super::memo::Memo;
use super::pack::Alternative;
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

/// Whether it holds in every completion of some interpretation.
pub(crate) fn holds_in_an_interpretation(incident: &Incident, condition: &Condition) -> bool {
    let interpreted = Interpreted::of(&ALL, incident);
    let mut interpretations = interpreted.interpretations.iter();
    interpretations
        .any(|interpretation| put_in(condition, &interpretation.now).verdict() == Verdict::Holds)
}

/// Whether the fact was asked and is not known: SEMANTICS 2.4, 2.5.
pub(crate) fn asked_not_known(incident: &Incident, fact: &str) -> bool {
    Interpreted::of(&ALL, incident).asked_not_known(fact)
}

/// What the alternatives of an action's gate are waited for: SEMANTICS 5.1.
pub(crate) fn waited_for(action: &str) -> Vec<&'static str> {
    let action = ALL.actions.iter().find(|one| one.id == action);
    let gate = action.and_then(|one| one.gate.as_ref());
    let gate = gate.and_then(|id| ALL.gates.iter().find(|one| one.id == *id));
    let alternatives = gate.into_iter().flat_map(|gate| &gate.alternatives);
    alternatives.map(Alternative::until).collect()
}

/// The items that some variants of a line, and the line itself, say: SEMANTICS 16.7.
pub(crate) fn said(line: &str, variants: &str) -> BTreeSet<&'static str> {
    let mut lines = ALL.lines.iter();
    let line = lines.find(|one| one.id == line).expect("a line");
    let said = |id: &str| variants.split('+').any(|one| one == id);
    let variants = line.parts.iter().flatten().filter(|one| said(&one.id));
    let named = variants.flat_map(|one| one.names.iter().chain(&one.covers));
    named.chain(&line.covers).map(String::as_str).collect()
}

/// The facts on which it still depends what an item of the first pack comes to, where that answers alone.
pub(crate) fn deciding(incident: &Incident) -> BTreeSet<&'static str> {
    let mut evaluator = Evaluator {
        interpreted: &Interpreted::of(&FIRST, incident),
        memo: &mut Memo::default(),
    };
    ask::deciding(&evaluator.items())
}
