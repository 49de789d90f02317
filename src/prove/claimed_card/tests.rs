//! What is claimed of the card and of the controls.

use serde_json::Value;

use crate::contract::advice::{Basis, ControlName, ControlState, Danger, UrgencyLevel, Who};
use crate::guidance::{CompiledLine, Guidance};
use crate::prove::invariants::{CardSlot, Claim};
use crate::prove::tests::{Claimed, list, of};

/// Where a line can stand, and the members of a card that are this place.
const PLACES: [(CardSlot, &[&str]); 5] = [
    (CardSlot::Danger, &["danger"]),
    (CardSlot::Stop, &["stop"]),
    (CardSlot::DoNot, &["do_not"]),
    (CardSlot::Do, &["do", "then"]),
    (CardSlot::Say, &["say"]),
];

/// The lines of those members of a card.
fn lines<'v>(answer: &'v Value, members: &[&str]) -> impl Iterator<Item = &'v Value> {
    let lines = members.iter().map(|member| &answer["card"][*member]);
    lines.flat_map(|lines| match lines {
        Value::Array(lines) => &lines[..],
        Value::Null => &[],
        line => std::slice::from_ref(line),
    })
}

/// Every line of a card.
fn all(answer: &Value) -> impl Iterator<Item = &Value> {
    lines(answer, &["danger", "stop", "do_not", "do", "then", "say"])
}

/// A claim about one line, which is so where the line is on the card and that is so of it.
fn of_line(
    line: &CompiledLine,
    what: &str,
    claim: Claim,
    is_so: impl Fn(&Value) -> bool + 'static,
) -> Claimed {
    let id = line.id.clone();
    Claimed::new(format!("{id}: {what}"), claim, move |answer| {
        all(answer).any(|one| one["id"] == *id && is_so(one))
    })
}

fn of_one(line: &CompiledLine) -> Vec<Claimed> {
    let id = &line.id;
    let mut claim = Claim::default();
    claim.line.push(id.clone());
    let mut claims = vec![of_line(line, "is on the card", claim, |_| true)];
    for variant in line.parts.iter().flatten() {
        let claim = Claim {
            variant: of(id, variant.id.clone()),
            ..Claim::default()
        };
        let variant = variant.id.clone();
        let what = format!("says {variant}");
        claims.push(of_line(line, &what, claim, move |one| {
            let mut said = one["variant"].as_str().unwrap().split('+');
            said.any(|said| said == variant)
        }));
    }
    let mut has = |member: &'static str, word: &'static str, claim: Claim| {
        let what = format!("{member} {word}");
        claims.push(of_line(line, &what, claim, move |one| one[member] == word));
    };
    for who in Who::ALL {
        let who_does_it = of(id, *who);
        let claim = Claim {
            who: who_does_it,
            ..Claim::default()
        };
        has("who", who.word(), claim);
    }
    for level in UrgencyLevel::ALL {
        let claim = Claim {
            level: of(id, *level),
            ..Claim::default()
        };
        has("level", level.word(), claim);
    }
    for basis in Basis::ALL {
        let claim = Claim {
            basis: of(id, *basis),
            ..Claim::default()
        };
        has("basis", basis.word(), claim);
    }
    for (place, members) in PLACES {
        let claim = Claim {
            slot: of(id, place),
            ..Claim::default()
        };
        let (what, id) = (format!("{id}: stands in {members:?}"), id.clone());
        claims.push(Claimed::new(what, claim, move |answer| {
            lines(answer, members).any(|one| one["id"] == *id)
        }));
    }
    claims
}

/// Every claim of these kinds about one thing.
pub(in crate::prove) fn claims(guidance: &Guidance) -> Vec<Claimed> {
    let mut claims: Vec<_> = guidance.card.lines.iter().flat_map(of_one).collect();
    for who in Who::ALL {
        let mut claim = Claim::default();
        claim.by.push(*who);
        let what = format!("something is done by {}", who.word());
        claims.push(Claimed::new(what, claim, |answer| {
            all(answer).any(|one| one["who"] == who.word())
        }));
    }
    for contact in &guidance.contacts {
        let id = contact.id.clone();
        let mut claim = Claim::default();
        claim.calls.push(id.clone());
        claims.push(Claimed::new(
            format!("{id} is offered"),
            claim,
            move |answer| {
                let mut calls = all(answer).flat_map(|one| list(one, "call"));
                calls.any(|call| call["contact"] == *id)
            },
        ));
    }
    for state in Danger::ALL {
        let mut claim = Claim::default();
        claim.danger.push(*state);
        let what = format!("danger is {}", state.word());
        claims.push(Claimed::new(what, claim, |answer| {
            answer["danger"] == state.word()
        }));
    }
    for control in ControlName::ALL {
        for state in ControlState::ALL {
            let mut claim = Claim::default();
            claim.control.insert(*control, vec![*state]);
            let what = format!("{} is {}", control.word(), state.word());
            claims.push(Claimed::new(what, claim, |answer| {
                let mut controls = list(answer, "controls").iter();
                controls.any(|one| one["control"] == control.word() && one["state"] == state.word())
            }));
        }
    }
    claims
}
