//! What the small pack of rare rules answers, each answer as its author writes it in `answers.yaml`.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::{Value, json};
use signpost::guidance;

use super::{answer, files, folder};

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
    cautions: BTreeMap<String, Vec<String>>,
    contacts: BTreeMap<String, Vec<String>>,
    /// Of a withheld action: what it waits for and why.
    untils: BTreeMap<String, String>,
    hints: BTreeMap<String, String>,
    because: BTreeMap<String, Vec<String>>,
    /// All reasons of an item.
    grounds: BTreeMap<String, Vec<String>>,
    /// The one reason that an item tells, and what it cites.
    told: BTreeMap<String, Told>,
    /// All actions to take now, all that wait by group, all that are possible, in their order.
    actions: Option<Vec<String>>,
    waiting: Option<Vec<Vec<String>>>,
    possible: Option<Vec<String>>,
    /// The questions to ask next, or all, in their order.
    next: Option<Vec<String>>,
    questions: Option<Vec<String>>,
    /// By question that is asked next.
    if_not_known: BTreeMap<String, Vec<String>>,
    /// By question.
    adds_to: BTreeMap<String, Vec<String>>,
    /// What waiting actions are cautioned of, by the first of their group.
    group_cautions: BTreeMap<String, Vec<String>>,
    /// All contacts of the answer.
    named: Option<Vec<String>>,
    urgency: Option<Urgency>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Urgency {
    level: String,
    items: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    because: String,
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
        let answer = answer(&guidance, &json!(case.given));
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
        ("until", &expect.untils),
        ("release_hint", &expect.hints),
    ];
    for (member, expected) in texts {
        for (item, expected) in expected {
            same(item, json!(expected), shown(answer, item)[member].clone());
        }
    }
    let lists = [
        ("withheld_because", "because", &expect.because),
        ("cautions", "prohibition", &expect.cautions),
        ("grounds", "because", &expect.grounds),
        ("contacts", "", &expect.contacts),
    ];
    for (member, part, expected) in lists {
        for (item, expected) in expected {
            same(
                item,
                json!(expected),
                each(&shown(answer, item)[member], part),
            );
        }
    }
    for (item, Told { because, citations }) in &expect.told {
        let found = shown(answer, item);
        let found = json!([found["because"], found["citations"]]);
        same(item, json!([because, citations]), found);
    }
    let under = [
        ("questions", "if_not_known", "id", &expect.if_not_known),
        ("all_questions", "adds_to", "", &expect.adds_to),
    ];
    for (member, list, part, expected) in under {
        for (question, expected) in expected {
            let asked = of_item(&answer[member], "id", question);
            same(question, json!(expected), each(&asked[list], part));
        }
    }
    for (item, expected) in &expect.group_cautions {
        let mut groups = answer["waiting"].as_array().into_iter().flatten();
        let group = groups.find(|group| group["items"][0]["id"] == **item);
        let said = each(&group.unwrap()["cautions"], "prohibition");
        same(item, json!(expected), said);
    }
    for (list, expected) in [
        ("actions", &expect.actions),
        ("possible", &expect.possible),
        ("questions", &expect.next),
        ("all_questions", &expect.questions),
        ("contacts", &expect.named),
    ] {
        if let Some(expected) = expected {
            same(list, json!(expected), each(&answer[list], "id"));
        }
    }
    if let Some(expected) = &expect.waiting {
        let groups = answer["waiting"].as_array().into_iter().flatten();
        let groups = groups.map(|group| each(&group["items"], "id")).collect();
        same("waiting", json!(expected), groups);
    }
    if let Some(Urgency { level, items }) = &expect.urgency {
        let expected = json!({ "level": level, "items": items });
        same("urgency", expected, answer["urgency"].clone());
    }
    differences
}

/// All that the answer says of an item, wherever it says it.
fn shown(answer: &Value, id: &str) -> Value {
    let mut shown = json!({});
    let mut take = |members: &Value, names: &[&str]| {
        for (name, value) in members.as_object().into_iter().flatten() {
            if names.is_empty() || names.contains(&name.as_str()) {
                shown[name] = value.clone();
            }
        }
    };
    take(&of_item(&answer["reasons"], "item", id), &[]);
    for list in ["prohibitions", "actions", "possible"] {
        take(&of_item(&answer[list], "id", id), &[]);
    }
    for group in answer["waiting"].as_array().into_iter().flatten() {
        let item = of_item(&group["items"], "id", id);
        if !item.is_null() {
            take(&item, &["title"]);
            take(group, &["until", "release_hint"]);
            let cautions = item["cautions"].as_array().into_iter().flatten();
            let named = cautions.map(|one| json!({ "prohibition": one }));
            take(&json!({ "cautions": named.collect::<Value>() }), &[]);
        }
    }
    shown
}

fn of_item(list: &Value, key: &str, id: &str) -> Value {
    let mut items = list.as_array().into_iter().flatten();
    items
        .find(|item| item[key] == id)
        .cloned()
        .unwrap_or_default()
}

/// A member of each entry of a list, or each entry itself where none is named.
fn each(list: &Value, member: &str) -> Value {
    let entries = list.as_array().into_iter().flatten();
    let entries = entries.map(|entry| entry.get(member).unwrap_or(entry));
    entries.cloned().collect()
}
