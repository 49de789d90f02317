//! No text of guidance is passed over by the lint of words, whatever it is a text of.

use std::path::Path;

use signpost::guidance::Files;
use signpost::guidance::diagnostic::Code;

use crate::bad_packs::{shipped, sound};

const TOWARDS_IT: &str = "Look at the picture";

/// A text of each kind beside those of items and questions, as it stands in the small pack and its contacts.
const TEXTS: [&str; 16] = [
    "Something was received\n    when",
    "the police have decided",
    "Ask the police.\n        conditions",
    "It is not known.",
    "They have not.",
    "you have taken advice",
    "Ask the police.\n    while_open",
    "Make sure that it is safe.",
    "What happened?",
    "Talking helps",
    "A helpline",
    "For worried adults.",
    "Anyone",
    "Emergencies",
    "A doctor",
    "Whoever knows the child.",
];

/// What the small guidance lacks: a number and hours that are described, and a role.
const FURTHER: [(&str, &str); 3] = [
    (
        "\"01632 960001\" }]\n",
        "\"01632 960001\", description: By day }]\n      schedules: [{ description: From nine }]\n",
    ),
    (
        "contacts:\n  - id: helpline",
        "contacts:\n  - id: doctor\n    role:\n      name: A doctor\n      description: Whoever knows the child.\n      \
         service_areas: [GB-NIR]\n    assurance: single_source\n    checked_on: \"2026-11-22\"\n    \
         review_by: \"2027-05-22\"\n    statements: [A1]\n  - id: helpline",
    ),
    ("contacts: [helpline]", "contacts: [helpline, doctor]"),
];

/// Whether the lint finds something in the small guidance with what it lacks, and with some text put for another.
fn is_found(from: &str, to: &str) -> bool {
    let mut files = sound();
    let mut edited = 0;
    for (_, text) in &mut files {
        for (find, put) in FURTHER {
            *text = text.replace(find, put);
        }
        edited += text.matches(from).count();
        *text = text.replacen(from, to, 1);
    }
    assert!(edited > 0, "nothing to edit: {from}");
    match Files::of(files).check() {
        Ok(_) => false,
        Err(faults) => {
            assert!(
                faults.iter().all(|fault| fault.code == Code::Wording),
                "{faults:?}"
            );
            true
        }
    }
}

#[test]
fn a_text_of_any_kind_that_sends_somebody_to_the_material_is_found() {
    assert!(!is_found("What happened?", "What happened?"));
    let unseen = TEXTS
        .into_iter()
        .chain(["By day", "From nine"])
        .filter(|text| {
            let first = text.lines().next().unwrap();
            !is_found(text, &text.replace(first, TOWARDS_IT))
        });
    assert_eq!(unseen.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_refusal_that_is_lost_is_found_where_it_stood() {
    let mut files = shipped();
    let place = Path::new("sexting_advice/actions.yaml");
    let (_, text) = files.iter_mut().find(|(file, _)| file == place).unwrap();
    let whole = "Do not look at any image to find out more.";
    assert!(text.contains(whole));
    *text = text.replacen(whole, "Then look at the image to find out more.", 1);
    let faults = Files::of(files).check().unwrap_err();
    let [fault] = &faults[..] else {
        panic!("{faults:?}");
    };
    assert_eq!((fault.code, &*fault.file), (Code::Wording, place));
    assert!(fault.message.contains("Then look at the image"), "{fault}");
}
