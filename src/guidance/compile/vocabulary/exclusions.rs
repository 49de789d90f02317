//! From written exclusions to those of the vocabulary.

use std::collections::BTreeSet;
use std::path::Path;

use super::emptied::emptied;
use crate::facts::{AnswerSet, Exclusion, FactId, Side, Vocabulary};
use crate::guidance::compile::names::{answers_of, fact_named};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, WrittenExcluded, WrittenExclusions, WrittenSide, line};
use crate::guidance::parsed::In;

const FORM: &str =
    "write `You say that ..., and that .... Which is right?`, or give each side what it says";

/// Every exclusion of which both sides are known, in the order in which contradictions are told.
pub(super) fn exclusions(
    vocabulary: &Vocabulary,
    groups: &[In<WrittenExclusions>],
    faults: &mut Faults,
) -> Vec<Exclusion> {
    let mut known = Known {
        vocabulary,
        faults,
        exclusions: Vec::new(),
        places: Vec::new(),
        pairs: BTreeSet::new(),
        implying: BTreeSet::new(),
    };
    for In { file, part: group } in groups {
        let one = known.side(file, &group.answer);
        for excluded in &group.excludes {
            let other = known.side(file, &excluded.answer);
            let ask = known.sentence(file, group, excluded);
            if let (Some(one), Some(other), Some(ask)) = (one, other, ask) {
                let implies = excluded.implies;
                let exclusion = Exclusion {
                    one,
                    other,
                    implies,
                    ask,
                };
                known.add((file, line(&excluded.answer.fact)), exclusion);
            }
        }
    }
    known.check_emptied();
    known.exclusions
}

/// The exclusions found so far.
struct Known<'k> {
    vocabulary: &'k Vocabulary,
    faults: &'k mut Faults,
    exclusions: Vec<Exclusion>,
    /// For each of them, where it is written.
    places: Vec<(&'k Path, u64)>,
    /// Every pair of answers, the fact that comes first in the vocabulary first.
    pairs: BTreeSet<[(FactId, u8); 2]>,
    /// Those of them of which one answer takes the other away.
    implying: BTreeSet<[(FactId, u8); 2]>,
}

impl<'k> Known<'k> {
    fn side(&mut self, file: &Path, written: &WrittenSide) -> Option<Side> {
        let fact = fact_named(self.vocabulary, self.faults, file, &written.fact)?;
        let declared = &self.vocabulary[fact];
        let answers: AnswerSet = answers_of(declared, self.faults, file, &written.answers)?;
        if answers.is_empty() {
            let message = format!("no answer to `{}` takes part", declared.name);
            let help = "name the answers that exclude others";
            let place = (file, line(&written.fact));
            self.faults.add(Code::Exclusion, place, message, help);
            return None;
        }
        Some(Side { fact, answers })
    }

    /// What to settle: made of what both say, or written out.
    fn sentence(
        &mut self,
        file: &Path,
        group: &WrittenExclusions,
        excluded: &WrittenExcluded,
    ) -> Option<String> {
        let ends_well = |word: &Word| word.value.ends_with(|last: char| last.is_alphanumeric());
        let asks = |ask: &str| ask.starts_with("You say that ") && ask.ends_with('?');
        match (&group.says, &excluded.says, &excluded.ask) {
            (Some(one), Some(other), None) if ends_well(one) && ends_well(other) => {
                let (one, other) = (&one.value, &other.value);
                Some(format!(
                    "You say that {one}, and that {other}. Which is right?"
                ))
            }
            (_, None, Some(ask)) if asks(&ask.value) => Some(ask.value.clone()),
            _ => {
                let message = "these two are not put as one question";
                let place = (file, line(&excluded.answer.fact));
                self.faults.add(Code::Exclusion, place, message, FORM);
                None
            }
        }
    }

    fn add(&mut self, place: (&'k Path, u64), exclusion: Exclusion) {
        let name = &self.vocabulary[exclusion.one.fact].name;
        if exclusion.one.fact == exclusion.other.fact {
            let message = format!("`{name}` excludes its own answers");
            let help = "a fact has one answer: name another fact";
            self.faults.add(Code::Exclusion, place, message, help);
            return;
        }
        for pair in pairs(&exclusion) {
            if exclusion.implies {
                self.implying.insert(pair);
            }
            if !self.pairs.insert(pair) {
                let [one, other] = pair.map(|answer| told(self.vocabulary, answer));
                let message = format!("{one} and {other} exclude each other twice");
                let help = "leave one of the two out";
                self.faults.add(Code::Exclusion, place, message, help);
            }
        }
        self.exclusions.push(exclusion);
        self.places.push(place);
    }

    /// So an incident without a contradiction always keeps a reading, and what its answers imply agrees.
    fn check_emptied(&mut self) {
        for (fact, stated) in emptied(self.vocabulary, &self.pairs, &self.implying) {
            let mut places = self.exclusions.iter().zip(&self.places);
            let place = places.find(|(exclusion, _)| exclusion.concerns(fact));
            let Some((_, place)) = place else { continue };
            let stated: Vec<_> = stated
                .into_iter()
                .map(|answer| told(self.vocabulary, answer))
                .collect();
            let name = &self.vocabulary[fact].name;
            let message = format!("{} leave `{name}` no answer", stated.join(" and "));
            let help = "exclude them from each other as well, so that whoever states both is asked";
            self.faults.add(Code::Exclusion, *place, message, help);
        }
    }
}

fn pairs(exclusion: &Exclusion) -> impl Iterator<Item = [(FactId, u8); 2]> {
    let Exclusion { one, other, .. } = exclusion;
    let (one, other) = (*one, *other);
    one.answers.iter().flat_map(move |a| {
        other.answers.iter().map(move |b| {
            let mut pair = [(one.fact, a), (other.fact, b)];
            pair.sort_unstable();
            pair
        })
    })
}

/// An answer, as a fault tells it.
fn told(vocabulary: &Vocabulary, (fact, answer): (FactId, u8)) -> String {
    let fact = &vocabulary[fact];
    format!("`{}: {}`", fact.name, fact.value(answer))
}
