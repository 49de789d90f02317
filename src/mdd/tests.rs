//! Each operation on diagrams, compared with what it says over every incident that a few facts allow.

mod left;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fastrand::Rng;

use super::forest::TERMINALS;
use super::{Builder, Condition, ConditionPart, Forest, LimitReached, Node, Variables};
use crate::facts::{AnswerSet, FactId, FactSet, Possibilities, Vocabulary, sample};
use crate::index::Id;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(sample);

/// Facts with two or three answers.
static FACTS: LazyLock<Vec<FactId>> = LazyLock::new(|| {
    let names = [
        "child_received",
        "adult_involved",
        "incident_has_happened",
        "youngest_depicted",
    ];
    names.map(|name| VOCABULARY.named(name).unwrap()).to_vec()
});

/// Every incident that these allow.
static INCIDENTS: LazyLock<Vec<Incident>> = LazyLock::new(|| {
    FACTS.iter().fold(vec![Vec::new()], |all, fact| {
        let answered = |one: Incident| {
            let answers = 0..VOCABULARY[*fact].answers.len();
            answers.map(move |answer| [one.as_slice(), &[answer]].concat())
        };
        all.into_iter().flat_map(answered).collect()
    })
});

/// How many diagrams are tried.
const CASES: usize = 100;

/// The places of the answers to the facts.
type Incident = Vec<usize>;

/// What a diagram comes to in every incident.
type Ends = Vec<Node>;

/// The place of the answer to a fact.
fn answer(incident: &Incident, fact: FactId) -> usize {
    incident[FACTS.iter().position(|one| *one == fact).unwrap()]
}

fn end(builder: &Builder, mut node: Node, incident: &Incident) -> Node {
    while let Some((fact, branches)) = builder.branching(node) {
        node = branches[answer(incident, fact)];
    }
    node
}

fn ends(builder: &Builder, node: Node) -> Ends {
    let ends = INCIDENTS.iter().map(|one| end(builder, node, one));
    ends.collect()
}

fn truth(holds: bool) -> Node {
    if holds { Node::TRUE } else { Node::FALSE }
}

fn any_literal(builder: &mut Builder, rng: &mut Rng) -> Node {
    let fact = FACTS[rng.usize(..FACTS.len())];
    let answers: AnswerSet = VOCABULARY[fact]
        .all()
        .iter()
        .filter(|_| rng.bool())
        .collect();
    let node = builder.literal(fact, answers);
    for (incident, end) in INCIDENTS.iter().zip(ends(builder, node)) {
        let answer = u8::try_from(answer(incident, fact)).unwrap();
        assert_eq!(end, truth(answers.contains(answer)));
    }
    node
}

fn any_condition(builder: &mut Builder, rng: &mut Rng) -> Node {
    let mut node = any_literal(builder, rng);
    for _ in 0..rng.usize(..6) {
        let other = any_literal(builder, rng);
        node = match rng.u8(..3) {
            0 => builder.and(node, other),
            1 => builder.or(node, other),
            _ => builder.ite(other, node, Node::FALSE),
        };
    }
    node
}

/// What an item could come to: any end.
fn any_item(builder: &mut Builder, rng: &mut Rng) -> Node {
    let [one, other] = [(); 2].map(|()| any_condition(builder, rng));
    let below = builder.ite(one, Node::OTHER, Node::TRUE);
    builder.ite(other, below, Node::FALSE)
}

fn builder() -> Builder {
    builder_within(usize::MAX)
}

/// A builder with room for so many nodes.
fn builder_within(limit: usize) -> Builder {
    let arity = |fact| VOCABULARY[fact].answers.len();
    let variables = Variables::new(VOCABULARY.ids(), arity, |fact| Reverse(*fact));
    Builder::new(variables, limit)
}

#[test]
fn an_operation_comes_to_what_it_says_in_every_incident() {
    let (mut builder, mut rng) = (builder(), Rng::with_seed(1));
    for _ in 0..CASES {
        let [one, other] = [(); 2].map(|()| any_condition(&mut builder, &mut rng));
        let [item, another] = [(); 2].map(|()| any_item(&mut builder, &mut rng));
        let not = builder.not(one);
        let and = builder.and(one, other);
        let or = builder.or(one, other);
        let chosen = builder.ite(one, item, another);
        let differ = builder.differ(item, another);
        let held = builder.leads_to(item, Node::OTHER);
        for incident in INCIDENTS.iter() {
            let end = |node| end(&builder, node, incident);
            let [one, other] = [one, other].map(|node| end(node) == Node::TRUE);
            let [item, another] = [item, another].map(end);
            assert_eq!(end(not), truth(!one));
            assert_eq!(end(and), truth(one && other));
            assert_eq!(end(or), truth(one || other));
            assert_eq!(end(chosen), if one { item } else { another });
            assert_eq!(end(differ), truth(item != another));
            assert_eq!(end(held), truth(item == Node::OTHER));
        }
    }
}

/// Whether two incidents that differ in this fact alone come to different ends.
fn matters(fact: FactId, ends: &Ends) -> bool {
    let differ_in_it_alone = |one: &Incident, other: &Incident| {
        let mut rest = FACTS.iter().filter(|any| **any != fact);
        rest.all(|any| answer(one, *any) == answer(other, *any))
    };
    let mut pairs = INCIDENTS.iter().zip(ends);
    pairs.any(|(one, end)| {
        let mut others = INCIDENTS.iter().zip(ends);
        others.any(|(other, there)| end != there && differ_in_it_alone(one, other))
    })
}

#[test]
fn the_same_function_is_the_same_node_and_depends_on_what_it_asks_for() {
    let (mut builder, mut rng) = (builder(), Rng::with_seed(2));
    let mut seen = BTreeMap::new();
    for _ in 0..CASES {
        let node = any_item(&mut builder, &mut rng);
        let ends = ends(&builder, node);
        let support = builder.support(node);
        for fact in FACTS.iter() {
            assert_eq!(support.contains(*fact), matters(*fact, &ends));
        }
        let same = *seen.entry(ends).or_insert(node);
        assert_eq!(same, node);
    }
    assert!(seen.len() > CASES / 4, "{}", seen.len());
}

#[test]
fn what_is_there_is_not_built_again() {
    let mut builder = builder();
    let mut rng = Rng::with_seed(3);
    let node = any_item(&mut builder, &mut rng);
    let size = builder.node_count();
    assert!(size > 3, "{size}");
    let again = any_item(&mut builder, &mut Rng::with_seed(3));
    assert_eq!((again, builder.node_count()), (node, size));
}

#[test]
fn what_is_left_on_a_branch_is_what_its_answer_leaves() {
    let (mut builder, mut rng) = (builder(), Rng::with_seed(4));
    for _ in 0..CASES {
        let node = any_item(&mut builder, &mut rng);
        for (place, fact) in FACTS.iter().enumerate() {
            for branch in 0..VOCABULARY[*fact].answers.len() {
                let left = builder.restrict(node, *fact, branch);
                assert!(!builder.support(left).contains(*fact));
                for incident in INCIDENTS.iter() {
                    let mut there = incident.clone();
                    there[place] = branch;
                    assert_eq!(end(&builder, left, incident), end(&builder, node, &there));
                }
            }
        }
    }
}

#[test]
fn facts_are_asked_for_in_the_order_that_was_given() {
    let (mut builder, mut rng) = (builder(), Rng::with_seed(5));
    let facts: Vec<FactId> = VOCABULARY.ids().collect();
    for (level, fact) in facts.into_iter().rev().enumerate() {
        assert_eq!(builder.variables().level(fact), level);
        assert_eq!(
            builder.variables().arity(fact),
            VOCABULARY[fact].answers.len()
        );
    }
    for _ in 0..CASES {
        let mut open = vec![any_item(&mut builder, &mut rng)];
        while let Some((fact, branches)) = open.pop().and_then(|node| builder.branching(node)) {
            for below in branches.iter().filter_map(|node| builder.branching(*node)) {
                assert!(builder.variables().level(fact) < builder.variables().level(below.0));
            }
            open.extend(branches);
        }
    }
}

fn end_in<I: Id>(forest: &Forest<I>, condition: I, incident: &Incident) -> usize {
    let mut place = forest.root(condition);
    while place as usize >= TERMINALS {
        let node = forest.node(place);
        place = forest.branches(node)[answer(incident, node.fact)];
    }
    place.try_into().unwrap()
}

/// A diagram under its two ids, with what it comes to.
type Kept = (Ends, Condition, ConditionPart);

/// Some diagrams, kept and frozen; the parts are those backwards.
fn frozen() -> (Vec<Kept>, Forest, Forest<ConditionPart>) {
    let (mut builder, mut rng) = (builder(), Rng::with_seed(6));
    let nodes: Vec<Node> = (0..CASES)
        .map(|_| any_item(&mut builder, &mut rng))
        .collect();
    let conditions: Vec<_> = nodes.iter().map(|node| builder.keep(*node)).collect();
    let parts = nodes.iter().rev().map(|node| builder.keep_part(*node));
    let parts: Vec<_> = parts.collect();
    let ids = conditions.into_iter().zip(parts.into_iter().rev());
    let all = nodes.iter().zip(ids);
    let all = all.map(|(node, (one, other))| (ends(&builder, *node), one, other));
    let all = all.collect();
    let forests = builder.finish(&Possibilities::all(&VOCABULARY)).unwrap();
    (all, forests.conditions, forests.parts)
}

#[test]
fn what_is_frozen_comes_to_the_same() {
    let (all, kept, parts) = frozen();
    for (ends, condition, part) in all {
        for (incident, end) in INCIDENTS.iter().zip(ends) {
            let end = end.place();
            assert_eq!(end_in(&kept, condition, incident), end);
            assert_eq!(end_in(&parts, part, incident), end);
        }
    }
}

#[test]
fn what_is_frozen_stands_behind_what_it_leads_to() {
    let (_, forest, _) = frozen();
    let nodes = forest.nodes().iter().enumerate();
    for (place, node) in nodes.map(|(inner, node)| (TERMINALS + inner, node)) {
        let mut support = FactSet::default();
        support.insert(node.fact);
        for branch in forest.branches(node) {
            let branch = usize::try_from(*branch).unwrap();
            assert!(branch < place);
            support = support.union(forest.asked[branch]);
        }
        assert_eq!(forest.asked[place], support);
    }
}

#[test]
fn a_copy_comes_to_the_same() {
    let (all, forest, _) = frozen();
    let mut builder = builder();
    let copies = builder.copy(&forest);
    assert_eq!(copies.len(), all.len());
    for (expected, condition, _) in all {
        assert_eq!(ends(&builder, copies[condition]), expected);
    }
    assert_eq!(builder.node_count(), forest.nodes().len());
}

#[test]
fn what_is_relaxed_holds_where_it_can_come_to_hold() {
    // The first fact may become anything, the last answer of the second its first; the others stay.
    let may_become = |fact: FactId, answer: u8| match FACTS.iter().position(|one| *one == fact) {
        Some(0) => VOCABULARY[fact].all(),
        Some(1) if answer == 2 => [0, 2].into_iter().collect(),
        _ => AnswerSet::only(answer),
    };
    let (mut builder, mut rng) = (builder(), Rng::with_seed(7));
    for _ in 0..CASES {
        let condition = any_condition(&mut builder, &mut rng);
        let relaxed = builder.relax(condition, &may_become);
        for incident in INCIDENTS.iter() {
            let reached = INCIDENTS.iter().filter(|other| {
                let mut facts = FACTS.iter().zip(incident).zip(other.iter());
                facts.all(|((fact, from), to)| {
                    let [from, to] = [*from, *to].map(|answer| u8::try_from(answer).unwrap());
                    may_become(*fact, from).contains(to)
                })
            });
            let mut reached = reached.map(|other| end(&builder, condition, other));
            let expected = truth(reached.any(|end| end == Node::TRUE));
            assert_eq!(end(&builder, relaxed, incident), expected, "{incident:?}");
        }
    }
}

/// An odd number of facts have their first answer.
fn odd(builder: &mut Builder) -> Node {
    FACTS.iter().fold(Node::FALSE, |odd, fact| {
        let first = builder.literal(*fact, AnswerSet::only(0));
        let even = builder.not(odd);
        builder.ite(first, even, odd)
    })
}

#[test]
fn a_builder_that_has_reached_its_limit_answers_nothing() {
    let mut roomy = builder();
    odd(&mut roomy);
    let needed = roomy.node_count();
    for limit in 0..needed {
        let mut builder = builder_within(limit);
        let drawn = odd(&mut builder);
        let reached = LimitReached { nodes: limit };
        assert_eq!(builder.check(), Err(reached));
        assert_eq!(drawn, Node::NOTHING);
        // It goes on answering nothing, also about what it could draw before.
        let answers: AnswerSet = VOCABULARY[FACTS[0]].all();
        let all = [
            builder.literal(FACTS[0], answers),
            builder.not(Node::TRUE),
            builder.and(Node::TRUE, Node::TRUE),
            builder.or(Node::TRUE, Node::FALSE),
            builder.ite(Node::TRUE, Node::FALSE, Node::TRUE),
            builder.differ(Node::TRUE, Node::TRUE),
            builder.leads_to(Node::TRUE, Node::TRUE),
            builder.restrict(Node::TRUE, FACTS[0], 0),
        ];
        assert_eq!(all, [Node::NOTHING; 8]);
        assert_eq!(builder.node_count(), limit);
        assert_eq!(
            builder.finish(&Possibilities::all(&VOCABULARY)).err(),
            Some(reached)
        );
    }
    let mut builder = builder_within(needed);
    odd(&mut builder);
    assert_eq!(builder.check(), Ok(()));
}
