//! The rules of `SEMANTICS.md` are cited by number, and every number that is cited is a rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The number of a chapter, and that of the rule in it.
type Rule = (u32, u32);

/// What stands before the numbers of rules, which are joined by ", ".
const CITED: &str = "SEMANTICS ";

/// Where every rule is cited: what decides, and what it decides by.
const FIRST: [&str; 5] = [
    "src/advise",
    "src/contract",
    "src/guidance",
    "src/facts",
    "src/note",
];

/// Where every rule is cited as well: the second evaluator, what an answer would change, and the case note.
const SECOND: [&str; 5] = [
    "tests/it/naive",
    "tests/it/what_if.rs",
    "tests/it/notes.rs",
    "tests/it/notes/left_out.rs",
    "tests/it/sizes.rs",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rules, in the order of the page.
fn rules() -> Vec<Rule> {
    let page = fs::read_to_string(root().join("SEMANTICS.md")).unwrap();
    let bold = page.lines().filter_map(|line| line.strip_prefix("**"));
    bold.map(|line| rule(line).unwrap_or_else(|| panic!("no number: {line}")))
        .collect()
}

/// The number at the beginning of a text.
fn rule(text: &str) -> Option<Rule> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    let number = text.get(..end.unwrap_or(text.len()))?.trim_end_matches('.');
    let (chapter, place) = number.split_once('.')?;
    Some((chapter.parse().ok()?, place.parse().ok()?))
}

/// The rules that files cite, each with the files.
fn cited(places: &[&str]) -> BTreeMap<Rule, Vec<PathBuf>> {
    let mut cited = BTreeMap::<_, Vec<_>>::new();
    for file in places.iter().flat_map(|place| files(&root().join(place))) {
        let text = fs::read_to_string(&file).unwrap();
        for numbers in text.split(CITED).skip(1) {
            for rule in numbers.split(", ").map_while(rule) {
                cited.entry(rule).or_default().push(file.clone());
            }
        }
    }
    cited
}

/// The file, or every file of the folder that people write.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap();
    let files = entries.flat_map(|entry| files(&entry.unwrap().path()));
    let written = |file: &PathBuf| {
        let end = file.extension().and_then(|end| end.to_str());
        matches!(end, Some("rs" | "yaml"))
    };
    files.filter(written).collect()
}

#[test]
fn rules_are_numbered_in_order_and_each_number_is_given_once() {
    let rules = rules();
    assert!(rules.len() > 50, "{} rules", rules.len());
    assert!(rules.is_sorted_by(|one, next| one < next), "{rules:?}");
}

#[test]
fn every_number_that_is_cited_is_a_rule() {
    let rules: BTreeSet<_> = rules().into_iter().collect();
    for (rule, files) in cited(&["src", "tests/it"]) {
        assert!(rules.contains(&rule), "no rule {rule:?}: {files:?}");
    }
}

#[test]
fn the_second_evaluator_cites_every_rule() {
    let cited = cited(&SECOND);
    for rule in rules() {
        assert!(cited.contains_key(&rule), "nothing cites {rule:?}");
    }
}

#[test]
fn the_program_cites_every_rule() {
    let cited = cited(&FIRST);
    for rule in rules() {
        assert!(cited.contains_key(&rule), "nothing cites {rule:?}");
    }
}
