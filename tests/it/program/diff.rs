//! `signpost diff`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{end, run, scratch};
use crate::bad_packs::sound;

/// A copy of the smallest sound guidance with one text put for another.
fn edited(name: &str, from: &str, to: &str) -> String {
    let folder = scratch(name);
    for (file, text) in sound() {
        let copy = folder.join(file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, text.replace(from, to)).unwrap();
    }
    folder.into_os_string().into_string().unwrap()
}

#[test]
fn two_copies_differ_in_nothing() {
    let (old, new) = (edited("diff_old", "", ""), edited("diff_copy", "", ""));
    let same = "Answers made of sexting_advice:\n\nold: sexting_advice 1.0.0\nnew: sexting_advice 1.0.0\n\n\
                Nothing differs.\n";
    assert_eq!(end(&run(&["diff", &old, &new])), (Some(0), same, ""));
    let output = run(&["diff", "--json", &old, &new]);
    let (code, json, said) = end(&output);
    assert_eq!((code, said), (Some(0), ""));
    let told: Value = serde_json::from_str(json).unwrap();
    assert_eq!(told["choices"][0]["statuses"], Value::Array(Vec::new()));
}

#[test]
fn what_differs_is_told_with_an_incident_to_post() {
    let old = edited("diff_gated", "", "");
    let new = edited("diff_ungated", "    gate: police\n", "");
    let output = run(&["diff", &old, &new]);
    let (code, page, said) = end(&output);
    assert_eq!((code, said), (Some(1), ""), "{page}");
    let (_, released) = page.split_once("\nNo longer held back:\n\n").unwrap();
    let told = "- action talk: withheld -> conditional, in ";
    let first = released.lines().next().unwrap();
    assert!(first.starts_with(told) && first.ends_with(" %)"), "{page}");
    let example = "\n  Talk to someone\n  for example: {\"facts\":{}}\n";
    assert!(released.contains(example), "{page}");
    let gone = "\nWords:\n\n- action talk, gate\n  gone: until: the police have decided; ";
    assert!(page.contains(gone), "{page}");
    let output = run(&["diff", "--json", &old, &new]);
    let (code, json, _) = end(&output);
    let told: Value = serde_json::from_str(json).unwrap();
    let first = &told["choices"][0]["statuses"][0];
    assert_eq!(
        (code, first["effect"].as_str()),
        (Some(1), Some("released"))
    );
}

#[test]
fn what_cannot_be_compared_is_said_and_nothing_else() {
    let old = edited("diff_sound", "", "");
    let new = edited("diff_faulty", "[A1, A2]", "[A1, A9]");
    for arguments in [["diff", &old, &new], ["diff", &new, &old]] {
        let output = run(&arguments);
        let (code, printed, said) = end(&output);
        assert_eq!((code, printed), (Some(2), ""));
        let first = format!("signpost cannot use {new}:\nsexting_advice/pack.yaml:");
        assert!(said.starts_with(&first), "{said}");
    }
    let nowhere = Path::new(&old).join("nowhere");
    let output = run(&["diff", &old, nowhere.to_str().unwrap()]);
    assert_eq!((end(&output).0, end(&output).1), (Some(2), ""));
    assert_eq!(end(&run(&["diff", &old])).0, Some(2));
    let output = run(&["diff", &old, &old, "--most-nodes", "100"]);
    let stopped = "signpost diff stopped at the limit of 100 nodes of diagrams\n";
    assert_eq!(end(&output), (Some(2), "", stopped));
}
