//! What would happen is what happens (SEMANTICS 14.1, 14.2, 14.3): each predicted answer is given, and the incident advised
//! on afresh.

use std::collections::BTreeSet;

use signpost::advise::advise;
use signpost::contract::advice::{Advice, ItemStatus, PossibleAnswer, WhatIf};
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::contract::pack::PackSelection;
use signpost::facts::{FactId, Facts, Stated, UNKNOWN};
use signpost::guidance::{Guidance, embedded};

use crate::how_many::few_or_all;
use crate::kernel::vocabulary;
use crate::naive::numbered;
use crate::trace::{statuses, traced};

fn supposing(guidance: &Guidance, facts: Facts) -> Advice<'_> {
    let incident = Incident {
        packs: PackSelection::ALL,
        facts,
        include: [Include::All, Include::WhatIf, Include::Trace].into(),
    };
    advise(guidance, &incident)
}

/// Every answer that could be stated about a fact instead, with its value.
fn others(facts: &Facts, fact: FactId) -> Vec<(Stated, &'static str)> {
    let answers = vocabulary()[fact].answers.iter().map(|answer| {
        let place = vocabulary()[fact].answer(&answer.value).unwrap();
        (Stated::Answer(place), answer.value.as_str())
    });
    let all = answers.chain([(Stated::Unknown, UNKNOWN)]);
    all.filter(|(stated, _)| *stated != facts.stated(fact))
        .collect()
}

/// The other facts of the contradictions that a fact takes part in.
fn contradicting<'a>(advice: &'a Advice<'_>, fact: &str) -> BTreeSet<&'a str> {
    let facts = advice.facts.iter();
    let contradictions = facts.flat_map(|facts| &facts.contradictions);
    let concerned = contradictions.filter(|one| one.facts.iter().any(|stated| stated.fact == fact));
    let facts = concerned.flat_map(|one| &one.facts);
    let others = facts.map(|stated| stated.fact);
    others.filter(|other| *other != fact).collect()
}

/// Whether answers to a fact are tried: to any, but while answers contradict each other to those of the first
/// contradiction alone.
fn is_tried(advice: &Advice<'_>, fact: &str) -> bool {
    let first = advice.contradictions.first();
    first.is_none_or(|first| first.facts.iter().any(|stated| stated.fact == fact))
}

/// Gives the answer, and compares all that comes of it with what was predicted; where nothing was, with
/// the answer as it stands. Whether anything moves.
fn moves(
    guidance: &Guidance,
    now: &Advice<'_>,
    supposed: Facts,
    fact: &str,
    predicted: Option<&PossibleAnswer<'_>>,
) -> bool {
    let then = traced(guidance, supposed);
    let mut expected = statuses(now);
    for moved in predicted.iter().flat_map(|answer| &answer.moves) {
        let from = expected.insert(moved.item.to_owned(), moved.to);
        assert_eq!(from, Some(moved.from), "{moved:?}");
        assert_ne!(moved.from, moved.to, "{moved:?}");
    }
    assert_eq!(expected, statuses(&then), "{fact} {predicted:?}");
    if let Some(answer) = predicted {
        let contradicts: BTreeSet<_> = answer.contradicts.iter().copied().collect();
        assert_eq!(contradicts, contradicting(&then, fact), "{answer:?}");
        assert_eq!(contradicts.len(), answer.contradicts.len());
    }
    predicted.is_some_and(|answer| !answer.moves.is_empty())
}

/// The question that a screen would show it beside.
fn assert_question(advice: &Advice<'_>, one: &WhatIf<'_>) {
    let questions = advice.all_questions.iter().flatten();
    let asking =
        questions.filter(|question| question.facts.iter().any(|open| open.fact == one.fact));
    let asking: Vec<_> = asking.map(|question| question.id).collect();
    assert_eq!(asking, Vec::from_iter(one.question), "{one:?}");
}

#[test]
fn what_would_happen_is_what_happens() {
    let guidance = embedded().unwrap();
    let mut seen: BTreeSet<(ItemStatus, ItemStatus)> = BTreeSet::new();
    let (mut compared, mut contradicted, mut left_out) = (0, 0, 0);
    let apart = usize::try_from(400 / few_or_all(8, 400)).unwrap();
    for number in (0..400).step_by(apart) {
        let facts = numbered(number);
        let now = supposing(&guidance, facts);
        let mut predictions = now.what_if.iter().flatten().peekable();
        for fact in vocabulary()
            .ids()
            .filter(|fact| is_tried(&now, &vocabulary()[*fact].name))
        {
            let name = vocabulary()[fact].name.as_str();
            let predicted = predictions.next_if(|one| one.fact == name);
            let others = others(&facts, fact);
            if let Some(one) = predicted {
                assert_question(&now, one);
                let answers: Vec<_> = one.answers.iter().map(|answer| answer.answer).collect();
                let values: Vec<_> = others.iter().map(|(_, value)| *value).collect();
                assert_eq!(answers, values, "{number}: {name}");
            }
            let mut moved = false;
            for (place, (stated, _)) in others.into_iter().enumerate() {
                let mut supposed = facts;
                supposed.state(fact, stated);
                let answer = predicted.map(|one| &one.answers[place]);
                moved |= moves(&guidance, &now, supposed, name, answer);
            }
            assert_eq!(moved, predicted.is_some(), "{number}: {name}");
            left_out += usize::from(predicted.is_none());
        }
        assert!(predictions.next().is_none(), "{number}");
        let moves = now.what_if.iter().flatten().flat_map(|one| &one.answers);
        seen.extend(
            moves
                .flat_map(|answer| &answer.moves)
                .map(|one| (one.from, one.to)),
        );
        compared += 1;
        contradicted += usize::from(!now.contradictions.is_empty());
    }
    assert!(
        contradicted > compared / 10,
        "{contradicted} with contradictions"
    );
    assert!(left_out > compared / 4, "{left_out} facts without a move");
    assert!(seen.len() > 20, "{seen:?}");
}

#[test]
fn nothing_more_is_said_than_is_asked_for() {
    let guidance = embedded().unwrap();
    for (include, what_if, trace) in [
        (&[][..], false, false),
        (&[Include::WhatIf], true, false),
        (&[Include::Trace], false, true),
        (&[Include::Trace, Include::WhatIf], true, true),
    ] {
        let incident = Incident {
            include: include.iter().copied().collect(),
            ..Incident::default()
        };
        let advice = advise(&guidance, &incident);
        assert_eq!(advice.what_if.is_some(), what_if, "{include:?}");
        assert_eq!(advice.trace.is_some(), trace, "{include:?}");
        let mut bare = Vec::new();
        advise(&guidance, &Incident::default()).write(&mut bare);
        let mut json = Vec::new();
        advice.write(&mut json);
        // What is asked for stands at the end, and changes nothing of the rest.
        let rest = bare.strip_suffix(b"}").unwrap();
        assert!(json.starts_with(rest), "{include:?}");
    }
}
