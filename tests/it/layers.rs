//! Dependencies inside the crate point one way.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may use.
const LAYERS: [(&str, &[&str]); 13] = [
    ("facts", &["facts"]),
    ("contract", &["contract", "facts"]),
    ("mdd", &["mdd", "facts"]),
    ("guidance", &["guidance", "mdd", "contract", "facts"]),
    (
        "advise",
        &["advise", "guidance", "mdd", "contract", "facts"],
    ),
    (
        "symbolic",
        &["symbolic", "guidance", "mdd", "contract", "facts", "advise"],
    ),
    (
        "prove",
        &["prove", "symbolic", "guidance", "mdd", "contract", "facts"],
    ),
    ("intake", &["intake", "guidance", "contract", "facts"]),
    ("note", &["note", "contract", "facts"]),
    (
        "http",
        &[
            "http", "advise", "intake", "note", "guidance", "contract", "facts",
        ],
    ),
    (
        "export",
        &["export", "http", "guidance", "contract", "facts"],
    ),
    (
        "export/decision_table",
        &["export", "guidance", "mdd", "contract", "facts"],
    ),
    (
        "cli",
        &[
            "http", "advise", "intake", "note", "export", "prove", "guidance", "contract", "facts",
        ],
    ),
];

/// Crates that only the named layers may use.
const OUTSIDE: [(&str, &[&str]); 10] = [
    ("clap", &["cli"]),
    // Which of the commands, the last test says.
    ("actix_web", &["http", "cli"]),
    ("utoipa_actix_web", &["http"]),
    ("utoipa_swagger_ui", &["http"]),
    ("arc_swap", &["http"]),
    ("prometheus_client", &["http"]),
    ("jsonschema", &["intake"]),
    ("serde_saphyr", &["guidance", "prove"]),
    ("csv", &["export/decision_table"]),
    ("maud", &["export/decision_table"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The files of a layer. A layer inside another is no part of it.
fn files_of(layer: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inner = LAYERS.iter().map(|(other, _)| *other);
    let inner: Vec<_> = inner
        .filter(|other| Path::new(other).starts_with(layer) && *other != layer)
        .map(|other| source.join(other))
        .collect();
    let mut files = rust_files(&source.join(layer));
    files.retain(|file| !inner.iter().any(|inner| file.starts_with(inner)));
    files
}

/// The names that follow `marker` in the code of a file; comments are left out.
fn names_after<'t>(text: &'t str, marker: &'t str) -> impl Iterator<Item = &'t str> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(move |line| line.split(marker).skip(1))
        .map(|rest| {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            &rest[..end]
        })
}

#[test]
fn each_layer_uses_only_the_layers_below_it() {
    let mut uses = 0;
    for (layer, allowed) in LAYERS {
        for file in files_of(layer) {
            let text = fs::read_to_string(&file).unwrap();
            let own = names_after(&text, "crate::");
            // The program knows the library by its name.
            for used in own.chain(names_after(&text, "signpost::")) {
                uses += 1;
                assert!(
                    allowed.contains(&used),
                    "{} uses {used:?}; a group of layers is not looked into",
                    file.display()
                );
            }
        }
    }
    assert!(uses > 50, "the scan found only {uses} uses");
}

#[test]
fn outside_crates_stay_in_their_layer() {
    for (layer, _) in LAYERS {
        for file in files_of(layer) {
            let text = fs::read_to_string(&file).unwrap();
            for (outside, homes) in OUTSIDE {
                let used = names_after(&text, "use ").any(|name| name == outside)
                    || text.contains(&format!(" {outside}::"));
                assert!(
                    !used || homes.contains(&layer),
                    "{} uses {outside}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn every_folder_is_a_layer() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(source).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    for folder in folders {
        let name = folder.file_name().into_string().unwrap();
        assert!(LAYERS.iter().any(|(layer, _)| *layer == name), "{name}");
    }
}

#[test]
fn only_the_command_that_serves_knows_the_service() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    let files = rust_files(&source);
    assert!(files.len() > 5, "{files:?}");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let known = names_after(&text, "signpost::").any(|name| name == "http");
        let known = known || text.contains("actix_web");
        assert_eq!(known, file.ends_with("serve.rs"), "{}", file.display());
    }
}
