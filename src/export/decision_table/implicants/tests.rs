//! The implicants are the condition, and no smaller ones are, for conditions at random.

use fastrand::Rng;

use super::*;
use crate::facts::{Vocabulary, sample};
use crate::guidance::scope;
use crate::how_many::few_or_all;

/// Facts with two to five answers.
const FACTS: [&str; 5] = [
    "child_received",
    "adult_involved",
    "police_decision",
    "bullied",
    "youngest_depicted",
];

fn any_condition(builder: &mut Builder, rng: &mut Rng, facts: &Vocabulary, depth: usize) -> Node {
    if depth == 0 || rng.u8(..4) == 0 {
        let fact = facts.named(FACTS[rng.usize(..FACTS.len())]).unwrap();
        let answers = facts[fact].all().iter().filter(|_| rng.bool());
        return builder.literal(fact, answers.collect());
    }
    let one = any_condition(builder, rng, facts, depth - 1);
    let other = any_condition(builder, rng, facts, depth - 1);
    match rng.u8(..3) {
        0 => builder.and(one, other),
        1 => builder.or(one, other),
        _ => builder.not(one),
    }
}

/// Where one of the cubes is so and the given condition holds.
fn any_of(builder: &mut Builder, given: Node, cubes: &[Cube]) -> Node {
    cubes.iter().fold(Node::FALSE, |any, cube| {
        let cube = node(builder, given, cube);
        builder.or(any, cube)
    })
}

#[test]
fn the_implicants_are_the_condition_and_none_can_be_left_out_or_ask_for_less() {
    let (facts, mut found) = (sample(), 0);
    for seed in 0..few_or_all(300, 2_000) {
        let mut rng = Rng::with_seed(seed);
        let builder = &mut Builder::new(scope::variables(&facts), scope::MOST_NODES);
        let wanted = any_condition(builder, &mut rng, &facts, 4);
        let given = if rng.bool() {
            any_condition(builder, &mut rng, &facts, 2)
        } else {
            Node::TRUE
        };
        let cubes = implicants(builder, given, wanted);
        let whole = any_of(builder, given, &cubes);
        assert_eq!(whole, builder.and(given, wanted), "{seed}: {cubes:?}");
        for (place, cube) in cubes.iter().enumerate() {
            let mut others = cubes.clone();
            others.remove(place);
            assert_ne!(any_of(builder, given, &others), whole, "{seed}: {cubes:?}");
            for (fact, answers) in cube {
                let rest = facts[*fact].all().without(*answers).iter();
                for more in rest.map(|answer| answers.union(AnswerSet::only(answer))) {
                    let mut wider = cube.clone();
                    wider.insert(*fact, more);
                    let wider = node(builder, given, &wider);
                    assert!(!implies(builder, wider, wanted), "{seed}: {cube:?}");
                }
            }
        }
        found += cubes.len();
    }
    assert!(found > 200, "only {found} implicants");
}
