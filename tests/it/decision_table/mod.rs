//! The decision table: the rows of its page alone decide as the engine does.

mod incidents;
mod table;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use signpost::contract::advice::Advice;
use signpost::contract::catalogue::ItemKind;
use signpost::export::decision_table;
use signpost::guidance::{self, File, Guidance};

use self::table::{Line, Table};
use crate::bad_packs::sound_with_all_facts;
use crate::kernel::{guidance as embedded, with_all};

/// Conditions in which everything stands that can be written, for the small pack.
const NESTED: [(&str, &str); 5] = [
    (
        "      - until: the police have decided\n",
        "      - until: home is safe, and the police know
        release_hint: Ask at home.
        conditions:
          - { when: { parents_safe_to_tell: [yes] }, not_known: No one knows., refuted: No., statements: [A3] }
          - { when: { police_decision: [awaiting] }, not_known: No one knows., refuted: No., statements: [A2] }
      - until: the police have decided\n",
    ),
    (
        "when: { situation: received }",
        "when: {
          any: [
            { not: { any: [{ situation: received }, { adult_involved: [yes, suspected], bullied: [no] }] } },
            { police_decision: [awaiting, no_investigation], not: { all: [{ bullied: [yes] }, { gate: police }] } },
          ]
        }",
    ),
    (
        "when: { parents_safe_to_tell: [no] }",
        "when: { not: { parents_safe_to_tell: [yes], not: { situation: received } } }",
    ),
    (
        "    contacts: [helpline]\n    grounds:",
        "    contacts: [helpline]\n    lifted_when: { not: { adult_involved: [no] }, bullied: [yes] }\n    rewordings:
      - { once: { gate: police }, title: Talk to them now }
      - { once: { adult_involved: [suspected] }, title: Talk to them soon }
    grounds:
      - { scope: prevention, when: { not: { bullied: [yes] } }, because: Always., statements: [A1], strength: may }",
    ),
    (
        "      - child_received",
        "      - child_received\n      - adult_involved\n      - bullied",
    ),
];

fn page(guidance: &Guidance) -> String {
    decision_table::page(guidance).unwrap()
}

/// The small pack with words in it replaced, and all the facts.
fn small(edits: &[(&str, &str)]) -> Guidance {
    let mut files: Vec<File> = sound_with_all_facts();
    for (find, put) in edits {
        let mut texts = files.iter_mut().map(|(_, text)| text);
        let text = texts.find(|text| text.contains(find));
        let text = text.unwrap_or_else(|| panic!("nothing to edit: {find}"));
        *text = text.replace(find, put);
    }
    guidance::from_files(files).unwrap()
}

/// What the engine says, line by line.
fn told(advice: &Advice<'_>) -> BTreeSet<String> {
    let advice = serde_json::to_value(advice).unwrap();
    let list = |of: &Value, name: &str| of[name].as_array().unwrap().clone();
    let text = |of: &Value, name: &str| of[name].as_str().unwrap_or_default().to_owned();
    let mut told = BTreeSet::new();
    let items = ["prohibitions", "actions", "possible"].map(|name| list(&advice, name));
    for item in items.concat() {
        let [id, status, title] = ["id", "status", "title"].map(|name| text(&item, name));
        told.insert(format!("{id} {status}: {title}"));
    }
    for item in list(&advice, "waiting")
        .iter()
        .flat_map(|group| list(group, "items"))
    {
        let [id, title] = ["id", "title"].map(|name| text(&item, name));
        told.insert(format!("{id} withheld: {title}"));
    }
    for reasons in list(&advice, "reasons") {
        let id = text(&reasons, "item");
        for ground in list(&reasons, "grounds") {
            let cited = list(&ground, "citations");
            let cited: Vec<_> = cited.iter().map(|id| id.as_str().unwrap()).collect();
            let [because, strength, voice, note] =
                ["because", "strength", "voice", "note"].map(|name| text(&ground, name));
            let cited = cited.join(", ");
            told.insert(format!(
                "{id} {because} [{cited}] {strength}, {voice} {note}"
            ));
        }
    }
    for (of, name, what) in [
        (&advice["facts"], "situations", "situation"),
        (&advice, "explanations", "explained"),
        (&advice, "not_covered", "not covered"),
    ] {
        let ids = list(of, name);
        told.extend(ids.iter().map(|one| format!("{what} {}", text(one, "id"))));
    }
    told
}

/// Compares what the page alone says of many incidents with what the engine says. Gives all that was said.
#[track_caller]
fn compared(guidance: &Guidance) -> BTreeSet<String> {
    let table = Table::read(&page(guidance));
    let mut all = BTreeSet::new();
    for incident in incidents::all() {
        let lines = table.told(&incident);
        let advice = with_all(guidance, incident.into());
        assert_eq!(lines, told(&advice), "{incident:?}");
        all.extend(lines);
    }
    all
}

/// Whether the item had that status.
fn was(told: &BTreeSet<String>, id: &str, status: &str) -> bool {
    let start = format!("{id} {status}: ");
    told.iter().any(|line| line.starts_with(&start))
}

#[test]
fn the_page_alone_decides_as_the_engine_does() {
    let told = compared(embedded());
    let items = &embedded().catalogue().items;
    for item in items {
        let status = match item.kind {
            ItemKind::Prohibition => "prohibited",
            ItemKind::Action => "recommended",
            ItemKind::Question | ItemKind::Explanation => continue,
        };
        assert!(was(&told, &item.id, status), "{}", item.id);
    }
    assert!(items.iter().any(|item| was(&told, &item.id, "withheld")));
}

#[test]
fn so_it_does_where_conditions_are_nested_in_each_other() {
    let told = compared(&small(&NESTED));
    assert!(was(&told, "do_not_tell", "prohibited"), "{told:?}");
    assert!(was(&told, "talk", "recommended"), "{told:?}");
    assert!(was(&told, "talk", "withheld"), "{told:?}");
}

/// A condition that is written in facts alone is said by a situation all the same.
#[test]
fn a_condition_is_said_by_the_narrowest_situations_that_it_implies() {
    let above = "    when: { child_received: [yes] }\n    statements: [A1]\n";
    let below = "
  - { id: from_an_adult, title: An adult, when: { situation: received, adult_involved: [yes] }, statements: [A1] }
  - { id: the_same, title: The same, when: { adult_involved: [yes], child_received: [yes] }, statements: [A1] }
  - { id: bullying, title: Bullying, when: { bullied: [yes] }, statements: [A1] }
";
    let [.., facts] = NESTED;
    for (when, situations) in [
        ("{ situation: received }", &["received"][..]),
        ("{ child_received: [yes], bullied: [no] }", &["received"]),
        (
            "{ child_received: [yes], adult_involved: [yes] }",
            &["from_an_adult"],
        ),
        (
            "{ situation: the_same, bullied: [yes] }",
            &["from_an_adult", "bullying"],
        ),
        ("{ adult_involved: [yes] }", &[]),
    ] {
        let written = format!("when: {when}\n        because");
        let guidance = small(&[
            facts,
            (above, &(above.to_owned() + below)),
            ("when: { situation: received }\n        because", &written),
        ]);
        let table = Table::read(&page(&guidance));
        let mut actions = table.section("Actions").iter();
        let talk = actions.find(|entry| entry.id == "talk").unwrap();
        let lines = talk.rows[0].when.iter().filter_map(|line| match line {
            Line::Situation(id) => Some(id),
            Line::Always | Line::OneOf(_) => None,
        });
        assert_eq!(lines.collect::<Vec<_>>(), situations, "{when}");
    }
}

#[test]
fn every_word_of_the_guidance_stands_on_the_page() {
    let page = page(embedded());
    let catalogue = embedded().catalogue();
    let entries = [
        json!(catalogue.prohibitions),
        json!(catalogue.actions),
        json!(catalogue.explanations),
        json!(catalogue.questions),
        json!(embedded().editions()),
    ];
    let all = entries.iter().flat_map(|list| list.as_array().unwrap());
    for entry in all.filter(|entry| entry["retired"].is_null()) {
        for member in ["title", "detail", "limits"] {
            let words = entry[member].as_str().unwrap_or_default();
            let escaped = words.replace('&', "&amp;").replace('"', "&quot;");
            assert!(page.contains(&escaped), "the page lacks: {words}");
        }
    }
}

#[test]
fn the_same_guidance_gives_the_same_page_and_other_words_another_digest() {
    assert!(page(embedded()) == page(embedded()));
    let digest = |page: &str| {
        let (_, digest) = page.split_once("The SHA-256").unwrap();
        let (_, digest) = digest.split_once("<code>").unwrap();
        digest[..64].to_owned()
    };
    let edited = small(&[("title: Talk to someone", "title: Talk to them")]);
    assert_ne!(digest(&page(&small(&[]))), digest(&page(&edited)));
}

#[test]
fn it_is_one_file_that_asks_for_nothing_else_and_is_read_without_being_seen() {
    let page = page(embedded());
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">"));
    for outside in [
        "<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(!page.contains("<th>"));
    assert_eq!(
        page.matches("<th ").count(),
        page.matches("<th scope=\"").count()
    );
    assert_eq!(
        page.matches("<table").count(),
        page.matches("<caption>").count()
    );
}

#[test]
fn words_of_guidance_stay_words() {
    let awkward = "Talk <script>alert(\"to them\")</script> & 'each'";
    let guidance = small(&[("title: Talk to someone", &format!("title: {awkward:?}"))]);
    let page = page(&guidance);
    assert!(!page.contains("<script"));
    let table = Table::read(&page);
    let mut titles = table.section("Actions").iter().map(|entry| &entry.title);
    assert!(titles.any(|title| title == awkward));
}
