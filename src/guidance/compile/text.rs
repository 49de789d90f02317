//! Words as they must be written.

use std::path::Path;

use super::names::edition;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::review_dates::day;

/// The longest title, and the longest reason: one line of a screen.
const LONGEST_LINE: usize = 140;

/// A title, which is one line.
pub(super) fn title(faults: &mut Faults, file: &Path, title: &Word) -> String {
    one_line(faults, file, title, "title", "put the rest into `detail`")
}

/// A reason, which is one line.
pub(super) fn because(faults: &mut Faults, file: &Path, because: &Word) -> String {
    one_line(
        faults,
        file,
        because,
        "reason",
        "put the rest into `note`, or leave it to the statements",
    )
}

fn one_line(faults: &mut Faults, file: &Path, word: &Word, what: &str, rest: &str) -> String {
    if word.value.contains(char::is_control) {
        let message = format!("this {what} has more than one line");
        let help = format!("write it in one line; {rest}");
        faults.add(Code::TooLong, (file, line(word)), message, help);
    }
    let length = word.value.chars().count();
    if length > LONGEST_LINE {
        let message = format!("this {what} has {length} characters");
        let help = format!("keep to {LONGEST_LINE}; {rest}");
        faults.add(Code::TooLong, (file, line(word)), message, help);
    }
    word.value.clone()
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
