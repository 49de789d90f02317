//! The lines of the card, each as every pack has it.

use std::path::Path;

use super::facts::facts;
use crate::contract::catalogue::{
    LineClass, LineEntry, LinePart, LineVersion, TermEntry, TermText, VariantBasis, VariantEntry,
};
use crate::guidance::compile::editions::in_folder;
use crate::guidance::compile::text::values;
use crate::guidance::pack_schema::{WrittenLine, WrittenTermWords, WrittenVariant};
use crate::guidance::parsed::{In, Parsed};

/// Every line, those of a later pack for the same purpose beside the earlier ones.
pub(super) fn lines(given: &Parsed) -> Vec<LineEntry> {
    let mut lines: Vec<LineEntry> = Vec::new();
    for entry in &given.lines {
        let id = &entry.part.id.value;
        let version = version(given, entry);
        match lines.iter_mut().find(|line| line.id == *id) {
            Some(line) => line.versions.push(version),
            None => lines.push(LineEntry {
                id: id.clone(),
                versions: vec![version],
            }),
        }
    }
    lines
}

fn version(given: &Parsed, In { file, part }: &In<WrittenLine>) -> LineVersion {
    let folder = file.parent().unwrap_or(file);
    let mut headers = given.headers.iter();
    let header = headers.find(|header| in_folder(&header.file, folder));
    let header = header.map(|header| &header.part.value);
    let parts = part.parts.iter();
    let exit = Some(&part.exit).filter(|exit| !exit.is_empty());
    LineVersion {
        pack: header.map_or_else(String::new, |header| header.id.value.clone()),
        edition: header.map_or_else(String::new, |header| header.edition.clone()),
        slot: part.slot,
        class: part.class.unwrap_or(LineClass::Safety),
        items: values(&part.items),
        covers: values(&part.covers),
        who: part.who,
        call: values(&part.call),
        asks: values(&part.asks),
        full_strength: part.full_strength,
        never_cut: part.never_cut,
        parts: parts
            .map(|part_of| variants(given, part, part_of))
            .collect(),
        exit: exit
            .map(|exit| variants(given, part, exit))
            .into_iter()
            .collect(),
        terms: terms(given, folder, part),
    }
}

fn variants(given: &Parsed, line: &WrittenLine, variants: &[WrittenVariant]) -> LinePart {
    let variants = variants.iter().map(|written| VariantEntry {
        id: written.id.value.clone(),
        text: written.text.value.clone(),
        r#for: values(&written.names),
        covers: values(&written.covers),
        basis: written.basis.unwrap_or(VariantBasis::Known),
        facts: facts(given, written.when.as_ref()),
        scope: written.scopes(line.slot),
        slot: written.slot,
        stop: written.stop,
        who: written.who,
        after: written.after.as_ref().map(|line| line.value.clone()),
        state: written.state,
    });
    LinePart {
        variants: variants.collect(),
    }
}

/// The terms that stand in the texts of a line, as the packs up to that of the line have them.
fn terms(given: &Parsed, folder: &Path, line: &WrittenLine) -> Vec<TermEntry> {
    let variants = line.parts.iter().flatten().chain(&line.exit);
    let texts: Vec<_> = variants.map(|variant| &*variant.text.value).collect();
    let mut terms: Vec<TermEntry> = Vec::new();
    let mut packs = given.headers.iter();
    let last = packs.position(|header| in_folder(&header.file, folder));
    for entry in &given.terms {
        let mut packs = given.headers.iter();
        let own = entry.file.parent().unwrap_or(&entry.file);
        let own = packs.position(|header| in_folder(&header.file, own));
        let name = format!("{{{}}}", entry.part.id.value);
        if own <= last && texts.iter().any(|text| text.contains(&name)) {
            terms.retain(|earlier| earlier.id != entry.part.id.value);
            terms.push(term(given, &entry.part));
        }
    }
    terms
}

fn term(given: &Parsed, written: &WrittenTermWords) -> TermEntry {
    let says = written.says.iter();
    let texts = says.map(|saying| TermText {
        text: saying.text.value.clone(),
        facts: facts(given, saying.when.as_ref()),
    });
    TermEntry {
        id: written.id.value.clone(),
        texts: texts.collect(),
    }
}
