//! What lines must be so that a professional under stress can read them, and so that nothing is left unsaid.

use std::collections::BTreeMap;
use std::path::Path;

use crate::contract::advice::Protects;
use crate::contract::catalogue::Slot;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::is_local;
use crate::guidance::pack_schema::{Word, WrittenLine, WrittenVariant, line};
use crate::guidance::parsed::{In, Parsed};

/// How a prohibition begins, so that nobody reads it as something to do.
const FORBIDDING: [&str; 5] = ["Do not", "Stop.", "Nobody", "If", "Parents know"];
/// The numbers that a text may hold: the emergency number, and ages.
const NUMBERS: [&str; 3] = ["999", "18", "13"];
const MOST_WORDS_OF_AN_EXIT: usize = 14;
/// A line of an operator's own is short.
const MOST_LOCAL_WORDS: usize = 12;
const MOST_LOCAL_PROHIBITIONS: usize = 2;

/// Tells what is wrong with the lines that count.
pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    each_item_in_one_line(parsed, lines, faults);
    nothing_is_lost(parsed, lines, faults);
    prohibitions_in_order(parsed, lines, faults);
    let mut local = 0;
    for In { file, part } in lines {
        let check = LineCheck { file, line: part };
        check.words(parsed, faults);
        if is_local(file) && part.slot == Slot::DoNot {
            local += 1;
            if local > MOST_LOCAL_PROHIBITIONS {
                let message = "local guidance has more than two lines of prohibitions";
                let help = "join them: the card has room for two";
                faults.add(Code::Line, (file, line(&part.id)), message, help);
            }
        }
    }
    if !lines.iter().any(|entry| entry.part.slot == Slot::Danger)
        && let Some(first) = parsed.headers.first()
    {
        let message = "no line says what is done about danger";
        let help = "write a line with `slot: danger`";
        faults.add(Code::Line, (&first.file, 0), message, help);
    }
}

/// Each prohibition and each action is in exactly one line (SEMANTICS 16.2).
fn each_item_in_one_line(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    let mut lines_of: BTreeMap<&str, &Word> = BTreeMap::new();
    for In { file, part } in lines {
        for item in &part.items {
            if let Some(other) = lines_of.insert(&item.value, &part.id) {
                let message = format!("`{}` is in the line `{}` already", item.value, other.value);
                let help = "an item is in one line: take it out of one of them";
                faults.add(Code::Line, (file, line(item)), message, help);
            }
        }
    }
    let prohibitions = parsed
        .prohibitions
        .iter()
        .map(|entry| (&entry.file, &entry.part.id));
    let actions = parsed
        .actions
        .iter()
        .map(|entry| (&entry.file, &entry.part.id));
    for (file, id) in prohibitions.chain(actions) {
        if !lines_of.contains_key(&*id.value) {
            let message = format!("`{}` is in no line of the card", id.value);
            let help = "name it in `items` of the line that says it, or write a line for it";
            faults.add(Code::Line, (file, line(id)), message, help);
        }
    }
}

/// A line that takes the place of an earlier one has all its items (SEMANTICS 16.2).
fn nothing_is_lost(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    for In { file, part } in lines {
        let replaced = parsed.lines.iter();
        let replaced = replaced.filter(|other| other.part.id.value == part.id.value);
        for item in replaced.flat_map(|other| &other.part.items) {
            if !part.items.iter().any(|own| own.value == item.value) {
                let message = format!("this line takes the place of one that has `{}`", item.value);
                let help = "name all items of the earlier line";
                faults.add(Code::Line, (file, line(&part.id)), message, help);
            }
        }
    }
}

/// Lines of prohibitions are written in the order in which they are read: welfare, evidence, law (SEMANTICS 16.9).
fn prohibitions_in_order(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    let rank = |protects| match protects {
        Protects::Welfare => 0,
        Protects::Evidence => 1,
        Protects::Law => 2,
    };
    let protects = |item: &Word| {
        let mut prohibitions = parsed.prohibitions.iter();
        let found = prohibitions.find(|entry| entry.part.id.value == item.value);
        found.map(|entry| rank(entry.part.protects))
    };
    let mut before: BTreeMap<&Path, u8> = BTreeMap::new();
    for In { file, part } in lines {
        let own = part.items.iter().filter_map(protects).min();
        let Some(own) = own.filter(|_| part.slot == Slot::DoNot) else {
            continue;
        };
        let folder = file.parent().unwrap_or(file);
        let before = before.entry(folder).or_default();
        if own < *before {
            let message = "this line protects what comes before that of the line above it";
            let help = "write what protects welfare first, then evidence, then law";
            faults.add(Code::Line, (file, line(&part.id)), message, help);
        }
        *before = (*before).max(own);
    }
}

/// One line that is looked at.
struct LineCheck<'c> {
    file: &'c Path,
    line: &'c WrittenLine,
}

impl LineCheck<'_> {
    fn add(&self, faults: &mut Faults, word: &Word, message: String, help: &str) {
        faults.add(Code::Line, (self.file, line(word)), message, help);
    }

    fn words(&self, parsed: &Parsed, faults: &mut Faults) {
        let parts = self.line.parts.iter().flatten();
        for variant in parts.clone().chain(&self.line.exit) {
            self.items(faults, variant);
            self.text(faults, variant);
        }
        let heads = self.line.parts.iter().take(1).flatten();
        for variant in heads.filter(|one| self.slot(one) == Slot::DoNot) {
            let text = &variant.text.value;
            if !FORBIDDING.iter().any(|start| text.starts_with(start)) {
                let help = "begin it with what must not be done, or with \"If\"";
                self.add(
                    faults,
                    &variant.text,
                    "this prohibition does not begin like one".to_owned(),
                    help,
                );
            }
        }
        for variants in &self.line.parts {
            for variant in variants {
                self.length(faults, variant, self.most_words(parsed, variant));
            }
        }
        for variant in &self.line.exit {
            self.length(faults, variant, MOST_WORDS_OF_AN_EXIT);
        }
    }

    fn slot(&self, variant: &WrittenVariant) -> Slot {
        variant.slot.unwrap_or(self.line.slot)
    }

    /// A variant speaks of items of its line.
    fn items(&self, faults: &mut Faults, variant: &WrittenVariant) {
        for item in variant.names.iter().chain(&variant.covers) {
            if !self.line.items.iter().any(|own| own.value == item.value) {
                let message = format!("`{}` is no item of this line", item.value);
                self.add(
                    faults,
                    item,
                    message,
                    "name it in `items` of the line first",
                );
            }
        }
    }

    /// A text holds no number to dial: those come from the contacts.
    fn text(&self, faults: &mut Faults, variant: &WrittenVariant) {
        let text = &variant.text.value;
        let numbers = text.split(|letter: char| !letter.is_ascii_digit());
        for number in numbers.filter(|number| !number.is_empty() && !NUMBERS.contains(number)) {
            let message = format!("this text holds the number {number}");
            let help = "numbers come from the contacts that the line names in `call`";
            self.add(faults, &variant.text, message, help);
        }
    }

    fn length(&self, faults: &mut Faults, variant: &WrittenVariant, most: usize) {
        let words = variant.text.value.split_whitespace().count();
        if words > most {
            let message = format!("this text has {words} words");
            let help = format!("keep to {most}: it is read in the first minute");
            self.add(faults, &variant.text, message, &help);
        }
    }

    /// The most words of a text: a line about evidence says what is done instead.
    fn most_words(&self, parsed: &Parsed, variant: &WrittenVariant) -> usize {
        if is_local(self.file) {
            return MOST_LOCAL_WORDS;
        }
        let evidence = parsed.prohibitions.iter().any(|entry| {
            entry.part.protects == Protects::Evidence
                && self
                    .line
                    .items
                    .iter()
                    .any(|item| item.value == entry.part.id.value)
        });
        match self.slot(variant) {
            Slot::Danger => 26,
            Slot::DoNot if evidence => 24,
            Slot::DoNot => 14,
            Slot::Do | Slot::Say => 18,
        }
    }
}
