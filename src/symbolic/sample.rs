//! What tests look at all incidents of, and at random: a small pack that gives every rule an occasion.

use std::path::Path;

use crate::facts::{Facts, Stated, Vocabulary};
use crate::guidance::{self, Guidance};

/// For each incident, of how many facts in a hundred something is stated.
const STATED_IN_100: [u8; 6] = [2, 8, 20, 45, 80, 100];

/// The small pack.
pub(crate) fn small_pack() -> Guidance {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/symbolic/small_pack");
    guidance::load(&place).unwrap()
}

/// So many incidents, of which more and less is stated.
pub(crate) fn random_incidents(
    vocabulary: &Vocabulary,
    rounds: u64,
) -> impl Iterator<Item = Facts> {
    let mut random = fastrand::Rng::with_seed(4);
    let densities = STATED_IN_100.into_iter().cycle();
    let densities = (0..rounds).zip(densities);
    densities.map(move |(_, density)| incident(vocabulary, &mut random, density))
}

/// An incident of which something is stated about so many facts in a hundred.
fn incident(vocabulary: &Vocabulary, random: &mut fastrand::Rng, stated_in_100: u8) -> Facts {
    let mut facts = Facts::default();
    for fact in vocabulary.ids() {
        if random.u8(..100) < stated_in_100 {
            let answers = u8::try_from(vocabulary[fact].answers.len()).unwrap();
            let stated = match random.u8(..=answers) {
                answer if answer < answers => Stated::Answer(answer),
                _ => Stated::Unknown,
            };
            facts.state(fact, stated);
        }
    }
    facts
}
