//! The texts of lines: short, without numbers to dial, and prohibitions that nobody reads as something to do.

use std::collections::BTreeSet;

use super::fault::{add, variants};
use crate::contract::advice::{Danger, Protects};
use crate::contract::catalogue::Slot;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::is_local;
use crate::guidance::model::words_of;
use crate::guidance::pack_schema::{Word, WrittenLine, WrittenTermWords, line};
use crate::guidance::parsed::{In, Parsed};

/// How a prohibition begins.
const FORBIDDING: [&str; 5] = ["Do not", "Stop.", "Nobody", "If", "Parents know"];
/// The numbers that a text may hold: the emergency number, and ages.
const NUMBERS: [&str; 3] = ["999", "18", "13"];
/// How a sentence ends before a word in braces that begins the next.
const SENTENCES: [&str; 3] = [". {", "? {", "! {"];
const MOST_WORDS_OF_AN_EXIT: usize = 14;
/// A line of an operator's own is short.
const MOST_LOCAL_WORDS: usize = 12;

pub(super) fn check(
    parsed: &Parsed,
    entry: &In<WrittenLine>,
    terms: &[&In<WrittenTermWords>],
    faults: &mut Faults,
) {
    let own = &entry.part;
    let mut ids = BTreeSet::new();
    for variant in variants(own) {
        holds_no_number(entry, &variant.text, faults);
        if SENTENCES.iter().any(|end| variant.text.value.contains(end)) {
            let message =
                "a word in braces begins a sentence, and what stands for it has no capital";
            let help = "let it stand within the sentence, or first of all";
            add(faults, entry, &variant.text, message, help);
        }
        if !ids.insert(&*variant.id.value) {
            let message = format!("the variant `{}` is given twice", variant.id.value);
            let help = "an id stands for one meaning, and is never reused";
            let place = (&*entry.file, line(&variant.id));
            faults.add(Code::DuplicateId, place, message, help);
        }
        if variant.text.value.is_empty() && variant.state != Some(Danger::None) {
            let help = "write its text, or leave the variant out";
            add(
                faults,
                entry,
                &variant.id,
                "this variant says nothing",
                help,
            );
        }
    }
    if own.parts.is_empty() || own.parts.iter().any(Vec::is_empty) {
        let help = "give it parts, each with one variant at least";
        add(faults, entry, &own.id, "this line has nothing to say", help);
    }
    for variant in own.parts.iter().take(1).flatten() {
        let slot = variant.slot.unwrap_or(own.slot);
        let text = &variant.text;
        if slot == Slot::DoNot && !FORBIDDING.iter().any(|one| text.value.starts_with(one)) {
            let help = "begin it with what must not be done, or with \"If\"";
            let message = "this prohibition does not begin like one";
            add(faults, entry, text, message, help);
        }
        if slot != Slot::DoNot && variant.stop.is_some() {
            let help = "write `slot: do_not`, or leave `stop` out";
            let message = "only what must not be done has a `stop`";
            add(faults, entry, &variant.id, message, help);
        }
    }
    for variant in own.parts.iter().flatten() {
        let slot = variant.slot.unwrap_or(own.slot);
        is_short(
            entry,
            &variant.text,
            terms,
            most_words(parsed, entry, slot),
            faults,
        );
    }
    for variant in &own.exit {
        is_short(entry, &variant.text, terms, MOST_WORDS_OF_AN_EXIT, faults);
    }
}

/// What stands for a word in braces holds no number either.
pub(super) fn check_terms(terms: &[&In<WrittenTermWords>], faults: &mut Faults) {
    for entry in terms {
        for saying in &entry.part.says {
            holds_no_number(entry, &saying.text, faults);
        }
    }
}

/// A text holds no number to dial: those come from the contacts.
fn holds_no_number<T>(entry: &In<T>, text: &Word, faults: &mut Faults) {
    let numbers = text.value.split(|letter: char| !letter.is_ascii_digit());
    for number in numbers.filter(|number| !number.is_empty() && !NUMBERS.contains(number)) {
        let message = format!("this text holds the number {number}");
        let help = "numbers come from the contacts that the line names in `call`";
        add(faults, entry, text, message, help);
    }
}

fn is_short(
    entry: &In<WrittenLine>,
    text: &Word,
    terms: &[&In<WrittenTermWords>],
    most: usize,
    faults: &mut Faults,
) {
    let words = words(&text.value, terms);
    if words > most {
        let message = format!("this text has {words} words");
        let help = format!("keep to {most}: it is read in the first minute");
        faults.add(Code::TooLong, (&entry.file, line(text)), message, help);
    }
}

/// The words of a text, each term being as long as it can be (SEMANTICS 16.13).
pub(super) fn words(text: &str, terms: &[&In<WrittenTermWords>]) -> usize {
    let mut text = text.to_owned();
    for term in terms {
        let says = term.part.says.iter().map(|saying| &*saying.text.value);
        let longest = says.max_by_key(|text| words_of(text));
        let name = format!("{{{}}}", term.part.id.value);
        text = text.replace(&name, longest.unwrap_or_default());
    }
    words_of(&text)
}

/// The most words of a line without its exit: one about evidence says what is done instead.
pub(super) fn most_words(parsed: &Parsed, entry: &In<WrittenLine>, slot: Slot) -> usize {
    if is_local(&entry.file) {
        return MOST_LOCAL_WORDS;
    }
    let items: BTreeSet<_> = entry.part.items.iter().map(|item| &*item.value).collect();
    let evidence = parsed.prohibitions.iter().any(|other| {
        other.part.protects == Protects::Evidence && items.contains(&*other.part.id.value)
    });
    match slot {
        Slot::Danger => 26,
        Slot::DoNot if evidence => 24,
        Slot::DoNot => 14,
        Slot::Do | Slot::Say => 18,
    }
}
