//! The links inside the repository, and the files that pages name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use super::page::{Page, Parts, files};

/// It tells what was, and may name what is there no longer.
const HISTORY: &str = "CHANGELOG.md";

/// The beginnings of words in code that name a file or a folder.
const NAMING: [&str; 7] = [
    ".ci/", "deploy/", "docs/", "openapi/", "schemas/", "src/", "tests/",
];

/// Every link and every name of a file that leads nowhere.
pub(super) fn faults(pages: &[Page]) -> Vec<String> {
    let there = files();
    let folders = there.iter().flat_map(|file| Path::new(file).ancestors());
    let there: BTreeSet<&Path> = folders.collect();
    let parts: Vec<Parts> = pages.iter().map(Page::parts).collect();
    let headings: BTreeMap<&Path, BTreeSet<String>> = pages
        .iter()
        .zip(&parts)
        .map(|(page, parts)| (Path::new(&page.path), anchors(&parts.headings)))
        .collect();
    let mut faults = Vec::new();
    for (page, parts) in pages.iter().zip(&parts) {
        for (place, link) in &parts.links {
            if !link.contains("://") && !leads(page, link, &there, &headings) {
                faults.push(format!("{place}: `{link}` leads nowhere"));
            }
        }
        let words = parts.words.iter().filter(|_| page.path != HISTORY);
        for (place, word) in words.filter(|(_, word)| names_a_file(word)) {
            if !there.contains(Path::new(word.trim_end_matches('/'))) {
                faults.push(format!("{place}: there is no `{word}`"));
            }
        }
    }
    faults
}

fn leads(
    page: &Page,
    link: &str,
    there: &BTreeSet<&Path>,
    headings: &BTreeMap<&Path, BTreeSet<String>>,
) -> bool {
    let (path, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = match path {
        "" => PathBuf::from(&page.path),
        path => plain(&page.folder().join(path)),
    };
    let known = || {
        headings
            .get(&*target)
            .is_some_and(|all| all.contains(heading))
    };
    there.contains(&*target) && (heading.is_empty() || known())
}

/// The path without steps upwards.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Patterns and places to fill in name no one file.
fn names_a_file(word: &str) -> bool {
    NAMING.iter().any(|start| word.starts_with(start)) && !word.contains(['*', '<', ' '])
}

/// What leads to each heading, as forges make it: the words in small letters, joined by hyphens.
fn anchors(headings: &[String]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for heading in headings {
        let kept = heading.to_lowercase().replace(' ', "-");
        let kept = kept.replace(|c: char| !c.is_alphanumeric() && c != '-' && c != '_', "");
        let again = (1..).map(|number| format!("{kept}-{number}"));
        let mut names = std::iter::once(kept.clone()).chain(again);
        anchors.extend(names.find(|name| !anchors.contains(name)));
    }
    anchors
}
