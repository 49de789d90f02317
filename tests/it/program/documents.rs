//! `check` and `export`.

use std::fs;
use std::path::{Path, PathBuf};

use super::{end, run, scratch};

/// A path at which nothing stands, whatever an earlier run has left there.
fn fresh(name: &str) -> PathBuf {
    let path = scratch(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    path
}

#[test]
fn check_lists_the_items_that_rest_on_each_statement() {
    let output = run(&["check", "--today", "2026-11-23"]);
    let (code, lines, faults) = end(&output);
    assert_eq!((code, faults), (Some(0), ""));
    assert!(lines.starts_with("0 faults, 0 warnings: "), "{lines}");
    let s29 = lines.lines().find(|line| line.starts_with("S29 ")).unwrap();
    assert!(s29.contains("contact_police"), "{s29}");
}

#[test]
fn check_lists_what_each_contact_comes_from() {
    let output = run(&["check", "--today", "2026-11-23"]);
    let (_, lines, _) = end(&output);
    for contact in crate::kernel::guidance().contacts() {
        let start = format!("{}: ", contact.id);
        let told = lines.lines().filter(|line| line.starts_with(&start));
        let read = told.filter(|line| {
            contact.role.is_some()
                || line.contains("https://") && line.ends_with(&format!("{})", contact.checked_on))
        });
        assert!(read.count() > 0, "{start}");
    }
}

#[test]
fn check_tells_every_fault_and_fails() {
    let output = run(&["check", "no/such/directory"]);
    let (code, lines, faults) = end(&output);
    assert_eq!((code, lines), (Some(1), ""));
    assert!(
        faults.contains("[unreadable]") && faults.contains("help: "),
        "{faults}"
    );
}

#[test]
fn export_writes_what_is_committed() {
    let target = scratch("export");
    let output = run(&["export", "--dir", target.to_str().unwrap()]);
    assert_eq!(end(&output), (Some(0), "", ""));
    for (name, _) in signpost::export::files(crate::kernel::guidance()) {
        let written = fs::read(target.join(&name)).unwrap();
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        assert!(written == fs::read(committed).unwrap(), "{name}");
    }
}

#[test]
fn export_writes_the_decision_table_of_the_guidance_that_is_named() {
    let target = fresh("decision_table");
    let dir = target.to_str().unwrap();
    let written = |name: &str| fs::read_to_string(target.join(name)).unwrap();
    let output = run(&["export", "--decision-table", "--dir", dir]);
    assert_eq!(end(&output), (Some(0), "", ""));
    assert!(written("decision_table.html").contains("contact_police"));
    let small = "tests/bad_packs/base";
    let output = run(&["export", "--decision-table", small, "--dir", dir]);
    assert_eq!(end(&output), (Some(0), "", ""));
    assert!(written("decision_table.html").contains("do_not_tell"));
    assert!(!written("decision_table.html").contains("contact_police"));
    assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
}

#[test]
fn export_makes_no_decision_table_of_guidance_with_faults() {
    let target = fresh("no_decision_table");
    let dir = target.to_str().unwrap();
    let output = run(&[
        "export",
        "--decision-table",
        "no/such/directory",
        "--dir",
        dir,
    ]);
    let (code, lines, faults) = end(&output);
    assert_eq!((code, lines), (Some(1), ""));
    assert!(faults.contains("[unreadable]"), "{faults}");
    assert!(!target.exists());
}

#[test]
fn export_writes_the_documents_of_the_facts_of_a_directory() {
    let target = fresh("documents_of_a_directory");
    let dir = target.to_str().unwrap();
    let output = run(&["export", "tests/bad_packs/base", "--dir", dir]);
    assert_eq!(end(&output), (Some(0), "", ""));
    let schema = fs::read_to_string(target.join("schemas/incident.json")).unwrap();
    assert!(schema.contains("\"child_received\""));
    assert!(!schema.contains("\"self_harm_risk\""));
}

#[test]
fn export_says_what_it_cannot_write() {
    let target = scratch("not_a_directory");
    fs::write(&target, "").unwrap();
    let output = run(&["export", "--dir", target.to_str().unwrap()]);
    let (code, lines, message) = end(&output);
    assert_eq!((code, lines), (Some(2), ""));
    let start = format!("signpost cannot write {}/openapi", target.display());
    assert!(message.starts_with(&start), "{message}");
}
