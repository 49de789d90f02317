//! What an answer says of itself as a whole.

use super::answer::{
    Contradiction, CountedFact, Id, Item, Stated, Text, Urgency, Waiting, Words, text, texts,
};
use super::ask::deciding;
use super::judged::{Judged, Status};
use super::pack::{Ground, Pack};
use super::reading::{Understood, vocabulary};

/// The grounds of an item that are known, or else all.
fn best(judged: &Judged) -> impl Iterator<Item = &'static Ground> {
    let known = judged.grounds.iter().any(|ground| ground.known);
    let best = judged.grounds.iter();
    let best = best.filter(move |ground| ground.known == known);
    best.map(|judged| judged.ground)
}

/// How pressing an item is, if its best grounds say so: the strongest that they say.
pub(super) fn most_urgent(judged: &Judged) -> Option<&'static str> {
    let said = best(judged).filter_map(|ground| ground.urgency.as_deref());
    let said: Vec<_> = said.collect();
    let mut levels = ["emergency", "urgent"].into_iter();
    levels.find(|level| said.contains(level))
}

pub(super) fn urgency(acting: &[&Judged]) -> Urgency {
    let in_force = |judged: &&&Judged| judged.status <= Status::Precautionary;
    let levels = ["emergency", "urgent"].into_iter();
    let levels = levels.map(|level| {
        let urgent = acting.iter().filter(in_force);
        let urgent = urgent.filter(|judged| most_urgent(judged) == Some(level));
        (level, urgent.collect::<Vec<_>>())
    });
    let mut levels = levels.filter(|(_, urgent)| !urgent.is_empty());
    let (level, urgent) = levels.next().unwrap_or(("standard", Vec::new()));
    let mut citations: Vec<Text> = Vec::new();
    for judged in &urgent {
        let saying = best(judged).filter(|ground| ground.urgency.as_deref() == Some(level));
        for statement in saying.flat_map(|ground| texts(&ground.statements)) {
            if !citations.contains(&statement) {
                citations.push(statement);
            }
        }
    }
    Urgency {
        level: text(level),
        items: urgent.iter().map(|judged| text(&judged.item.id)).collect(),
        citations,
    }
}

/// The statements that are cited, once each, in the order of the pack.
pub(super) fn citations(pack: &'static Pack, cited: &[Text]) -> Vec<Id> {
    let ids = pack.statements.iter().map(|statement| text(&statement.id));
    ids.filter(|id| cited.contains(id))
        .map(|id| Id { id })
        .collect()
}

pub(super) fn waiting(actions: &[Item]) -> Vec<Waiting> {
    let mut groups: Vec<Waiting> = Vec::new();
    for action in actions {
        let Some(until) = &action.withheld_until else {
            continue;
        };
        let same = |group: &&mut Waiting| group.release_hint == action.release_hint;
        if let Some(group) = groups.iter_mut().find(same) {
            group.items.push(action.id.clone());
            if !group.until.contains(until) {
                group.until.push(until.clone());
            }
        } else {
            groups.push(Waiting {
                until: vec![until.clone()],
                release_hint: action.release_hint.clone(),
                items: vec![action.id.clone()],
            });
        }
    }
    groups
}

pub(super) fn contradictions(understood: &Understood) -> Vec<Contradiction> {
    let stated = |fact: &'static str| Stated {
        fact: text(fact),
        answer: Words(understood.incident[fact].clone().into()),
    };
    let broken = understood
        .contradictions
        .iter()
        .map(|exclusion| Contradiction {
            facts: [exclusion.one.0, exclusion.other.0].map(stated).into(),
            ask: text(exclusion.ask),
        });
    broken.collect()
}

pub(super) fn completeness(understood: &Understood, items: &[Judged]) -> &'static str {
    let deciding = deciding(items);
    if !understood.contradictory.is_empty()
        || deciding.iter().any(|fact| understood.never_asked(fact))
    {
        "questions_remain"
    } else if deciding.iter().any(|fact| understood.asked_in_vain(fact)) {
        "all_asked"
    } else {
        "complete"
    }
}

pub(super) fn facts(understood: &Understood) -> Vec<CountedFact> {
    let count = |fact: &'static str| {
        let stated = understood
            .incident
            .get(fact)
            .map(|answer| Words(answer.clone().into()));
        let implied = understood.implied.get(fact).map(|answer| text(answer));
        let (answer, basis) = match (stated, implied) {
            (_, Some(implied)) => (implied, "implied"),
            (Some(stated), _) if understood.contradictory.contains(fact) => {
                (stated, "contradictory")
            }
            (Some(stated), _) => (stated, "given"),
            (None, None) => return None,
        };
        Some(CountedFact {
            fact: text(fact),
            answer,
            basis: text(basis),
        })
    };
    vocabulary().filter_map(|fact| count(&fact.name)).collect()
}
