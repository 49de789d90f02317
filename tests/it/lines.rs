//! The lines of the card, apart from any incident: each item is said by one, whatever packs answer.

use std::collections::BTreeMap;

use actix_web::test::TestRequest;
use serde_json::Value;
use signpost::guidance::{Guidance, embedded};

use crate::app::ask;

/// For each item that is in lines, these: of a line that several packs have, that of the last.
fn lines_of(guidance: &Guidance) -> BTreeMap<&str, Vec<&str>> {
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in &guidance.catalogue().lines {
        for item in line.versions.last().iter().flat_map(|last| &last.items) {
            lines.entry(item).or_default().push(&line.id);
        }
    }
    lines
}

#[test]
fn each_item_is_in_one_line_for_each_choice_of_packs() {
    let guidance = embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
    let mut choices = 0;
    for guidance in guidance.selections() {
        let lines = lines_of(guidance);
        let items = guidance.catalogue().items.iter();
        let items = items.filter(|item| item.retired.is_none());
        let items: Vec<_> = items
            .filter(|item| ["action", "prohibition"].contains(&item.kind.word()))
            .map(|item| &*item.id)
            .collect();
        for item in &items {
            let in_lines = lines.get(item).map_or(&[] as &[_], Vec::as_slice);
            assert_eq!(in_lines.len(), 1, "{item}: {in_lines:?}");
        }
        assert_eq!(lines.len(), items.len());
        choices += 1;
    }
    assert_eq!(choices, 2);
}

#[actix_web::test]
async fn a_line_is_listed_as_each_pack_has_it() {
    let line = ask(TestRequest::get().uri("/v1/lines/police")).await.json();
    let versions = line["versions"].as_array().unwrap();
    let told = versions.iter().map(|version| {
        let word = |member: &str| version[member].as_str().unwrap().to_owned();
        let mut variants = version["parts"].as_array().unwrap().iter();
        let advice = variants.find_map(|part| {
            let mut variants = part["variants"].as_array().unwrap().iter();
            variants.find(|variant| variant["id"] == "advice")
        });
        let advice = advice.unwrap();
        assert_eq!(advice["for"][0], "contact_police");
        assert!(version["never_cut"].as_bool().unwrap());
        (word("pack"), word("edition"), advice["text"].clone())
    });
    let told: Vec<(String, String, Value)> = told.collect();
    let [first, second] = &told[..] else {
        panic!("{told:?}")
    };
    assert_eq!([&*first.0, &*second.0], ["sexting_advice", "supplement"]);
    assert_eq!([&*first.1, &*second.1], ["1.1.0", "1.1.0"]);
    assert_ne!(first.2, second.2);
    assert!(line.to_string().contains("{police}"));
    assert_eq!(versions[0]["terms"][0]["id"], "police");
}
