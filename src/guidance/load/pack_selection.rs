//! From files to guidance, for every selection of packs that an answer can be made of.

use std::path::Path;
use std::sync::Arc;

use super::packs::packs;
use super::parse::parse;
use crate::contract::pack::{PackSelection, Packs};
use crate::guidance::compile::{check_withdrawn, compile, vocabulary};
use crate::guidance::diagnostic::{Code, Diagnostic, Faults};
use crate::guidance::file::{EXCLUSIONS, FACTS, File};
use crate::guidance::model::Guidance;

/// All packs together, and whatever fewer of them a request can ask for.
pub(super) fn compile_files(mut files: Vec<File>) -> Result<Guidance, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    check_there(&files, &mut faults);
    let packs = packs(&files, &mut faults);
    if let Some(packs) = &packs {
        // Packs speak in their order, wherever their folders stand (SEMANTICS 3.2).
        files.sort_by_key(|(file, _)| (packs.of(file).is_none(), packs.of(file)));
    }
    let parsed = parse(&files, &mut faults);
    let vocabulary = vocabulary(&parsed, &mut faults);
    let (Some(packs), Some(vocabulary)) = (packs, vocabulary) else {
        check_withdrawn(&parsed.withdrawn, None, &parsed.editions(), &mut faults);
        return Err(faults.into_sorted());
    };
    let (packs, vocabulary) = (Arc::new(packs), Arc::new(vocabulary));
    let whole = compile(&vocabulary, &packs, parsed, faults)?;
    let own = whole.selection;
    let (mut restricted, mut wrong) = (Vec::new(), Vec::new());
    for selection in own.selections().into_iter().filter(|one| *one != own) {
        let mut faults = Faults::default();
        let mut parsed = parse(&files, &mut faults);
        parsed.keep(&packs, selection);
        match compile(&vocabulary, &packs, parsed, faults) {
            Ok(guidance) => restricted.push(guidance),
            Err(told) => {
                let without = Without::new(&packs, own, selection);
                wrong.extend(told.into_iter().map(|fault| without.told(fault)));
            }
        }
    }
    if wrong.is_empty() {
        Ok(whole.with_restricted(restricted))
    } else {
        Err(wrong)
    }
}

/// That nothing is said of it is something to say aloud.
fn check_there(files: &[File], faults: &mut Faults) {
    let there = |name: &str| files.iter().any(|(file, _)| file == Path::new(name));
    for (name, help) in [
        (FACTS, "say in it what can be stated about an incident"),
        (
            EXCLUSIONS,
            "say in it which answers cannot both be true, or `exclusions: []`",
        ),
    ] {
        if !there(name) {
            let place = (Path::new(name), 0);
            faults.add(Code::Unreadable, place, "this file is missing", help);
        }
    }
}

/// The packs that are left out where there is a fault only then.
struct Without {
    names: String,
    first: String,
}

impl Without {
    fn new(packs: &Packs, own: PackSelection, kept: PackSelection) -> Self {
        let kept: Vec<&str> = packs.selected(kept).collect();
        let left_out = packs.selected(own).filter(|id| !kept.contains(id));
        let names: Vec<_> = left_out.map(|id| format!("`{id}`")).collect();
        Self {
            names: names.join(" and "),
            first: packs.first().id.clone(),
        }
    }

    /// The fault: whoever reads it sees what it names in the files.
    fn told(&self, fault: Diagnostic) -> Diagnostic {
        let Self { names, first } = self;
        Diagnostic {
            message: format!("without {names}: {}", fault.message),
            help: format!(
                "an answer can be made without it: name what stands here or in `{first}`, and ask here for every fact that counts"
            ),
            ..fault
        }
    }
}
