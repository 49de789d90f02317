//! What the small pack of rare rules answers, each answer as its author writes it in `answers.yaml`.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::guidance;
use signpost::intake::Intake;

use super::{files, folder};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) it: String,
    pub(crate) given: BTreeMap<String, String>,
    expect: Expect,
}

/// What is asserted, each where it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Expect {
    /// By item, also where it is `pending`, a `caution` or `absent`.
    statuses: BTreeMap<String, String>,
    /// By action.
    urgencies: BTreeMap<String, String>,
    actors: BTreeMap<String, String>,
    titles: BTreeMap<String, String>,
    untils: BTreeMap<String, String>,
    hints: BTreeMap<String, String>,
    because: BTreeMap<String, Vec<String>>,
    cautions: BTreeMap<String, Vec<String>>,
    /// By item.
    contacts: BTreeMap<String, Vec<String>>,
    /// The reasons of an item.
    grounds: BTreeMap<String, Vec<String>>,
    /// All actions, or all questions, in their order.
    actions: Option<Vec<String>>,
    questions: Option<Vec<String>>,
    urgency: Option<Urgency>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Urgency {
    level: String,
    items: Vec<String>,
    citations: Vec<String>,
}

pub(crate) fn cases() -> Vec<Case> {
    let text = fs::read_to_string(folder().join("answers.yaml")).unwrap();
    serde_saphyr::from_str(&text).unwrap()
}

#[test]
fn each_rare_rule_is_followed() {
    let guidance = guidance::from_files(files()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut wrong = Vec::new();
    for case in cases() {
        let body = json!({ "facts": case.given, "include": ["trace"] }).to_string();
        let incident = Intake::new(&guidance).read(body.as_bytes()).unwrap();
        let mut answer = Vec::new();
        advise(&guidance, &incident).write(&mut answer);
        let answer = serde_json::from_slice(&answer).unwrap();
        let differences = differences(&case.expect, &answer);
        wrong.extend(
            differences
                .iter()
                .map(|one| format!("{}\n  {one}", case.it)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(expect: &Expect, answer: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let mut same = |what: &str, expected: Value, found: Value| {
        if expected != found {
            differences.push(format!("{what}: {found}, not {expected}"));
        }
    };
    for (item, status) in &expect.statuses {
        let traced = of_item(&answer["trace"]["items"], "item", item);
        same(item, json!(status), traced["status"].clone());
    }
    let texts = [
        ("urgency", &expect.urgencies),
        ("actor", &expect.actors),
        ("title", &expect.titles),
        ("withheld_until", &expect.untils),
        ("release_hint", &expect.hints),
    ];
    for (member, expected) in texts {
        for (item, expected) in expected {
            same(item, json!(expected), shown(answer, item)[member].clone());
        }
    }
    let lists = [
        ("withheld_because", Some("because"), &expect.because),
        ("cautions", Some("prohibition"), &expect.cautions),
        ("grounds", Some("because"), &expect.grounds),
        ("contacts", None, &expect.contacts),
    ];
    for (member, part, expected) in lists {
        for (item, expected) in expected {
            let found = each(&shown(answer, item)[member], part);
            same(item, json!(expected), found);
        }
    }
    for (list, expected) in [
        ("actions", &expect.actions),
        ("questions", &expect.questions),
    ] {
        if let Some(expected) = expected {
            same(list, json!(expected), each(&answer[list], Some("id")));
        }
    }
    if let Some(urgency) = &expect.urgency {
        let Urgency {
            level,
            items,
            citations,
        } = urgency;
        let expected = json!({ "level": level, "items": items, "citations": citations });
        same("urgency", expected, answer["urgency"].clone());
    }
    differences
}

/// The item wherever the answer shows it, or nothing.
fn shown(answer: &Value, id: &str) -> Value {
    let questions = answer["questions"].as_array().into_iter().flatten();
    let consequences = questions.map(|question| &question["consequences"]);
    let lists = [&answer["prohibitions"], &answer["actions"]];
    let mut found = lists.into_iter().chain(consequences);
    let found = found.find_map(|list| Some(of_item(list, "id", id)).filter(|it| !it.is_null()));
    found.unwrap_or_default()
}

fn of_item(list: &Value, key: &str, id: &str) -> Value {
    let mut items = list.as_array().into_iter().flatten();
    items
        .find(|item| item[key] == id)
        .cloned()
        .unwrap_or_default()
}

/// A member of each entry of a list, or each entry itself.
fn each(list: &Value, member: Option<&str>) -> Value {
    let entries = list.as_array().into_iter().flatten();
    let entries = entries.map(|entry| member.map_or(entry, |member| &entry[member]));
    entries.cloned().collect()
}
