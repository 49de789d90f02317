//! What is left of diagrams, compared with what they come to in every completion.

use fastrand::Rng;

use super::{
    CASES, FACTS, INCIDENTS, Incident, TERMINALS, VOCABULARY, answer, any_item, builder, ends,
};
use crate::facts::{AnswerSet, FactId, Possibilities};
use crate::mdd::Node;

/// Some answers of some facts.
fn any_possible(rng: &mut Rng) -> Possibilities {
    let mut possible = Possibilities::all(&VOCABULARY);
    for fact in FACTS.iter().copied() {
        let answers = VOCABULARY[fact].all().iter();
        let answers: AnswerSet = answers.filter(|_| rng.u8(..3) > 0).collect();
        possible.narrow(fact, answers);
    }
    possible
}

/// Whether the incident completes what is possible.
fn completes(possible: &Possibilities, incident: &Incident) -> bool {
    FACTS.iter().all(|fact| {
        let answer = u8::try_from(answer(incident, *fact)).unwrap();
        possible.of(*fact).contains(answer)
    })
}

/// Whether the incidents differ in this fact alone.
fn differ_in(fact: FactId, one: &Incident, other: &Incident) -> bool {
    let differing = |of: &&FactId| answer(one, **of) != answer(other, **of);
    FACTS.iter().filter(differing).eq([&fact])
}

#[test]
fn what_is_left_is_what_completions_come_to_whatever_is_assumed() {
    let mut rng = Rng::with_seed(8);
    for _ in 0..CASES {
        let mut builder = builder();
        let items = [(); 10].map(|()| any_item(&mut builder, &mut rng));
        let items = items.map(|node| (ends(&builder, node), builder.keep(node)));
        let forest = builder.finish(&any_possible(&mut rng)).unwrap().conditions;
        for _ in 0..10 {
            let possible = any_possible(&mut rng);
            let left = forest.left(&possible);
            for (ends, condition) in &items {
                let completions = INCIDENTS.iter().zip(ends);
                let completions = completions.filter(|(one, _)| completes(&possible, one));
                let completions: Vec<(&Incident, &Node)> = completions.collect();
                let (_, first) = completions[0];
                let settled = completions.iter().all(|(_, end)| *end == first);
                let root = forest.root(*condition);
                let place = left.place(root) as usize;
                assert_eq!(place < TERMINALS, settled);
                assert!(!settled || place == first.place());
                for fact in FACTS.iter().copied() {
                    let mut pairs = completions
                        .iter()
                        .flat_map(|one| completions.iter().map(move |other| (one, other)));
                    let depends = pairs.any(|((one, end), (other, other_end))| {
                        end != other_end && differ_in(fact, one, other)
                    });
                    assert_eq!(left.support(root).contains(fact), depends);
                }
            }
        }
    }
}
