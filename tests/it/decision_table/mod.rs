//! The decision table: it alone decides as the engine does, and it leaves nothing out.

mod answer;
mod incidents;
mod page;
mod table;

use std::collections::BTreeMap;

use signpost::advise::advise;
use signpost::export::decision_table::files;
use signpost::guidance::{self, File, Guidance};

use self::answer::Answer;
use self::table::Table;
use crate::bad_packs::sound_with_all_facts;
use crate::how_many::few_or_all;

/// Conditions in which everything stands that can be written, for the small pack.
const NESTED: [(&str, &str); 4] = [
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

fn embedded() -> Guidance {
    guidance::embedded().unwrap()
}

/// The small pack with words in it replaced.
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

/// One of the files of the table.
fn file(guidance: &Guidance, name: &str) -> String {
    let mut files = files(guidance).into_iter();
    files.find(|(file, _)| file == name).unwrap().1
}

fn spreadsheet(guidance: &Guidance) -> String {
    file(guidance, "decision_table.csv")
}

/// Compares what the table alone says of many incidents with what the engine says; gives how often each
/// item had each status.
#[track_caller]
fn compared(guidance: &Guidance) -> BTreeMap<(String, String), usize> {
    let table = Table::read(&spreadsheet(guidance));
    let mut seen = BTreeMap::new();
    for number in 0..few_or_all(500, 5_000) {
        let incident = incidents::numbered(number);
        let decided = table.decide(&incident);
        let advised = Answer::of(&advise(guidance, &incident.into()));
        assert_eq!(decided, advised, "incident {number}");
        for (id, item) in decided.items {
            *seen.entry((id, item.status)).or_default() += 1;
        }
    }
    seen
}

#[test]
fn the_table_alone_decides_as_the_engine_does() {
    let guidance = embedded();
    let seen = compared(&guidance);
    let catalogue = guidance.catalogue();
    let prohibitions = catalogue
        .prohibitions
        .iter()
        .map(|item| (&item.id, "prohibited"));
    let actions = catalogue
        .actions
        .iter()
        .map(|item| (&item.id, "recommended"));
    for (id, status) in prohibitions.chain(actions) {
        let often = seen.get(&(id.clone(), status.to_owned()));
        assert!(often.is_some(), "{id} was never {status}");
    }
    let withheld = seen.keys().filter(|(_, status)| status == "withheld");
    assert!(withheld.count() > 8, "{seen:?}");
}

#[test]
fn so_it_does_where_conditions_are_nested_in_each_other() {
    let seen = compared(&small(&NESTED));
    for (id, status) in [
        ("do_not_tell", "prohibited"),
        ("talk", "recommended"),
        ("talk", "withheld"),
    ] {
        assert!(
            seen.contains_key(&(id.to_owned(), status.to_owned())),
            "{id}: {status}"
        );
    }
}

/// A ground that is written in facts alone stands under a situation all the same.
#[test]
fn a_row_names_the_narrowest_situations_that_it_implies() {
    let above = "    when: { child_received: [yes] }\n    statements: [A1]\n";
    let below = "
  - { id: from_an_adult, title: An adult, when: { situation: received, adult_involved: [yes] }, statements: [A1] }
  - { id: the_same, title: The same, when: { adult_involved: [yes], child_received: [yes] }, statements: [A1] }
  - { id: bullying, title: Bullying, when: { bullied: [yes] }, statements: [A1] }
";
    let with_situations = above.to_owned() + below;
    let [_, _, _, facts] = NESTED;
    for (when, situations) in [
        ("{ situation: received }", "received"),
        ("{ child_received: [yes], bullied: [no] }", "received"),
        (
            "{ child_received: [yes], adult_involved: [yes] }",
            "from_an_adult",
        ),
        (
            "{ situation: the_same, bullied: [yes] }",
            "from_an_adult|bullying",
        ),
        (
            "{ child_received: [yes], any: [{ bullied: [yes] }, { adult_involved: [yes] }] }",
            "received",
        ),
        ("{ adult_involved: [yes] }", ""),
    ] {
        let written = format!("when: {when}");
        let guidance = small(&[
            facts,
            (above, &with_situations),
            (
                "when: { situation: received }\n        because",
                &format!("{written}\n        because"),
            ),
        ]);
        let table = Table::read(&spreadsheet(&guidance));
        assert_eq!(table.row("talk")["situations"], situations, "{when}");
        assert_eq!(table.row("from_an_adult")["situations"], "received");
    }
}

#[test]
fn the_same_guidance_gives_the_same_bytes() {
    assert!(files(&embedded()) == files(&embedded()));
}

#[test]
fn the_csv_is_of_one_shape_and_bears_any_words() {
    let awkward = "Talk to \"them\", <all> & 'each'; now";
    let title = format!("title: {awkward:?}");
    let guidance = small(&[("title: Talk to someone", &title)]);
    let text = spreadsheet(&guidance);
    assert!(text.ends_with("\r\n"));
    let table = Table::read(&text);
    assert_eq!(table.row("talk")["title"], awkward);
    assert!(!table.rows.is_empty());
}
