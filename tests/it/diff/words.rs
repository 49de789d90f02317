//! The words that differ.

use serde_json::{Value, json};
use signpost::diff::TextChange;

use super::compared;
use crate::bad_packs::sound_but;

/// What differs in words alone.
fn words(edits: &[(&str, &str)]) -> Vec<Value> {
    let compared = compared(&sound_but(&[]), &sound_but(edits));
    let [difference] = &compared.choices[..] else {
        panic!("{compared:?}")
    };
    assert!(difference.statuses.is_empty(), "{difference:?}");
    let texts = difference.texts.iter();
    texts.map(|text: &TextChange| json!(text)).collect()
}

#[test]
fn a_reworded_title_is_told_with_both_wordings() {
    let told = words(&[("title: Talk to someone", "title: Talk to somebody")]);
    let expected = json!({
        "kind": "action",
        "id": "talk",
        "member": "title",
        "old": "Talk to someone",
        "new": "Talk to somebody",
    });
    assert_eq!(told, [expected]);
}

#[test]
fn words_are_told_wherever_they_stand() {
    let edits = [
        (
            "because: Something was received.",
            "because: It came.",
            "action talk grounds, because",
        ),
        (
            "because: It may not be safe.",
            "because: It is not.",
            "prohibition do_not_tell grounds, because",
        ),
        (
            "lifted_says: you have taken advice",
            "lifted_says: you were advised",
            "prohibition do_not_tell lifted_when",
        ),
        (
            "says: Make sure that it is safe.",
            "says: Be sure.",
            "prohibition do_not_tell caution, because",
        ),
        (
            "until: the police have decided",
            "until: they have decided",
            "action talk gate, until",
        ),
        (
            "title: Talk to someone\n",
            "title: Talk to someone\n    short: talk\n",
            "action talk short",
        ),
        (
            "title: Talking helps\n",
            "title: Talking helps\n    about_the_child: true\n",
            "explanation why about_the_child",
        ),
        (
            "not_known: It is not known.",
            "not_known: Nobody knows.",
            "action talk gate, conditions, because",
        ),
        (
            "title: Something was received\n",
            "title: It was received\n",
            "situation received title",
        ),
        (
            "title: What happened?",
            "title: And then?",
            "question ask title",
        ),
        (
            "title: Talking helps",
            "title: It helps",
            "explanation why title",
        ),
        (
            "limits: For tests only.",
            "limits: For a test.",
            "pack sexting_advice limits",
        ),
        (
            "publisher: Nobody",
            "publisher: Somebody",
            "source leaflet publisher",
        ),
        (
            "position: heading",
            "position: sentence 3",
            "statement A1 position",
        ),
        ("    contacts: [helpline]\n", "", "action talk contacts"),
        (
            "text: Talk. }",
            "text: Talk now. }",
            "line talk versions, parts, variants, text",
        ),
        (
            "slot: do, items: [talk],",
            "slot: do, class: people, items: [talk],",
            "line talk versions, class",
        ),
    ];
    for (find, put, place) in edits {
        let told = words(&[(find, put)]);
        let places = told.iter().map(|one| {
            let word = |member: &str| one[member].as_str().unwrap_or_default().to_owned();
            [word("kind"), word("id"), word("member")].join(" ")
        });
        assert_eq!(places.collect::<Vec<_>>(), [place], "{told:?}");
    }
}

#[test]
fn an_item_that_moves_to_another_line_is_told_of_both() {
    let told = words(&[
        (
            "slot: do_not, items: [do_not_tell],",
            "slot: do_not, items: [do_not_tell, talk],",
        ),
        (
            "slot: do, items: [talk], parts: [[{ id: any, basis: any, for: [talk],",
            "slot: do, items: [], parts: [[{ id: any, basis: any,",
        ),
    ]);
    let items = told.iter().filter(|one| one["member"] == "versions, items");
    let items: Vec<_> = items
        .map(|one| [&one["id"], &one["old"], &one["new"]].map(Value::clone))
        .collect();
    let talk = json!("talk");
    let expected = [
        [json!("do_not_tell"), Value::Null, talk.clone()],
        [talk.clone(), talk, Value::Null],
    ];
    assert_eq!(items, expected, "{told:?}");
}

#[test]
fn what_is_new_or_gone_is_told_once_and_whole() {
    let new = "explanations:\n  - id: how\n    title: How to talk\n    explains: [talk]\n    statements: [A2]\n";
    let (old, new) = (sound_but(&[]), sound_but(&[("explanations:\n", new)]));
    let members = |one: &TextChange| (one.kind, one.id.clone(), one.member.clone());
    for (editions, gone) in [([&old, &new], false), ([&new, &old], true)] {
        let compared = compared(editions[0], editions[1]);
        let [text] = &compared.choices[0].texts[..] else {
            panic!("{compared:?}")
        };
        assert_eq!(members(text), ("explanation", "how".to_owned(), None));
        assert_eq!([text.old.is_some(), text.new.is_some()], [gone, !gone]);
    }
}
