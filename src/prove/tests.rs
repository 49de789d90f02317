//! What is claimed of an incident is so in its answer, and in no other.

use std::collections::BTreeMap;

use serde_json::Value;

use super::claimed_card;
use super::invariants::Claim;
use super::subject::Subject;
use crate::advise::advise;
use crate::contract::advice::Actor;
use crate::contract::incident::Incident;
use crate::contract::include::Include;
use crate::guidance::{CompiledAction, Guidance};
use crate::how_many::few_or_all;
use crate::mdd::Node;
use crate::symbolic::{Symbolic, contains, random_incidents, small_pack};

/// A claim, and whether it is so in an answer.
pub(super) struct Claimed {
    what: String,
    claim: Claim,
    is_so: Box<dyn Fn(&Value) -> bool>,
}

impl Claimed {
    pub(super) fn new(
        what: String,
        claim: Claim,
        is_so: impl Fn(&Value) -> bool + 'static,
    ) -> Self {
        let is_so = Box::new(is_so);
        Self { what, claim, is_so }
    }
}

pub(super) fn list<'v>(of: &'v Value, name: &str) -> &'v [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// The actions that hang on a question.
fn pending(answer: &Value) -> impl Iterator<Item = &Value> {
    let possible = list(answer, "possible").iter();
    possible.filter(|item| item["status"] == "pending")
}

/// Every item that is shown.
fn items(answer: &Value) -> impl Iterator<Item = &Value> {
    let listed = ["prohibitions", "actions", "possible"].map(|name| list(answer, name));
    let waiting = list(answer, "waiting").iter();
    let waiting = waiting.flat_map(|group| list(group, "items"));
    listed.into_iter().flatten().chain(waiting)
}

/// Whether it is so of what the item says in that member.
fn says(answer: &Value, id: &str, member: &str, is_so: impl Fn(&str) -> bool) -> bool {
    let mut items = items(answer).filter(|item| item["id"] == id);
    items.any(|item| item[member].as_str().is_some_and(&is_so))
}

/// What is said of that item alone.
pub(super) fn of<T>(id: &str, said: T) -> BTreeMap<String, Vec<T>> {
    BTreeMap::from([(id.to_owned(), vec![said])])
}

fn of_status(action: &CompiledAction) -> [Claimed; 2] {
    let id = action.core.id.clone();
    let (mut stands_under_a_question, mut is_an_emergency) = (Claim::default(), Claim::default());
    stands_under_a_question.pending.push(id.clone());
    is_an_emergency.emergency.push(id.clone());
    let own = id.clone();
    [
        Claimed::new(
            format!("{id} is pending"),
            stands_under_a_question,
            move |answer| pending(answer).any(|item| item["id"] == *own),
        ),
        Claimed::new(
            format!("{id} is an emergency"),
            is_an_emergency,
            move |answer| {
                let mut actions = list(answer, "actions").iter();
                actions.any(|item| item["id"] == *id && item["urgency"] == "emergency")
            },
        ),
    ]
}

fn of_actor(action: &CompiledAction, actor: Actor) -> Claimed {
    let id = action.core.id.clone();
    let claim = Claim {
        acts: of(&id, actor.word().to_owned()),
        ..Claim::default()
    };
    let what = format!("{id} is done by {}", actor.word());
    Claimed::new(what, claim, move |answer| {
        says(answer, &id, "actor", |word| word == actor.word())
    })
}

fn of_title(action: &CompiledAction, title: &str) -> Claimed {
    let (id, title) = (action.core.id.clone(), title.to_owned());
    let claim = Claim {
        worded: of(&id, title.clone()),
        ..Claim::default()
    };
    let what = format!("{id} is worded: {title}");
    Claimed::new(what, claim, move |answer| {
        says(answer, &id, "title", |told| told.starts_with(&title))
    })
}

fn of_alternative(action: &CompiledAction, place: usize, until: &str) -> Claimed {
    let (id, until) = (action.core.id.clone(), format!("; or {until}; or "));
    let claim = Claim {
        waits_for: of(&id, place),
        ..Claim::default()
    };
    let what = format!("{id} waits for alternative {place}");
    Claimed::new(what, claim, move |answer| {
        let mut groups = list(answer, "waiting").iter();
        groups.any(|group| {
            let told = group["until"].as_str().unwrap();
            list(group, "items").iter().any(|item| item["id"] == *id)
                && format!("; or {told}; or ").contains(&until)
        })
    })
}

fn of_contact(id: &str) -> Claimed {
    let mut claim = Claim::default();
    claim.names.push(id.to_owned());
    let (what, id) = (format!("{id} is named"), id.to_owned());
    Claimed::new(what, claim, move |answer| {
        let mut named = list(answer, "contacts").iter();
        named.any(|named| named["id"] == *id)
    })
}

fn of_fact(name: &str) -> Claimed {
    let mut claim = Claim::default();
    claim.in_vain.push(name.to_owned());
    let (what, name) = (format!("{name} was asked in vain"), name.to_owned());
    Claimed::new(what, claim, move |answer| {
        let facts = list(&answer["facts"], "counted").iter();
        let mut stated = facts.filter(|one| one["fact"] == *name);
        stated.any(|one| one["answer"] == "unknown" || one["basis"] == "contradictory")
    })
}

/// Every claim of these kinds about one thing.
fn claims(guidance: &Guidance) -> Vec<Claimed> {
    let mut claims = Vec::new();
    for action in &guidance.actions {
        claims.extend(of_status(action));
        claims.extend(Actor::ALL.iter().map(|actor| of_actor(action, *actor)));
        let titles = action.rewordings.iter().map(|words| words.title.as_str());
        let titles = titles.chain([action.core.title.as_str()]);
        claims.extend(titles.map(|title| of_title(action, title)));
        let gate = action.gate.map(|gate| &guidance.gates[gate]);
        let alternatives = gate.into_iter().flat_map(|gate| &gate.alternatives);
        let alternatives = (1..).zip(alternatives);
        claims.extend(
            alternatives.map(|(place, one)| of_alternative(action, place, one.short.as_str())),
        );
    }
    claims.extend(guidance.contacts.iter().map(|one| of_contact(&one.id)));
    let facts = guidance.vocabulary().facts();
    claims.extend(facts.iter().map(|one| of_fact(&one.name)));
    claims.extend(claimed_card::tests::claims(guidance));
    claims
}

#[test]
fn what_is_claimed_of_an_incident_is_so_in_its_answer() {
    let guidance = small_pack();
    let mut subject = Subject::new(Symbolic::of(&guidance, usize::MAX).unwrap());
    let claims = claims(&guidance);
    let claimed = claims.iter().map(|one| subject.incidents_of(&one.claim));
    let claimed: Vec<Node> = claimed.collect();
    assert_eq!(subject.missing, Vec::<String>::new());
    let builder = &subject.symbolic.evaluator.incidents.builder;
    for facts in random_incidents(guidance.vocabulary(), few_or_all(600, 20_000)) {
        let mut incident = Incident::from(facts);
        incident.include.insert(Include::All);
        let answer = serde_json::to_value(advise(&guidance, &incident)).unwrap();
        for (one, incidents) in claims.iter().zip(&claimed) {
            let is_claimed = contains(builder, *incidents, &facts);
            assert_eq!(
                is_claimed,
                (one.is_so)(&answer),
                "{}: {}",
                one.what,
                answer["facts"]
            );
        }
    }
}
