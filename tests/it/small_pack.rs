//! What the guidance of this repository gives no occasion for, on the small pack that the broken ones are made of.

mod answers;

use std::fs;
use std::path::{Path, PathBuf};

use signpost::advise::advise;
use signpost::contract::advice::{Advice, Voice};
use signpost::guidance::{File, Guidance};
use signpost::intake::Intake;

pub(crate) use self::answers::cases;
use crate::bad_packs::{shipped, sound, sound_but};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small_pack")
}

/// The files of the pack that has something for each rule of which the shipped guidance shows little.
pub(crate) fn files() -> Vec<File> {
    let read = |name: &str| fs::read_to_string(folder().join(name)).unwrap();
    let own = [
        (PathBuf::from("sexting_advice/pack.yaml"), read("pack.yaml")),
        (PathBuf::from("contacts.yaml"), read("contacts.yaml")),
    ];
    let named = |files: Vec<File>, names: &'static [&str]| {
        let named = move |(file, _): &File| names.iter().any(|name| file == Path::new(name));
        files.into_iter().filter(named)
    };
    let facts = named(shipped(), &["facts.yaml", "exclusions.yaml"]);
    let packs = named(sound(), &["packs.yaml"]);
    own.into_iter().chain(facts).chain(packs).collect()
}

/// The answer to some facts, as they stand in a request.
fn advised<'g>(guidance: &'g Guidance, facts: &str) -> Advice<'g> {
    let body = format!(r#"{{"facts": {{{facts}}}}}"#);
    let incident = Intake::new(guidance).read(body.as_bytes());
    advise(guidance, &incident.unwrap())
}

#[test]
fn the_source_speaks_in_an_item_where_one_of_its_best_grounds_is_of_the_source() {
    let editorial_first = "    grounds:
      - when: { police_decision: [no_investigation] }
        because: Nobody investigates.
        statements: [A2]
        strength: may
        voice: editorial
        note: We carry it over.
      - when: { situation: received }";
    let when = "    grounds:\n      - when: { situation: received }";
    let guidance = sound_but(&[(when, editorial_first)]);
    let (source, editorial) = (
        r#""child_received": "yes""#,
        r#""police_decision": "no_investigation""#,
    );
    for (facts, voice) in [
        (String::new(), Voice::Source),
        (source.to_owned(), Voice::Source),
        (editorial.to_owned(), Voice::Editorial),
        (format!("{source}, {editorial}"), Voice::Source),
    ] {
        let advice = advised(&guidance, &facts);
        assert_eq!(advice.actions[0].voice, voice, "{facts}");
    }
}

#[test]
fn a_gate_opens_by_any_of_its_alternatives_and_says_what_each_waits_for() {
    let first = "      - until: the police have decided\n";
    let both = "      - until: the child is safe at home
        release_hint: Ask at home.
        conditions:
          - when: { parents_safe_to_tell: [yes] }
            not_known: Home is not known to be safe.
            refuted: Home is not safe.
            statements: [A3]
      - until: the police have decided\n";
    let guidance = sound_but(&[(first, both)]);
    let received = r#""child_received": "yes""#;
    for (facts, because) in [
        (
            "",
            vec!["Home is not known to be safe.", "It is not known."],
        ),
        (
            r#", "parents_safe_to_tell": "unknown", "police_decision": "awaiting""#,
            vec!["Home is not known to be safe.", "They have not."],
        ),
        (r#", "police_decision": "no_investigation""#, vec![]),
        (r#", "parents_safe_to_tell": "yes""#, vec![]),
        (
            r#", "parents_safe_to_tell": "yes", "police_decision": "awaiting""#,
            vec![],
        ),
    ] {
        let advice = advised(&guidance, &format!("{received}{facts}"));
        let action = &advice.actions[0];
        let told = action.withheld_because.iter();
        assert!(
            told.map(|reason| &*reason.because).eq(because.clone()),
            "{facts}"
        );
        let until = action.withheld_until.as_deref();
        let waits = "the child is safe at home, or the police have decided";
        assert_eq!(until, (!because.is_empty()).then_some(waits), "{facts}");
        let hint = action.release_hint.map(|hint| hint.as_str());
        assert_eq!(hint, until.map(|_| "Ask at home."), "{facts}");
    }
}
