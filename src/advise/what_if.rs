//! What each answer that could be stated would change: each is tried, decided on, and the statuses
//! compared (SEMANTICS 14.1, 14.2, 14.3).

use super::decide::decide_unseen;
use super::decision::Decision;
use crate::contract::advice::{Move, PossibleAnswer, WhatIf};
use crate::facts::{FactId, FactSet, Facts, Stated, UNKNOWN};

/// What each answer would change that could be stated beside these facts, on which this was decided.
pub(super) fn what_if<'g>(facts: &Facts, decision: &Decision<'g>) -> Vec<WhatIf<'g>> {
    let vocabulary = decision.guidance.vocabulary();
    let mut what_if = Vec::new();
    for fact in to_try(decision).iter() {
        let answers: Vec<_> = others(decision, facts, fact)
            .map(|stated| possible(facts, decision, fact, stated))
            .collect();
        if answers.iter().any(|answer| !answer.moves.is_empty()) {
            what_if.push(WhatIf {
                fact: &vocabulary[fact].name,
                question: asks_for(decision, fact),
                answers,
            });
        }
    }
    what_if
}

/// The facts whose other answers are tried: every fact; but while answers contradict each other, those of
/// the first contradiction, which is to be settled before anything else. Each contradictory fact is one
/// more interpretation to evaluate for every answer that is tried, and forty of them can contradict at once.
fn to_try(decision: &Decision<'_>) -> FactSet {
    match decision.facts.contradictions.first() {
        Some(first) => first.answers.iter().map(|(fact, _)| *fact).collect(),
        None => decision.guidance.vocabulary().ids().collect(),
    }
}

/// What could be stated about a fact instead, as a form offers it.
fn others(
    decision: &Decision<'_>,
    facts: &Facts,
    fact: FactId,
) -> impl Iterator<Item = Stated> + use<> {
    let now = facts.stated(fact);
    let answers = decision.guidance.vocabulary()[fact].all();
    let all = (0..16)
        .filter(move |answer| answers.contains(*answer))
        .map(Stated::Answer);
    all.chain([Stated::Unknown])
        .filter(move |stated| *stated != now)
}

fn possible<'g>(
    facts: &Facts,
    now: &Decision<'g>,
    fact: FactId,
    stated: Stated,
) -> PossibleAnswer<'g> {
    let mut supposed = *facts;
    supposed.state(fact, stated);
    let then = decide_unseen(now.guidance, &supposed);
    let vocabulary = now.guidance.vocabulary();
    PossibleAnswer {
        answer: match stated {
            Stated::Answer(answer) => vocabulary[fact].value(answer),
            Stated::Unknown | Stated::NotAsked => UNKNOWN,
        },
        contradicts: contradicting(&then, fact)
            .iter()
            .map(|other| &*vocabulary[other].name)
            .collect(),
        moves: moves(now, &then),
    }
}

/// The items whose status differs.
fn moves<'g>(now: &Decision<'g>, then: &Decision<'g>) -> Vec<Move<'g>> {
    let items = now.guidance.items();
    let moves = items.filter_map(|item| {
        let (from, to) = (now.status(item), then.status(item));
        (from != to).then(|| Move {
            item: &now.guidance.core(item).id,
            from,
            to,
        })
    });
    moves.collect()
}

/// The facts whose stated answers exclude the one that is stated about this fact.
fn contradicting(decision: &Decision<'_>, fact: FactId) -> FactSet {
    let mut contradicting = FactSet::default();
    for [(one, _), (other, _)] in decision.facts.contradictions.iter().map(|it| it.answers) {
        if one == fact {
            contradicting.insert(other);
        } else if other == fact {
            contradicting.insert(one);
        }
    }
    contradicting
}

/// The question that asks for a fact.
fn asks_for<'g>(decision: &Decision<'g>, fact: FactId) -> Option<&'g str> {
    let mut questions = decision.questions.iter();
    let asking = questions.find(|asked| asked.facts.contains(fact))?;
    Some(&decision.guidance.questions[asking.question].id)
}

#[cfg(test)]
mod tests {
    use super::{others, to_try};
    use crate::advise::decide::decide_unseen;
    use crate::advise::interpret::Interpreted;
    use crate::facts::{Facts, Stated, Vocabulary};
    use crate::guidance::{self, Guidance};

    /// For each answer that is tried, how many interpretations are evaluated.
    fn evaluated(guidance: &Guidance, facts: &Facts) -> Vec<usize> {
        let decision = decide_unseen(guidance, facts);
        let tried = to_try(&decision);
        let tried = tried
            .iter()
            .flat_map(|fact| others(&decision, facts, fact).map(move |stated| (fact, stated)));
        let interpretations = tried.map(|(fact, stated)| {
            let mut supposed = *facts;
            supposed.state(fact, stated);
            let interpreted = Interpreted::of(guidance.vocabulary(), &supposed);
            interpreted.interpretations.len()
        });
        interpretations.collect()
    }

    fn contradictory(vocabulary: &Vocabulary, facts: &Facts) -> usize {
        let interpreted = Interpreted::of(vocabulary, facts);
        interpreted.contradictory.iter().count()
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
    fn what_is_evaluated_stays_bounded_however_many_answers_contradict_each_other() {
        let guidance = guidance::embedded().unwrap();
        let vocabulary = guidance.vocabulary();
        let without: usize = evaluated(&guidance, &Facts::default()).iter().sum();
        assert!(without > 100, "{without}");
        let worst = most_contradictory(vocabulary);
        assert!(contradictory(vocabulary, &worst) > 30, "{worst:?}");
        let evaluated = evaluated(&guidance, &worst);
        assert!(!evaluated.is_empty());
        let sum: usize = evaluated.iter().sum();
        assert!(
            sum < 2 * without,
            "{sum} interpretations, {without} without a contradiction"
        );
    }
}
