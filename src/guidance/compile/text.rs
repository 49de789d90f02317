//! Words as they must be written.

use std::path::Path;

use super::names::edition;
use crate::contract::prerendered::{Prerendered, Text};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::words_of;
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::review_dates::day;

/// A kind of text: what it is called, the most characters it may have, and where the rest goes.
pub(super) struct TextLimit {
    what: &'static str,
    most: usize,
    rest: &'static str,
}

/// Of an item, a rewording, a question, an explanation, a gap or a situation.
pub(super) const TITLE: TextLimit = limit("title", 70, "put the rest into `detail`");
/// Of all these but an explanation.
pub(super) const DETAIL: TextLimit = limit("detail", 140, "say only what changes what is done");
/// Of an explanation, which comes on request.
pub(super) const BODY: TextLimit = limit("detail", 400, "leave the rest to the statements");
/// Of a ground. While it is open, words stand before it.
pub(super) const BECAUSE: TextLimit = limit(
    "reason",
    75,
    "put the rest into `note`, or leave it to the statements",
);
/// What a caution says, and a gate that is not open.
pub(super) const REASON: TextLimit = limit("reason", 90, "leave the rest to the statements");
pub(super) const UNTIL: TextLimit = limit("condition", 70, "leave the rest to the statements");
/// What lifts a prohibition, which names every way at once.
pub(super) const LIFTED: TextLimit = limit("condition", 140, "leave the rest to the statements");
pub(super) const HINT: TextLimit = limit("hint", 80, "name one thing to ask or to do");
/// What is read before any question.
pub(super) const HOW_TO_ASK: TextLimit = limit(
    "head of the questions",
    160,
    "what one question needs goes into its `detail`",
);
/// Of whoever speaks for themselves, which comes on request.
pub(super) const NOTE: TextLimit = limit("note", 200, "leave the rest to the statements");
/// Of a contact.
pub(super) const CONTACT: TextLimit = limit("text", 70, "name what matters in a hurry");

const fn limit(what: &'static str, most: usize, rest: &'static str) -> TextLimit {
    TextLimit { what, most, rest }
}

/// A text within its limit, in one line.
pub(super) fn within(limit: &TextLimit, faults: &mut Faults, file: &Path, text: &Word) -> String {
    check_within(limit, faults, (file, line(text)), &text.value);
    text.value.clone()
}

/// Likewise, where there is one.
pub(super) fn within_if_any(
    limit: &TextLimit,
    faults: &mut Faults,
    file: &Path,
    text: Option<&Word>,
) -> Option<Text> {
    text.map(|text| Prerendered::new(within(limit, faults, file, text)))
}

/// Tells of a text that is too long or has more than one line.
pub(super) fn check_within(
    limit: &TextLimit,
    faults: &mut Faults,
    place: (&Path, u64),
    text: &str,
) {
    let TextLimit { what, most, rest } = limit;
    if text.contains(char::is_control) {
        let message = format!("this {what} has more than one line");
        let help = format!("write it in one line; {rest}");
        faults.add(Code::TooLong, place, message, help);
    }
    let length = text.chars().count();
    if length > *most {
        let message = format!("this {what} has {length} characters");
        let help = format!("keep to {most}; {rest}");
        faults.add(Code::TooLong, place, message, help);
    }
}

/// The most words of what is done, in short.
pub(super) const SHORT_DEED: usize = 8;
/// The most words of what is waited for, in short.
pub(super) const SHORT_WAIT: usize = 14;

/// A clause of a few words; left out, what it is short for stands in its place and is as short.
pub(super) fn short(
    most: usize,
    faults: &mut Faults,
    file: &Path,
    short: Option<&Word>,
    long: &Word,
) -> String {
    let clause = short.unwrap_or(long);
    let words = words_of(&clause.value);
    if words > most {
        let message = match short {
            Some(_) => format!("this short form has {words} words"),
            None => format!("this has {words} words, and no short form"),
        };
        let help = format!("say it in at most {most} words: a case note of one page shows it");
        faults.add(Code::TooLong, (file, line(clause)), message, help);
    }
    clause.value.clone()
}

/// The words themselves.
pub(super) fn values(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.value.clone()).collect()
}

/// Editions are told apart by their numbers, and label what is measured.
pub(super) fn check_edition(faults: &mut Faults, place: (&Path, u64), written: &str) {
    if edition(written).is_none() {
        let message = format!("`{written}` is not an edition");
        let help = "write three numbers: \"1.0.0\"";
        faults.add(Code::BadWord, place, message, help);
    }
}

/// Addresses are written as they are opened: with `https://`, and a host.
pub(super) fn check_address(faults: &mut Faults, place: (&Path, u64), written: &str) {
    let host = written
        .strip_prefix("https://")
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let labels = host.map(|host| host.split('.').collect::<Vec<_>>());
    let whole = labels.is_some_and(|labels| labels.len() > 1 && !labels.contains(&""));
    if !whole || written.contains(char::is_whitespace) {
        let message = format!("`{written}` is no whole address");
        let help = "write it as it is opened, from https:// on";
        faults.add(Code::BadWord, place, message, help);
    }
}

/// Days are written year-month-day.
pub(super) fn check_date(faults: &mut Faults, place: (&Path, u64), date: &str) {
    if day(date).is_none() {
        let message = format!("`{date}` is not a date");
        faults.add(
            Code::BadWord,
            place,
            message,
            "write year-month-day: \"2027-05-22\"",
        );
    }
}
