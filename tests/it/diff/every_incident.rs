//! What is told, counted again by asking both editions about every incident.

use std::collections::BTreeMap;

use signpost::diff::Difference;
use signpost::facts::{FactId, Facts, Stated, Vocabulary};
use signpost::guidance::Guidance;

use super::answer::{Key, statuses};
use super::{EDITS, compared};
use crate::bad_packs::sound_but;

/// How many incidents give an item one status in place of another.
type Counts = BTreeMap<(Key, &'static str, &'static str), u128>;

/// Every incident in which these facts are stated or not.
fn incidents(vocabulary: &Vocabulary, facts: &[FactId]) -> Vec<Facts> {
    facts.iter().fold(vec![Facts::default()], |all, fact| {
        let answers = vocabulary[*fact].all().iter().map(Stated::Answer);
        let ways: Vec<_> = answers.chain([Stated::Unknown, Stated::NotAsked]).collect();
        let with = |mut one: Facts, stated| {
            one.state(*fact, stated);
            one
        };
        all.into_iter()
            .flat_map(|one| ways.iter().map(move |stated| with(one, *stated)))
            .collect()
    })
}

fn counted(editions: [&Guidance; 2], incidents: &[Facts]) -> Counts {
    let mut counts = Counts::new();
    for facts in incidents {
        let [old, new] = editions.map(|guidance| statuses(guidance, &(*facts).into()));
        for key in old
            .keys()
            .chain(new.keys().filter(|key| !old.contains_key(*key)))
        {
            let [from, to] = [&old, &new].map(|side| side.get(key).copied().unwrap_or("absent"));
            if from != to {
                *counts.entry((key.clone(), from, to)).or_default() += 1;
            }
        }
    }
    counts
}

/// What was told, as so many of `all` incidents.
fn told(difference: &Difference, all: u128) -> Counts {
    let allowed: u128 = difference.incidents.parse().unwrap();
    let changes = difference.statuses.iter().map(|one| {
        let incidents: u128 = one.incidents.parse().unwrap();
        // The facts that make no difference are not among those that were counted over.
        assert_eq!(incidents * all % allowed, 0);
        let key = (one.kind, one.id.clone());
        (
            (key, one.from.word(), one.to.word()),
            incidents * all / allowed,
        )
    });
    changes.collect()
}

#[test]
fn every_incident_that_differs_is_counted_once_for_each_item() {
    let edits: Vec<(&str, &str)> = [0, 3, 5]
        .into_iter()
        .flat_map(|edit| EDITS[edit].1.iter().copied())
        .collect();
    let (old, new) = (sound_but(&[]), sound_but(&edits));
    let vocabulary = old.vocabulary();
    // Where the child is makes no difference to any item.
    let facts: Vec<FactId> = vocabulary
        .ids()
        .filter(|fact| *fact != vocabulary.jurisdiction())
        .collect();
    let incidents = incidents(vocabulary, &facts);
    let counted = counted([&old, &new], &incidents);
    assert!(counted.len() > 8, "{counted:?}");
    let compared = compared(&old, &new);
    let all = u128::try_from(incidents.len()).unwrap();
    assert_eq!(told(&compared.choices[0], all), counted);
}
