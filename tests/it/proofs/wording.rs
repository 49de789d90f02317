//! No text is passed over by the test of words, whatever it is a text of.

use signpost::guidance::from_files;
use signpost::prove::{MOST_NODES, prove_some};

use crate::bad_packs::sound;

const TOWARDS_IT: &str = "Look at the picture";

/// A text of each kind beside those of items and questions, as it stands in the small pack and its contacts.
const TEXTS: [&str; 16] = [
    "Something was received\n    when",
    "the police have decided",
    "Ask the police.\n    conditions",
    "It is not known.",
    "They have not.",
    "you have taken advice",
    "Ask the police.\n    caution",
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

/// The small guidance with what it lacks, and with some text put for another.
fn holds(from: &str, to: &str) -> bool {
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
    let guidance = from_files(files).unwrap();
    prove_some(&guidance, MOST_NODES, |id| {
        id == "no_word_sends_anyone_to_the_material"
    })
    .unwrap()
    .holds()
}

#[test]
fn a_text_of_any_kind_that_sends_somebody_to_the_material_is_found() {
    assert!(holds("What happened?", "What happened?"));
    let own = TEXTS.into_iter().chain(["By day", "From nine"]);
    let unseen: Vec<_> = own
        .filter(|text| {
            let first = text.lines().next().unwrap();
            holds(text, &text.replace(first, TOWARDS_IT))
        })
        .collect();
    assert_eq!(unseen, Vec::<&str>::new());
}
