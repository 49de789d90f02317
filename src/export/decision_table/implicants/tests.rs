//! The implicants are the condition, and no smaller ones are, for conditions at random.

use fastrand::Rng;

use super::*;
use crate::facts::sample;
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

struct Case {
    vocabulary: Vocabulary,
    builder: Builder,
    given: Node,
    wanted: Node,
}

impl Case {
    /// Some condition, and one within which it is said.
    fn of(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let vocabulary = sample();
        let builder = Builder::new(scope::variables(&vocabulary), scope::MOST_NODES);
        let mut case = Self {
            vocabulary,
            builder,
            given: Node::TRUE,
            wanted: Node::TRUE,
        };
        case.wanted = case.any(&mut rng, 4);
        if rng.bool() {
            case.given = case.any(&mut rng, 2);
        }
        case
    }

    fn any(&mut self, rng: &mut Rng, depth: usize) -> Node {
        if depth == 0 || rng.u8(..4) == 0 {
            let name = FACTS[rng.usize(..FACTS.len())];
            let fact = self.vocabulary.named(name).unwrap();
            let all = self.vocabulary[fact].all();
            let some = all.iter().filter(|_| rng.bool()).collect();
            return self.builder.literal(fact, some);
        }
        let one = self.any(rng, depth - 1);
        let other = self.any(rng, depth - 1);
        match rng.u8(..3) {
            0 => self.builder.and(one, other),
            1 => self.builder.or(one, other),
            _ => self.builder.not(one),
        }
    }

    fn implicants(&mut self) -> Vec<Cube> {
        implicants(&mut self.builder, &self.vocabulary, self.given, self.wanted)
    }

    /// Where one of the cubes is so and the given condition holds.
    fn any_of(&mut self, cubes: &[Cube]) -> Node {
        cubes.iter().fold(Node::FALSE, |any, cube| {
            let cube = node(&mut self.builder, self.given, cube);
            self.builder.or(any, cube)
        })
    }

    fn is_enough(&mut self, cube: &Cube) -> bool {
        let cube = node(&mut self.builder, self.given, cube);
        implies(&mut self.builder, cube, self.wanted)
    }
}

#[test]
fn one_of_the_implicants_is_so_exactly_where_the_condition_holds() {
    for seed in 0..few_or_all(300, 2_000) {
        let mut case = Case::of(seed);
        let cubes = case.implicants();
        let any = case.any_of(&cubes);
        assert_eq!(any, case.builder.and(case.given, case.wanted), "{seed}");
    }
}

#[test]
fn no_implicant_can_be_left_out_or_ask_for_less() {
    let mut found = 0;
    for seed in 0..few_or_all(300, 2_000) {
        let mut case = Case::of(seed);
        let cubes = case.implicants();
        let whole = case.any_of(&cubes);
        for (place, cube) in cubes.iter().enumerate() {
            let mut others = cubes.clone();
            others.remove(place);
            assert_ne!(case.any_of(&others), whole, "{seed}: {cube:?}");
            for (fact, answers) in cube {
                let mut shorter = cube.clone();
                shorter.remove(fact);
                assert!(!case.is_enough(&shorter), "{seed}: {cube:?}");
                for answer in case.vocabulary[*fact].all().without(*answers).iter() {
                    let mut wider = cube.clone();
                    wider.insert(*fact, answers.union(AnswerSet::only(answer)));
                    assert!(!case.is_enough(&wider), "{seed}: {cube:?}");
                }
            }
        }
        found += cubes.len();
    }
    assert!(found > 200, "only {found} implicants");
}
