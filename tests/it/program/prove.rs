//! `prove`: what it says of guidance with a hole, and what it records of guidance without one.

use std::fs;
use std::path::{Path, PathBuf};

use actix_web::test::TestRequest;
use serde_json::Value;

use super::{end, run, run_with, scratch};
use crate::app::ask;
use crate::bad_packs::sound_with_all_facts;

/// The smallest sound guidance, of the facts that invariants speak of.
fn smallest(name: &str) -> PathBuf {
    let directory = scratch(name);
    for (file, text) in sound_with_all_facts() {
        let path = directory.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

/// How often that stands in the list of invariants.
fn listed(what: &str) -> usize {
    let invariants = include_str!("../../../src/prove/invariants.yaml");
    invariants.matches(what).count()
}

/// How many invariants need no other pack than the first.
fn of_the_first_pack_alone() -> usize {
    listed("\n  - id: ") - listed("\n    needs: ")
}

#[test]
fn a_broken_invariant_is_told_with_an_incident_to_post() {
    // The smallest sound guidance has neither the police nor the emergency number.
    let base = smallest("prove_base");
    let record = scratch("broken_record.json");
    let base = base.to_str().unwrap();
    let output = run(&["prove", base, "--record", record.to_str().unwrap()]);
    let (code, report, message) = end(&output);
    assert_eq!((code, message), (Some(1), ""), "{report}");
    assert!(!record.exists());
    assert!(report.starts_with("Answers made of sexting_advice:\n\n"));
    let some = format!(" of {} do not hold; ", of_the_first_pack_alone());
    assert!(report.contains(&some), "{report}");
    let (_, told) = report
        .split_once("BROKEN pressure_brings_the_police: in ")
        .unwrap();
    let incident = told.lines().find(|line| line.trim().starts_with('{'));
    let output = run_with(&["advise", "-"], incident.unwrap().trim().as_bytes());
    let (code, advice, _) = end(&output);
    assert_eq!(code, Some(0), "{advice}");
    let advice: Value = serde_json::from_str(advice).unwrap();
    assert_eq!(advice["scope"], "incident");
}

#[test]
fn guidance_with_faults_is_not_proved() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    let output = run(&["prove", directory.to_str().unwrap()]);
    let (code, report, message) = end(&output);
    assert_eq!((code, report), (Some(1), ""));
    assert!(message.contains("[unreadable]"), "{message}");
}

#[test]
fn what_outgrows_the_limit_is_said_and_nothing_proved() {
    let base = smallest("prove_limit");
    let output = run(&["prove", base.to_str().unwrap(), "--most-nodes", "1000"]);
    let said = "signpost prove stopped at the limit of 1000 nodes of diagrams\n";
    assert_eq!(end(&output), (Some(2), "", said));
}

#[actix_web::test]
#[ignore = "it takes minutes without optimisation"]
async fn what_is_recorded_is_what_the_service_tells() {
    let record = scratch("record.json");
    let output = run(&["prove", "--record", record.to_str().unwrap()]);
    let (code, report, message) = end(&output);
    assert_eq!((code, message), (Some(0), ""), "{report}");
    let choices = [
        ("sexting_advice, supplement", listed("\n  - id: ")),
        ("sexting_advice", of_the_first_pack_alone()),
    ];
    for (packs, invariants) in choices {
        let heading = format!("Answers made of {packs}:\n\n");
        let (_, told) = report.split_once(&heading).unwrap();
        let (told, _) = told.split_once("\nNot covered:\n").unwrap();
        let all = format!("\nall {invariants} hold; ");
        assert!(told.contains(&all), "{report}");
    }
    let recorded = fs::read_to_string(record).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/assurance.json");
    let committed = fs::read_to_string(path).unwrap();
    assert!(
        recorded == committed,
        "src/guidance/assurance.json is another record"
    );
    let served = TestRequest::get().uri("/v1/guidance/sexting_advice/assurance");
    let recorded: Value = serde_json::from_str(&recorded).unwrap();
    assert_eq!(ask(served).await.json(), recorded);
}
