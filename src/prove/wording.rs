//! No word sends anyone to the material: a test of words, beside the proof.
//!
//! A word that could tell somebody to look, search, copy, take a picture of the screen, forward or
//! fetch stands only after a refusal in its sentence ("do not look"), or in one of the few phrases
//! in which it means something else.

use super::subject::Subject;
use super::violation::Violation;

const TOWARDS_IT: [&str; 24] = [
    "look",
    "looks",
    "looking",
    "search",
    "searches",
    "searching",
    "copy",
    "copies",
    "copying",
    "screenshot",
    "screenshots",
    "photograph",
    "photographs",
    "forward",
    "forwarding",
    "view",
    "views",
    "viewing",
    "download",
    "downloads",
    "inspect",
    "examine",
    "browse",
    "scroll",
];

const REFUSALS: [&str; 9] = [
    "not", "never", "no", "nobody", "nothing", "without", "crime", "illegal", "offence",
];

const HARMLESS: [&str; 7] = [
    "look after",
    "looks after",
    "looking after",
    "looking into it",
    "a copy of their own picture sent back to them",
    "copies that are only in private messages",
    "other copies are left",
];

impl Subject<'_> {
    /// The sentences that could send somebody to the material, and where they are shown.
    pub(super) fn wording(&mut self) -> Vec<Violation> {
        let mut violations = Vec::new();
        for (shown, text) in self.texts() {
            self.concern(shown);
            for sentence in text.split_inclusive(['.', '?', '!', ';', ':']) {
                if sends_towards_it(sentence) {
                    let what = format!("\"{}\" can be read as telling to", sentence.trim());
                    violations.push(Violation::new(shown, what));
                }
            }
        }
        violations
    }
}

fn sends_towards_it(sentence: &str) -> bool {
    let mut sentence = sentence.to_lowercase();
    for harmless in HARMLESS {
        sentence = sentence.replace(harmless, "");
    }
    let mut refused = false;
    for word in sentence.split(|letter: char| !letter.is_alphanumeric()) {
        if TOWARDS_IT.contains(&word) && !refused {
            return true;
        }
        refused |= REFUSALS.contains(&word);
    }
    false
}
