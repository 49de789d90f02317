//! Blocks of YAML are recipes, performed as they stand: each begins with the file at whose end it belongs, and together
//! they are guidance without a fault that answers their scenarios.

use std::path::{Path, PathBuf};

use signpost::guidance::diagnostic::Code;
use signpost::guidance::{self, File, Guidance};

use super::page::{Block, Page};
use crate::bad_packs::shipped;
use crate::scenarios;

const PACKS: &str = "src/guidance/packs/";
const LOCAL: &str = "local/";
const SCENARIOS: &str = "tests/scenarios/";

/// What is wrong with the blocks of a page, which add to the guidance together.
pub(super) fn faults(page: &Page, blocks: &[Block]) -> Vec<String> {
    let mut files = shipped();
    let mut scenarios = Vec::new();
    let mut faults = Vec::new();
    for block in blocks {
        let first = block.text.lines().next().unwrap_or_default();
        let path = first.strip_prefix("# ").unwrap_or_default();
        if let Some(file) = path.strip_prefix(PACKS) {
            add(&mut files, PathBuf::from(file), &block.text);
        } else if path.starts_with(LOCAL) {
            add(&mut files, PathBuf::from(path), &block.text);
        } else if path.starts_with(SCENARIOS) {
            scenarios.push((path, block));
        } else {
            let wanted =
                format!("begin it with `# {PACKS}...`, `# {LOCAL}...` or `# {SCENARIOS}...`");
            faults.push(format!("{}: {wanted}", block.place));
        }
    }
    match guidance::from_files(files) {
        Ok(guidance) => faults.extend(
            scenarios
                .iter()
                .flat_map(|(path, block)| told_otherwise(&guidance, path, block)),
        ),
        Err(told) => {
            // A page may show how an edition is withdrawn.
            let told = told.iter().filter(|fault| fault.code != Code::Withdrawn);
            faults.extend(told.map(|fault| format!("{}: {fault}", page.path)));
        }
    }
    faults
}

/// Adds the text at the end of the file, which may be new.
fn add(files: &mut Vec<File>, name: PathBuf, text: &str) {
    match files.iter_mut().find(|(other, _)| *other == name) {
        Some((_, whole)) => whole.push_str(text),
        None => files.push((name, text.to_owned())),
    }
}

fn told_otherwise(guidance: &Guidance, path: &str, block: &Block) -> Vec<String> {
    let parsed = scenarios::case::parse(&block.text, Path::new(path), &block.place);
    scenarios::told_otherwise(guidance, &parsed)
}
