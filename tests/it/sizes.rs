//! The budgets of an answer: bytes of it, words and lines of its card, words, characters and numbers of its note (SEMANTICS 18.1, 18.10), on
//! every scenario and on random incidents. With `--nocapture` the figures are shown:
//!
//! ```sh
//! SIGNPOST_INCIDENTS=1000000 cargo test --test it -- sizes --nocapture
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::thread;

use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::note::{Form, case_note};

use crate::as_many::asked_or;
use crate::kernel::{guidance, packs, read_incident, with_all};
use crate::naive::{random_facts, with_every_fact};
use crate::scenarios::case;

/// Each figure, with the most that it may be.
const MOST: &[(&str, usize)] = &[
    ("bytes of the answer", 24_000),
    ("characters of all", 131_072),
    ("words of the card", 200),
    ("words of an ordinary card", 150),
    ("lines of `stop`", 3),
    ("lines of `do`", 7),
    ("lines of `stop` and `do_not`", 8),
    ("lines of `ask`", 3),
    ("words of the note", 450),
    ("characters of the note", 4_000),
    ("numbers of the first minute that the note lacks", 0),
    ("numbers of `then` that the note lacks", 4),
];

/// The most bytes of the answer in the middle, over random incidents with either choice of packs.
const MEDIAN: usize = 16_000;

/// What was measured: each figure, how often.
#[derive(Default)]
struct Figures(BTreeMap<&'static str, BTreeMap<usize, usize>>);

impl Figures {
    fn count(&mut self, what: &'static str, figure: usize) {
        *self.0.entry(what).or_default().entry(figure).or_default() += 1;
    }

    /// Adds what was measured elsewhere.
    fn add(&mut self, other: &Self) {
        for (what, counts) in &other.0 {
            let own = self.0.entry(what).or_default();
            for (figure, count) in counts {
                *own.entry(*figure).or_default() += count;
            }
        }
    }

    /// Measures the answer to a request, and gives its card.
    fn measure(&mut self, request: &Value) -> Value {
        let incident = read_incident(request.to_string().as_bytes()).unwrap();
        let [plain, markdown] =
            [Form::Plain, Form::Markdown].map(|form| case_note(guidance(), &incident, form));
        for note in [&plain, &markdown] {
            self.count("words of the note", note.split_whitespace().count());
            self.count("characters of the note", note.chars().count());
        }
        let mut advice = Vec::new();
        advise(guidance(), &incident).write(&mut advice);
        self.count("bytes of the answer", advice.len());
        let mut all = Vec::new();
        with_all(guidance(), incident).write(&mut all);
        let all = str::from_utf8(&all).unwrap();
        self.count("characters of all", all.chars().count());
        let advice: Value = serde_json::from_slice(&advice).unwrap();
        let card = &advice["card"];
        let lines = |slot: &str| card[slot].as_array().map_or(0, Vec::len);
        self.count("words of the card", words(card));
        self.count("lines of `stop`", lines("stop"));
        self.count("lines of `do`", lines("do"));
        self.count(
            "lines of `stop` and `do_not`",
            lines("stop") + lines("do_not"),
        );
        self.count("lines of `ask`", lines("ask"));
        let lacks = |slots: &[&str]| {
            let numbers = slots.iter().flat_map(|slot| numbers(&card[slot]));
            let lacks = numbers.filter(|number| {
                !plain.contains(number) && !plain.contains(&number.replace(' ', "-"))
            });
            lacks.count()
        };
        let first_minute = lacks(&["stop", "do", "do_not"]);
        self.count(
            "numbers of the first minute that the note lacks",
            first_minute,
        );
        self.count("numbers of `then` that the note lacks", lacks(&["then"]));
        card.clone()
    }

    /// What is over its bound.
    fn over(&self) -> Vec<String> {
        let most = MOST.iter().filter_map(|(what, most)| {
            let largest = *self.0.get(what)?.keys().next_back()?;
            (largest > *most).then(|| format!("{what}: {largest}, and at most {most} are allowed"))
        });
        most.collect()
    }

    /// The figure below which that share of the incidents is.
    fn at(&self, what: &str, share: f64) -> usize {
        let counts = &self.0[what];
        let all: usize = counts.values().sum();
        let mut left = share * f64::from(u32::try_from(all).unwrap());
        let mut counts = counts.iter();
        let found = counts.find(|(_, count)| {
            left -= f64::from(u32::try_from(**count).unwrap());
            left <= 0.0
        });
        found.map_or(0, |(figure, _)| *figure)
    }

    /// A line for each figure: the least, the median, one in a hundred, the most.
    fn table(&self) -> String {
        let mut table = format!(
            "{:50}{:>9}{:>9}{:>9}{:>9}\n",
            "", "least", "median", "99 %", "most"
        );
        for what in self.0.keys() {
            let figures = [0.0, 0.5, 0.99, 1.0].map(|share| self.at(what, share));
            writeln!(
                table,
                "{what:50}{:>9}{:>9}{:>9}{:>9}",
                figures[0], figures[1], figures[2], figures[3]
            )
            .unwrap();
        }
        table
    }
}

/// The telephone numbers of the lines of a card.
fn numbers(lines: &Value) -> impl Iterator<Item = &str> {
    let lines = lines.as_array().into_iter().flatten();
    let calls = lines.filter_map(|line| line["call"].as_array());
    let phones = calls
        .flatten()
        .filter(|call| !call["href"].as_str().unwrap().starts_with("https:"));
    let labels = phones.map(|call| call["label"].as_str().unwrap());
    labels.map(|label| label.rsplit(": ").next().unwrap())
}

/// The words that a card says, without `then`.
fn words(card: &Value) -> usize {
    let slots = ["danger", "stop", "do", "do_not", "say", "ask"];
    let texts = slots.iter().flat_map(|slot| match &card[slot] {
        Value::Array(lines) => lines.iter().collect(),
        Value::Null => Vec::new(),
        line => vec![line],
    });
    let words = texts.map(|line| line["text"].as_str().unwrap().split_whitespace().count());
    words.sum()
}

#[expect(clippy::print_stdout, reason = "the figures are what one looks for")]
fn assert_within(figures: &Figures, of: &str) {
    println!("{of}\n{}", figures.table());
    assert_eq!(figures.over(), Vec::<String>::new(), "{of}");
}

#[test]
fn every_scenario_keeps_within_the_budgets() {
    let mut figures = Figures::default();
    let mut ordinary = 0;
    for scenario in case::all() {
        let card = figures.measure(&scenario.request());
        if scenario.ordinary {
            figures.count("words of an ordinary card", words(&card));
            ordinary += 1;
        }
    }
    assert!(ordinary >= 10, "{ordinary} scenarios are ordinary");
    assert_within(&figures, "scenarios");
}

#[test]
fn random_incidents_keep_within_the_budgets() {
    let many = asked_or(300, 10_000);
    let first = json!([packs().first().id]);
    let mut together = Figures::default();
    for (of, packs) in [("all packs", None), ("the first pack alone", Some(&first))] {
        let figures = measured(many, packs);
        assert_within(&figures, of);
        together.add(&figures);
    }
    assert_within(&together, "all packs and the first alone");
    let median = together.at("bytes of the answer", 0.5);
    assert!(median <= MEDIAN, "{median} bytes");
}

/// The figures of so many random incidents, with the packs that they ask for.
fn measured(many: u64, packs: Option<&Value>) -> Figures {
    let threads = thread::available_parallelism().unwrap().get();
    let share = |first: u64| {
        let mut figures = Figures::default();
        for number in (first..many).step_by(threads) {
            // The more was asked, the more a note has to say: in some incidents nothing is left to ask.
            let facts = if number % 4 == 0 {
                with_every_fact(random_facts(number))
            } else {
                random_facts(number)
            };
            let mut request = json!({ "facts": facts });
            if let Some(packs) = packs {
                request["packs"] = packs.clone();
            }
            figures.measure(&request);
        }
        figures
    };
    let mut all = Figures::default();
    thread::scope(|scope| {
        let shares = (0..)
            .zip(0..threads)
            .map(|(first, _)| scope.spawn(move || share(first)));
        for share in shares.collect::<Vec<_>>() {
            all.add(&share.join().unwrap());
        }
    });
    all
}
