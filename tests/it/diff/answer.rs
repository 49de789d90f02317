//! What an answer makes of each item, read from the answer alone.

use std::collections::BTreeMap;

use signpost::advise::advise;
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::guidance::Guidance;

/// The kind and the id of an item.
pub(super) type Key = (&'static str, String);

/// The status of each item that an incident is answered with.
pub(super) fn statuses(guidance: &Guidance, incident: &Incident) -> BTreeMap<Key, &'static str> {
    let incident = Incident {
        include: [Include::All].into(),
        ..incident.clone()
    };
    let advice = advise(guidance, &incident);
    let mut statuses = BTreeMap::new();
    let actions = advice
        .actions
        .iter()
        .map(|one| (one.id, one.status.word(), &one.cautions));
    let possible = advice.possible.iter().flatten();
    let possible = possible.map(|one| (one.id, one.status.word(), &one.cautions));
    for (id, status, cautions) in actions.chain(possible) {
        statuses.insert(("action", id.to_owned()), status);
        for caution in cautions {
            statuses.insert(("prohibition", caution.prohibition.clone()), "caution");
        }
    }
    for group in &advice.waiting {
        for action in &group.items {
            statuses.insert(("action", action.id.to_owned()), "withheld");
        }
        for caution in &group.cautions {
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
                .all_questions
                .iter()
                .flatten()
                .map(|one| one.id)
                .collect::<Vec<_>>(),
        ),
        (
            "explanation",
            advice
                .explanations
                .iter()
                .flatten()
                .map(|one| one.id)
                .collect(),
        ),
        ("gap", advice.not_covered.iter().map(|one| one.id).collect()),
    ];
    for (kind, ids) in shown {
        statuses.extend(ids.into_iter().map(|id| ((kind, id.to_owned()), "shown")));
    }
    statuses
}
