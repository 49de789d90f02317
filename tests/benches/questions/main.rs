//! How many questions it takes to advise on an incident, if the first of an answer is always asked.
//!
//! `questions [INCIDENTS]` draws incidents, the same in every run, and asks about each from nothing
//! and from what a caller posts first: the question at the top each time, or the first one of the
//! catalogue that settles something. It prints how many questions it takes until the card no longer
//! changes, until all that protects is settled and until nothing can change: the mean, and the number that
//! 95 in 100 incidents do not exceed.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops at what it does not expect, and its table is for whoever runs it"
)]

mod simulation;
mod tally;

use std::error::Error;

use fastrand::Rng;
use signpost::guidance::{self, Guidance};

use self::simulation::asking::{Way, ask};
use self::simulation::hidden::{any_kind, incident, named};
use self::simulation::kinds::{KINDS, Kind, ORDINARY, SAID_FIRST};
use self::tally::Tally;
use signpost::facts::{Facts, Stated};

const INCIDENTS: u32 = 100_000;
const SEED: u64 = 1;

/// What is stated before the first question, as far as it can be learned.
const STARTS: [(&str, &[&str]); 2] = [
    ("from nothing", &[]),
    ("from what a caller says first", SAID_FIRST),
];

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().nth(1);
    let count = count.map_or(Ok(INCIDENTS), |count| count.parse())?;
    let guidance = guidance::embedded().expect("the guidance of this repository is sound");
    println!("{count} incidents");
    for choice in guidance.selections() {
        let packs = choice.packs().iter().map(|pack| pack.pack.as_str());
        println!("\nAnswers made of {}", packs.collect::<Vec<_>>().join(", "));
        for (title, posted) in STARTS {
            println!("\n{title}\n\n{}", Tally::head());
            tell(choice, posted, count);
        }
    }
    Ok(())
}

/// Asks about the incidents, and prints what it took.
fn tell(guidance: &Guidance, posted: &[&str], count: u32) {
    let mut rng = Rng::with_seed(SEED);
    let mut all = Tally::default();
    let mut kinds: Vec<_> = KINDS.iter().map(|kind| (kind, Tally::default())).collect();
    for _ in 0..count {
        let kind = any_kind(&mut rng);
        let one = about(guidance, &mut rng, kind, posted);
        let mut tallies = kinds.iter_mut();
        let of_kind = tallies.find(|(listed, _)| listed.title == kind.title);
        of_kind.expect("the kind is listed").1.add(&one);
        all.add(&one);
    }
    println!("{}", all.row("all"));
    for (kind, tally) in kinds {
        println!("{}", tally.row(kind.title));
    }
    let mut ordinary = Tally::default();
    for _ in 0..count / 10 {
        ordinary.add(&about(guidance, &mut rng, &ORDINARY, posted));
    }
    println!("{}", ordinary.row(ORDINARY.title));
    println!("later than in the order of the catalogue: {}", all.later());
}

/// Draws one incident, and asks about it both ways.
fn about(guidance: &Guidance, rng: &mut Rng, kind: &Kind, posted: &[&str]) -> tally::One {
    let hidden = incident(rng, kind);
    let mut start = Facts::default();
    for fact in posted.iter().map(|name| named(name)) {
        if let known @ Stated::Answer(_) = hidden.stated(fact) {
            start.state(fact, known);
        }
    }
    tally::One {
        top: ask(guidance, &hidden, start, Way::Top),
        catalogue: ask(guidance, &hidden, start, Way::Catalogue),
    }
}
