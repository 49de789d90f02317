//! No word sends anyone to the material: a lint of every text, beside what must be so for guidance to load.
//!
//! A word that could tell somebody to look, search, copy, take a picture of the screen, forward or
//! fetch stands only after a refusal in its sentence ("do not look"), or in one of the few phrases
//! in which it means something else.

mod plain;
mod texts;

pub(super) use self::plain::PlainWords;
use self::texts::{sentences, texts};
use super::diagnostic::{Code, Faults};
use super::file::File;

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

const REFUSALS: [&str; 10] = [
    "not", "never", "no", "nobody", "nothing", "avoid", "without", "crime", "illegal", "offence",
];

const HARMLESS: [&str; 9] = [
    "look after",
    "looks after",
    "looking after",
    "looking into it",
    "holds a copy",
    "holds copy",
    "a copy of their own picture sent back to them",
    "copies that are only in private messages",
    "other copies are left",
];

/// Each sentence of the files that could send somebody to the material. What cannot be read as YAML is told elsewhere.
pub(super) fn lint(files: &[File]) -> Faults {
    let mut faults = Faults::default();
    for (file, yaml) in files {
        for (line, text) in texts(yaml) {
            for sentence in sentences(&text) {
                if sends_towards_it(sentence) {
                    let sentence = sentence.trim();
                    let message = format!(
                        "`{sentence}` can be read as telling someone to go to the material"
                    );
                    let help =
                        "say first what not to do, as in \"do not look\", or put it in other words";
                    faults.add(Code::Wording, (file, line), message, help);
                }
            }
        }
    }
    faults
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
