//! What an answer says of itself as a whole.

use super::answer::{
    Contradiction, CountedFact, Id, Item, Stated, Text, Urgency, Waiting, Words, text, texts,
};
use super::ask::{Asked, deciding};
use super::compose::question_of;
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

/// How pressing something is, from the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Emergency,
    Urgent,
    Standard,
}

impl Level {
    fn of(ground: &Ground) -> Self {
        match ground.urgency.as_deref() {
            Some("emergency") => Self::Emergency,
            Some("urgent") => Self::Urgent,
            _ => Self::Standard,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Urgent => "urgent",
            Self::Standard => "standard",
        }
    }
}

/// The strongest that the best grounds name, also where none is known: SEMANTICS 9.3.
pub(super) fn strongest(decided: &Decided) -> Level {
    let levels = best(decided).map(Level::of);
    levels.min().unwrap_or(Level::Standard)
}

/// SEMANTICS 7.6.
pub(super) fn urgency_of(decided: &Decided) -> Level {
    at_most(decided, strongest(decided))
}

/// Lowers what no known ground calls an emergency.
fn at_most(decided: &Decided, level: Level) -> Level {
    let known = decided.grounds.iter().any(|ground| ground.known);
    if known {
        level
    } else {
        level.max(Level::Urgent)
    }
}

/// Who speaks in an item: SEMANTICS 7.5.
pub(super) fn voice(decided: &Decided) -> Text {
    let mut order = ["source", "supplement", "editorial", "local"].into_iter();
    let first = order.find(|voice| best(decided).any(|ground| ground.voice == *voice));
    text(first.expect("an item shows a ground"))
}

/// Of the actions of the answer: SEMANTICS 9.4.
pub(super) fn urgency(acting: &[&Decided], asked: &[Asked]) -> Urgency {
    let counts = |decided: &&&Decided| {
        let listed_anyway = question_of(decided, asked).is_some();
        decided.status <= Status::Precautionary && !listed_anyway
    };
    let raises = |decided: &Decided| {
        let grounds = raising(decided).map(Level::of);
        at_most(decided, grounds.min().unwrap_or(Level::Standard))
    };
    let counting: Vec<_> = acting.iter().copied().filter(|it| counts(&it)).collect();
    let levels = counting.iter().map(|decided| raises(decided));
    let level = levels.min().unwrap_or(Level::Standard);
    let (mut items, mut citations) = (Vec::new(), Vec::new());
    if level < Level::Standard {
        for decided in counting.iter().filter(|decided| raises(decided) == level) {
            items.push(text(&decided.item.id));
            let saying = raising(decided).filter(|ground| Level::of(ground) <= level);
            for statement in saying.flat_map(|ground| texts(&ground.statements)) {
                if !citations.contains(&statement) {
                    citations.push(statement);
                }
            }
        }
    }
    Urgency {
        level: text(level.word()),
        items,
        citations,
    }
}

/// The best grounds that count for the urgency of the answer.
fn raising(decided: &Decided) -> impl Iterator<Item = &'static Ground> {
    best(decided).filter(|ground| ground.raises_answer)
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
