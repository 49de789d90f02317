//! What the guidance of this repository gives no occasion for, on the small pack that the broken ones are made of.

mod answers;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::guidance::{File, Guidance};
use signpost::intake::Intake;

pub(crate) use self::answers::cases;
use crate::bad_packs::{shipped, sound, sound_but};

/// The files that it does not share with the shipped guidance and with the smallest sound pack.
const OWN: [&str; 4] = [
    "sexting_advice/pack.yaml",
    "contacts.yaml",
    "local/pack.yaml",
    "local/contacts.yaml",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small_pack")
}

/// The files of the pack that has something for each rule of which the shipped guidance shows little.
pub(crate) fn files() -> Vec<File> {
    let own = OWN.map(|name| {
        let text = fs::read_to_string(folder().join(name)).unwrap();
        (PathBuf::from(name), text)
    });
    let named = |files: Vec<File>, names: &'static [&str]| {
        let named = move |(file, _): &File| names.iter().any(|name| file == Path::new(name));
        files.into_iter().filter(named)
    };
    let facts = named(shipped(), &["facts.yaml", "exclusions.yaml"]);
    let packs = named(sound(), &["packs.yaml"]);
    own.into_iter().chain(facts).chain(packs).collect()
}

/// The answer to some facts, as they stand in a request, with all that can be asked for but `what_if`.
fn answer(guidance: &Guidance, facts: &Value) -> Value {
    let request = json!({ "facts": facts, "include": ["all", "trace"] }).to_string();
    let incident = Intake::new(guidance).read(request.as_bytes()).unwrap();
    serde_json::to_value(advise(guidance, &incident)).unwrap()
}

#[test]
fn the_source_speaks_in_an_item_where_one_of_its_best_grounds_is_of_the_source() {
    let editorial_first = "    grounds:
      - when: { advice_taken_on_telling_parents: [yes] }
        because: You have taken advice.
        statements: [A2]
        strength: may
        voice: editorial
        note: We carry it over.
      - when: { situation: received }";
    let when = "    grounds:\n      - when: { situation: received }";
    let guidance = sound_but(&[(when, editorial_first)]);
    let (received, advised) = ("child_received", "advice_taken_on_telling_parents");
    for (facts, voice) in [
        (json!({}), "source"),
        (json!({ received: "yes" }), "source"),
        (json!({ advised: "yes" }), "editorial"),
        (json!({ received: "yes", advised: "yes" }), "source"),
    ] {
        let mut facts = facts;
        facts["police_decision"] = json!("no_investigation");
        let answer = answer(&guidance, &facts);
        let shown = ["actions", "possible"].map(|member| &answer[member][0]["voice"]);
        assert!(shown.contains(&&json!(voice)), "{facts}: {shown:?}");
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
    let home = "Home is not known to be safe.";
    for (facts, because) in [
        (json!({}), vec![home, "It is not known."]),
        (
            json!({ "parents_safe_to_tell": "unknown", "police_decision": "awaiting" }),
            vec![home, "They have not."],
        ),
        (json!({ "police_decision": "no_investigation" }), vec![]),
        (json!({ "parents_safe_to_tell": "yes" }), vec![]),
        (
            json!({ "parents_safe_to_tell": "yes", "police_decision": "awaiting" }),
            vec![],
        ),
    ] {
        let mut facts = facts;
        facts["child_received"] = json!("yes");
        let answer = answer(&guidance, &facts);
        let mut reasons = answer["reasons"].as_array().unwrap().iter();
        let of_action = reasons.find(|one| one["item"] == "talk").unwrap();
        let told = of_action["withheld_because"]
            .as_array()
            .into_iter()
            .flatten();
        assert!(
            told.map(|reason| &reason["because"]).eq(&because),
            "{facts}"
        );
        let waiting = answer["waiting"].as_array().unwrap().iter();
        let waiting = waiting.map(|group| [&group["until"], &group["release_hint"]]);
        let waits = "the child is safe at home; or the police have decided";
        let expected = (!because.is_empty()).then_some([waits, "Ask at home."]);
        assert!(waiting.eq(expected), "{facts}");
    }
}
