//! What differs, as it is told.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::changed_statuses::ChangedStatus;
use super::choices::{PackChoice, editions};
use super::common::{Common, OnlyOneSide};
use super::status::{Effect, StatusInAnswer};
use super::texts::TextChange;
use crate::facts::{FactSet, Facts, Vocabulary};
use crate::mdd::{Builder, Node};
use crate::symbolic::{ModelCounter, SmallestFinder};

/// Two bodies of guidance compared, for every choice of packs.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What differs in answers made of the same packs: first of all, as they answer a request that names none.
    pub choices: Vec<Difference>,
}

/// What differs between the answers of two bodies of guidance.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The editions of the one, by pack: these packs alone answer.
    pub old: BTreeMap<String, String>,
    /// The editions of the other.
    pub new: BTreeMap<String, String>,
    /// The facts and answers that only one side knows. The incidents below state none of them.
    pub only: Vec<OnlyOneSide>,
    /// How many facts make a difference to what changed.
    pub facts: usize,
    /// How many incidents these facts allow, `uncounted` where that is too large a number.
    pub incidents: String,
    /// Every item that has another status in some incident, what is gravest first.
    pub statuses: Vec<StatusChange>,
    /// The words that differ.
    pub texts: Vec<TextChange>,
}

/// An item that has one status in place of another in some incidents. Of one item, each incident is in one move
/// at most.
#[derive(Debug, Serialize)]
pub struct StatusChange {
    /// What it means.
    pub effect: Effect,
    /// The kind of the item.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The item in one line.
    pub title: String,
    /// The status that it had.
    pub from: StatusInAnswer,
    /// The status that it has.
    pub to: StatusInAnswer,
    /// In how many of the incidents.
    pub incidents: String,
    /// In which part of them; left out where that cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// One of the smallest of these, as it can be posted to both.
    pub smallest: Value,
}

impl Comparison {
    /// What differs for each choice. Words that differ whatever packs are chosen are told once.
    pub(super) fn new(mut choices: Vec<Difference>) -> Self {
        if let Some((all, others)) = choices.split_first_mut() {
            for other in others {
                other.texts.retain(|text| !all.texts.contains(text));
            }
        }
        Self { choices }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.choices.iter().all(Difference::is_empty)
    }
}

impl Difference {
    /// What differs, in the form in which it is told.
    pub(super) fn new(
        choice: &PackChoice<'_>,
        common: Common,
        builder: &Builder,
        changed: &[ChangedStatus<'_>],
        texts: Vec<TextChange>,
    ) -> Self {
        let supports = changed.iter().map(|one| builder.support(one.incidents));
        let facts = supports.fold(FactSet::default(), FactSet::union);
        let mut counter = ModelCounter::new(builder, facts);
        let all = counter.count(Node::TRUE);
        let mut sets: Vec<_> = changed
            .iter()
            .map(|one| (one, counter.count(one.incidents)))
            .collect();
        // The gravest first, of these what was certain, and of these what concerns most.
        sets.sort_by_key(|(one, count)| {
            let count = count.unwrap_or(u128::MAX);
            (one.effect, Reverse((one.from.certain(), count)))
        });
        let mut finder = SmallestFinder::new(builder);
        let statuses = sets.into_iter().filter_map(|(one, count)| {
            let facts = finder.smallest(one.incidents)?;
            Some(StatusChange {
                effect: one.effect,
                kind: one.item.kind,
                id: one.item.id.clone(),
                title: one.item.title.clone(),
                from: one.from,
                to: one.to,
                incidents: written(count),
                share: share(count, all),
                smallest: request(choice, &common.vocabulary, &facts),
            })
        });
        Self {
            old: owned(editions(choice.old)),
            new: owned(editions(choice.new)),
            facts: facts.iter().count(),
            incidents: written(all),
            statuses: statuses.collect(),
            only: common.only,
            texts,
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.statuses.is_empty() && self.texts.is_empty() && self.only.is_empty()
    }
}

fn owned(editions: BTreeMap<&str, &str>) -> BTreeMap<String, String> {
    let editions = editions.into_iter();
    editions
        .map(|(pack, edition)| (pack.to_owned(), edition.to_owned()))
        .collect()
}

fn written(count: Option<u128>) -> String {
    count.map_or_else(|| "uncounted".to_owned(), |count| count.to_string())
}

/// A part of all, to some digits.
#[expect(
    clippy::cast_precision_loss,
    reason = "the number itself stands beside it"
)]
fn share(count: Option<u128>, all: Option<u128>) -> Option<f64> {
    Some(count? as f64 / all? as f64)
}

/// An incident as it can be posted, to be answered with the packs of the choice.
fn request(choice: &PackChoice<'_>, vocabulary: &Vocabulary, facts: &Facts) -> Value {
    let facts = facts.with(vocabulary);
    match &choice.named {
        Some(packs) => json!({ "facts": facts, "packs": packs }),
        None => json!({ "facts": facts }),
    }
}
