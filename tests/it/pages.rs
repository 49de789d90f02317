//! The pages of the repository are true: their commands are run, their JSON and YAML read, their
//! links followed.

mod console;
mod curl;
mod elsewhere;
mod json;
mod links;
mod page;
mod scratch;
mod yaml;

use std::fs;

use signpost::contract::problem::Class;

use self::console::Call;
use self::elsewhere::ELSEWHERE;
use self::page::{Block, Page, pages, root};
use self::scratch::Scratch;
use crate::app::Served;

/// The kinds of block that a test checks, and those that nobody runs.
const CHECKED: [&str; 4] = ["console", "json", "yaml", "rust"];
const UNCHECKED: [&str; 4] = ["text", "mermaid", "ts", "python"];

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
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

#[test]
fn every_command_prints_what_the_page_shows() {
    let service = Served::new();
    let mut faults = Vec::new();
    let mut run = 0;
    for (page, blocks) in blocks("console") {
        let scratch = Scratch::of(&page.path);
        for (place, call) in blocks.iter().flat_map(calls) {
            run += 1;
            if let Err(fault) = compare(&page, &call, &service, &scratch) {
                faults.push(format!("{place}: `{}`\n    {fault}", call.command));
            }
        }
    }
    assert_none(&faults);
    assert!(run > 10, "only {run} commands");
}

/// The commands of a block, each with its place.
fn calls(block: &Block) -> Vec<(String, Call)> {
    let calls = console::calls(block).unwrap_or_else(|fault| panic!("{}: {fault}", block.place));
    let place = |call| (block.place.clone(), call);
    calls.into_iter().map(place).collect()
}

fn compare(page: &Page, call: &Call, service: &Served, scratch: &Scratch) -> Result<(), String> {
    let command = call.command.as_str();
    let row = ELSEWHERE
        .iter()
        .find(|row| row.page == page.path && row.commands.contains(&command));
    if let Some(row) = row {
        row.check()?;
        return console::shows(&call.printed, &[]);
    }
    if command.starts_with("curl ") {
        let words = scratch.words(command);
        return curl::compare(&words, &call.printed, service, scratch.folder());
    }
    let printed = scratch.run(command)?;
    let printed: Vec<_> = printed
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    console::shows(&call.printed, &printed)
}

#[test]
fn every_command_that_is_run_elsewhere_stands_on_its_page() {
    let shown: Vec<_> = blocks("console")
        .iter()
        .flat_map(|(page, blocks)| {
            let calls = blocks.iter().flat_map(calls);
            calls.map(|(_, call)| (page.path.clone(), call.command))
        })
        .collect();
    for row in ELSEWHERE {
        for command in row.commands {
            let there = shown.contains(&(row.page.to_owned(), (*command).to_owned()));
            assert!(there, "{} does not show `{command}`", row.page);
        }
    }
}

#[actix_web::test]
async fn every_json_is_an_incident_or_what_the_service_gives() {
    let mut faults = Vec::new();
    for block in blocks("json").into_iter().flat_map(|(_, blocks)| blocks) {
        if let Err(fault) = json::check(&block).await {
            faults.push(format!("{}: {fault}", block.place));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_yaml_is_guidance_without_a_fault() {
    let mut faults = Vec::new();
    for (page, blocks) in blocks("yaml") {
        faults.extend(yaml::faults(&page, &blocks));
    }
    assert_none(&faults);
}

#[test]
fn every_rust_is_compiled_with_the_documentation() {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (page, _) in blocks("rust") {
        let line = format!("#[doc = include_str!(\"../{}\")]", page.path);
        assert!(library.contains(&line), "src/lib.rs lacks {line}");
    }
}

#[test]
fn every_block_says_of_what_kind_it_is() {
    let mut faults = Vec::new();
    for block in pages().iter().flat_map(|page| page.parts().blocks) {
        let kind = block.kind.as_str();
        if !CHECKED.contains(&kind) && !UNCHECKED.contains(&kind) {
            faults.push(format!(
                "{}: `{kind}` is none of {CHECKED:?} or {UNCHECKED:?}",
                block.place
            ));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_link_leads_somewhere() {
    assert_none(&links::faults(&pages()));
}

#[test]
fn the_readme_names_every_problem_with_its_status() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for class in Class::ALL {
        let row = format!("| {} | `/problems/{}` |", class.status(), class.name());
        assert!(readme.contains(&row), "no row {row}");
    }
}
