//! What an answer has that a scenario does not expect, and the other way round.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::case::{Answering, Expect, Items, Scenario};
use super::members::Item;
use super::shown::{Shown, citing};
use super::{card, rest};

/// Every difference, a line each.
pub(super) fn differences(scenario: &Scenario, shown: &Shown) -> Vec<String> {
    let mut found = Vec::new();
    let expect = &scenario.expect;
    compare_items(scenario, shown, &mut found);
    compare_questions(expect, shown, &mut found);
    rest::compare_words(expect, shown, &mut found);
    rest::compare_lists(expect, shown, &mut found);
    rest::compare_whole(expect, shown, &mut found);
    rest::compare_shape(shown, &mut found);
    card::compare(expect, shown, &mut found);
    found
}

fn compare_items(scenario: &Scenario, shown: &Shown, found: &mut Vec<String>) {
    let (expect, answering) = (&scenario.expect, scenario.answering);
    let with = |items: &[Item], status: &str| citing(items.iter().filter(|i| i.status == status));
    let (dont, actions) = (&shown.prohibitions, &shown.actions);
    let lists = [
        ("prohibited", &expect.prohibited, with(dont, "prohibited")),
        (
            "precautionary_prohibitions",
            &expect.precautionary_prohibitions,
            with(dont, "precautionary"),
        ),
        (
            "recommended",
            &expect.recommended,
            with(actions, "recommended"),
        ),
        (
            "precautionary",
            &expect.precautionary,
            with(actions, "precautionary"),
        ),
        ("withheld", &expect.withheld, citing(shown.withheld())),
        (
            "conditional",
            &expect.conditional,
            with(&shown.possible, "conditional"),
        ),
    ];
    for (place, expected, shown) in lists {
        unequal_items((place, answering), expected, &shown, found);
    }
    let consequences = shown.consequences();
    let asked: BTreeSet<_> = expect
        .consequences
        .keys()
        .chain(consequences.keys())
        .collect();
    let none = Items::new();
    for question in asked {
        unequal_items(
            (&format!("under {question}"), answering),
            expect.consequences.get(question).unwrap_or(&none),
            consequences.get(question).unwrap_or(&none),
            found,
        );
    }
}

fn unequal_items(
    (place, answering): (&str, Answering),
    expected: &Items,
    shown: &Items,
    found: &mut Vec<String>,
) {
    let all = answering == Answering::First;
    for (id, cited) in expected {
        match shown.get(id) {
            None => found.push(format!("{place}: {id} is missing")),
            Some(also) if (all && also != cited) || !also.is_superset(cited) => {
                found.push(format!("{place}: {id} cites {also:?}, expected {cited:?}"));
            }
            Some(_) => {}
        }
    }
    let others = shown.iter().filter(|(id, _)| !expected.contains_key(*id));
    for (id, cited) in others.filter(|_| all) {
        found.push(format!(
            "{place}: {id} is not expected here (cites {cited:?})"
        ));
    }
}

fn compare_questions(expect: &Expect, shown: &Shown, found: &mut Vec<String>) {
    let asked: Vec<&str> = shown.questions.iter().map(|one| one.id.as_str()).collect();
    let facts = shown.questions.iter().flat_map(|asked| &asked.facts);
    let facts: Vec<_> = facts.map(|open| &open.fact).collect();
    let mut rest = asked.iter();
    for question in &expect.asked {
        if !rest.any(|one| one == question) {
            let line = format!("asked: {question} is missing or out of order in {asked:?}");
            found.push(line);
        }
    }
    if let Some(exactly) = &expect.asked_exactly {
        unequal("asked", exactly, &asked, found);
    }
    unwanted("asked", &expect.not_asked, |id| asked.contains(&id), found);
    let again = |name: &str| facts.iter().any(|fact| *fact == name);
    unwanted("asked again", &expect.not_asked_facts, again, found);
    for (question, items) in &expect.adds {
        let shown = shown.adds(question);
        for (item, statements) in items {
            let adds = shown
                .get(item)
                .is_some_and(|all| all.is_superset(statements));
            if !adds {
                found.push(format!(
                    "adds under {question}: {item} lacks {statements:?} in {shown:?}"
                ));
            }
        }
    }
}

pub(super) fn unequal<E: Debug + PartialEq<S>, S: Debug>(
    what: &str,
    expected: &E,
    shown: &S,
    found: &mut Vec<String>,
) {
    if expected != shown {
        found.push(format!("{what}: {shown:?}, expected {expected:?}"));
    }
}

pub(super) fn wanting(
    what: &str,
    ids: &[String],
    has: impl Fn(&str) -> bool,
    found: &mut Vec<String>,
) {
    let missing = ids.iter().filter(|id| !has(id));
    found.extend(missing.map(|id| format!("{what}: {id} is missing")));
}

pub(super) fn unwanted(
    what: &str,
    ids: &[String],
    has: impl Fn(&str) -> bool,
    found: &mut Vec<String>,
) {
    let there = ids.iter().filter(|id| has(id));
    found.extend(there.map(|id| format!("{what}: {id} should not be")));
}
