//! What an answer says of itself as a whole.

use super::answer::{
    Contradiction, CountedFact, Id, Item, Stated, Text, Urgency, Waiting, Words, text, texts,
};
use super::ask::deciding;
use super::decided::{Decided, Status};
use super::facts::FACTS;
use super::interpretation::Interpreted;
use super::pack::{Ground, Pack};

/// The grounds of an item that are known, or else all: SEMANTICS 7.4.
fn best(decided: &Decided) -> impl Iterator<Item = &'static Ground> {
    let known = decided.grounds.iter().any(|ground| ground.known);
    let best = decided.grounds.iter();
    let best = best.filter(move |ground| ground.known == known);
    best.map(|decided| decided.ground)
}

/// How urgent an item is, if its best grounds say so: SEMANTICS 7.6.
pub(super) fn most_urgent(decided: &Decided) -> Option<&'static str> {
    let said = best(decided).filter_map(|ground| ground.urgency.as_deref());
    let said: Vec<_> = said.collect();
    let mut levels = ["emergency", "urgent"].into_iter();
    levels.find(|level| said.contains(level))
}

/// Who speaks in an item: SEMANTICS 7.5.
pub(super) fn voice(decided: &Decided) -> Text {
    let mut order = ["source", "supplement", "editorial", "local"].into_iter();
    let first = order.find(|voice| best(decided).any(|ground| ground.voice == *voice));
    text(first.expect("an item shows a ground"))
}

/// SEMANTICS 9.4.
pub(super) fn urgency(acting: &[&Decided]) -> Urgency {
    let in_force = |decided: &&&Decided| decided.status <= Status::Precautionary;
    let levels = ["emergency", "urgent"].into_iter();
    let levels = levels.map(|level| {
        let urgent = acting.iter().filter(in_force);
        let urgent = urgent.filter(|decided| most_urgent(decided) == Some(level));
        (level, urgent.collect::<Vec<_>>())
    });
    let mut levels = levels.filter(|(_, urgent)| !urgent.is_empty());
    let (level, urgent) = levels.next().unwrap_or(("standard", Vec::new()));
    let mut citations: Vec<Text> = Vec::new();
    for decided in &urgent {
        let saying = best(decided).filter(|ground| ground.urgency.as_deref() == Some(level));
        for statement in saying.flat_map(|ground| texts(&ground.statements)) {
            if !citations.contains(&statement) {
                citations.push(statement);
            }
        }
    }
    Urgency {
        level: text(level),
        items: urgent
            .iter()
            .map(|decided| text(&decided.item.id))
            .collect(),
        citations,
    }
}

/// The statements that are cited, once each: SEMANTICS 12.6.
pub(super) fn citations(pack: &'static Pack, cited: &[Text]) -> Vec<Id> {
    let ids = pack.statements.iter().map(|statement| text(&statement.id));
    ids.filter(|id| cited.contains(id))
        .map(|id| Id { id })
        .collect()
}

/// The contacts that are named, once each: SEMANTICS 12.6.
pub(super) fn contacts(pack: &'static Pack, named: &[Text]) -> Vec<Id> {
    let ids = pack.contacts.iter().map(|contact| text(&contact.id));
    ids.filter(|id| named.contains(id))
        .map(|id| Id { id })
        .collect()
}

/// SEMANTICS 9.5.
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

/// SEMANTICS 2.6.
pub(super) fn contradictions(interpreted: &Interpreted) -> Vec<Contradiction> {
    let stated = |fact: &'static str| Stated {
        fact: text(fact),
        answer: Words(interpreted.incident[fact].clone().into()),
    };
    let broken = interpreted
        .contradictions
        .iter()
        .map(|exclusion| Contradiction {
            facts: [exclusion.one.0, exclusion.other.0].map(stated).into(),
            ask: text(&exclusion.ask),
        });
    broken.collect()
}

/// SEMANTICS 13.1, 13.2, 13.3.
pub(super) fn completeness(interpreted: &Interpreted, items: &[Decided]) -> &'static str {
    let deciding = deciding(items);
    if !interpreted.contradictory.is_empty()
        || deciding.iter().any(|fact| interpreted.never_asked(fact))
    {
        "questions_remain"
    } else if deciding
        .iter()
        .any(|fact| interpreted.asked_not_known(fact))
    {
        "all_asked"
    } else {
        "complete"
    }
}

/// SEMANTICS 2.7.
pub(super) fn facts(interpreted: &Interpreted) -> Vec<CountedFact> {
    let count = |fact: &'static str| {
        let stated = interpreted
            .incident
            .get(fact)
            .map(|answer| Words(answer.clone().into()));
        let implied = interpreted.implied.get(fact).map(|answer| text(answer));
        let (answer, basis) = match (stated, implied) {
            (_, Some(implied)) => (implied, "implied"),
            (Some(stated), _) if interpreted.contradictory.contains(fact) => {
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
    FACTS.iter().filter_map(|(fact, _)| count(fact)).collect()
}
