//! What stated facts come to: interpretations without contradiction, and what each leaves open.

use crate::contract::advice::Scope;
use crate::contract::incident::FactBasis;
use crate::facts::{
    AnswerSet, Exclusion, FactId, FactSet, Facts, Possibilities, ScopeFacts, Stated, Vocabulary,
};

/// One way to read the stated facts without contradiction: the answers that each fact can have
/// (SEMANTICS 2.2).
#[derive(Debug)]
pub(super) struct Interpretation {
    pub(super) possible: Possibilities,
    /// The facts that are open although they were asked, or whose answer was put aside (SEMANTICS 1.10).
    pub(super) asked_not_known: FactSet,
    /// What it is about. Open means in scope (SEMANTICS 4.1).
    pub(super) scope: Scope,
}

impl Interpretation {
    /// Interprets facts of which no two stated answers exclude each other (SEMANTICS 1.3). Nothing is stated of those
    /// whose answer was put aside.
    fn of(vocabulary: &Vocabulary, facts: &Facts, put_aside: FactSet) -> Self {
        let mut interpretation = Self {
            possible: Possibilities::all(vocabulary),
            asked_not_known: FactSet::default(),
            scope: Scope::Incident,
        };
        for fact in vocabulary.ids() {
            if let Stated::Answer(answer) = facts.stated(fact) {
                interpretation
                    .possible
                    .narrow(fact, AnswerSet::only(answer));
            }
        }
        for exclusion in vocabulary.exclusions().iter().filter(|one| one.implies) {
            for (cause, effect) in exclusion.sides() {
                let caused = matches!(facts.stated(cause.fact),
                    Stated::Answer(answer) if cause.answers.contains(answer));
                if caused && !matches!(facts.stated(effect.fact), Stated::Answer(_)) {
                    let possible = &mut interpretation.possible;
                    let left = possible.of(effect.fact).without(effect.answers);
                    possible.narrow(effect.fact, left);
                }
            }
        }
        interpretation.scope = interpretation.scope_by(vocabulary.scope());
        let asked = vocabulary
            .ids()
            .filter(|fact| facts.stated(*fact) == Stated::Unknown || put_aside.contains(*fact));
        let open = asked.filter(|fact| interpretation.answer(*fact).is_none());
        interpretation.asked_not_known = open.collect();
        interpretation
    }

    /// The fact's answer, where only one is possible (SEMANTICS 1.4).
    fn answer(&self, fact: FactId) -> Option<u8> {
        self.possible.of(fact).single()
    }

    fn scope_by(&self, facts: ScopeFacts) -> Scope {
        let [nobody_under_18, nothing_happened] =
            facts.noes().map(|(fact, no)| self.answer(fact) == Some(no));
        match (nobody_under_18, nothing_happened) {
            (true, _) => Scope::OutOfScope,
            (false, true) => Scope::Prevention,
            (false, false) => Scope::Incident,
        }
    }
}

/// The stated facts, interpreted.
#[derive(Debug)]
pub(super) struct Interpreted<'g> {
    /// One interpretation; where answers contradict each other, one for each of them.
    pub(super) interpretations: Vec<Interpretation>,
    pub(super) contradictions: Vec<Contradicting<'g>>,
    /// The facts whose stated answers contradict another (SEMANTICS 2.1).
    pub(super) contradictory: FactSet,
    /// The open facts that nobody has asked about (SEMANTICS 2.4).
    pub(super) never_asked: FactSet,
    /// The open facts that were asked and are not known.
    pub(super) asked_not_known: FactSet,
    /// The facts that were stated or are implied (SEMANTICS 2.7).
    pub(super) counted: Vec<Counted>,
}

/// Two stated answers that exclude each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Contradicting<'g> {
    pub(super) exclusion: &'g Exclusion,
    pub(super) answers: [(FactId, u8); 2],
}

/// How a fact counts: an answer, or that it is not known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) fact: FactId,
    pub(super) answer: Option<u8>,
    pub(super) basis: FactBasis,
}

impl<'g> Interpreted<'g> {
    /// Interprets the stated facts.
    pub(super) fn of(vocabulary: &'g Vocabulary, facts: &Facts) -> Self {
        let contradictions: Vec<_> = contradictions(vocabulary, facts).collect();
        let concerned = contradictions.iter().flat_map(|one| one.answers);
        let contradictory: FactSet = concerned.map(|(fact, _)| fact).collect();
        let interpretations = if contradictory.is_empty() {
            vec![Interpretation::of(vocabulary, facts, FactSet::default())]
        } else {
            let kept = contradictory.iter();
            kept.map(|kept| keep_one(vocabulary, facts, contradictory, kept))
                .collect()
        };
        let mut interpreted = Self {
            interpretations,
            contradictions,
            contradictory,
            never_asked: FactSet::default(),
            asked_not_known: FactSet::default(),
            counted: Vec::with_capacity(vocabulary.facts().len()),
        };
        for fact in vocabulary.ids() {
            interpreted.count(fact, facts.stated(fact));
        }
        interpreted
    }

    /// Whether stated answers contradict each other.
    pub(super) fn contradicts_itself(&self) -> bool {
        !self.contradictory.is_empty()
    }

    /// The facts that were put to somebody and are not settled all the same (SEMANTICS 2.5).
    pub(super) fn unsettled(&self) -> FactSet {
        self.asked_not_known.union(self.contradictory)
    }

    /// The fact's answer, where every interpretation has the same.
    pub(super) fn answer(&self, fact: FactId) -> Option<u8> {
        let mut answers = self.interpretations.iter().map(|one| one.answer(fact));
        let first = answers.next().flatten()?;
        answers.all(|answer| answer == Some(first)).then_some(first)
    }

    fn count(&mut self, fact: FactId, stated: Stated) {
        let (answer, basis) = match stated {
            Stated::Answer(answer) if self.contradictory.contains(fact) => {
                (Some(answer), FactBasis::Contradictory)
            }
            Stated::Answer(answer) => (Some(answer), FactBasis::Given),
            Stated::Unknown | Stated::NotAsked => match (self.answer(fact), stated) {
                (Some(implied), _) => (Some(implied), FactBasis::Implied),
                (None, Stated::Unknown) => {
                    self.asked_not_known.insert(fact);
                    (None, FactBasis::Given)
                }
                (None, _) => {
                    self.never_asked.insert(fact);
                    return;
                }
            },
        };
        self.counted.push(Counted {
            fact,
            answer,
            basis,
        });
    }
}

/// The pairs of stated answers that exclude each other, in the order of the exclusions (SEMANTICS 2.6).
fn contradictions<'g>(
    vocabulary: &'g Vocabulary,
    facts: &Facts,
) -> impl Iterator<Item = Contradicting<'g>> {
    vocabulary.exclusions().iter().filter_map(|exclusion| {
        let sides = [exclusion.one, exclusion.other];
        let [one, other] = sides.map(|side| match facts.stated(side.fact) {
            Stated::Answer(answer) if side.answers.contains(answer) => Some((side.fact, answer)),
            _ => None,
        });
        Some(Contradicting {
            exclusion,
            answers: [one?, other?],
        })
    })
}

/// The interpretation that keeps one of the contradictory answers and opens the others.
fn keep_one(
    vocabulary: &Vocabulary,
    facts: &Facts,
    contradictory: FactSet,
    kept: FactId,
) -> Interpretation {
    let mut facts = *facts;
    let put_aside: FactSet = contradictory.iter().filter(|fact| *fact != kept).collect();
    for fact in put_aside.iter() {
        facts.state(fact, Stated::NotAsked);
    }
    Interpretation::of(vocabulary, &facts, put_aside)
}
