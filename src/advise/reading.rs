//! What stated facts come to: readings without contradiction, and what each leaves open.

use crate::contract::advice::{Contradiction, Scope};
use crate::contract::incident::{CountedFact, FactBasis, StatedAnswer};
use crate::facts::{
    AnswerSet, Exclusion, FactId, FactSet, Facts, MOST_FACTS, ScopeFacts, Stated, UNKNOWN,
    Vocabulary,
};

/// One way to read the stated facts without contradiction: the answers that each fact can have.
#[derive(Debug)]
pub(super) struct Reading {
    possible: [AnswerSet; MOST_FACTS],
    /// The facts of which some answer is ruled out.
    pub(super) narrowed: FactSet,
}

impl Reading {
    /// Reads facts of which no two stated answers exclude each other.
    fn of(vocabulary: &Vocabulary, facts: &Facts) -> Self {
        let mut reading = Self {
            possible: [AnswerSet::EMPTY; MOST_FACTS],
            narrowed: FactSet::default(),
        };
        for fact in vocabulary.ids() {
            match facts.stated(fact) {
                Stated::Answer(answer) => reading.narrow(fact, AnswerSet::only(answer)),
                Stated::Unknown | Stated::NotAsked => {
                    reading.leave_open(fact, vocabulary[fact].all());
                }
            }
        }
        let implying = vocabulary.exclusions().iter().filter(|one| one.implies);
        for exclusion in implying {
            for (cause, effect) in exclusion.sides() {
                let caused = matches!(facts.stated(cause.fact),
                    Stated::Answer(answer) if cause.answers.contains(answer));
                if caused && !matches!(facts.stated(effect.fact), Stated::Answer(_)) {
                    let left = reading.possible(effect.fact).without(effect.answers);
                    reading.narrow(effect.fact, left);
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
    pub(super) fn scope(&self, facts: ScopeFacts) -> Scope {
        let [nobody_under_18, nothing_happened] =
            facts.noes().map(|(fact, no)| self.answer(fact) == Some(no));
        match (nobody_under_18, nothing_happened) {
            (true, _) => Scope::OutOfScope,
            (false, true) => Scope::Prevention,
            (false, false) => Scope::Incident,
        }
    }

    // INVARIANT: every fact keeps an answer; what exclusions leave empty is a fault of the guidance,
    // which is refused when it loads, and then counts as open.
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
    fn leave_open(&mut self, fact: FactId, answers: AnswerSet) {
        self.possible[fact.index()] = answers;
    }
}

/// The stated facts, understood.
#[derive(Debug)]
pub(super) struct Understood<'g> {
    vocabulary: &'g Vocabulary,
    /// One reading; where answers contradict each other, one for each of them.
    pub(super) readings: Vec<Reading>,
    pub(super) contradictions: Vec<Contradiction<'g>>,
    /// The facts whose stated answers contradict another.
    pub(super) contradictory: FactSet,
    /// The open facts that nobody has asked about.
    pub(super) never_asked: FactSet,
    /// The open facts that were asked and are not known.
    pub(super) asked_in_vain: FactSet,
    pub(super) counted: Vec<CountedFact<'g>>,
}

impl<'g> Understood<'g> {
    /// Understands the stated facts.
    pub(super) fn of(vocabulary: &'g Vocabulary, facts: &Facts) -> Self {
        let (contradictions, contradictory) = contradictions(vocabulary, facts);
        let readings = if contradictory.is_empty() {
            vec![Reading::of(vocabulary, facts)]
        } else {
            contradictory
                .iter()
                .map(|kept| keep_one(vocabulary, facts, contradictory, kept))
                .collect()
        };
        let mut understood = Self {
            vocabulary,
            readings,
            contradictions,
            contradictory,
            never_asked: FactSet::default(),
            asked_in_vain: FactSet::default(),
            counted: Vec::new(),
        };
        for fact in vocabulary.ids() {
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
        let declared = &self.vocabulary[fact];
        let implied = match stated {
            Stated::Answer(_) => None,
            Stated::Unknown | Stated::NotAsked => self.answer(fact),
        };
        let (answer, basis) = match (stated, implied) {
            (Stated::Answer(answer), _) if self.contradictory.contains(fact) => {
                (declared.value(answer), FactBasis::Contradictory)
            }
            (Stated::Answer(answer), _) => (declared.value(answer), FactBasis::Given),
            (_, Some(answer)) => (declared.value(answer), FactBasis::Implied),
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
            fact: &declared.name,
            answer,
            basis,
        });
    }
}

/// The exclusions that stated answers break, each with those two answers.
fn broken<'g>(
    vocabulary: &'g Vocabulary,
    facts: &Facts,
) -> impl Iterator<Item = (&'g Exclusion, u8, u8)> {
    vocabulary.exclusions().iter().filter_map(|rule| {
        let (Stated::Answer(one), Stated::Answer(other)) =
            (facts.stated(rule.one.fact), facts.stated(rule.other.fact))
        else {
            return None;
        };
        let both = rule.one.answers.contains(one) && rule.other.answers.contains(other);
        both.then_some((rule, one, other))
    })
}

/// The two facts whose stated answers exclude each other first, in the order of the answer.
pub(super) fn first_contradiction(vocabulary: &Vocabulary, facts: &Facts) -> Option<FactSet> {
    let (rule, ..) = broken(vocabulary, facts).next()?;
    Some([rule.one.fact, rule.other.fact].into_iter().collect())
}

/// The facts whose stated answers exclude the one that is stated about this fact.
pub(super) fn contradicting(vocabulary: &Vocabulary, facts: &Facts, fact: FactId) -> FactSet {
    let mut contradicting = FactSet::default();
    for (rule, ..) in broken(vocabulary, facts) {
        if rule.one.fact == fact {
            contradicting.insert(rule.other.fact);
        } else if rule.other.fact == fact {
            contradicting.insert(rule.one.fact);
        }
    }
    contradicting
}

/// The pairs of stated answers that exclude each other, and the facts concerned.
fn contradictions<'g>(
    vocabulary: &'g Vocabulary,
    facts: &Facts,
) -> (Vec<Contradiction<'g>>, FactSet) {
    let mut found = Vec::new();
    let mut concerned = FactSet::default();
    for (rule, one, other) in broken(vocabulary, facts) {
        let answers = [(rule.one.fact, one), (rule.other.fact, other)].map(|(fact, answer)| {
            concerned.insert(fact);
            StatedAnswer {
                fact: &vocabulary[fact].name,
                answer: vocabulary[fact].value(answer),
            }
        });
        found.push(Contradiction {
            facts: answers.to_vec(),
            ask: &rule.ask,
        });
    }
    (found, concerned)
}

/// The reading that keeps one of the contradictory answers and opens the others.
fn keep_one(
    vocabulary: &Vocabulary,
    facts: &Facts,
    contradictory: FactSet,
    kept: FactId,
) -> Reading {
    let mut facts = *facts;
    for fact in contradictory.iter().filter(|fact| *fact != kept) {
        facts.state(fact, Stated::NotAsked);
    }
    Reading::of(vocabulary, &facts)
}
