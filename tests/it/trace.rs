//! The trace agrees with the answer that it stands in, and its parts with each other.

use std::collections::{BTreeMap, BTreeSet};

use signpost::advise::advise;
use signpost::contract::advice::{
    Advice, ItemStatus, Outcome, Part, PossibleStatus, Term, Trace, TracedItem,
};
use signpost::contract::incident::{FactBasis, Incident};
use signpost::contract::include::Include;
use signpost::contract::pack::PackSelection;
use signpost::facts::Facts;
use signpost::guidance::{Guidance, embedded};

use crate::bad_packs::sound_but;
use crate::how_many::few_or_all;
use crate::naive::numbered;

fn incidents() -> u64 {
    few_or_all(100, 3_000)
}

/// The answer to an incident, with all of it and its trace.
pub(crate) fn traced(guidance: &Guidance, facts: Facts) -> Advice<'_> {
    let incident = Incident {
        packs: PackSelection::ALL,
        facts,
        include: [Include::All, Include::Trace].into(),
    };
    advise(guidance, &incident)
}

/// The trace of an answer.
fn trace<'a, 'g>(advice: &'a Advice<'g>) -> &'a Trace<'g> {
    advice.trace.as_ref().expect("a trace")
}

/// Where each item stands, as the trace says.
pub(crate) fn statuses(advice: &Advice<'_>) -> BTreeMap<String, ItemStatus> {
    let items = trace(advice).items.iter();
    items
        .map(|traced| (traced.item.to_owned(), traced.status))
        .collect()
}

/// The word for a status.
pub(crate) fn word(status: impl serde::Serialize) -> String {
    serde_json::from_value(serde_json::to_value(status).unwrap()).unwrap()
}

/// Where each item stands that the answer shows, found where a reader finds it.
fn shown(advice: &Advice<'_>) -> BTreeMap<String, String> {
    let mut shown = BTreeMap::new();
    let mut show = |item: &str, status: String| {
        let before = shown.insert(item.to_owned(), status.clone());
        assert!(before.is_none_or(|before| before == status), "{item}");
    };
    for prohibition in &advice.prohibitions {
        show(prohibition.id, word(prohibition.status));
    }
    for action in &advice.actions {
        show(action.id, word(action.status));
    }
    for action in advice.possible.iter().flatten() {
        assert_eq!(
            action.question.is_some(),
            action.status == PossibleStatus::Pending
        );
        show(action.id, word(action.status));
    }
    for action in advice.waiting.iter().flat_map(|group| &group.items) {
        show(action.id, "withheld".to_owned());
    }
    let actions = advice.actions.iter().map(|action| &action.cautions);
    let possible = advice
        .possible
        .iter()
        .flatten()
        .map(|action| &action.cautions);
    let waiting = advice.waiting.iter().map(|group| &group.cautions);
    for caution in actions.chain(possible).chain(waiting).flatten() {
        show(&caution.prohibition, "caution".to_owned());
    }
    shown
}

#[test]
fn each_status_is_the_one_that_the_answer_shows() {
    let guidance = embedded().unwrap();
    let mut seen = BTreeSet::new();
    for number in 0..incidents() {
        let advice = traced(&guidance, numbered(number));
        let mut shown = shown(&advice);
        for (item, status) in statuses(&advice) {
            let status = word(status);
            match shown.remove(&item) {
                Some(there) => assert_eq!(status, there, "{number}: {item}"),
                None => assert_eq!(status, "absent", "{number}: {item}"),
            }
            seen.insert(status);
        }
        assert!(shown.is_empty(), "{number}: {shown:?}");
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}

/// The small pack, with an action that is lifted by the very fact that calls for it: no answer changes what
/// it comes to, so no question asks.
fn unasked() -> Guidance {
    sound_but(&[
        ("protects: welfare", "protects: evidence"),
        (
            "    while_open: { not_asked: caution, not_known: in_force }\n    caution: { says: Make sure that it is safe., statements: [A2] }\n",
            "",
        ),
        ("holds_back: [talk]", "holds_back: []"),
        ("when_unknown: wait", "when_unknown: act"),
        ("gate: police", "lifted_when: { child_received: [yes] }"),
        ("- id: ask\n", "- id: ask\n    voice: editorial\n"),
    ])
}

#[test]
fn an_action_that_no_question_asks_about_stands_among_the_actions() {
    let guidance = unasked();
    let advice = traced(&guidance, Facts::default());
    let status = ItemStatus::Precautionary;
    assert_eq!(statuses(&advice)["talk"], status);
    assert_eq!(shown(&advice)["talk"], word(status));
}

/// The status that follows from what the trace tells of an item, by the rules of SEMANTICS.md. While
/// answers contradict each other the readings decide, and a trace does not tell them apart.
fn concluded(traced: &TracedItem<'_>, trace: &Trace<'_>) -> &'static [ItemStatus] {
    use ItemStatus::*;
    let lifted = traced.lifted_when.as_ref().map(|lifted| lifted.result);
    let gate = |id| trace.gates.iter().find(|gate| gate.id == id).unwrap();
    let gate = traced.gate.map(gate);
    let shut = gate.is_some_and(|gate| gate.result != Outcome::Holds);
    let put_in_force = traced.in_force_when.as_ref().map(|when| when.result);
    match traced.trigger {
        Outcome::Refuted => &[Absent],
        _ if lifted == Some(Outcome::Holds) => &[Absent],
        _ if gate.is_some_and(|gate| gate.out_of_reach) => &[Absent],
        _ if shut || !traced.held_by.is_empty() => &[Withheld],
        Outcome::Holds => &[Prohibited, Recommended],
        Outcome::Open => match put_in_force {
            Some(Outcome::Holds) => &[Precautionary],
            // What protects welfare declares whether it is a caution or absent.
            Some(_) => &[Precautionary, Caution, Absent],
            None => &[Precautionary, Pending, Caution, Absent, Conditional],
        },
    }
}

#[test]
fn each_status_follows_from_what_its_conditions_came_to() {
    let guidance = embedded().unwrap();
    let mut settled = 0;
    for number in 0..incidents() {
        let advice = traced(&guidance, numbered(number));
        if !advice.contradictions.is_empty() {
            continue;
        }
        settled += 1;
        for item in &trace(&advice).items {
            let concluded = concluded(item, trace(&advice));
            assert!(concluded.contains(&item.status), "{number}: {item:?}");
        }
    }
    assert!(settled > incidents() / 2, "{settled}");
}

/// Every condition of a trace: what it came to, and its parts.
fn conditions<'a, 'g>(trace: &'a Trace<'g>) -> Vec<(Outcome, &'a [Part<'g>])> {
    let mut conditions = Vec::new();
    for item in &trace.items {
        let told = item.lifted_when.iter().chain(&item.in_force_when);
        conditions.extend(told.map(|one| (one.result, &one.parts[..])));
    }
    for situation in &trace.situations {
        conditions.push((situation.result, &situation.parts));
    }
    for gate in &trace.gates {
        conditions.extend(
            gate.conditions
                .iter()
                .map(|one| (one.result, &one.parts[..])),
        );
    }
    conditions
}

/// What parts come to together by Kleene's logic, which says of less than ours that it is certain.
fn kleene(term: Term, parts: &[Outcome]) -> Outcome {
    let any = |outcome| parts.contains(&outcome);
    let every = |outcome| parts.iter().all(|part| *part == outcome);
    match term {
        Term::Not => match parts {
            [Outcome::Holds] => Outcome::Refuted,
            [Outcome::Refuted] => Outcome::Holds,
            [Outcome::Open] => Outcome::Open,
            other => panic!("not of {other:?}"),
        },
        Term::Any if any(Outcome::Holds) => Outcome::Holds,
        Term::Any if every(Outcome::Refuted) => Outcome::Refuted,
        Term::All if any(Outcome::Refuted) => Outcome::Refuted,
        Term::All if every(Outcome::Holds) => Outcome::Holds,
        // What is open is not known; what is refuted cannot be.
        Term::Known => match parts {
            [Outcome::Holds] => Outcome::Holds,
            [Outcome::Refuted] => Outcome::Refuted,
            _ => Outcome::Open,
        },
        _ => Outcome::Open,
    }
}

/// What is certain by Kleene's logic is so.
#[track_caller]
fn assert_certain(by_parts: Outcome, result: Outcome, of: &impl std::fmt::Debug) {
    assert!(by_parts == Outcome::Open || by_parts == result, "{of:?}");
}

/// The results of the parts that stand at a depth, each checked against those below it.
fn results(mut parts: &[Part<'_>], depth: usize) -> Vec<Outcome> {
    let mut results = Vec::new();
    while let [first, rest @ ..] = parts {
        assert_eq!(first.depth, depth, "{parts:?}");
        let deeper = rest.iter().take_while(|part| part.depth > depth).count();
        let below = self::results(&rest[..deeper], depth + 1);
        if matches!(first.term, Term::All | Term::Any | Term::Not | Term::Known) {
            assert_certain(kleene(first.term, &below), first.result, first);
        } else {
            assert_eq!(below, []);
        }
        results.push(first.result);
        parts = &rest[deeper..];
    }
    results
}

#[test]
fn the_parts_of_a_condition_never_contradict_it() {
    let guidance = embedded().unwrap();
    let mut more_than_kleene = 0;
    for number in 0..incidents() {
        let advice = traced(&guidance, numbered(number));
        let trace = trace(&advice);
        let one_scope = advice.contradictions.is_empty();
        for (result, parts) in conditions(trace) {
            assert_certain(kleene(Term::All, &results(parts, 0)), result, &parts);
        }
        for gate in &trace.gates {
            let conditions: Vec<_> = gate.conditions.iter().map(|one| one.result).collect();
            // Alternatives are not told apart, but all conditions together are enough.
            if conditions.iter().all(|one| *one == Outcome::Holds) {
                assert_eq!(gate.result, Outcome::Holds, "{gate:?}");
            }
        }
        for item in &trace.items {
            for ground in &item.grounds {
                let by_parts = kleene(Term::All, &results(&ground.parts, 0));
                if ground.scope == advice.scope && one_scope {
                    assert_certain(by_parts, ground.result, ground);
                } else if one_scope {
                    assert_eq!(ground.result, Outcome::Refuted, "{ground:?}");
                }
            }
            let grounds: Vec<_> = item.grounds.iter().map(|ground| ground.result).collect();
            let by_grounds = kleene(Term::Any, &grounds);
            assert_certain(by_grounds, item.trigger, item);
            more_than_kleene += usize::from(by_grounds != item.trigger);
        }
    }
    assert!(
        more_than_kleene > 0,
        "the trace is no better than Kleene's logic"
    );
}

/// Every part of a trace.
fn parts<'a, 'g>(trace: &'a Trace<'g>) -> impl Iterator<Item = &'a Part<'g>> {
    let grounds = trace.items.iter().flat_map(|item| &item.grounds);
    let grounds = grounds.flat_map(|ground| &ground.parts);
    let conditions = conditions(trace).into_iter();
    grounds.chain(conditions.flat_map(|(_, parts)| parts))
}

#[test]
fn what_a_part_says_of_a_fact_or_a_name_is_what_the_answer_says_of_it() {
    let guidance = embedded().unwrap();
    for number in 0..incidents() {
        let advice = traced(&guidance, numbered(number));
        let facts = advice.facts.as_ref().expect("facts");
        let counted = facts.counted.iter().map(|one| (one.fact, one));
        let counted: BTreeMap<_, _> = counted.collect();
        let trace = trace(&advice);
        let situations = trace.situations.iter().map(|one| (one.id, one.result));
        let situations: BTreeMap<_, _> = situations.collect();
        let gates: BTreeMap<_, _> = trace.gates.iter().map(|one| (one.id, one.result)).collect();
        for part in parts(trace) {
            let name = part.name.unwrap_or_default();
            assert!(!part.says.is_empty());
            match part.term {
                Term::Situation => assert_eq!(part.result, situations[name], "{number}: {part:?}"),
                Term::Gate => assert_eq!(part.result, gates[name], "{number}: {part:?}"),
                Term::Fact => {
                    let Some(counted) = counted.get(name) else {
                        continue;
                    };
                    let counts = part.answers.iter().any(|one| one == counted.answer);
                    let known = counted.answer != "unknown";
                    let against = if counts {
                        Outcome::Refuted
                    } else {
                        Outcome::Holds
                    };
                    match counted.basis {
                        FactBasis::Contradictory => assert_ne!(part.result, against, "{part:?}"),
                        _ if !known => {}
                        _ if counts => assert_eq!(part.result, Outcome::Holds, "{part:?}"),
                        _ => assert_eq!(part.result, Outcome::Refuted, "{part:?}"),
                    }
                }
                Term::All | Term::Any | Term::Not | Term::Known | Term::NotKnown => {
                    assert_eq!(part.name, None);
                }
            }
        }
    }
}
