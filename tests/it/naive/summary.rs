//! What an answer says of itself as a whole.

use serde_json::{Value, json};

use super::ask::{Asked, deciding};
use super::decided::{Decided, DecidedGround};
use super::interpretation::Interpreted;
use super::pack::Ground;
use super::places::question_of;

/// The grounds of an item that are known, or else all: SEMANTICS 7.4.
pub(super) fn best(decided: &Decided) -> impl Iterator<Item = &DecidedGround> {
    let known = decided.grounds.iter().any(|ground| ground.known);
    let best = decided.grounds.iter();
    best.filter(move |ground| ground.known == known)
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
    let levels = best(decided).map(|one| Level::of(one.ground));
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
pub(super) fn voice(decided: &Decided) -> &'static str {
    let mut order = ["source", "supplement", "editorial", "local"].into_iter();
    let first = order.find(|voice| best(decided).any(|one| one.ground.voice == *voice));
    first.expect("an item shows a ground")
}

/// Of the actions of the answer: SEMANTICS 9.4.
pub(super) fn urgency(acting: &[&Decided], asked: &[Asked]) -> Value {
    let raises = |decided: &Decided| {
        let raising = best(decided).filter(|one| one.ground.raises_answer);
        let level = raising.map(|one| Level::of(one.ground)).min();
        at_most(decided, level.unwrap_or(Level::Standard))
    };
    // SEMANTICS 11.4: what is among the actions where nobody has asked does not count.
    let acting = acting.iter();
    let counting = acting.filter(|decided| question_of(decided, asked).is_none());
    let levels: Vec<_> = counting.map(|one| (raises(one), &one.item.id)).collect();
    let level = levels.iter().map(|(level, _)| *level).min();
    let level = level.unwrap_or(Level::Standard);
    let giving = levels.into_iter().filter(|(own, _)| *own == level);
    let items: Vec<_> = giving
        .filter(|_| level < Level::Standard)
        .map(|(_, id)| id)
        .collect();
    json!({ "level": level.word(), "items": items })
}

/// SEMANTICS 13.1, 13.2, 13.3.
pub(super) fn completeness(interpreted: &Interpreted, items: &[Decided]) -> &'static str {
    let deciding = deciding(items);
    let mut open = deciding.iter();
    let contradicting = !interpreted.contradictory.is_empty();
    if contradicting || open.clone().any(|fact| interpreted.never_asked(fact)) {
        "questions_remain"
    } else if open.any(|fact| interpreted.asked_not_known(fact)) {
        "all_asked"
    } else {
        "complete"
    }
}
