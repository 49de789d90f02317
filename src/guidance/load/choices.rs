//! From files to guidance, for every choice of packs that an answer can be made of.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::parse::parse;
use super::parsed::pack_of;
use super::{EXCLUSIONS, FACTS, File};
use crate::contract::pack::Pack;
use crate::guidance::compile::{check_withdrawn, compile, vocabulary};
use crate::guidance::diagnostic::{Code, Diagnostic, Faults};
use crate::guidance::model::Guidance;

/// All packs together, and whatever fewer of them a request can ask for.
pub(super) fn compile_files(mut files: Vec<File>) -> Result<Guidance, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    // Packs speak in their order, wherever their folders stand.
    files.sort_by_key(|(file, _)| (pack_of(file).is_none(), pack_of(file)));
    let parsed = parse(&files, &mut faults);
    check_there(&files, &mut faults);
    let Some(vocabulary) = vocabulary(&parsed, &mut faults) else {
        check_withdrawn(&parsed.withdrawn, &parsed.editions(), &mut faults);
        return Err(faults.into_sorted());
    };
    let vocabulary = Arc::new(vocabulary);
    let mut guidance = compile(&vocabulary, parsed, faults)?;
    let all = packs(&guidance);
    let mut wrong = Vec::new();
    for choice in fewer(&all) {
        let mut faults = Faults::default();
        let mut parsed = parse(&files, &mut faults);
        parsed.keep(&choice);
        match compile(&vocabulary, parsed, faults) {
            Ok(fewer) => guidance.fewer.push((choice, fewer)),
            Err(told) => {
                let left_out: Vec<Pack> = all.difference(&choice).copied().collect();
                wrong.extend(told.into_iter().map(|fault| without(fault, &left_out)));
            }
        }
    }
    if wrong.is_empty() {
        Ok(guidance)
    } else {
        Err(wrong)
    }
}

/// No answers that exclude each other is something to say aloud.
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

fn packs(guidance: &Guidance) -> BTreeSet<Pack> {
    let packs = guidance.packs().iter();
    packs.filter_map(|one| Pack::named(&one.pack)).collect()
}

/// Every choice of packs with the first among them, but for all of them.
fn fewer(packs: &BTreeSet<Pack>) -> Vec<BTreeSet<Pack>> {
    let mut choices = vec![BTreeSet::from([Pack::FIRST])];
    for pack in packs.iter().filter(|pack| **pack != Pack::FIRST) {
        let with = choices.clone().into_iter().map(|mut choice| {
            choice.insert(*pack);
            choice
        });
        choices.extend(with.collect::<Vec<_>>());
    }
    choices.retain(|choice| choice != packs);
    choices
}

/// A fault that there is only where packs are left out: whoever reads it sees what it names in the files.
fn without(fault: Diagnostic, left_out: &[Pack]) -> Diagnostic {
    let names = left_out.iter().map(|pack| format!("`{}`", pack.id()));
    let names = names.collect::<Vec<_>>().join(" and ");
    let first = Pack::FIRST.id();
    Diagnostic {
        message: format!("without {names}: {}", fault.message),
        help: format!(
            "an answer can be made without it: name what stands here or in `{first}`, and ask here for every fact that counts"
        ),
        ..fault
    }
}
