//! What the stated answers come to: contradictions, interpretations, and what each leaves possible.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::facts::{EXCLUSIONS, Exclusion, FACTS, Side, UNKNOWN};
use super::function::{Function, Possible, Verdict};
use super::memo;
use super::pack::{Contact, Pack};
use super::reach;
use super::reading::{Reading, When, put_in};

/// The facts of an incident and what was stated about them: SEMANTICS 1.1.
pub(crate) type Incident = BTreeMap<String, String>;

/// One way to read the answers: SEMANTICS 2.2.
pub(super) struct Interpretation {
    pub(super) scope: &'static str,
    /// The conditions as they are read now.
    pub(super) now: Reading,
    /// The conditions as they are read once everything is known.
    pub(super) then: Reading,
    /// For each gate, and each of its alternatives: whether it is not out of reach, SEMANTICS 5.4.
    pub(super) reach: BTreeMap<&'static str, Vec<Function>>,
}

pub(super) struct Interpreted<'i> {
    pub(super) pack: &'static Pack,
    pub(super) incident: &'i Incident,
    /// The exclusions that are broken.
    pub(super) contradictions: Vec<&'static Exclusion>,
    /// The facts that take part in them: SEMANTICS 2.1.
    pub(super) contradictory: BTreeSet<&'static str>,
    /// The facts that are known in every interpretation although nobody gave the answer: SEMANTICS 2.4.
    pub(super) implied: BTreeMap<&'static str, &'static str>,
    pub(super) interpretations: Vec<Interpretation>,
}

thread_local! {
    static EVERY_ANSWER: Possible = FACTS
        .iter()
        .map(|(fact, answers)| (*fact, answers.as_slice().into()))
        .collect();
}

/// The facts, in the order of the guidance.
pub(super) fn in_order(facts: &BTreeSet<&'static str>) -> Vec<&'static str> {
    let all = FACTS.iter().map(|(fact, _)| *fact);
    all.filter(|fact| facts.contains(fact)).collect()
}

/// The exclusions that the stated answers break: SEMANTICS 1.2, 2.1.
pub(super) fn contradictions(incident: &Incident) -> Vec<&'static Exclusion> {
    let stated = |(fact, answers): &Side| {
        incident
            .get(*fact)
            .is_some_and(|answer| answers.contains(&answer.as_str()))
    };
    let broken = |exclusion: &&Exclusion| stated(&exclusion.one) && stated(&exclusion.other);
    EXCLUSIONS.iter().filter(broken).collect()
}

impl<'i> Interpreted<'i> {
    pub(super) fn of(pack: &'static Pack, incident: &'i Incident) -> Self {
        let contradictions = contradictions(incident);
        let contradictory: BTreeSet<_> = contradictions
            .iter()
            .flat_map(|broken| [broken.one.0, broken.other.0])
            .collect();
        let interpretations: Vec<_> = if contradictory.is_empty() {
            vec![Interpretation::of(pack, incident, |_| true)]
        } else {
            let keeping = |kept: &&'static str| {
                Interpretation::of(pack, incident, |fact| {
                    fact == *kept || !contradictory.contains(fact)
                })
            };
            contradictory.iter().map(keeping).collect()
        };
        let implied = implied(incident, &interpretations);
        Self {
            pack,
            incident,
            contradictions,
            contradictory,
            implied,
            interpretations,
        }
    }

    /// The scope of the answer: SEMANTICS 4.2.
    pub(super) fn scope(&self) -> &'static str {
        let any = |scope: &&str| {
            self.interpretations
                .iter()
                .any(|interpretation| interpretation.scope == *scope)
        };
        ["incident", "prevention", "out_of_scope"]
            .into_iter()
            .find(any)
            .expect("a interpretation")
    }

    /// Those of the contacts that can be named and serve where the child is, by id: SEMANTICS 12.4, 12.8.
    pub(super) fn contacts(&self, named: &'static [String]) -> Vec<&'static str> {
        let possible =
            |interpretation: &Interpretation| interpretation.now.possible["jurisdiction"].clone();
        let mut areas: Vec<_> = possible(&self.interpretations[0]).to_vec();
        let agreed = self
            .interpretations
            .iter()
            .all(|it| *possible(it) == *areas);
        if !agreed || areas.len() > 1 {
            areas = EVERY_ANSWER.with(|every| every["jurisdiction"].to_vec());
            areas.retain(|area| *area != "outside_uk");
        }
        let named = self.pack.named(named, |contact| self.can_be_named(contact));
        let serving = named
            .into_iter()
            .filter(|contact| areas.iter().all(|area| contact.serves(area)));
        serving.map(|contact| contact.id.as_str()).collect()
    }

    /// SEMANTICS 12.8.
    fn can_be_named(&self, contact: &Contact) -> bool {
        let mut not_named = self.pack.not_named.iter();
        !not_named.any(|not| {
            let mut interpretations = self.interpretations.iter();
            not.contacts.contains(&contact.id)
                && interpretations.any(|it| {
                    let function = put_in(&not.when, &it.now);
                    memo::verdict(&function) == Verdict::Holds
                })
        })
    }

    /// SEMANTICS 2.4, 2.5.
    pub(super) fn asked_not_known(&self, fact: &str) -> bool {
        let unknown = self
            .incident
            .get(fact)
            .is_some_and(|answer| answer == UNKNOWN);
        self.contradictory.contains(fact) || unknown && !self.implied.contains_key(fact)
    }

    /// Whether nobody has asked about it and it does not follow from what was stated: SEMANTICS 2.4.
    pub(super) fn never_asked(&self, fact: &str) -> bool {
        !self.incident.contains_key(fact) && !self.implied.contains_key(fact)
    }
}

impl Interpretation {
    /// Takes the answers to the facts that are kept, and leaves the other facts open: SEMANTICS 1.3, 1.4.
    fn of(pack: &'static Pack, incident: &Incident, kept: impl Fn(&str) -> bool) -> Self {
        let stated = |fact: &str| {
            incident
                .get(fact)
                .filter(|answer| *answer != UNKNOWN && kept(fact))
        };
        let mut possible = EVERY_ANSWER.with(Clone::clone);
        for fact in incident.keys() {
            if let (Some(given), Some(answers)) = (stated(fact), possible.get_mut(fact.as_str())) {
                *answers = answers
                    .iter()
                    .copied()
                    .filter(|answer| answer == given)
                    .collect();
            }
        }
        for exclusion in EXCLUSIONS.iter().filter(|exclusion| exclusion.implies) {
            for (one, other) in [
                (&exclusion.one, &exclusion.other),
                (&exclusion.other, &exclusion.one),
            ] {
                let excludes = stated(one.0).is_some_and(|given| one.1.contains(&given.as_str()));
                if excludes && stated(other.0).is_none() {
                    let left = possible.get_mut(other.0).expect("a fact");
                    *left = left
                        .iter()
                        .copied()
                        .filter(|it| !other.1.contains(it))
                        .collect();
                    assert!(!left.is_empty(), "{} has no answer left", other.0);
                }
            }
        }
        // SEMANTICS 4.1.
        let scope = if *possible["anyone_under_18"] == ["no"] {
            "out_of_scope"
        } else if *possible["incident_has_happened"] == ["no"] {
            "prevention"
        } else {
            "incident"
        };
        // SEMANTICS 1.10.
        let not_known = |(fact, answers): (&&'static str, &Rc<[&'static str]>)| {
            let asked_or_put_aside = incident.contains_key(*fact);
            (answers.len() > 1 && asked_or_put_aside).then_some(*fact)
        };
        let not_known = possible.iter().filter_map(not_known).collect();
        Self {
            scope,
            reach: reach::of_gates(pack, &possible).into_iter().collect(),
            then: Reading::of(pack, possible.clone(), When::EverythingKnown),
            now: Reading::of(pack, possible, When::Now(not_known)),
        }
    }
}

/// The answers that nobody gave and that every interpretation leaves as the only one.
fn implied(
    incident: &Incident,
    interpretations: &[Interpretation],
) -> BTreeMap<&'static str, &'static str> {
    let stated = |fact: &str| {
        let answer = incident.get(fact);
        answer.is_some_and(|answer| answer != UNKNOWN)
    };
    let only = |fact: &str| {
        let mut possible = interpretations.iter().map(|it| &it.now.possible[fact]);
        let first = possible.next()?;
        let agreed = possible.all(|other| other == first);
        (agreed && first.len() == 1).then(|| first[0])
    };
    let open = FACTS.iter().map(|(fact, _)| *fact);
    open.filter(|fact| !stated(fact))
        .filter_map(|fact| Some((fact, only(fact)?)))
        .collect()
}
