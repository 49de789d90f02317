//! What differs, as it is told.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::changed_statuses::ChangedStatus;
use super::choices::{PackChoice, editions};
use super::common::{Common, OnlyOneSide};
use super::status::{Effect, ItemStatus};
use super::texts::TextChange;
use crate::facts::FactSet;
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
    pub from: ItemStatus,
    /// The status that it has.
    pub to: ItemStatus,
    /// In how many of the incidents.
    pub incidents: String,
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
    /// What changed and which words differ, in the form in which it is told.
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
        let mut finder = SmallestFinder::new(builder);
        let mut statuses: Vec<_> = changed
            .iter()
            .map(|one| (counter.count(one.incidents), one))
            .collect();
        // The gravest first, and of these what concerns most.
        statuses.sort_by_key(|(count, one)| {
            (one.effect, std::cmp::Reverse(count.unwrap_or(u128::MAX)))
        });
        let statuses = statuses.into_iter().filter_map(|(count, one)| {
            let smallest = finder.smallest(one.incidents)?;
            let mut smallest = json!({ "facts": smallest.with(&common.vocabulary) });
            if let Some(packs) = &choice.named {
                smallest["packs"] = json!(packs);
            }
            Some(StatusChange {
                effect: one.effect,
                kind: one.item.kind,
                id: one.item.id.clone(),
                title: one.item.title.clone(),
                from: one.from,
                to: one.to,
                incidents: written(count),
                smallest,
            })
        });
        Self {
            old: owned(editions(choice.old)),
            new: owned(editions(choice.new)),
            facts: facts.iter().count(),
            incidents: written(counter.count(Node::TRUE)),
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
