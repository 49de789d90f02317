//! What an answer makes of each item, read from the answer alone.

use std::collections::BTreeMap;

use signpost::advise::advise;
use signpost::contract::advice::{Action, Advice};
use signpost::contract::incident::Incident;
use signpost::guidance::Guidance;

/// The kind and the id of an item.
pub(super) type Key = (&'static str, String);

/// The status of each item that an incident is answered with.
pub(super) fn statuses(guidance: &Guidance, incident: &Incident) -> BTreeMap<Key, &'static str> {
    let advice = advise(guidance, incident);
    let mut statuses = BTreeMap::new();
    for action in actions(&advice) {
        let status = match action.pending_question {
            Some(_) => "pending",
            None => action.status.word(),
        };
        statuses.insert(("action", action.id.to_owned()), status);
        for caution in &action.cautions {
            statuses.insert(("prohibition", caution.prohibition.clone()), "caution");
        }
    }
    for prohibition in &advice.prohibitions {
        let key = ("prohibition", prohibition.id.to_owned());
        statuses.insert(key, prohibition.status.word());
    }
    let shown = [
        (
            "question",
            advice
                .questions
                .iter()
                .map(|one| one.id)
                .collect::<Vec<_>>(),
        ),
        (
            "explanation",
            advice.explanations.iter().map(|one| one.id).collect(),
        ),
        ("gap", advice.not_covered.iter().map(|one| one.id).collect()),
    ];
    for (kind, ids) in shown {
        statuses.extend(ids.into_iter().map(|id| ((kind, id.to_owned()), "shown")));
    }
    statuses
}

/// The actions, and those that are only the consequence of a question.
fn actions<'a>(advice: &'a Advice<'a>) -> impl Iterator<Item = &'a Action<'a>> {
    let questions = advice.questions.iter();
    let consequences = questions.flat_map(|question| &question.consequences);
    advice.actions.iter().chain(consequences)
}
