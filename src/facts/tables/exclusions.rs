//! Which answers cannot both be true of one incident: the table of it.

pub(super) use super::exclusions_table::EXCLUSIONS;

/// Two facts whose named answers cannot both be true of one incident.
#[derive(Debug, Clone, Copy)]
pub(in crate::facts) struct Exclusion {
    /// One fact and the answers of it that take part.
    pub(in crate::facts) one: (&'static str, &'static [&'static str]),
    /// The other fact and the answers of it that take part.
    pub(in crate::facts) other: (&'static str, &'static [&'static str]),
    /// Whether either of the answers, stated, takes the other from a fact that is open.
    pub(in crate::facts) implies: bool,
    /// What to settle, as a sentence for the professional.
    pub(in crate::facts) ask: &'static str,
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::EXCLUSIONS;
    use crate::facts::tables::{Fact, GROUPS};

    type Stated = (&'static str, &'static str);

    fn facts() -> impl Iterator<Item = &'static Fact> {
        GROUPS.iter().flat_map(|group| group.facts)
    }

    /// Every excluded pair of answers, the two in alphabetical order, as often as it is listed.
    fn pairs() -> Vec<(Stated, Stated)> {
        let mut pairs = Vec::new();
        for exclusion in EXCLUSIONS {
            let ((one, ones), (other, others)) = (exclusion.one, exclusion.other);
            for a in ones {
                pairs.extend(others.iter().map(|b| in_order((one, a), (other, b))));
            }
        }
        pairs
    }

    fn in_order(a: Stated, b: Stated) -> (Stated, Stated) {
        if a <= b { (a, b) } else { (b, a) }
    }

    /// For each answer, the answers that exclude it.
    fn excluders(pairs: &BTreeSet<(Stated, Stated)>) -> BTreeMap<Stated, BTreeSet<Stated>> {
        let mut excluders = BTreeMap::<Stated, BTreeSet<Stated>>::new();
        for (a, b) in pairs {
            excluders.entry(*a).or_default().insert(*b);
            excluders.entry(*b).or_default().insert(*a);
        }
        excluders
    }

    /// Every way to choose one stated answer that excludes each of `answers`. Two answers to one
    /// fact cannot both be stated, so such choices are left out.
    fn ways_to_exclude_all(
        answers: &[Stated],
        excluders: &BTreeMap<Stated, BTreeSet<Stated>>,
    ) -> Vec<BTreeSet<Stated>> {
        answers.iter().fold(vec![BTreeSet::new()], |ways, answer| {
            let by = excluders.get(answer);
            ways.iter()
                .flat_map(|way| {
                    by.into_iter().flatten().filter_map(|stated| {
                        let twice = way
                            .iter()
                            .any(|(fact, value)| *fact == stated.0 && *value != stated.1);
                        let mut longer = way.clone();
                        longer.insert(*stated);
                        (!twice).then_some(longer)
                    })
                })
                .collect()
        })
    }

    fn conflict(stated: &BTreeSet<Stated>, pairs: &BTreeSet<(Stated, Stated)>) -> bool {
        stated
            .iter()
            .any(|a| stated.iter().any(|b| pairs.contains(&in_order(*a, *b))))
    }

    #[test]
    fn every_fact_and_answer_named_is_one_that_can_be_given() {
        let known: BTreeSet<Stated> = facts()
            .flat_map(|fact| fact.answers.iter().map(|answer| (fact.name, answer.value)))
            .collect();
        for (a, b) in pairs() {
            assert!(known.contains(&a), "{a:?} cannot be given");
            assert!(known.contains(&b), "{b:?} cannot be given");
            assert_ne!(a.0, b.0, "{} excludes its own answers", a.0);
        }
    }

    #[test]
    fn no_two_answers_are_excluded_twice() {
        let mut seen = BTreeSet::new();
        for pair in pairs() {
            assert!(seen.insert(pair), "{pair:?} is listed twice");
        }
        assert!(!seen.is_empty());
    }

    /// So an incident without a contradiction always keeps a reading, and what its answers imply
    /// agrees: two implied answers that exclude each other would empty each other's fact.
    #[test]
    fn answers_that_leave_a_fact_without_any_exclude_each_other_directly() {
        let pairs: BTreeSet<_> = pairs().into_iter().collect();
        let excluders = excluders(&pairs);
        let mut tried = 0;
        for fact in facts() {
            let answers: Vec<_> = fact.answers.iter().map(|a| (fact.name, a.value)).collect();
            for stated in ways_to_exclude_all(&answers, &excluders) {
                tried += 1;
                assert!(
                    conflict(&stated, &pairs),
                    "{stated:?} leave {} no answer",
                    fact.name
                );
            }
        }
        assert!(
            tried > 0,
            "no fact can be emptied at all, so this test has shown nothing"
        );
    }

    #[test]
    fn what_the_child_says_of_being_willing_contradicts_no_pressure() {
        let about_pressure = [
            "forced_or_coerced",
            "threatened_or_blackmailed",
            "bullied",
            "under_pressure",
            "deceived_or_induced",
            "money_or_more_images_demanded",
            "has_paid",
            "contact_continuing",
            "under_influence",
        ];
        for (a, b) in pairs() {
            for (willing, against) in [(a, b), (b, a)] {
                if willing.0 == "says_sent_willingly" {
                    assert!(!about_pressure.contains(&against.0), "{against:?}");
                }
            }
        }
    }

    #[test]
    fn every_contradiction_is_put_as_one_question() {
        for exclusion in EXCLUSIONS {
            assert!(
                exclusion.ask.starts_with("You say that "),
                "{}",
                exclusion.ask
            );
            assert!(exclusion.ask.ends_with('?'), "{}", exclusion.ask);
        }
    }
}
