//! What the page rests on, in one line (SEMANTICS 18.9).

use std::fmt::Write as _;

use super::card::OUR_OWN;
use crate::contract::advice::Advice;
use crate::note::members;

/// The line: statements as ranges, editions, the day.
pub(super) fn line(advice: &Advice<'_>) -> String {
    let packs = advice.receipt.packs.iter();
    let packs = packs.map(|pack| format!("{} {}", pack.pack, pack.edition));
    let packs: Vec<_> = packs.collect();
    let mut parts = vec![packs.join(", ")];
    let as_of = advice.receipt.as_of;
    parts.extend(as_of.map(|day| format!("guidance as of {day}")));
    let ranges = ranges(members::cited(advice).into_iter().map(Statement::of));
    if !ranges.is_empty() {
        parts.insert(0, ranges);
    }
    let mut line = format!("Basis: {}.", parts.join("; "));
    if members::overdue(advice) {
        line.push_str(" Overdue for review.");
    }
    let card = &advice.card;
    let lines = [&card.stop, &card.r#do, &card.do_not, &card.then];
    let lines = lines.into_iter().flatten();
    let mut lines = lines.chain(&card.danger).chain(&card.say);
    if lines.any(|line| members::is_our_own(advice, line)) {
        line.extend([" ", &OUR_OWN.to_string(), " our own advice."]);
    }
    line
}

/// The id of a statement, taken apart: `P16a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Statement<'a> {
    series: &'a str,
    number: u32,
    part: &'a str,
    /// What stands behind the series.
    place: &'a str,
}

impl<'a> Statement<'a> {
    fn of(id: &'a str) -> Self {
        let digit = |character: char| character.is_ascii_digit();
        let (series, place) = id.split_at(id.find(digit).unwrap_or(id.len()));
        let end = place.find(|character| !digit(character));
        let (number, part) = place.split_at(end.unwrap_or(place.len()));
        Self {
            series,
            number: number.parse().unwrap_or(0),
            part,
            place,
        }
    }

    /// Whether no statement can stand between the two.
    fn is_followed_by(self, next: Self) -> bool {
        let letter = |part: &str| match part.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(*letter),
            _ => None,
        };
        if self.series != next.series {
            false
        } else if self.number == next.number {
            letter(self.part).is_some_and(|one| letter(next.part) == Some(one + 1))
        } else {
            self.number + 1 == next.number && self.part.is_empty() && ["", "a"].contains(&next.part)
        }
    }
}

/// Statements as ranges, each series named once: `P1-2b,4 S22,28-29`.
fn ranges<'a>(statements: impl Iterator<Item = Statement<'a>>) -> String {
    let mut statements: Vec<_> = statements.collect();
    statements.sort_unstable();
    let mut ranges = String::new();
    let mut series = None;
    for range in statements.chunk_by(|one, next| one.is_followed_by(*next)) {
        let [first, ..] = range else { continue };
        if series == Some(first.series) {
            ranges.push(',');
        } else {
            let apart = if series.is_some() { " " } else { "" };
            ranges.extend([apart, first.series]);
            series = Some(first.series);
        }
        ranges.push_str(first.place);
        if let [_, .., last] = range {
            let _ = write!(ranges, "-{}", last.place);
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::{Statement, ranges};

    #[track_caller]
    fn assert_ranges(ids: &[&str], expected: &str) {
        let statements = ids.iter().map(|id| Statement::of(id));
        assert_eq!(ranges(statements), expected);
    }

    #[test]
    fn a_range_leaves_out_nothing_that_could_stand_in_it() {
        assert_ranges(&[], "");
        assert_ranges(&["P1"], "P1");
        assert_ranges(&["P3", "P1", "P2"], "P1-3");
        assert_ranges(&["P9", "P10", "P11"], "P9-11");
        assert_ranges(&["P1", "P2a", "P2b", "P3"], "P1-2b,3");
        assert_ranges(&["P1", "P2b"], "P1,2b");
        assert_ranges(&["P7a", "P7c"], "P7a,7c");
        assert_ranges(&["S03", "S04", "P4", "S22"], "P4 S03-04,22");
        assert_ranges(&["local", "S2"], "S2 local");
    }
}
