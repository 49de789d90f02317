//! Patterns in words: what facts count as, each with the facts that do.

use serde_json::Value;

use crate::changes::report::Pattern;
use crate::changes::views::NOT_ASKED;
use crate::facts::{Answer, FactId, UNKNOWN};

/// What the facts of a pattern count as.
pub(super) fn counted(pattern: &Pattern) -> Vec<String> {
    lines(pattern, "not known to be")
}

/// What is stated of the facts of a pattern.
pub(super) fn stated(pattern: &Pattern) -> Vec<String> {
    lines(pattern, "not stated as")
}

/// A line for all facts of which the same holds; first what is, then what is not.
fn lines(pattern: &Pattern, not: &str) -> Vec<String> {
    let mut lines: Vec<(bool, String, Vec<&str>)> = Vec::new();
    for (fact, words) in pattern {
        let (is, words) = condition(fact, words, not);
        match lines.iter_mut().find(|(_, other, _)| *other == words) {
            Some((_, _, facts)) => facts.push(fact),
            None => lines.push((is, words, vec![fact])),
        }
    }
    lines.sort_by_key(|(is, _, _)| !is);
    let line = |(_, words, facts): (bool, String, Vec<&str>)| {
        let facts = facts.join(", ");
        format!("{words}: {facts}")
    };
    lines.into_iter().map(line).collect()
}

/// What a fact may be, or, where that is shorter, what it is not.
fn condition(fact: &str, words: &Value, not: &str) -> (bool, String) {
    let words = words.as_array().into_iter().flatten();
    let words: Vec<_> = words.filter_map(Value::as_str).collect();
    let open = [UNKNOWN, NOT_ASKED].iter().all(|word| words.contains(word));
    let answers = FactId::named(fact).map_or(&[][..], |fact| fact.fact().answers);
    let missing = answers.iter().map(|answer| answer.value);
    let missing: Vec<_> = missing.filter(|answer| !words.contains(answer)).collect();
    if open && missing.len() == answers.len() {
        (true, "open".to_owned())
    } else if open {
        (false, format!("{not} {}", either(&missing)))
    } else {
        let words = in_words(&words, answers);
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        (true, either(&words))
    }
}

/// Each word as people say it. What is open in the same way, asked or not, is said once.
fn in_words(words: &[&str], answers: &[Answer]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for word in words {
        let (open, possible) = word.split_once(':').unwrap_or((word, ""));
        let twin = |other: &str| {
            let twin = word.replacen(open, other, 1);
            words.contains(&twin.as_str())
        };
        let open = match open {
            UNKNOWN if twin(NOT_ASKED) => "open",
            NOT_ASKED if twin(UNKNOWN) => continue,
            UNKNOWN => "asked in vain",
            NOT_ASKED => "not asked",
            answer => {
                said.push(answer.to_owned());
                continue;
            }
        };
        said.push(format!("{open}{}", ruled_out(possible, answers)));
    }
    said
}

/// Which answers are ruled out of a fact that is open, where only some way of being open counts.
fn ruled_out(possible: &str, answers: &[Answer]) -> String {
    if possible.is_empty() {
        return String::new();
    }
    let possible: Vec<_> = possible.split('|').collect();
    let ruled_out = answers.iter().map(|answer| answer.value);
    let ruled_out: Vec<_> = ruled_out
        .filter(|value| !possible.contains(value))
        .collect();
    match &*ruled_out {
        [] => " with nothing ruled out".to_owned(),
        ruled_out => format!(" with {} ruled out", either(ruled_out)),
    }
}

fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}
