//! Dependencies inside the crate point one way, from folder to folder and from file to file.

mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use self::uses::Source;

/// Each layer with the layers that it may use, which are above it in the table.
const LAYERS: [(&str, &[&str]); 16] = [
    ("index.rs", &[]),
    ("nearest.rs", &[]),
    ("facts", &[]),
    ("mdd", &["facts", "index.rs"]),
    ("contract", &["facts", "nearest.rs"]),
    (
        "guidance",
        &["contract", "facts", "mdd", "index.rs", "nearest.rs"],
    ),
    (
        "advise",
        &["guidance", "contract", "facts", "mdd", "index.rs"],
    ),
    ("note", &["advise", "guidance", "contract", "facts"]),
    ("intake", &["guidance", "contract", "facts"]),
    (
        "symbolic",
        &["advise", "guidance", "contract", "facts", "mdd", "index.rs"],
    ),
    (
        "prove",
        &[
            "symbolic", "advise", "guidance", "contract", "facts", "mdd", "index.rs",
        ],
    ),
    (
        "diff",
        &[
            "symbolic", "guidance", "contract", "facts", "mdd", "index.rs",
        ],
    ),
    (
        "http",
        &["advise", "intake", "note", "guidance", "contract", "facts"],
    ),
    ("export", &["http", "guidance", "contract", "facts"]),
    (
        "export/decision_table",
        &["guidance", "contract", "facts", "mdd", "index.rs"],
    ),
    (
        "cli",
        &[
            "http",
            "export",
            "export/decision_table",
            "prove",
            "diff",
            "advise",
            "intake",
            "note",
            "guidance",
            "contract",
            "facts",
        ],
    ),
];

/// Crates that only the named layers may use.
const OUTSIDE: [(&str, &[&str]); 15] = [
    ("clap", &["cli"]),
    // Which of the commands, the last test says.
    ("actix_web", &["http", "cli"]),
    ("actix_http", &["http"]),
    ("actix_service", &["http"]),
    ("tokio", &["http"]),
    ("socket2", &["http"]),
    ("rlimit", &["http"]),
    ("ipnet", &["http", "cli"]),
    ("utoipa_actix_web", &["http"]),
    ("utoipa_swagger_ui", &["http"]),
    ("arc_swap", &["http"]),
    ("prometheus_client", &["http"]),
    ("jsonschema", &["intake"]),
    ("serde_saphyr", &["guidance", "prove"]),
    ("maud", &["export/decision_table"]),
];

fn source() -> Source {
    Source::read(&root())
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The innermost layer of a file; the roots of library and program have none.
fn layer(file: &Path) -> Option<&'static str> {
    let layers = LAYERS.iter().map(|(layer, _)| *layer);
    let around = layers.filter(|layer| file.starts_with(layer));
    around.max_by_key(|layer| layer.len())
}

#[test]
fn the_table_of_layers_has_one_direction() {
    for (place, (layer, below)) in LAYERS.iter().enumerate() {
        for other in *below {
            let known = LAYERS[..place].iter().any(|(before, _)| before == other);
            assert!(known, "{layer} may use {other}");
        }
    }
}

#[test]
fn each_layer_uses_only_the_layers_below_it() {
    let source = source();
    let mut looked_at = 0;
    for (file, used) in source.uses() {
        let Some(own) = layer(file) else { continue };
        let (_, below) = LAYERS.iter().find(|(layer, _)| *layer == own).unwrap();
        for other in used {
            looked_at += 1;
            let (file, shown) = (file.display(), other.display());
            let other = layer(other).unwrap_or_else(|| panic!("{file} uses {shown}"));
            // A layer inside another can use what is around it, and the other way round.
            let near = Path::new(other).starts_with(own) || Path::new(own).starts_with(other);
            assert!(near || below.contains(&other), "{file} uses {shown}");
        }
    }
    assert!(looked_at > 500, "the scan found only {looked_at} uses");
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let source = source();
    let uses = source.uses();
    let circle = uses_in_circles(&uses);
    assert!(circle.is_empty(), "{circle:#?}");
}

/// Each use that leads back to the file that uses.
fn uses_in_circles<'f>(uses: &BTreeMap<&'f Path, BTreeSet<&'f Path>>) -> Vec<(&'f Path, &'f Path)> {
    let pairs = uses
        .iter()
        .flat_map(|(file, used)| used.iter().map(|used| (*file, *used)));
    pairs
        .filter(|(file, used)| reach(uses, used).contains(file))
        .collect()
}

/// Every file that is used from this one on.
fn reach<'f>(uses: &BTreeMap<&'f Path, BTreeSet<&'f Path>>, from: &Path) -> BTreeSet<&'f Path> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Path> = uses[from].iter().copied().collect();
    while let Some(file) = waiting.pop() {
        if reached.insert(file) {
            waiting.extend(&uses[file]);
        }
    }
    reached
}

#[test]
fn one_name_is_one_type() {
    let source = source();
    let types = source.types();
    assert!(types.len() > 200, "the scan found only {}", types.len());
    let again = types.into_iter().filter(|(_, places)| places.len() > 1);
    let again: BTreeMap<_, _> = again.collect();
    assert!(again.is_empty(), "{again:#?}");
}

#[test]
fn outside_crates_stay_in_their_layer() {
    for (file, text) in texts() {
        for (outside, homes) in OUTSIDE {
            let used = text.lines().any(|line| {
                let code = line.trim_start();
                !code.starts_with("//")
                    && (code.contains(&format!("use {outside}"))
                        || code.contains(&format!("{outside}::")))
            });
            let home = layer(&file).is_some_and(|layer| homes.contains(&layer));
            assert!(!used || home, "{} uses {outside}", file.display());
        }
    }
}

/// Every file of the source with its text.
fn texts() -> impl Iterator<Item = (std::path::PathBuf, String)> {
    uses::rust_files(&root()).into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.strip_prefix(root()).unwrap().to_owned(), text)
    })
}

#[test]
fn every_folder_is_a_layer() {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    for folder in folders {
        let name = folder.file_name().into_string().unwrap();
        assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "{name}");
    }
}

#[test]
fn only_what_serves_and_makes_keys_knows_the_service() {
    let commands = texts().filter(|(file, _)| file.starts_with("cli"));
    let mut known_by = Vec::new();
    for (file, text) in commands {
        if text.contains("signpost::http") || text.contains("actix_web") {
            known_by.push(file);
        }
    }
    assert!(!known_by.is_empty());
    for file in known_by {
        let knows = file.starts_with("cli/serve") || file == Path::new("cli/key.rs");
        assert!(knows, "{}", file.display());
    }
}
