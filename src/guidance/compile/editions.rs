//! The packs' editions: their headers, and the documents that they rest on.

use std::path::Path;

use serde_saphyr::Spanned;

use super::names::Names;
use super::text::{
    DETAIL, HOW_TO_ASK, TITLE, check_address, check_date, check_edition, within, within_if_any,
};
use crate::contract::advice::{Edition, Source};
use crate::contract::contact::HowRead;
use crate::contract::pack::Packs;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::WrittenHeader;
use crate::guidance::parsed::{In, Parsed};

/// The packs' editions; each folder of a pack has one.
pub(super) fn editions(
    packs: &Packs,
    parsed: &Parsed,
    faults: &mut Faults,
) -> Vec<Prerendered<Edition>> {
    let mut sources = Names::new("source", Code::UnknownSource);
    let headers = parsed.headers.iter();
    let editions = headers.map(|entry| edition(packs, &mut sources, faults, entry));
    let editions = editions.collect();
    for folder in &parsed.folders {
        let headers = parsed
            .headers
            .iter()
            .filter(|entry| in_folder(&entry.file, folder));
        if headers.count() != 1 {
            let help = "write `pack:` in exactly one file of the folder";
            faults.add(Code::Header, (folder, 0), "a pack has one header", help);
        }
    }
    editions
}

fn edition(
    packs: &Packs,
    sources: &mut Names<()>,
    faults: &mut Faults,
    entry: &In<Spanned<WrittenHeader>>,
) -> Prerendered<Edition> {
    let header = &entry.part.value;
    let place = (&*entry.file, entry.part.referenced.line());
    let named = packs.named(&header.id.value);
    if named.is_none() || !in_folder(&entry.file, Path::new(&header.id.value)) {
        let message = format!("`{}` is no pack of this folder", header.id.value);
        let known = packs.ids().collect::<Vec<_>>().join(", ");
        let help = format!("a pack stands in the folder of its id, which is one of: {known}");
        faults.add(Code::Header, place, message, help);
    }
    let is_first = header.id.value == packs.first().id;
    if is_first == header.left_out.is_some() {
        let help =
            "say in `left_out` what is missing without this pack; the first is never left out";
        faults.add(Code::Header, place, "`left_out` does not fit", help);
    }
    if let Some(left_out) = &header.left_out {
        within(&TITLE, faults, &entry.file, &left_out.title);
        within(&DETAIL, faults, &entry.file, &left_out.detail);
    }
    let asking = header.how_to_ask.as_ref();
    let asking = within_if_any(&HOW_TO_ASK, faults, &entry.file, asking);
    check_edition(faults, place, &header.edition);
    check_date(faults, place, &header.effective_from);
    check_date(faults, place, &header.review_by);
    for source in &header.sources {
        let (referenced, defined) = (entry.part.referenced, entry.part.defined);
        let id = Spanned::new(source.id.clone(), referenced, defined);
        sources.give(faults, &entry.file, &id, ());
        check_source(faults, place, source);
    }
    if header.sources.is_empty() {
        let help = "name at least one document in `sources`";
        faults.add(
            Code::Header,
            place,
            "a pack rests on at least one source",
            help,
        );
    }
    Prerendered::new(Edition {
        pack: header.id.value.clone(),
        title: header.title.clone(),
        edition: header.edition.clone(),
        voice: header.voice,
        effective_from: header.effective_from.clone(),
        changes: header.changes.clone(),
        sources: header
            .sources
            .iter()
            .map(|source| source.id.clone())
            .collect(),
        limits: header.limits.clone(),
        how_to_ask: asking,
        review_by: header.review_by.clone(),
        review_overdue: false,
    })
}

/// A document says who published it and when, where it was read and on which day.
fn check_source(faults: &mut Faults, place: (&Path, u64), source: &Source) {
    let told = [
        ("title", Some(&source.title)),
        ("publisher", Some(&source.publisher)),
        ("published", Some(&source.published)),
        ("provenance", Some(&source.provenance)),
    ];
    let read = [
        ("url", source.url.as_ref()),
        ("checked_on", source.checked_on.as_ref()),
    ];
    let read = read.into_iter();
    let needed = read.filter(|(_, there)| there.is_some() || source.how_read != HowRead::Document);
    for (what, text) in told.into_iter().chain(needed) {
        if text.is_none_or(|text| text.trim().is_empty()) {
            let message = format!("source `{}` lacks {what}", source.id);
            let help = "a source says who published it and when, where it was read and when";
            faults.add(Code::Header, place, message, help);
        }
    }
    if let Some(url) = &source.url {
        check_address(faults, place, url);
    }
    if let Some(date) = &source.checked_on {
        check_date(faults, place, date);
    }
}

pub(super) fn in_folder(file: &Path, folder: &Path) -> bool {
    file.parent() == Some(folder)
}
