//! The page at `/` and `/try`: what is sent, and that it adds no word of advice to those of the service.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use actix_web::web::Data;
use flate2::read::GzDecoder;
use signpost::http::{BrowserPage, Settings, State};

use crate::app::{Answer, advice, ask_all, ask_all_with, guidance, initial_state};

const FIRST_VIEW: usize = 60_000;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page")
}

/// The files of the page, by name.
fn files() -> Vec<(String, String)> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let read = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap();
        (entry.file_name().into_string().unwrap(), text)
    };
    let files: Vec<_> = entries.map(read).collect();
    assert!(files.len() > 10, "{files:?}");
    files
}

/// What kind of file it is, by the end of its name.
fn kind(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, kind)| kind)
}

fn path(name: &str) -> String {
    match name {
        "index.html" => "/".to_owned(),
        "try.html" => "/try".to_owned(),
        _ => format!("/page/{name}"),
    }
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// A service with its page, where these facts have these answers.
fn page(defaults: &[(&'static str, &str)]) -> Result<(Data<State>, Settings), String> {
    let state = Data::new(initial_state(guidance()));
    let defaults: Vec<_> = defaults
        .iter()
        .map(|(fact, value)| (*fact, (*value).to_owned()))
        .collect();
    let page = Some(BrowserPage::new(&state, &defaults)?);
    let settings = Settings {
        page,
        ..Settings::default()
    };
    Ok((state, settings))
}

async fn ask(defaults: &[(&'static str, &str)], requests: Vec<TestRequest>) -> Vec<Answer> {
    let (state, settings) = page(defaults).unwrap();
    ask_all_with(state, settings, requests).await
}

#[actix_web::test]
async fn every_file_of_the_page_is_sent_as_it_is_and_lets_nothing_in_from_elsewhere() {
    for (name, text) in files() {
        let answer = ask(&[], vec![get(&path(&name))]).await.remove(0);
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert_eq!(answer.body, text.as_bytes(), "{name}");
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cache-control"), "no-cache");
        let tag = answer.header("etag").to_owned();
        let again = get(&path(&name)).insert_header(("if-none-match", tag));
        assert_eq!(
            ask(&[], vec![again]).await[0].status,
            StatusCode::NOT_MODIFIED,
            "{name}"
        );
    }
}

#[actix_web::test]
async fn a_service_without_the_page_has_nothing_there() {
    let paths = files().into_iter().map(|(name, _)| get(&path(&name)));
    for answer in ask_all(paths.collect()).await {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}

#[actix_web::test]
async fn what_the_operator_sets_stands_in_the_page_and_nothing_else_can_be_set() {
    let set = [("jurisdiction", "GB-NIR"), ("setting", "school_or_college")];
    let answer = ask(&set, vec![get("/try")]).await.remove(0);
    let text = String::from_utf8(answer.body).unwrap();
    let expected =
        r#"data-defaults="jurisdiction=GB-NIR&amp;setting=school_or_college&amp;asked_by=""#;
    assert!(text.contains(expected), "{text}");
    let refused = page(&[("setting", "a ship")]).unwrap_err();
    assert_eq!(refused, "setting can be school_or_college, other");
    assert_eq!(
        BrowserPage::SETTABLE,
        ["jurisdiction", "setting", "asked_by"]
    );
}

/// Words of advice, names of what can be stated and numbers come from the service: the page would keep an old one.
#[actix_web::test]
async fn the_page_has_no_fact_no_item_and_no_number_of_its_own() {
    let guidance = guidance();
    let facts = guidance.vocabulary().facts().iter();
    let facts = facts.map(|fact| fact.name.clone());
    let mut names: BTreeSet<_> = facts.collect();
    for settable in BrowserPage::SETTABLE {
        assert!(names.remove(settable), "{settable}");
    }
    let items = ask(&[], vec![get("/v1/items")]).await.remove(0).json();
    let items = items["items"].as_array().unwrap().iter();
    names.extend(items.map(|item| item["id"].as_str().unwrap().to_owned()));
    assert!(names.len() > 150, "{names:?}");
    for (name, text) in files() {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
        for word in words.filter(|_| !DRAWN.contains(&kind(&name))) {
            assert!(!names.contains(word), "{name}: {word}");
            let number = word.len() > 2 && word.chars().all(|c| c.is_ascii_digit());
            assert!(!number || STATUSES.contains(&word), "{name}: {word}");
        }
    }
}

/// What says how the page looks, in numbers.
const DRAWN: [&str; 2] = ["css", "svg"];

/// The answers of the service that the page reads by their number.
const STATUSES: [&str; 2] = ["401", "404"];

#[test]
fn the_page_has_no_script_or_style_in_its_markup() {
    for (name, text) in files().iter().filter(|(name, _)| kind(name) == "html") {
        for inline in [
            "<style",
            " style=",
            " onclick=",
            "javascript:",
            "http://",
            "https://",
        ] {
            assert!(!text.contains(inline), "{name}: {inline}");
        }
        for script in text.split("<script").skip(1) {
            assert!(script.contains("src=\"/page/"), "{name}");
            assert!(script.contains("></script>"), "{name}");
        }
    }
    for (name, text) in files().iter().filter(|(name, _)| kind(name) == "js") {
        for unsafe_way in [
            "innerHTML",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "pushState",
        ] {
            assert!(!text.contains(unsafe_way), "{name}: {unsafe_way}");
        }
    }
}

#[test]
fn what_others_take_stays_small() {
    let card = fs::read_to_string(folder().join("card.js")).unwrap();
    assert!(card.lines().count() <= 80, "{}", card.lines().count());
}

#[actix_web::test]
async fn the_first_view_is_small_on_the_way() {
    let loaded = files()
        .into_iter()
        .map(|(name, _)| path(&name))
        .chain(["/v1/facts".to_owned()]);
    let mut requests: Vec<_> = loaded
        .map(|path| get(&path).insert_header(("accept-encoding", "gzip")))
        .collect();
    requests.push(advice(r#"{"facts": {}}"#));
    let mut bytes = 0;
    for answer in ask(&[], requests).await {
        assert_eq!(answer.status, StatusCode::OK);
        if answer.header("content-encoding") == "gzip" {
            let mut text = String::new();
            GzDecoder::new(&answer.body[..])
                .read_to_string(&mut text)
                .unwrap();
        }
        bytes += answer.body.len();
    }
    assert!(bytes < FIRST_VIEW, "{bytes}");
}
