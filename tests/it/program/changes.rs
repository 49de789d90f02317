//! `signpost changes`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::guidance::load;

use super::{end, run, scratch};

/// A copy of the smallest sound guidance with one text put for another.
fn edited(name: &str, from: &str, to: &str) -> String {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_packs/base");
    let folder = scratch(name);
    for file in ["contacts.yaml", "sexting_advice/pack.yaml"] {
        let text = fs::read_to_string(base.join(file)).unwrap();
        let copy = folder.join(file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, text.replace(from, to)).unwrap();
    }
    folder.into_os_string().into_string().unwrap()
}

fn as_it_is() -> String {
    edited("changes_base", "", "")
}

#[test]
fn guidance_that_answers_alike_is_no_change() {
    let (old, new) = (as_it_is(), edited("changes_edition", "1.0.0", "1.0.1"));
    let output = run(&["changes", &old, &new]);
    let same = "old: sexting_advice 1.0.0\nnew: sexting_advice 1.0.1\n\nEvery incident gets the same advice.\n";
    assert_eq!(end(&output), (Some(0), same, ""));
    let output = run(&["changes", "--json", &old, &new]);
    let (code, json, said) = end(&output);
    assert_eq!((code, said), (Some(0), ""));
    let same = json!({ "old": { "sexting_advice": "1.0.0" }, "new": { "sexting_advice": "1.0.1" }, "changes": [] });
    assert_eq!(serde_json::from_str::<Value>(json).unwrap(), same);
}

#[test]
fn what_differs_is_told_with_an_incident_that_shows_it() {
    let (old, new) = (
        as_it_is(),
        edited("changes_title", "Talk to someone", "Talk to somebody"),
    );
    let output = run(&["changes", &old, &new]);
    let (code, text, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""), "{text}");
    let told = "\n1. action talk, title: Talk to someone -> Talk to somebody\n   \
                Where this holds:\n   \
                - not known to be no: anyone_under_18, child_received\n   \
                Example: {\"facts\":{}}\n";
    assert!(text.contains(told), "{text}");
    let output = run(&["changes", "--json", &old, &new]);
    let (code, json, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""));
    let changes: Value = serde_json::from_str(json).unwrap();
    let first = json!([{
        "kind": "action",
        "id": "talk",
        "member": "title",
        "from": "Talk to someone",
        "to": "Talk to somebody",
    }]);
    assert_eq!(changes["changes"][0]["moved"], first);
}

#[test]
fn a_gate_that_is_gone_is_told_with_what_it_waited_for() {
    let (old, new) = (
        as_it_is(),
        edited(
            "changes_gate",
            "    gate: police\n    contacts",
            "    contacts",
        ),
    );
    let output = run(&["changes", &old, &new]);
    let (code, text, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""), "{text}");
    let told = "action talk: withheld -> recommended\n";
    let (_, change) = text.split_once(told).unwrap_or_else(|| panic!("{text}"));
    let waiting = "   - yes: child_received, advice_taken_on_telling_parents\n     \
                   not known to be no: anyone_under_18\n     \
                   not known to be no_investigation: police_decision\n";
    assert!(change.contains(waiting), "{text}");
    let (_, example) = change.split_once("   Example: ").unwrap();
    let incident = serde_json::from_str(example.lines().next().unwrap()).unwrap();
    let stands = [old, new].map(|directory| {
        let guidance = load(Path::new(&directory)).unwrap();
        let advice = serde_json::to_value(advise(&guidance, &incident)).unwrap();
        advice["actions"][0]["status"].clone()
    });
    assert_eq!(stands, ["withheld", "recommended"]);
}

#[test]
fn guidance_with_faults_cannot_be_compared() {
    let (old, new) = (as_it_is(), edited("changes_faulty", "[A1, A2]", "[A1, A9]"));
    for arguments in [["changes", &old, &new], ["changes", &new, &old]] {
        let output = run(&arguments);
        let (code, printed, said) = end(&output);
        assert_eq!((code, printed), (Some(2), ""));
        let first = format!("signpost cannot use {new}:\nsexting_advice/pack.yaml:");
        assert!(said.starts_with(&first), "{said}");
    }
    let nowhere = format!("{old}/nowhere");
    let output = run(&["changes", &old, &nowhere]);
    assert_eq!((end(&output).0, end(&output).1), (Some(2), ""));
    assert_eq!(end(&run(&["changes", &old])).0, Some(2));
}
