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
    let same = "Answers made of sexting_advice:\n\nold: sexting_advice 1.0.0\nnew: sexting_advice 1.0.1\n\n\
                Every incident gets the same advice.\n";
    assert_eq!(end(&output), (Some(0), same, ""));
    let output = run(&["changes", "--json", &old, &new]);
    let (code, json, said) = end(&output);
    assert_eq!((code, said), (Some(0), ""));
    let same = json!({ "old": { "sexting_advice": "1.0.0" }, "new": { "sexting_advice": "1.0.1" }, "changes": [] });
    let same = json!({ "choices": [same] });
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
    assert_eq!(changes["choices"][0]["changes"][0]["moved"], first);
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

/// A second pack, in the folder of such guidance, and what is said where it was left out.
fn with_supplement(folder: &str, left_out: &str) {
    let header = format!(
        "pack:\n  id: supplement\n  voice: supplement\n  title: A second pack\n  edition: \"1.0.0\"\n  \
         effective_from: \"2026-11-22\"\n  changes: First edition.\n  review_by: \"2027-05-22\"\n  \
         limits: For tests only.\n  left_out: {{ title: {left_out}, detail: Ask again. }}\n  sources: \
         [{{ id: page, title: A page, publisher: Nobody, published: not_stated, jurisdiction: GB, provenance: Invented }}]\n"
    );
    let folder = Path::new(folder).join("supplement");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("pack.yaml"), header).unwrap();
}

#[test]
fn answers_made_of_some_packs_alone_are_compared_as_well() {
    let (old, new) = (
        edited("changes_two_packs", "", ""),
        edited("changes_other_two_packs", "", ""),
    );
    with_supplement(&old, "Something was left out");
    with_supplement(&new, "Something else was left out");
    let output = run(&["changes", &old, &new]);
    let (code, text, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""), "{text}");
    let (all, first) = text
        .split_once("\nAnswers made of sexting_advice:\n")
        .unwrap();
    assert!(
        all.starts_with("Answers made of sexting_advice, supplement:\n"),
        "{text}"
    );
    assert!(
        all.ends_with("\nEvery incident gets the same advice.\n"),
        "{text}"
    );
    let told = "1. not covered without_supplement, title: Something was left out -> Something else was left out";
    assert!(first.replace("\n   ", " ").contains(told), "{text}");
    // The example asks for these packs, and shows it.
    let (_, example) = first.split_once("   Example: ").unwrap();
    let example = example.lines().next().unwrap();
    assert!(example.contains("\"packs\":[\"sexting_advice\"]"), "{text}");
    let incident = serde_json::from_str(example).unwrap();
    let titles = [&old, &new].map(|directory| {
        let guidance = load(Path::new(directory)).unwrap();
        let advice = serde_json::to_value(advise(&guidance, &incident)).unwrap();
        advice["not_covered"][0]["title"].clone()
    });
    assert_eq!(
        titles,
        ["Something was left out", "Something else was left out"]
    );
}

#[test]
fn a_pack_that_only_one_has_is_named_in_the_heading() {
    let (old, new) = (as_it_is(), edited("changes_further_pack", "", ""));
    with_supplement(&new, "Something was left out");
    let output = run(&["changes", "--json", &old, &new]);
    let (code, json, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""), "{json}");
    let told: Value = serde_json::from_str(json).unwrap();
    let packs = |side: &Value| side.as_object().unwrap().keys().cloned().collect();
    let choices = told["choices"].as_array().unwrap().iter();
    let choices = choices.map(|choice| {
        let [old, new]: [Vec<String>; 2] = [&choice["old"], &choice["new"]].map(packs);
        (old.join(" "), new.join(" "), choice["changes"] == json!([]))
    });
    let one = "sexting_advice".to_owned();
    let both = "sexting_advice supplement".to_owned();
    let expected = vec![(one.clone(), both, true), (one.clone(), one, false)];
    assert_eq!(choices.collect::<Vec<_>>(), expected);
    let output = run(&["changes", &old, &new]);
    let (_, text, _) = end(&output);
    let heading = "Answers made of sexting_advice (old) and of sexting_advice, supplement (new):\n";
    assert!(text.starts_with(heading), "{text}");
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
