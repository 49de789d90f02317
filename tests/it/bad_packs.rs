//! Broken guidance is refused: every fault at once, each with its place and what to do.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use signpost::guidance::diagnostic::{Code, Diagnostic};
use signpost::guidance::{self, File, Files, Guidance};

/// A way to spoil the sound pack, and the faults that must be named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Broken {
    it: String,
    #[serde(default)]
    edit: Vec<Edit>,
    /// Further files.
    #[serde(default)]
    add: Vec<Added>,
    faults: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    file: PathBuf,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    pub(crate) file: String,
    pub(crate) find: String,
    pub(crate) put: String,
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_packs")
}

pub(crate) fn sound() -> Vec<File> {
    let names = [
        "facts.yaml",
        "packs.yaml",
        "exclusions.yaml",
        "contacts.yaml",
        "sexting_advice/pack.yaml",
    ];
    names
        .map(|name| {
            let text = fs::read_to_string(tests().join("base").join(name)).unwrap();
            (PathBuf::from(name), text)
        })
        .to_vec()
}

/// The sound pack with the facts and exclusions that the program carries.
#[cfg(feature = "authoring")]
pub(crate) fn sound_with_all_facts() -> Vec<File> {
    let names = ["facts.yaml", "exclusions.yaml"].map(Path::new);
    let mut files = sound();
    files.retain(|(file, _)| !names.contains(&&**file));
    let shipped = shipped().into_iter();
    files.extend(shipped.filter(|(file, _)| names.contains(&&**file)));
    files
}

/// The sound pack with other words in some places, and as sound.
pub(crate) fn sound_but(edits: &[(&str, &str)]) -> Guidance {
    let mut files = sound();
    for (find, put) in edits {
        let edit = Edit {
            file: "sexting_advice/pack.yaml".to_owned(),
            find: (*find).to_owned(),
            put: (*put).to_owned(),
        };
        spoil(&mut files, &edit);
    }
    guidance::from_files(files).unwrap()
}

pub(crate) fn spoil(files: &mut [File], edit: &Edit) {
    let (_, text) = files
        .iter_mut()
        .find(|(name, _)| *name == Path::new(&edit.file))
        .unwrap();
    assert!(text.contains(&edit.find), "nothing to edit: {}", edit.find);
    *text = text.replacen(&edit.find, &edit.put, 1);
}

fn broken() -> Vec<Broken> {
    let mut paths: Vec<_> = fs::read_dir(tests())
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    let files = paths.iter().filter(|path| path.extension().is_some());
    files
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            serde_saphyr::from_str(&text).unwrap_or_else(|error| {
                panic!("{}: {error}", path.display());
            })
        })
        .collect()
}

fn faults(loaded: Result<Guidance, Vec<Diagnostic>>) -> Vec<Diagnostic> {
    loaded.err().unwrap_or_default()
}

#[test]
fn the_sound_pack_is_sound() {
    let told: Vec<_> = faults(Files::of(sound()).check())
        .iter()
        .map(Diagnostic::to_string)
        .collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn every_broken_pack_is_refused_with_all_its_faults() {
    let mut wrong = Vec::new();
    for pack in broken() {
        let mut files = sound();
        for edit in &pack.edit {
            spoil(&mut files, edit);
        }
        files.extend(pack.add.into_iter().map(|added| (added.file, added.text)));
        let told: Vec<_> = faults(Files::of(files).check())
            .iter()
            .map(Diagnostic::to_string)
            .collect();
        let expected: Vec<_> = pack.faults.iter().map(|fault| fault.trim_end()).collect();
        if told != expected {
            wrong.push(format!("{}\n{}", pack.it, told.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "told otherwise:\n{}", wrong.join("\n\n"));
}

#[test]
fn one_pack_with_five_faults_reports_five() {
    assert!(
        broken()
            .iter()
            .any(|pack| pack.edit.len() == 5 && pack.faults.len() == 5)
    );
}

#[test]
fn every_kind_of_fault_has_its_broken_pack() {
    let shown: BTreeSet<_> = broken()
        .iter()
        .flat_map(|pack| pack.faults.clone())
        .filter_map(|fault| {
            let first = fault.lines().next()?;
            Some(first.rsplit_once('[')?.1.trim_end_matches(']').to_owned())
        })
        .collect();
    // Files in memory are always readable: the next test shows what cannot be read.
    let missing: Vec<_> = Code::ALL
        .iter()
        .map(|code| code.name())
        .filter(|name| *name != Code::Unreadable.name() && !shown.contains(*name))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn facts_that_are_missing_and_more_than_there_is_room_for_are_faults() {
    let without = |left_out: &str| {
        let mut files = sound();
        files.retain(|(name, _)| name != Path::new(left_out));
        faults(guidance::from_files(files))
    };
    for name in ["facts.yaml", "exclusions.yaml", "packs.yaml"] {
        let told = without(name);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(
            (told[0].code, &*told[0].file),
            (Code::Unreadable, Path::new(name))
        );
    }
    let mut files = sound();
    let (_, facts) = &mut files[0];
    let more = |number| {
        format!(
            "      - {{ name: f{number}, label: \"Is it {number}?\", short: number, description: Yes if so., answers: yes_no }}\n"
        )
    };
    facts.extend((0..121).map(more));
    let told = faults(guidance::from_files(files));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].message, "there are more than 128 facts");
}

#[test]
fn a_directory_that_is_not_there_is_named() {
    let told = faults(guidance::load(&tests().join("nowhere")));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].code, Code::Unreadable);
    assert_eq!(told[0].file, tests().join("nowhere"));
}

#[test]
fn a_directory_without_guidance_is_a_fault() {
    let told = faults(guidance::load(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli"),
    ));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message, "there is no guidance here");
}

#[test]
fn what_cannot_be_read_is_no_reason_to_call_the_rest_incomplete_and_keeps_no_withdrawal_back() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("half_read");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(directory.join("sexting_advice")).unwrap();
    fs::create_dir_all(directory.join("local")).unwrap();
    for (name, text) in sound() {
        fs::write(directory.join(name), text).unwrap();
    }
    let contacts = directory.join("contacts.yaml");
    fs::rename(&contacts, directory.join("contacts.yml")).unwrap();
    let withdrawn =
        "withdrawn:\n  - { pack: sexting_advice, edition: \"1.0.0\", because: Wrong. }\n";
    fs::write(directory.join("local/withdrawn.yaml"), withdrawn).unwrap();
    let told = faults(guidance::load(&directory));
    let told: Vec<_> = told
        .iter()
        .map(|fault| (&*fault.file, fault.code))
        .collect();
    let expected = [
        (Path::new("contacts.yml"), Code::Unreadable),
        (Path::new("local/withdrawn.yaml"), Code::Withdrawn),
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_would_be_passed_over_or_never_end_is_a_fault() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("odd_files");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    let base = tests().join("base");
    for file in ["empty.yaml", "more/notes.txt", "more/deep/withdrawn.yaml"] {
        let file = directory.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "").unwrap();
    }
    let unread = ["notes.YAML", "withdrawn", "withdrawn.yml", "WITHDRAWN.yaml"];
    for file in unread {
        fs::write(directory.join(file), "withdrawn: []\n").unwrap();
    }
    fs::write(directory.join("large.yaml"), " ".repeat((1 << 20) + 1)).unwrap();
    for (name, target) in [("endless.yaml", "/dev/zero"), ("gone", "nowhere")] {
        symlink(target, directory.join(name)).unwrap();
    }
    let told = faults(Files::read(&base).with_local(&directory).load());
    let told: Vec<_> = told
        .iter()
        .map(|fault| (&*fault.file, &*fault.message, fault.withdraws()))
        .collect();
    let odd = [
        ("local/WITHDRAWN.yaml", "this is not read", true),
        ("local/endless.yaml", "this cannot be read", false),
        ("local/gone", "this cannot be read", false),
        ("local/large.yaml", "this cannot be read", false),
        ("local/more/deep", "what stands so deep is not read", false),
        ("local/notes.YAML", "this is not read", false),
        ("local/withdrawn", "this is not read", true),
        ("local/withdrawn.yml", "this is not read", true),
    ];
    let odd = odd.map(|(file, message, withdraws)| (Path::new(file), message, withdraws));
    assert_eq!(told, odd);
}

#[test]
fn a_directory_reads_as_its_files_do() {
    assert!(guidance::load(&tests().join("base")).is_ok());
}

/// The files of the guidance that the program carries.
pub(crate) fn shipped() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
    let mut files = Vec::new();
    for folder in ["", "sexting_advice", "supplement"] {
        let entries = fs::read_dir(root.join(folder)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        for path in paths.filter(|path| path.extension().is_some_and(|it| it == "yaml")) {
            let text = fs::read_to_string(&path).unwrap();
            files.push((path.strip_prefix(&root).unwrap().to_owned(), text));
        }
    }
    files
}

/// The files of the packs without the item of that id.
fn without(id: &str) -> Vec<File> {
    let files = shipped().into_iter();
    files
        .map(|(name, text)| (name, remove_item(&text, id)))
        .collect()
}

fn remove_item(text: &str, id: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("  - id: ") {
            inside = line == format!("  - id: {id}");
        } else if !line.is_empty() && !line.starts_with("    ") {
            inside = false;
        }
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn removing_an_item_names_every_statement_that_it_leaves_without_one() {
    let guidance = guidance::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
    let mut tried = 0;
    for coverage in guidance.coverage() {
        let [only] = coverage.items.as_slice() else {
            continue;
        };
        let expected = format!("no item rests on statement `{}`", coverage.statement);
        let told = faults(guidance::from_files(without(only)));
        assert!(
            told.iter()
                .any(|fault| fault.code == Code::OrphanStatement && fault.message == expected),
            "without {only}: {told:?}"
        );
        tried += 1;
    }
    assert!(tried > 20, "only {tried} statements rest on one item");
}

#[test]
fn all_61_statements_of_the_document_rest_in_an_item_and_so_do_those_of_current_practice() {
    let guidance = guidance::embedded().unwrap_or_else(|faults| panic!("{faults:?}"));
    let statements = guidance.coverage().iter().map(|c| &*c.statement);
    let (document, further): (Vec<_>, Vec<_>) = statements.partition(|id| {
        let number = id.strip_prefix('S');
        number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    });
    let expected: Vec<_> = (1..=61).map(|number| format!("S{number:02}")).collect();
    assert_eq!(document, expected);
    assert!(further.len() > 50, "{further:?}");
    assert!(
        guidance
            .coverage()
            .iter()
            .all(|coverage| !coverage.items.is_empty())
    );
}
