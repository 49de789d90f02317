//! No number and no address stands in an answer that is not in `tests/may_ship.txt`: a wrong one costs a child help.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use actix_web::test::TestRequest;
use serde_json::Value;

use crate::app::{ask, ask_all};
use crate::bad_packs::shipped;

/// What may ship: `#` begins a comment.
fn allowed() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/may_ship.txt");
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// The numbers in a text that somebody could ring: three digits and more, up to the fifteen that a number can have, in
/// groups or not. A date, a year and a part of a word are none.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let before = rest[..start].chars().next_back();
        let end = end_of_number(&rest[start..]);
        let number = &rest[start..start + end];
        let after = rest[start + end..].chars().next();
        let within = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if (3..=15).contains(&digits) && !within(before) && !within(after) && !is_a_time(number) {
            found.push(number.to_owned());
        }
        rest = &rest[start + end..];
    }
    found
}

/// How far a number goes: digits, and between them a space or a hyphen; after a hyphen also capitals.
fn end_of_number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 1;
    while let Some(byte) = bytes.get(end) {
        let next = bytes.get(end + 1).copied().unwrap_or_default();
        let goes_on = match byte {
            b'0'..=b'9' => true,
            b' ' => next.is_ascii_digit(),
            b'-' => next.is_ascii_digit() || next.is_ascii_uppercase(),
            b'A'..=b'Z' => bytes[end - 1] == b'-' || bytes[end - 1].is_ascii_uppercase(),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// A year, or a day written year-month-day.
fn is_a_time(number: &str) -> bool {
    let mut parts = number.split('-').map(|part| (part.len(), part));
    let year = parts.next();
    let year = year.is_some_and(|(length, part)| {
        length == 4 && (part.starts_with("19") || part.starts_with("20"))
    });
    year && parts.all(|(length, _)| length == 2)
}

/// The e-mail and web addresses in a text.
fn addresses(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || "()<>[]{}\"'`,;|".contains(c);
    let words = text
        .split(apart)
        .map(|word| word.trim_matches(|c| ".:!?".contains(c)));
    words
        .filter(|word| is_an_address(word))
        .map(str::to_owned)
        .collect()
}

fn is_an_address(word: &str) -> bool {
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let letters = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_ascii_lowercase());
    word.contains('@') || (labels.len() > 1 && labels.last().is_some_and(|last| letters(last)))
}

/// The names of services that look like addresses.
const NAMES: [&str; 4] = [
    "StopNCII.org",
    "Hotline.ie",
    "Cybertip.ca",
    "NeedHelpNow.ca",
];

/// What of a text may not ship.
fn strangers(text: &str, allowed: &BTreeSet<String>) -> Vec<String> {
    if let Some(dialled) = text.strip_prefix("tel:") {
        // A link has the digits alone.
        let mut numbers = allowed.iter().map(|number| number.replace(' ', ""));
        let known = numbers.any(|number| number == dialled);
        return (!known).then(|| text.to_owned()).into_iter().collect();
    }
    let addresses = addresses(text);
    let mut left = text.to_owned();
    for address in &addresses {
        left = left.replace(address.as_str(), " | ");
    }
    let named = |found: &String| NAMES.contains(&found.as_str());
    let found = addresses.into_iter().chain(numbers(&left));
    found
        .filter(|found| !allowed.contains(found) && !named(found))
        .collect()
}

/// Every text in it, but for the places of statements, which name pages and paragraphs.
fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(members) => {
            let places = ["section", "position"];
            let told = members
                .iter()
                .filter(|(name, _)| !places.contains(&name.as_str()));
            told.for_each(|(_, value)| texts(value, found));
        }
        _ => {}
    }
}

/// The examples of a document; what it says of formats and limits tells nobody whom to ring.
fn examples(document: &Value, found: &mut Vec<Value>) {
    match document {
        Value::Array(values) => values.iter().for_each(|value| examples(value, found)),
        Value::Object(members) => {
            for (name, value) in members {
                if ["example", "examples"].contains(&name.as_str()) {
                    found.push(value.clone());
                } else {
                    examples(value, found);
                }
            }
        }
        _ => {}
    }
}

/// What stands in the files of the packs: the catalogue leaves some of it out.
fn packs() -> Vec<Value> {
    let files = shipped().into_iter();
    let read = files.map(|(name, text)| {
        let parsed = serde_saphyr::from_str(&text);
        parsed.unwrap_or_else(|error| panic!("{}: {error}", name.display()))
    });
    read.collect()
}

/// The catalogue, and the examples of the documents.
async fn everything() -> Vec<Value> {
    let get = |path: &str| TestRequest::get().uri(path);
    let front_door = ask(get("/v1")).await.json();
    let links = front_door["links"].as_array().unwrap().iter();
    let links = links.filter(|link| link["rel"] != "advice");
    let paths: Vec<&str> = links.map(|link| link["href"].as_str().unwrap()).collect();
    let sources = ask(get("/v1/sources")).await.json();
    let sources = sources["sources"].as_array().unwrap().iter();
    let ids = sources.map(|source| source["id"].as_str().unwrap());
    let statements = ids.map(|id| format!("/v1/sources/{id}/statements"));
    let paths = paths.into_iter().map(str::to_owned).chain(statements);
    let requests = paths.map(|path| get(&path));
    let answers = ask_all(requests.collect()).await;
    let mut everything = vec![front_door.clone()];
    for answer in &answers {
        match answer.header("content-type") {
            "application/json" if answer.json()["paths"].is_null() => {
                everything.push(answer.json());
            }
            kind if kind.contains("json") => examples(&answer.json(), &mut everything),
            _ => {}
        }
    }
    everything
}

#[actix_web::test]
async fn nothing_is_told_to_ring_or_open_that_may_not_ship() {
    let allowed = allowed();
    let mut everything = everything().await;
    everything.extend(packs());
    let mut all = Vec::new();
    for value in &everything {
        texts(value, &mut all);
    }
    assert!(all.len() > 5_000, "{}", all.len());
    let found = all.iter().flat_map(|text| strangers(text, &allowed));
    let found: BTreeSet<_> = found.collect();
    assert!(found.is_empty(), "{found:#?}");
    let unused = allowed
        .iter()
        .filter(|one| !all.iter().any(|text| text.contains(&**one)));
    let unused: Vec<_> = unused.collect();
    assert!(unused.is_empty(), "nothing tells {unused:#?}");
}

#[test]
fn any_other_number_or_address_is_found_in_any_text() {
    let allowed = allowed();
    for text in [
        "Ring 0844 381 4772.",
        "Ring 0800 11112",
        "Ring 999 9 now",
        "+44 1372 847161",
        "text 88858 to them",
        "0808-800-5000",
        "(0800)1112",
        "write to pat@papyrus-uk.org",
        "see www.example.org/help.",
        "see https://www.childline.org.uk/other",
        "\"childline.org.uk\"",
        "tel:08001112",
    ] {
        assert!(!strangers(text, &allowed).is_empty(), "{text}");
    }
    for text in [
        "Ring 999, or 101; by text relay 18001 101.",
        "1-800-THE-LOST",
        "tel:08001111",
        "Since 2016, S61, 13_to_15, edition 1.0.0, on 2026-11-22",
        "See https://www.childline.org.uk, meic.cymru or Hotline.ie (Ireland).",
    ] {
        assert_eq!(strangers(text, &allowed), Vec::<String>::new(), "{text}");
    }
}
