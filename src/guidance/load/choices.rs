//! From files to guidance, for every choice of packs that an answer can be made of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::File;
use super::parse::parse;
use super::parsed::pack_of;
use crate::contract::pack::Pack;
use crate::facts::Vocabulary;
use crate::guidance::compile::compile;
use crate::guidance::diagnostic::{Diagnostic, Faults};
use crate::guidance::model::Guidance;

/// All packs together, and whatever fewer of them a request can ask for.
pub(super) fn compile_files(mut files: Vec<File>) -> Result<Guidance, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    // Packs speak in their order, wherever their folders stand.
    files.sort_by_key(|(file, _)| (pack_of(file).is_none(), pack_of(file)));
    let parsed = parse(&files, &mut faults);
    let vocabulary = Arc::new(Vocabulary::built_in());
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
