//! The pages of the repository are true: their commands are run, their recipes performed, their links
//! followed.

mod console;
mod links;
mod page;
mod recipes;

use std::collections::BTreeSet;
use std::fs;

use signpost::contract::problem::Class;

use self::page::{Block, Page, pages, root};
use crate::kernel::read_incident;

/// The kinds of block that a test checks, and those that no test looks at. Scripts of `.ci` run the `sh`.
const CHECKED: [&str; 3] = ["console", "json", "yaml"];
const UNCHECKED: [&str; 5] = ["text", "mermaid", "sh", "ts", "python"];

#[track_caller]
fn assert_none(faults: &[String]) {
    let count = faults.len();
    assert!(count == 0, "{count} faults:\n{}", faults.join("\n"));
}

/// Every block of that kind, page by page.
fn blocks(kind: &str) -> Vec<(Page, Vec<Block>)> {
    let all = pages().into_iter().map(|page| {
        let mut blocks = page.parts().blocks;
        blocks.retain(|block| block.kind == kind);
        (page, blocks)
    });
    let found: Vec<_> = all.filter(|(_, blocks)| !blocks.is_empty()).collect();
    assert!(!found.is_empty(), "no page has a block of {kind}");
    found
}

#[actix_web::test]
async fn every_command_prints_what_the_page_shows() {
    let mut faults = Vec::new();
    for block in blocks("console").into_iter().flat_map(|(_, blocks)| blocks) {
        faults.extend(console::faults(&block).await);
    }
    assert_none(&faults);
}

#[test]
fn every_json_is_an_incident() {
    for block in blocks("json").into_iter().flat_map(|(_, blocks)| blocks) {
        let read = read_incident(block.text.as_bytes());
        assert!(read.is_ok(), "{}: {read:?}", block.place);
    }
}

#[test]
fn every_recipe_gives_guidance_without_a_fault() {
    let mut faults = Vec::new();
    for (page, blocks) in blocks("yaml") {
        faults.extend(recipes::faults(&page, &blocks));
    }
    assert_none(&faults);
}

#[test]
fn every_block_says_of_what_kind_it_is() {
    for block in pages().iter().flat_map(|page| page.parts().blocks) {
        let kind = block.kind.as_str();
        let known = CHECKED.contains(&kind) || UNCHECKED.contains(&kind);
        assert!(known, "{}: `{kind}` is no kind of block", block.place);
    }
}

#[test]
fn every_link_leads_somewhere() {
    assert_none(&links::faults(&pages()));
}

#[test]
fn a_page_names_every_problem_with_its_status() {
    let page = fs::read_to_string(root().join("tests/conformance/README.md")).unwrap();
    for class in Class::ALL {
        let row = format!("| {} | `/problems/{}` |", class.status(), class.name());
        assert!(page.contains(&row), "no row {row}");
    }
}

#[test]
fn the_map_names_every_folder_of_the_source() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let map = page.split("```").nth(1).unwrap();
    let lines = map.lines().skip_while(|line| *line != "src/").skip(1);
    let lines = lines.take_while(|line| line.starts_with(' '));
    let named: BTreeSet<_> = lines
        .filter_map(|line| line.strip_prefix("  ")?.split_once('/'))
        .filter(|(name, _)| !name.starts_with(' '))
        .map(|(name, _)| name.to_owned())
        .collect();
    let entries = fs::read_dir(root().join("src")).unwrap();
    let entries = entries.map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let folders: BTreeSet<_> = folders
        .map(|folder| folder.file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, folders);
}
