//! Edits that nobody would make.

use super::trial::{First, files};
use crate::contract::pack::Pack;

/// Words that can be put for each other in most places.
const WORDS: &[&[&str]] = &[
    &["[yes]", "[no]", "[yes, suspected]", "[suspected]"],
    &["any:", "all:"],
    &["when_unknown: act", "when_unknown: wait"],
    &["strength: should", "strength: must", "strength: may"],
    &["protects: law", "protects: evidence"],
    &["actor: professional", "actor: child"],
    &["    rank: first\n", ""],
    &["        urgency: emergency\n", ""],
    &["    gate: deletion\n", ""],
    &[
        "situation: sent_or_posted",
        "situation: image_of_under_18",
        "situation: received_child_image",
        "situation: with_an_adult",
        "situation: asked_by_an_adult",
        "situation: forced_or_blackmailed",
    ],
    &[
        "child_received:",
        "child_was_asked:",
        "bullied:",
        "forced_or_coerced:",
        "threatened_or_blackmailed:",
        "child_passed_on:",
        "immediate_danger:",
        "still_online:",
    ],
    &[
        "[local_police",
        "[ceop",
        "[childline",
        "[site_or_app",
        "[school",
    ],
    &["S22", "S31", "S45", "S50"],
    &["The child", "A child"],
    &[
        "      - when: { situation: sent_or_posted }\n",
        "      - \n",
    ],
    &["        voice: editorial\n", "        voice: local\n"],
];

/// The guidance that the program carries after one to three edits that leave it without a fault.
pub(super) fn mutated(seed: u64) -> First {
    let mut random = fastrand::Rng::with_seed(seed);
    loop {
        let mut files = files();
        let mut edited: Vec<&mut String> = files
            .iter_mut()
            .filter(|(path, _)| path.starts_with(Pack::FIRST.id()))
            .map(|(_, text)| text)
            .collect();
        let mut wanted = random.usize(1..=3);
        while wanted > 0 {
            let file = random.usize(..edited.len());
            let text = &mut *edited[file];
            let done = if random.u8(..4) == 0 {
                let places = 1 + text.matches(ENTRY).count();
                swap(text, random.usize(..places))
            } else {
                put(text, &mut random)
            };
            wanted -= usize::from(done.is_some());
        }
        if let Ok(guidance) = First::of(files) {
            return guidance;
        }
    }
}

/// Puts a word for another somewhere.
fn put(text: &mut String, random: &mut fastrand::Rng) -> Option<()> {
    let words = WORDS[random.usize(..WORDS.len())];
    let from = words[random.usize(..words.len())];
    let to = words[random.usize(..words.len())];
    if from == to || from.is_empty() {
        return None;
    }
    let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
    let at = *places.get(random.usize(..places.len().max(1)))?;
    text.replace_range(at..at + from.len(), to);
    Some(())
}

/// How whatever has an id begins.
const ENTRY: &str = "\n  - id: ";

/// Swaps what stands at that place of the file, among what has an id, with the one after it.
pub(super) fn swap(text: &mut String, place: usize) -> Option<()> {
    let mut entries = text.match_indices(ENTRY).map(|(at, _)| at).skip(place);
    let [first, second, end] = [entries.next()?, entries.next()?, entries.next()?];
    let swapped = format!("{}{}", &text[second..end], &text[first..second]);
    text.replace_range(first..end, &swapped);
    Some(())
}
