//! Guidance that is loaded anew: on another day, from other files, and what is served where it cannot be.

use std::fs;
use std::path::{Path, PathBuf};

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use signpost::export::documents;
use signpost::guidance::{day, diagnostic::Code};
use signpost::http::Reloader;
use time::Date;

use crate::app::{Answer, advice, ask_all_of};

const TODAY: &str = "2026-11-23";
const WITHDRAWN: &str =
    "withdrawn:\n  - { pack: supplement, edition: \"1.1.0\", because: A number is wrong. }\n";

/// An operator's directory of a test's own: a copy of `tests/local`.
pub(crate) fn directory(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).unwrap();
    let local = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/local");
    for entry in fs::read_dir(local).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), target.join(entry.file_name())).unwrap();
    }
    target
}

/// Gives the operator's pack another edition.
pub(crate) fn edit(directory: &Path, from: &str, to: &str) {
    let file = directory.join("pack.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let said = |edition: &str| format!("edition: \"{edition}\"");
    assert!(text.contains(&said(from)), "{text}");
    fs::write(file, text.replace(&said(from), &said(to))).unwrap();
}

fn on(text: &str) -> Date {
    day(text).unwrap()
}

fn kept(directory: &Path) -> Reloader {
    Reloader::new(documents, Some(directory.to_owned()), on(TODAY)).unwrap()
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

async fn ask<const N: usize>(reloader: &Reloader, requests: [TestRequest; N]) -> [Answer; N] {
    let answers = ask_all_of(reloader.state(), None, requests.into()).await;
    answers.try_into().unwrap()
}

/// The editions that an answer names.
fn editions(answer: &Answer) -> Vec<String> {
    let answer = answer.json();
    let editions = answer["receipt"]["packs"].as_array().unwrap().iter();
    let said = |one: &Value| format!("{} {}", one["pack"], one["edition"]).replace('"', "");
    editions.map(said).collect()
}

fn line<'t>(metrics: &'t Answer, start: &str) -> &'t str {
    let text = std::str::from_utf8(&metrics.body).unwrap();
    let mut lines = text.lines().filter_map(|line| line.strip_prefix(start));
    lines
        .next()
        .unwrap_or_else(|| panic!("no {start} in {text}"))
}

#[actix_web::test]
async fn what_an_operator_adds_stands_beside_the_rest_and_fills_a_role() {
    let reloader = kept(&directory("beside"));
    let body = r#"{"facts": {"jurisdiction": "GB-ENG"}}"#;
    let [answer] = ask(&reloader, [advice(body)]).await;
    let said = editions(&answer);
    assert_eq!(
        said,
        ["sexting_advice 1.1.0", "supplement 1.1.0", "local 1.0.0"]
    );
    let answer = answer.json();
    let actions = answer["actions"].as_array().unwrap();
    let own = actions
        .iter()
        .find(|one| one["id"] == "local_tell_the_duty_desk")
        .unwrap();
    assert_eq!(
        own["voice"]
            .as_str()
            .or(own["grounds"][0]["voice"].as_str()),
        Some("local")
    );
    let filled = actions
        .iter()
        .flat_map(|one| one["contacts"].as_array().into_iter().flatten());
    assert!(filled.into_iter().any(|id| id == "local_front_door"));
    let contacts = answer["contacts"].as_array().unwrap();
    let door = contacts
        .iter()
        .find(|one| one["id"] == "local_front_door")
        .unwrap();
    assert_eq!(door["local"], true);
}

#[actix_web::test]
async fn a_new_day_makes_the_same_guidance_overdue_everywhere() {
    let mut reloader = Reloader::new(documents, None, on("2027-05-22")).unwrap();
    for (today, overdue) in [
        ("2027-05-22", false),
        ("2027-05-23", true),
        ("2027-05-22", false),
    ] {
        reloader.change_day(on(today));
        assert!(reloader.is_of(on(today)));
        let requests = [
            advice(r#"{"facts": {}}"#),
            advice(r#"{"facts": {}, "packs": ["sexting_advice"]}"#),
            get("/v1/guidance"),
            get("/v1/contacts/ceop"),
            get("/metrics"),
        ];
        let [answer, alone, packs, contact, metrics] = ask(&reloader, requests).await;
        assert_eq!(
            answer.json()["receipt"]["packs"][0]["review_overdue"],
            overdue,
            "{today}"
        );
        assert_eq!(
            alone.json()["receipt"]["packs"][0]["review_overdue"],
            overdue
        );
        assert_eq!(packs.json()["packs"][0]["review_overdue"], overdue);
        assert_eq!(contact.json()["review_overdue"], overdue);
        let start = r#"signpost_guidance_review_overdue{pack="sexting_advice",edition="1.1.0"} "#;
        assert_eq!(line(&metrics, start), if overdue { "1" } else { "0" });
        let contacts = line(&metrics, "signpost_contacts_review_overdue ");
        assert_eq!(contacts != "0", overdue, "{contacts}");
        // It is no new guidance.
        let start = r#"signpost_guidance_reloads_total{outcome="loaded"} "#;
        assert_eq!(line(&metrics, start), "0");
    }
}

#[actix_web::test]
async fn a_directory_with_a_fault_leaves_the_old_guidance_and_says_so_over_midnight_too() {
    let directory = directory("broken");
    let mut reloader = kept(&directory);
    let ready = || get("/health/ready");
    let [before] = ask(&reloader, [ready()]).await;
    assert_eq!(
        before.json(),
        json!({"status": "ok", "guidance": "current"})
    );

    edit(&directory, "1.0.0", "2.0.0");
    fs::write(directory.join("zebra.yaml"), "actions: [\n").unwrap();
    let faults = reloader.reload(on(TODAY)).unwrap_err();
    assert_eq!(faults[0].file, Path::new("local/zebra.yaml"));
    assert!(faults[0].line > 0);
    for today in [TODAY, "2026-11-24"] {
        reloader.change_day(on(today));
        let requests = [ready(), advice(r#"{"facts": {}}"#), get("/metrics")];
        let [health, answer, metrics] = ask(&reloader, requests).await;
        assert_eq!(health.status, 200);
        assert_eq!(health.json()["status"], "ok");
        assert_eq!(health.json()["guidance"], "stale", "{today}");
        let text = String::from_utf8(health.body).unwrap();
        assert!(
            !text.contains("zebra") && !text.contains("broken"),
            "{text}"
        );
        assert_eq!(editions(&answer)[2], "local 1.0.0");
        assert_eq!(line(&metrics, "signpost_guidance_stale "), "1");
        let start = r#"signpost_guidance_reloads_total{outcome="refused"} "#;
        assert_eq!(line(&metrics, start), "1");
    }

    fs::remove_file(directory.join("zebra.yaml")).unwrap();
    reloader.reload(on(TODAY)).unwrap();
    let requests = [ready(), advice(r#"{"facts": {}}"#), get("/metrics")];
    let [health, answer, metrics] = ask(&reloader, requests).await;
    assert_eq!(health.json()["guidance"], "current");
    assert_eq!(editions(&answer)[2], "local 2.0.0");
    assert_eq!(line(&metrics, "signpost_guidance_stale "), "0");
    let start = r#"signpost_guidance_info{pack="local",edition="2.0.0"} "#;
    assert_eq!(line(&metrics, start), "1");
}

#[actix_web::test]
async fn nothing_is_given_from_guidance_that_was_withdrawn_until_there_is_other() {
    let directory = directory("withdrawn");
    let mut reloader = kept(&directory);
    fs::write(directory.join("withdrawn.yaml"), WITHDRAWN).unwrap();
    let refused = Reloader::new(documents, Some(directory.clone()), on(TODAY)).unwrap_err();
    assert!(
        refused.iter().all(|fault| fault.code == Code::Withdrawn),
        "{refused:?}"
    );
    let told = refused[0].to_string();
    assert!(told.contains("A number is wrong."), "{told}");

    reloader.reload(on(TODAY)).unwrap_err();
    let paths = [
        "/health/ready",
        "/v1",
        "/v1/contacts",
        "/v1/actions/contact_police",
        "/v1/actions/nothing",
    ];
    // Neither a new day nor a fault brings it back.
    for step in 0..3 {
        for path in paths {
            let [answer] = ask(&reloader, [get(path)]).await;
            assert_eq!(answer.status, 503, "{path}");
            assert_eq!(answer.json()["type"], "/problems/guidance_withdrawn");
            assert_eq!(answer.header("retry-after"), "60");
        }
        let both = [
            advice(r#"{"facts": {}}"#),
            advice(r#"{"facts": {}, "packs": ["sexting_advice"]}"#),
        ];
        for answer in ask(&reloader, both).await {
            assert_eq!(answer.status, 503);
            assert_eq!(answer.header("content-type"), "application/problem+json");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
        for path in [
            "/health/live",
            "/openapi.json",
            "/problems/guidance_withdrawn",
        ] {
            let [answer] = ask(&reloader, [get(path)]).await;
            assert_eq!(answer.status, 200, "{path}");
        }
        let [metrics] = ask(&reloader, [get("/metrics")]).await;
        assert_eq!(metrics.status, 200);
        let text = String::from_utf8(metrics.body).unwrap();
        assert!(!text.contains("signpost_guidance_info{"), "{text}");
        assert!(text.contains("\nsignpost_guidance_withdrawn 1\n"), "{text}");
        assert!(text.contains("\nsignpost_guidance_stale 0\n"), "{text}");
        if step == 0 {
            reloader.change_day(on("2026-11-24"));
        } else {
            let _ = fs::remove_file(directory.join("withdrawn.yaml"));
            fs::write(directory.join("broken.yaml"), "contacts: [\n").unwrap();
            reloader.reload(on(TODAY)).unwrap_err();
        }
    }

    fs::remove_file(directory.join("broken.yaml")).unwrap();
    reloader.reload(on(TODAY)).unwrap();
    let requests = [
        get("/health/ready"),
        advice(r#"{"facts": {}}"#),
        get("/metrics"),
    ];
    let [health, answer, metrics] = ask(&reloader, requests).await;
    assert_eq!(health.json()["guidance"], "current");
    assert_eq!(editions(&answer)[1], "supplement 1.1.0");
    assert_eq!(line(&metrics, "signpost_guidance_withdrawn "), "0");
}

/// Whether it is no longer served, after the directory was read again.
async fn withdrawn(reloader: &mut Reloader) -> bool {
    reloader.reload(on(TODAY)).unwrap_err();
    let [answer] = ask(reloader, [advice(r#"{"facts": {}}"#)]).await;
    answer.status == 503 && answer.json()["type"] == "/problems/guidance_withdrawn"
}

#[actix_web::test]
async fn what_cannot_be_read_keeps_no_withdrawal_back() {
    let large = " ".repeat((1 << 20) + 1);
    for (file, text) in [
        ("notes.yml", ""),
        ("large.yaml", &large),
        ("more/notes.yaml", ""),
        ("broken.yaml", "actions: [\n"),
    ] {
        let directory = directory("withdrawn_beside");
        let mut reloader = kept(&directory);
        fs::create_dir(directory.join("more")).unwrap();
        fs::write(directory.join(file), text).unwrap();
        assert!(!withdrawn(&mut reloader).await, "{file}");
        let [metrics] = ask(&reloader, [get("/metrics")]).await;
        assert_eq!(line(&metrics, "signpost_guidance_stale "), "1");
        assert_eq!(line(&metrics, "signpost_guidance_withdrawn "), "0");
        fs::write(directory.join("withdrawn.yaml"), WITHDRAWN).unwrap();
        assert!(withdrawn(&mut reloader).await, "{file}");
        let [metrics] = ask(&reloader, [get("/metrics")]).await;
        assert_eq!(line(&metrics, "signpost_guidance_stale "), "0");
        assert_eq!(line(&metrics, "signpost_guidance_withdrawn "), "1");
    }
}

#[actix_web::test]
async fn an_edition_is_withdrawn_although_what_is_to_take_its_place_has_a_fault() {
    let directory = directory("withdrawn_in_force");
    let mut reloader = kept(&directory);
    edit(&directory, "1.0.0", "1.0.1");
    let own = WITHDRAWN
        .replace("supplement", "local")
        .replace("1.1.0", "1.0.0");
    fs::write(directory.join("withdrawn.yaml"), &own).unwrap();
    fs::write(directory.join("broken.yaml"), "actions: [\n").unwrap();
    let told = reloader.clone().reload(on(TODAY)).unwrap_err();
    let codes: Vec<_> = told.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::Malformed, Code::Withdrawn]);
    assert!(withdrawn(&mut reloader).await);

    fs::remove_file(directory.join("broken.yaml")).unwrap();
    reloader.reload(on(TODAY)).unwrap();
    let [answer] = ask(&reloader, [advice(r#"{"facts": {}}"#)]).await;
    assert_eq!(editions(&answer)[2], "local 1.0.1");
}

#[actix_web::test]
async fn what_may_be_a_withdrawal_counts_as_one() {
    let misspelt = WITHDRAWN.replace("supplement", "suplement");
    let longer = WITHDRAWN.replace("1.1.0", "1.1.00");
    for (file, written) in [
        ("withdrawn.yaml", "withdrawn: [\n"),
        ("withdrawn.yaml", &misspelt),
        ("withdrawn.yaml", &longer),
        ("withdrawn.yml", WITHDRAWN),
        ("withdrawn.YAML", WITHDRAWN),
        ("Withdrawn.yaml", WITHDRAWN),
        ("withdrawn.txt", WITHDRAWN),
    ] {
        let directory = directory("withdrawn_unclear");
        let mut reloader = kept(&directory);
        fs::write(directory.join(file), written).unwrap();
        assert!(withdrawn(&mut reloader).await, "{file}: {written}");
    }
    let directory = directory("withdrawn_unclear");
    let mut reloader = kept(&directory);
    fs::create_dir(directory.join("withdrawn.yaml")).unwrap();
    assert!(withdrawn(&mut reloader).await);
}

#[test]
fn hidden_files_are_not_read_and_folders_are_refused() {
    let directory = directory("mounted");
    for folder in ["..data", "more"] {
        fs::create_dir(directory.join(folder)).unwrap();
        let copy = directory.join(folder).join("contacts.yaml");
        fs::copy(directory.join("contacts.yaml"), copy).unwrap();
    }
    let faults = Reloader::new(documents, Some(directory.clone()), on(TODAY)).unwrap_err();
    let places: Vec<_> = faults
        .iter()
        .map(|fault| fault.file.display().to_string())
        .collect();
    assert_eq!(places, ["local/more/contacts.yaml"]);
    fs::remove_dir_all(directory.join("more")).unwrap();
    kept(&directory);
}
