//! How plain the words are: the sentences of cards and first pages over every scenario, and of the items and the questions of
//! the catalogue. With `--nocapture` the figures are shown:
//!
//! ```sh
//! cargo test --test it -- words --nocapture
//! ```

use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::note::{Form, case_note};

use crate::kernel::{guidance, read_incident, vocabulary};
use crate::scenarios::case;

/// The most words of a sentence.
const LONGEST: usize = 25;
/// The most words of a sentence of a card or a first page on average.
const ON_AVERAGE: f64 = 14.0;
/// What of a card is read in the first minute.
const SLOTS: [&str; 6] = ["danger", "stop", "do", "do_not", "say", "ask"];

/// The sentences of one place, by their words.
#[derive(Default)]
struct Sentences {
    count: usize,
    words: usize,
    longest: (usize, String),
}

impl Sentences {
    /// Adds each sentence of a text. Of the longest what stands before a colon or a semicolon counts by itself.
    fn add(&mut self, text: &str) {
        let words: Vec<_> = text.split_whitespace().collect();
        for sentence in words.split_inclusive(|word| word.ends_with(['.', '?', '!', '”'])) {
            self.count += 1;
            self.words += sentence.len();
            for part in sentence.split_inclusive(|word| word.ends_with([':', ';'])) {
                if part.len() > self.longest.0 {
                    self.longest = (part.len(), part.join(" "));
                }
            }
        }
    }

    /// Adds the texts of these members, wherever they are.
    fn add_members(&mut self, value: &Value, members: &[&str]) {
        match value {
            Value::Array(list) => list.iter().for_each(|one| self.add_members(one, members)),
            Value::Object(object) => {
                for (name, one) in object {
                    match one {
                        Value::String(text) if members.contains(&name.as_str()) => self.add(text),
                        one => self.add_members(one, members),
                    }
                }
            }
            _ => {}
        }
    }

    fn mean(&self) -> f64 {
        let as_float = |count| f64::from(u32::try_from(count).unwrap());
        as_float(self.words) / as_float(self.count)
    }

    #[expect(clippy::print_stdout, reason = "the figures are what one looks for")]
    fn show(&self, of: &str) {
        let (count, mean) = (self.count, self.mean());
        let (longest, sentence) = &self.longest;
        println!(
            "{of:12} {count:>7} sentences, {mean:>5.2} words on average, {longest:>2} at most: {sentence}"
        );
    }
}

#[test]
fn cards_and_first_pages_are_read_in_short_sentences() {
    let (mut cards, mut pages) = (Sentences::default(), Sentences::default());
    for scenario in case::all() {
        let incident = read_incident(scenario.request().to_string().as_bytes()).unwrap();
        let advice = json!(advise(guidance(), &incident));
        for slot in SLOTS {
            cards.add_members(&advice["card"][slot], &["text"]);
        }
        for line in case_note(guidance(), &incident, Form::Plain).lines() {
            // What marks an entry of a list is no word.
            let marks = |letter: char| letter.is_ascii_digit() || "-. ".contains(letter);
            pages.add(line.trim_start_matches(marks));
        }
    }
    cards.show("cards");
    pages.show("first pages");
    for read in [&cards, &pages] {
        assert!(read.longest.0 <= LONGEST, "{:?}", read.longest);
    }
    let words = cards.words + pages.words;
    let count = cards.count + pages.count;
    let both = Sentences {
        count,
        words,
        ..Sentences::default()
    };
    assert!(both.mean() <= ON_AVERAGE, "{}", both.mean());
}

#[test]
fn items_and_questions_are_read_in_short_sentences() {
    let (mut items, mut questions) = (Sentences::default(), Sentences::default());
    let catalogue = guidance().catalogue();
    let told = json!([catalogue.prohibitions, catalogue.actions]);
    items.add_members(
        &told,
        &[
            "title",
            "detail",
            "because",
            "note",
            "says",
            "until",
            "release_hint",
        ],
    );
    questions.add_members(&json!(catalogue.questions), &["title", "detail"]);
    for fact in vocabulary().ids() {
        questions.add(&vocabulary()[fact].spoken);
    }
    items.show("items");
    questions.show("questions");
    for read in [&items, &questions] {
        assert!(read.longest.0 <= LONGEST, "{:?}", read.longest);
    }
}
