//! What stated facts come to: readings without contradiction, and what each leaves open.

use std::sync::LazyLock;

use crate::contract::advice::{Contradiction, Scope};
use crate::contract::exclusions::{RULES, Rule};
use crate::contract::fact::UNKNOWN;
use crate::contract::incident::{
    CountedFact, FactBasis, FactId, Facts, MOST_FACTS, Stated, StatedAnswer,
};
use crate::contract::sets::{AnswerSet, FactSet};
use crate::guidance::scope::no_to_scope;

static NO_TO_SCOPE: LazyLock<[Option<(FactId, u8)>; 2]> = LazyLock::new(no_to_scope);

/// One way to read the stated facts without contradiction: the answers that each fact can have.
#[derive(Debug)]
pub(super) struct Reading {
    possible: [AnswerSet; MOST_FACTS],
    /// The facts of which some answer is ruled out.
    pub(super) narrowed: FactSet,
}

impl Reading {
    /// Reads facts of which no two stated answers exclude each other.
    fn of(facts: &Facts) -> Self {
        let mut reading = Self {
            possible: [AnswerSet::EMPTY; MOST_FACTS],
            narrowed: FactSet::default(),
        };
        for fact in FactId::all() {
            match facts.stated(fact) {
                Stated::Answer(answer) => reading.narrow(fact, AnswerSet::only(answer)),
                Stated::Unknown | Stated::NotAsked => reading.leave_open(fact),
            }
        }
        for rule in RULES.iter().filter(|rule| rule.declared.implies) {
            for (cause, effect) in rule.sides() {
                let caused = matches!(facts.stated(cause.0),
                    Stated::Answer(answer) if cause.1.contains(answer));
                if caused && !matches!(facts.stated(effect.0), Stated::Answer(_)) {
                    let left = reading.possible(effect.0).without(effect.1);
                    reading.narrow(effect.0, left);
                }
            }
        }
        reading
    }

    /// The answers that a fact can have.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub(super) fn possible(&self, fact: FactId) -> AnswerSet {
        self.possible[fact.index()]
    }

    /// The fact's answer, where only one is possible.
    pub(super) fn answer(&self, fact: FactId) -> Option<u8> {
        self.possible(fact).single()
    }

    /// Whether this reading is in scope. Open means in scope.
    pub(super) fn scope(&self) -> Scope {
        let [nobody_under_18, nothing_happened] = NO_TO_SCOPE
            .map(|no| no.is_some_and(|(fact, answer)| self.answer(fact) == Some(answer)));
        match (nobody_under_18, nothing_happened) {
            (true, _) => Scope::OutOfScope,
            (false, true) => Scope::Prevention,
            (false, false) => Scope::Incident,
        }
    }

    // INVARIANT: every fact keeps an answer; what the table of exclusions leaves empty is an error
    // in the table, which its tests rule out, and then counts as open.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    fn narrow(&mut self, fact: FactId, answers: AnswerSet) {
        if !answers.is_empty() {
            self.possible[fact.index()] = answers;
            self.narrowed.insert(fact);
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    fn leave_open(&mut self, fact: FactId) {
        self.possible[fact.index()] = fact.answers();
    }
}

/// The stated facts, understood.
#[derive(Debug)]
pub(super) struct Understood {
    /// One reading; where answers contradict each other, one for each of them.
    pub(super) readings: Vec<Reading>,
    pub(super) contradictions: Vec<Contradiction>,
    /// The facts whose stated answers contradict another.
    pub(super) contradictory: FactSet,
    /// The open facts that nobody has asked about.
    pub(super) never_asked: FactSet,
    /// The open facts that were asked and are not known.
    pub(super) asked_in_vain: FactSet,
    pub(super) counted: Vec<CountedFact>,
}

impl Understood {
    /// Understands the stated facts.
    pub(super) fn of(facts: &Facts) -> Self {
        let (contradictions, contradictory) = contradictions(facts);
        let readings = if contradictory.is_empty() {
            vec![Reading::of(facts)]
        } else {
            contradictory
                .iter()
                .map(|kept| keep_one(facts, contradictory, kept))
                .collect()
        };
        let mut understood = Self {
            readings,
            contradictions,
            contradictory,
            never_asked: FactSet::default(),
            asked_in_vain: FactSet::default(),
            counted: Vec::new(),
        };
        for fact in FactId::all() {
            understood.count(fact, facts.stated(fact));
        }
        understood
    }

    /// The fact's answer, where every reading has the same.
    pub(super) fn answer(&self, fact: FactId) -> Option<u8> {
        let mut answers = self.readings.iter().map(|reading| reading.answer(fact));
        let first = answers.next().flatten()?;
        answers.all(|answer| answer == Some(first)).then_some(first)
    }

    fn count(&mut self, fact: FactId, stated: Stated) {
        let implied = match stated {
            Stated::Answer(_) => None,
            Stated::Unknown | Stated::NotAsked => self.answer(fact),
        };
        let (answer, basis) = match (stated, implied) {
            (Stated::Answer(answer), _) if self.contradictory.contains(fact) => {
                (value(fact, answer), FactBasis::Contradictory)
            }
            (Stated::Answer(answer), _) => (value(fact, answer), FactBasis::Given),
            (_, Some(answer)) => (value(fact, answer), FactBasis::Implied),
            (Stated::Unknown, None) => {
                self.asked_in_vain.insert(fact);
                (UNKNOWN, FactBasis::Given)
            }
            (Stated::NotAsked, None) => {
                self.never_asked.insert(fact);
                return;
            }
        };
        self.counted.push(CountedFact {
            fact: fact.fact().name,
            answer,
            basis,
        });
    }
}

/// The exclusions that stated answers break, each with those two answers.
fn broken(facts: &Facts) -> impl Iterator<Item = (&'static Rule, u8, u8)> {
    RULES.iter().filter_map(|rule| {
        let (Stated::Answer(one), Stated::Answer(other)) =
            (facts.stated(rule.one.0), facts.stated(rule.other.0))
        else {
            return None;
        };
        let both = rule.one.1.contains(one) && rule.other.1.contains(other);
        both.then_some((rule, one, other))
    })
}

/// The two facts whose stated answers exclude each other first, in the order of the answer.
pub(super) fn first_contradiction(facts: &Facts) -> Option<FactSet> {
    let (rule, ..) = broken(facts).next()?;
    Some([rule.one.0, rule.other.0].into_iter().collect())
}

/// The facts whose stated answers exclude the one that is stated about this fact.
pub(super) fn contradicting(facts: &Facts, fact: FactId) -> FactSet {
    let mut contradicting = FactSet::default();
    for (rule, ..) in broken(facts) {
        if rule.one.0 == fact {
            contradicting.insert(rule.other.0);
        } else if rule.other.0 == fact {
            contradicting.insert(rule.one.0);
        }
    }
    contradicting
}

/// The pairs of stated answers that exclude each other, and the facts concerned.
fn contradictions(facts: &Facts) -> (Vec<Contradiction>, FactSet) {
    let mut found = Vec::new();
    let mut concerned = FactSet::default();
    for (rule, one, other) in broken(facts) {
        let answers = [(rule.one.0, one), (rule.other.0, other)].map(|(fact, answer)| {
            concerned.insert(fact);
            StatedAnswer {
                fact: fact.fact().name,
                answer: value(fact, answer),
            }
        });
        found.push(Contradiction {
            facts: answers.to_vec(),
            ask: rule.declared.ask,
        });
    }
    (found, concerned)
}

/// The reading that keeps one of the contradictory answers and opens the others.
fn keep_one(facts: &Facts, contradictory: FactSet, kept: FactId) -> Reading {
    let mut facts = *facts;
    for fact in contradictory.iter().filter(|fact| *fact != kept) {
        facts.state(fact, Stated::NotAsked);
    }
    Reading::of(&facts)
}

/// The value of an answer, by its place.
pub(super) fn value(fact: FactId, answer: u8) -> &'static str {
    fact.fact()
        .answers
        .get(usize::from(answer))
        .map_or(UNKNOWN, |answer| answer.value)
}
