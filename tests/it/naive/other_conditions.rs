//! The small pack of rare rules with other conditions, at random: whatever is written, the two read it alike.

use fastrand::Rng;
use signpost::guidance::{self, File};

use super::compare::{Body, assert_agreement};
use super::memo::Memo;
use super::small_pack::{facts_named_in, incident};
use super::trace::assert_same_trace;
use crate::how_many::few_or_all;
use crate::small_pack::files;

const INCIDENTS: u64 = 40;

/// Facts that take part in exclusions with each other, may still change, or can be suspected.
const FACTS: [&str; 12] = [
    "adult_involved: [yes]",
    "adult_involved: [yes, suspected]",
    "adult_involved: [no]",
    "parent_or_carer_implicated: [suspected]",
    "parent_or_carer_implicated: [no]",
    "adult_in_position_of_trust: [yes]",
    "police_decision: [no_investigation, concluded]",
    "police_decision: [not_contacted]",
    "meeting: [under_way]",
    "immediate_danger: [yes]",
    "bullied: [yes]",
    "child_received: [yes]",
];

const ASKED: [&str; 5] = [
    "adult_involved",
    "parent_or_carer_implicated",
    "police_decision",
    "immediate_danger",
    "bullied",
];

#[test]
fn the_naive_evaluator_agrees_whatever_the_conditions_are() {
    let (mut memo, mut accepted) = (Memo::default(), 0);
    let edits = few_or_all(30, 400);
    for edit in 0..edits {
        let mut rng = Rng::with_seed(edit);
        let files = with_other_conditions(&mut rng);
        // Some conditions can never hold, or say what another says.
        if guidance::from_files(files.clone()).is_err() {
            continue;
        }
        accepted += 1;
        let named = facts_named_in(&files);
        let bodies = Body::of(files);
        for _ in 0..INCIDENTS {
            let incident = incident(&named, &mut rng);
            assert_agreement(&bodies[..1], &incident, &mut memo);
            assert_same_trace(&bodies[0], &incident, &mut memo);
        }
    }
    assert!(accepted > edits / 4, "{accepted} of {edits}");
}

/// Some of the conditions that stand on one line are replaced.
fn with_other_conditions(rng: &mut Rng) -> Vec<File> {
    let mut files = files();
    for (_, text) in &mut files[..2] {
        let mut edited = String::new();
        let mut rest = text.as_str();
        while let Some(place) = ["when: {", "once: {"]
            .iter()
            .filter_map(|word| Some(rest.find(word)? + word.len() - 1))
            .min()
        {
            let (before, condition) = rest.split_at(place);
            let (condition, after) = condition.split_at(end(condition));
            edited.push_str(before);
            if rng.u8(..3) == 0 {
                edited.push_str(&any_condition(rng, 2, false));
            } else {
                edited.push_str(condition);
            }
            rest = after;
        }
        edited.push_str(rest);
        *text = edited;
    }
    files
}

/// Where the mapping ends that a text begins with.
fn end(text: &str) -> usize {
    let mut depth = 0;
    let closes = text.char_indices().find(|(_, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    closes.expect("a closing brace").0 + 1
}

fn any_condition(rng: &mut Rng, depth: u8, inside_known: bool) -> String {
    let mut one = || any_condition(rng, depth - 1, inside_known);
    if depth > 0 {
        let several =
            |word: &str, parts: [String; 2]| format!("{{ {word}: [{}] }}", parts.join(", "));
        let (first, second) = (one(), one());
        match rng.u8(..6) {
            0 => return several("all", [first, second]),
            1 => return several("any", [first, second]),
            2 => return format!("{{ not: {first} }}"),
            3 | 4 if !inside_known => {
                let known = any_condition(rng, depth - 1, true);
                return format!("{{ known: {known} }}");
            }
            _ => {}
        }
    }
    if !inside_known && rng.u8(..4) == 0 {
        let asked = ASKED[rng.usize(..ASKED.len())];
        return format!("{{ not_known: [{asked}] }}");
    }
    format!("{{ {} }}", FACTS[rng.usize(..FACTS.len())])
}
