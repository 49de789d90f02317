//! Answers that together leave another fact none, although no two of them exclude each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{FactId, Vocabulary};

/// An answer, by its fact and its place.
type Given = (FactId, u8);
/// Answers that can be stated together.
type Together = BTreeSet<Given>;

/// Each fact that can be left without an answer, with answers that do so: of the pairs that exclude each other, only
/// those that imply something take an answer away.
pub(super) fn emptied(
    vocabulary: &Vocabulary,
    pairs: &BTreeSet<[Given; 2]>,
    implying: &BTreeSet<[Given; 2]>,
) -> Vec<(FactId, Together)> {
    let excluders = excluders(implying);
    let mut emptied = Vec::new();
    for fact in vocabulary.ids() {
        let answers = vocabulary[fact].all().iter().map(|answer| (fact, answer));
        let none = BTreeSet::from([Together::new()]);
        let ways = answers.fold(none, |ways, answer| {
            let by = excluders.get(&answer);
            let longer = ways.iter().flat_map(|way| {
                let by = by.into_iter().flatten();
                by.filter_map(|given| with(way, *given, pairs))
            });
            longer.collect()
        });
        emptied.extend(ways.into_iter().next().map(|way| (fact, way)));
    }
    emptied
}

/// For each answer, those that exclude it.
fn excluders(pairs: &BTreeSet<[Given; 2]>) -> BTreeMap<Given, Vec<Given>> {
    let mut excluders = BTreeMap::<Given, Vec<Given>>::new();
    for [one, other] in pairs {
        excluders.entry(*one).or_default().push(*other);
        excluders.entry(*other).or_default().push(*one);
    }
    excluders
}

/// The answers and one more, unless they contradict each other or answer a fact twice.
fn with(way: &Together, given: Given, pairs: &BTreeSet<[Given; 2]>) -> Option<Together> {
    let clashes = |other: &Given| {
        let mut pair = [*other, given];
        pair.sort_unstable();
        *other != given && (other.0 == given.0 || pairs.contains(&pair))
    };
    if way.iter().any(clashes) {
        return None;
    }
    let mut longer = way.clone();
    longer.insert(given);
    Some(longer)
}
