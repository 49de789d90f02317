//! What `include` adds has names of its own and changes nothing that is there: SEMANTICS 12.14.

use super::compare::Body;
use super::incidents;
use super::interpretation::Incident;
use super::room::MOST_OF_ALL;
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

/// Byte for byte: each word adds its member at the end, and `all` adds what the six words add, where there is room for it.
fn assert_added(body: &Body, incident: &Incident) {
    let sent = |include: &[&str]| {
        let answer = String::from_utf8(body.bytes(incident, include)).unwrap();
        assert!(answer.ends_with('}'));
        answer[..answer.len() - 1].to_owned()
    };
    let lean = sent(&[]);
    let added = |word: &&str| {
        let one = sent(&[word]);
        let added = one.strip_prefix(&lean);
        let added = added.unwrap_or_else(|| panic!("{word} changes what is there: {incident:#?}"));
        assert!(added.starts_with(&format!(",\"{word}\":")), "{added}");
        added.to_owned()
    };
    let six: String = ALL.iter().map(added).collect();
    let all = sent(&["all"]);
    if lean.len() + six.len() < MOST_OF_ALL {
        assert_eq!(format!("{lean}{six}"), all, "{incident:#?}");
    } else {
        assert!(all.starts_with(&lean), "{incident:#?}");
        assert!(all.len() < MOST_OF_ALL, "{incident:#?}");
    }
    let two: String = APART.iter().map(added).collect();
    assert_eq!(
        format!("{all}{two}"),
        sent(&["all", "what_if", "trace"]),
        "{incident:#?}"
    );
}
