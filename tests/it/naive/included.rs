//! What `include` adds has names of its own and changes nothing that is there: SEMANTICS 12.14.

use super::compare::Body;
use super::incidents;
use super::interpretation::Incident;
use crate::how_many::few_or_all;

/// What `all` adds, in the order of the contract.
pub(super) const ALL: [&str; 6] = [
    "reasons",
    "possible",
    "all_questions",
    "explanations",
    "sources",
    "facts",
];

/// What is added by its own word alone.
const APART: [&str; 2] = ["what_if", "trace"];

#[test]
fn the_default_answer_stands_unchanged_in_whatever_include_adds_to() {
    for number in 0..few_or_all(20, 1_000) {
        for body in Body::shipped() {
            assert_added(&body, &incidents::numbered(number));
        }
    }
}

/// Byte for byte: each word adds its member at the end, and `all` adds what the six words add.
fn assert_added(body: &Body, incident: &Incident) {
    let sent = |include: &[&str]| String::from_utf8(body.bytes(incident, include)).unwrap();
    let mut answer = sent(&[]);
    let closing = answer.pop();
    assert_eq!(closing, Some('}'));
    let lean = answer.clone();
    let mut with = |words: &[&str], all: &[&str]| {
        for word in words {
            let one = sent(&[word]);
            let added = one
                .strip_prefix(&lean)
                .and_then(|end| end.strip_suffix('}'));
            let added =
                added.unwrap_or_else(|| panic!("{word} changes what is there: {incident:#?}"));
            assert!(added.starts_with(&format!(",\"{word}\":")), "{added}");
            answer.push_str(added);
        }
        assert_eq!(format!("{answer}}}"), sent(all), "{incident:#?}");
    };
    with(&ALL, &["all"]);
    with(&APART, &["all", "what_if", "trace"]);
}
