//! Words as they must be written.

use std::path::Path;

use super::names::edition;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::review_dates::day;

/// The longest title: one line of a screen.
const LONGEST_TITLE: usize = 140;

/// A title, which is one line.
pub(super) fn title(faults: &mut Faults, file: &Path, title: &Word) -> String {
    if title.value.contains(char::is_control) {
        let help = "write it in one line; put the rest into `detail`";
        let message = "this title has more than one line";
        faults.add(Code::TooLong, (file, line(title)), message, help);
    }
    let length = title.value.chars().count();
    if length > LONGEST_TITLE {
        let message = format!("this title has {length} characters");
        let help = format!("keep to {LONGEST_TITLE}; put the rest into `detail`");
        faults.add(Code::TooLong, (file, line(title)), message, help);
    }
    title.value.clone()
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
