//! Counts compared in every incident, against the counts of one incident at a time.

use crate::atlas::{Incidents, contains};
use crate::changes::counts::compare;
use crate::guidance::diagram::Node;
use crate::facts::{FactId, Facts, Stated};

#[test]
fn counts_are_compared_in_every_incident_at_once() {
    let mut incidents = Incidents::new();
    let facts: Vec<FactId> = FactId::all().take(6).collect();
    let mut random = fastrand::Rng::with_seed(6);
    let mut outcomes = [0; 3];
    for _ in 0..300 {
        let mut set = |random: &mut fastrand::Rng| {
            let fact = facts[random.usize(..facts.len())];
            let stated = random
                .choice([Stated::Answer(0), Stated::NotAsked])
                .unwrap();
            random
                .u8(..6)
                .checked_sub(1)
                .map_or(Node::FALSE, |_| incidents.stated(fact, stated))
        };
        let pairs: Vec<_> = (0..8)
            .map(|_| (set(&mut random), set(&mut random)))
            .collect();
        let care = set(&mut random);
        let compared = compare(&mut incidents, pairs.iter().copied(), care);
        for _ in 0..20 {
            let mut stated = Facts::default();
            for fact in &facts {
                let answer = random
                    .choice([Stated::Answer(0), Stated::NotAsked])
                    .unwrap();
                stated.state(*fact, answer);
            }
            let within = |set| contains(&incidents.builder, set, &stated);
            let [one, other] = [
                pairs.iter().filter(|(one, _)| within(*one)).count(),
                pairs.iter().filter(|(_, other)| within(*other)).count(),
            ];
            let cared = within(care);
            assert_eq!(within(compared.more), cared && one > other);
            assert_eq!(within(compared.same), cared && one == other);
            outcomes[usize::from(one > other) + 2 * usize::from(one == other)] += 1;
        }
    }
    assert!(outcomes.iter().all(|count| *count > 500), "{outcomes:?}");
}
