//! What each answer that could be stated would change: each is tried, and the statuses compared.

use super::reading::{Understood, contradicting, first_contradiction};
use super::standing::Judged;
use super::statuses::statuses;
use crate::contract::advice::{ItemStatus, Move, PossibleAnswer, Question, WhatIf};
use crate::facts::{FactId, FactSet, Facts, Stated, UNKNOWN, Vocabulary};
use crate::guidance::Guidance;

/// What each answer would change that could be stated beside these facts. `questions` are those of
/// the answer to them.
pub(super) fn what_if<'g>(
    guidance: &'g Guidance,
    facts: &Facts,
    questions: &[Question<'g>],
) -> Vec<WhatIf<'g>> {
    let now = standing(guidance, facts);
    let mut what_if = Vec::new();
    let vocabulary = guidance.vocabulary();
    for fact in to_try(vocabulary, facts).iter() {
        let answers: Vec<_> = others(vocabulary, facts, fact)
            .map(|stated| possible(guidance, facts, &now, (fact, stated)))
            .collect();
        if answers.iter().any(|answer| !answer.moves.is_empty()) {
            what_if.push(WhatIf {
                fact: &vocabulary[fact].name,
                question: asks_for(questions, &vocabulary[fact].name),
                answers,
            });
        }
    }
    what_if
}

/// The facts whose other answers are tried: every fact; but while answers contradict each other, those of
/// the first contradiction, which is to be settled before anything else. Each contradictory fact is one
/// more reading to judge for every answer that is tried, and forty of them can contradict at once.
fn to_try(vocabulary: &Vocabulary, facts: &Facts) -> FactSet {
    first_contradiction(vocabulary, facts).unwrap_or_else(|| vocabulary.ids().collect())
}

/// What could be stated about a fact instead, as a form offers it.
fn others(
    vocabulary: &Vocabulary,
    facts: &Facts,
    fact: FactId,
) -> impl Iterator<Item = Stated> + use<> {
    let now = facts.stated(fact);
    let answers = vocabulary[fact].all().iter().map(Stated::Answer);
    let all: Vec<_> = answers.chain([Stated::Unknown]).collect();
    all.into_iter().filter(move |stated| *stated != now)
}

fn possible<'g>(
    guidance: &'g Guidance,
    facts: &Facts,
    now: &[(&'g str, ItemStatus)],
    (fact, stated): (FactId, Stated),
) -> PossibleAnswer<'g> {
    let mut supposed = *facts;
    supposed.state(fact, stated);
    let then = standing(guidance, &supposed);
    let moves = now.iter().zip(then).filter_map(|((item, from), (_, to))| {
        let from = *from;
        (from != to).then_some(Move { item, from, to })
    });
    let vocabulary = guidance.vocabulary();
    let contradicts = contradicting(vocabulary, &supposed, fact).iter();
    PossibleAnswer {
        answer: match stated {
            Stated::Answer(answer) => vocabulary[fact].value(answer),
            Stated::Unknown | Stated::NotAsked => UNKNOWN,
        },
        contradicts: contradicts.map(|other| &*vocabulary[other].name).collect(),
        moves: moves.collect(),
    }
}

fn standing<'g>(guidance: &'g Guidance, facts: &Facts) -> Vec<(&'g str, ItemStatus)> {
    statuses(&Judged::new(
        guidance,
        Understood::of(guidance.vocabulary(), facts),
    ))
}

/// The question that asks for a fact.
fn asks_for<'g>(questions: &[Question<'g>], fact: &str) -> Option<&'g str> {
    let mut questions = questions.iter();
    let asking = questions.find(|question| question.facts.iter().any(|open| open.fact == fact));
    asking.map(|question| question.id)
}

#[cfg(test)]
mod tests {
    use super::{others, to_try};
    use crate::advise::reading::Understood;
    use crate::facts::{Facts, Stated, Vocabulary};
    use crate::guidance;

    /// For each answer that is tried, how many readings are judged.
    fn judged(vocabulary: &Vocabulary, facts: &Facts) -> Vec<usize> {
        let tried = to_try(vocabulary, facts);
        let tried = tried
            .iter()
            .flat_map(|fact| others(vocabulary, facts, fact).map(move |stated| (fact, stated)));
        let readings = tried.map(|(fact, stated)| {
            let mut supposed = *facts;
            supposed.state(fact, stated);
            Understood::of(vocabulary, &supposed).readings.len()
        });
        readings.collect()
    }

    fn contradictory(vocabulary: &Vocabulary, facts: &Facts) -> usize {
        Understood::of(vocabulary, facts)
            .contradictory
            .iter()
            .count()
    }

    /// Answers that contradict each other in as many facts as can be: of each exclusion both sides, where that
    /// makes more facts contradict.
    fn most_contradictory(vocabulary: &Vocabulary) -> Facts {
        let mut worst = Facts::default();
        for rule in vocabulary.exclusions() {
            let [one, other] = [rule.one, rule.other];
            for answers in one
                .answers
                .iter()
                .flat_map(|one| other.answers.iter().map(move |other| (one, other)))
            {
                let mut more = worst;
                more.state(one.fact, Stated::Answer(answers.0));
                more.state(other.fact, Stated::Answer(answers.1));
                if contradictory(vocabulary, &more) > contradictory(vocabulary, &worst) {
                    worst = more;
                }
            }
        }
        worst
    }

    #[test]
    fn what_is_judged_stays_bounded_however_many_answers_contradict_each_other() {
        let guidance = guidance::embedded().unwrap();
        let vocabulary = guidance.vocabulary();
        let without: usize = judged(vocabulary, &Facts::default()).iter().sum();
        assert!(without > 100, "{without}");
        let worst = most_contradictory(vocabulary);
        assert!(contradictory(vocabulary, &worst) > 30, "{worst:?}");
        let judged = judged(vocabulary, &worst);
        assert!(!judged.is_empty());
        let sum: usize = judged.iter().sum();
        assert!(
            sum < 2 * without,
            "{sum} readings, {without} without a contradiction"
        );
    }
}
