//! How often an answer is how urgent: over every scenario, over incidents whose answers are drawn at random, and over such
//! as come, once all that can be learned of them is known. With `--nocapture` the shares are shown:
//!
//! ```sh
//! SIGNPOST_INCIDENTS=100000 cargo test --test it -- urgency --nocapture
//! ```

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::json;
use signpost::advise::advise;
use signpost::contract::advice::UrgencyLevel;
use signpost::contract::incident::Incident;

use crate::as_many::asked_or;
use crate::kernel::{guidance, read_incident};
use crate::naive::random_facts;
use crate::questions::simulation::hidden;
use crate::scenarios::case;

/// The most answers in a hundred that have one word: a word that nearly all have says nothing.
const MOST: usize = 75;

/// How often each word was said.
#[derive(Default)]
struct Shares(BTreeMap<&'static str, usize>);

impl Shares {
    fn of(incidents: impl Iterator<Item = Incident>) -> Self {
        let mut shares = Self::default();
        for incident in incidents {
            let advice = advise(guidance(), &incident);
            *shares.0.entry(advice.urgency.level.word()).or_default() += 1;
        }
        shares
    }

    #[expect(clippy::print_stdout, reason = "the shares are what one looks for")]
    fn assert_tell(&self, of: &str) {
        let all: usize = self.0.values().sum();
        let shares = UrgencyLevel::ALL.iter().map(|level| {
            let count = self.0.get(level.word()).copied().unwrap_or_default();
            (level.word(), count * 1000 / all)
        });
        let shares: Vec<_> = shares.collect();
        println!("{of}: {all} incidents");
        for (word, share) in &shares {
            println!("    {word:10} {:>3}.{} %", share / 10, share % 10);
        }
        for (word, share) in shares {
            assert!(
                share > 0 && share <= MOST * 10,
                "{of}: {word}: {share} in a thousand"
            );
        }
    }
}

#[test]
fn the_urgency_of_the_scenarios_tells_them_apart() {
    let scenarios = case::all().into_iter().map(|scenario| scenario.incident());
    Shares::of(scenarios).assert_tell("scenarios");
}

#[test]
fn the_urgency_of_random_incidents_tells_them_apart() {
    let at_random = (0..asked_or(300, 20_000)).map(|number| {
        let request = json!({ "facts": random_facts(number) });
        read_incident(request.to_string().as_bytes()).unwrap()
    });
    Shares::of(at_random).assert_tell("answers at random");
    let as_they_come = (0..asked_or(300, 20_000)).map(|seed| {
        let mut rng = Rng::with_seed(seed);
        let kind = hidden::any_kind(&mut rng);
        Incident::from(hidden::incident(&mut rng, kind))
    });
    Shares::of(as_they_come).assert_tell("incidents as they come");
}
