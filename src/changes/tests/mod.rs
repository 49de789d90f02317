//! The changes are where the engine answers differently, and nowhere else.

mod counts;
mod random;
mod sequence;
mod trial;

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use self::trial::{First, Trial, advice, edited, files, posted};
use crate::changes::Member;
use crate::changes::report::{Change, Changes};

/// Every edit is compared in the same diagrams, because drawing them takes longest.
fn trial() -> MutexGuard<'static, Trial> {
    static TRIAL: LazyLock<Mutex<Trial>> = LazyLock::new(|| Mutex::new(Trial::new()));
    TRIAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The changes that an edit makes.
fn changes(edits: &[(&str, &str)]) -> Changes {
    trial().changes(&edited(edits))
}

/// The change in which this moves.
fn moving<'c>(changes: &'c Changes, moved: &Value) -> &'c Change {
    let holds = |change: &&Change| {
        let all = serde_json::to_value(&change.moved).unwrap();
        all.as_array().unwrap().contains(moved)
    };
    let mut found = changes.changes.iter().filter(holds);
    let change = found
        .next()
        .unwrap_or_else(|| panic!("no {moved} in {changes}"));
    assert!(found.next().is_none(), "{changes}");
    change
}

fn told(changes: &Changes) -> Value {
    let moved = changes.changes.iter().map(|change| &change.moved);
    serde_json::to_value(moved.collect::<Vec<_>>()).unwrap()
}

#[test]
fn comments_layout_and_editions_change_nothing() {
    let changes = changes(&[
        ("situations:\n", "# A comment.\nsituations:\n\n"),
        (
            "{ child_sent_or_posted: [yes] }",
            "child_sent_or_posted:\n            - yes",
        ),
        ("edition: \"1", "edition: \"9"),
    ]);
    assert_eq!(told(&changes), json!([]), "{changes}");
    assert_ne!(changes.old, changes.new);
    let text = changes.to_string();
    assert!(
        text.ends_with("\nEvery incident gets the same advice.\n"),
        "{text}"
    );
}

#[test]
fn another_order_of_conditions_that_come_to_the_same_changes_nothing() {
    let changes = changes(&[(
        "        - { child_sent_or_posted: [yes] }\n        - { child_passed_on: [yes] }\n",
        "        - not: { child_passed_on: [no] }\n          child_passed_on: [yes]\n        \
         - { child_sent_or_posted: [yes] }\n",
    )]);
    assert_eq!(told(&changes), json!([]), "{changes}");
}

#[test]
fn a_gate_that_is_gone_shows_whom_it_held_back() {
    let item = "  - id: report_to_site\n";
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(_, text)| text.contains(item))
        .unwrap();
    let (before, after) = text.split_once(item).unwrap();
    *text = [before, item, &after.replacen("    gate: deletion\n", "", 1)].concat();
    let new = First::of(files).unwrap();
    let mut trial = trial();
    let changes = trial.changes(&new);
    let released = status("report_to_site", &[Some("withheld"), Some("recommended")]);
    let change = moving(&changes, &released);
    // The gate asks for three things to be known, and any of them may be missing.
    let an_adult_may_be_involved = json!({
        "anyone_under_18": ["yes", "unknown", "not_asked"],
        "child_sent_or_posted": ["yes"],
        "shared_on_social_network_or_website": ["yes"],
        "adult_involved": ["yes", "suspected", "unknown", "not_asked"],
    });
    let patterns = serde_json::to_value(&change.patterns).unwrap();
    let patterns = patterns.as_array().unwrap();
    assert!(patterns.contains(&an_adult_may_be_involved), "{changes}");
    let facts = posted(change.example.as_ref().unwrap());
    let stands = |guidance| {
        let advice = advice(guidance, &facts);
        let mut actions = advice["actions"].as_array().unwrap().iter();
        actions
            .find(|action| action["id"] == "report_to_site")
            .unwrap()["status"]
            .clone()
    };
    assert_eq!(
        [stands(trial.old), stands(&new)],
        ["withheld", "recommended"]
    );
}

#[test]
fn other_words_are_told_where_the_item_is_shown() {
    let changes = changes(&[("title: Call 999 now", "title: Ring 999 now")]);
    let moved = json!([[{
        "kind": "action",
        "id": "call_emergency_services",
        "member": "title",
        "from": "Call 999 now",
        "to": "Ring 999 now",
    }]]);
    assert_eq!(told(&changes), moved);
    let [change] = &*changes.changes else {
        panic!("{changes}");
    };
    let possible = ["yes", "unknown", "not_asked"];
    let shown = json!([{
        "jurisdiction": ["GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "unknown", "not_asked"],
        "anyone_under_18": possible,
        "incident_has_happened": possible,
        "immediate_danger": possible,
    }]);
    assert_eq!(serde_json::to_value(&change.patterns).unwrap(), shown);
    assert_eq!(change.example, Some(json!({"facts": {}})));
}

#[test]
fn an_item_that_comes_is_told_with_the_status_it_has() {
    let new = "actions:\n  - id: say_thank_you\n    title: Thank the child for telling you\n    \
        actor: professional\n    when_unknown: wait\n    grounds:\n      - when: { child_received: [yes] \
        }\n        because: It was not easy.\n        statements: [S12]\n        strength: may\n";
    let mut files = files();
    files.push(("sexting_advice/zz_new.yaml".into(), new.to_owned()));
    let changes = trial().changes(&First::of(files).unwrap());
    let change = moving(
        &changes,
        &status("say_thank_you", &[None, Some("recommended")]),
    );
    let patterns = serde_json::to_value(&change.patterns).unwrap();
    let possible = ["yes", "unknown", "not_asked"];
    let shown = json!([{ "anyone_under_18": possible, "child_received": ["yes"] }]);
    assert_eq!(patterns, shown);
    moving(
        &changes,
        &status("say_thank_you", &[None, Some("conditional")]),
    );
    let text = changes.to_string();
    assert!(
        text.contains("action say_thank_you: now recommended\n"),
        "{text}"
    );
}

#[test]
fn an_item_that_is_retired_is_told_with_the_status_it_had() {
    let title = "    title: Call 999 now\n";
    let retired = "    retired: { since: \"1.1.0\", because: It is said elsewhere. }\n";
    let changes = changes(&[
        (title, &[title, retired].concat()),
        // What a later pack adds to it is added to another.
        ("- item: call_emergency_services", "- item: contact_police"),
    ]);
    moving(
        &changes,
        &status("call_emergency_services", &[Some("recommended"), None]),
    );
}

/// The status of an action, before and after.
fn status(id: &str, change: &[Option<&str>; 2]) -> Value {
    let [from, to] = change;
    json!({ "kind": "action", "id": id, "member": "status", "from": from, "to": to })
}

#[test]
fn a_new_question_is_told() {
    let question = "questions:\n  - id: ask_first\n    title: Is it still online?\n    facts: \
                    [still_online]\n    statements: [S24]\n    voice: editorial\n";
    let changes = changes(&[("questions:\n", question)]);
    moving(
        &changes,
        &json!({
            "kind": "question", "id": "ask_first", "member": "status", "from": null, "to": "asked",
        }),
    );
}

#[test]
fn questions_that_only_change_places_are_told_where_their_order_differs() {
    let mut files = files();
    let (_, questions) = files
        .iter_mut()
        .find(|(path, _)| path.ends_with("questions.yaml"))
        .unwrap();
    let (before, _) = questions.split_once("  - id: ask_about_adults").unwrap();
    let place = before.matches("\n  - id: ").count();
    random::swap(questions, place).unwrap();
    let changes = trial().changes(&First::of(files).unwrap());
    assert_eq!(told(&changes), json!([[reordered_questions()]]));
}

#[test]
fn an_action_that_presses_more_stands_first_wherever_it_is_written() {
    let mut files = files();
    let first = "actions:\n  - id: call_emergency_services\n";
    let (_, actions) = files
        .iter_mut()
        .find(|(_, text)| text.contains(first))
        .unwrap();
    random::swap(actions, 0).unwrap();
    let changes = trial().changes(&First::of(files).unwrap());
    let all = changes.changes.iter().flat_map(|change| &*change.moved);
    let reordered = all.filter(|moved| moved.member == Member::Actions);
    assert_eq!(reordered.count(), 0, "{changes}");
}

#[test]
fn a_reason_that_stands_under_another_question_is_told() {
    let ground = |when| format!("- when: {{ {when} }}\n        because: The child has received a");
    let was = ground("situation: received_child_image");
    let is = ground("situation: received_child_image, bullied: [no]");
    let mut files = files();
    let (_, actions) = files
        .iter_mut()
        .find(|(path, _)| path.ends_with("actions.yaml"))
        .unwrap();
    *actions = actions.replacen(&was, &is, 1);
    let changes = trial().changes(&First::of(files).unwrap());
    moving(&changes, &reordered_questions());
}

/// The questions, or what stands under which, in another order.
fn reordered_questions() -> Value {
    json!({
        "kind": "answer", "member": "questions", "from": null, "to": null, "reordered": true,
    })
}

#[test]
fn a_contact_with_another_number_is_told_where_it_is_named() {
    let changes = changes(&[("0800 1111", "0800 1112")]);
    let [change] = &*changes.changes else {
        panic!("{changes}");
    };
    let [moved] = &*change.moved else {
        panic!("{changes}");
    };
    let said = moved.to_string();
    let told = "contact childline, words: phones [0800 1111; free] -> [0800 1112; free]";
    assert_eq!(said, told);
}

#[test]
fn a_contact_that_an_action_no_longer_names_is_told() {
    let changes = changes(&[(
        ", report_remove, internet_watch_foundation]",
        ", report_remove]",
    )]);
    let action = json!({
        "kind": "action", "id": "ask_for_removal", "member": "contacts",
        "from": "internet_watch_foundation", "to": null,
    });
    moving(&changes, &action);
}

#[test]
fn a_question_in_other_words_is_told() {
    let (from, to) = ("Who have they shared it with?", "Who has it now?");
    let changes = changes(&[(from, to)]);
    let question = json!({
        "kind": "question", "id": "ask_who_has_it", "member": "title", "from": from, "to": to,
    });
    assert_eq!(told(&changes), json!([[question]]));
}

#[test]
fn edits_that_nobody_would_make_are_told_as_exactly() {
    for seed in [3, 10] {
        trial().changes(&random::mutated(seed));
    }
}
