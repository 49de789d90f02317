//! The result as text for people.

mod patterns;
mod said;

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value};

use super::report::{Change, Changes, Comparison, Contradicting};

/// The most patterns of a change that are printed; the JSON has all.
const PATTERNS: usize = 12;

/// The longest line, where words allow it.
const WIDTH: usize = 100;

/// Under the number of a change.
const INDENT: &str = "   ";
const BULLET: &str = "   - ";

const LEGEND: &str = "A fact counts as what is stated or follows from another answer. \"Open\" \
    is what nobody has asked about, or asked in vain. What a pattern does not name may be anything.";

impl Display for Comparison {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for (place, changes) in self.choices.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            let [old, new] = [&changes.old, &changes.new].map(packs);
            if old == new {
                writeln!(out, "Answers made of {old}:\n")?;
            } else {
                writeln!(out, "Answers made of {old} (old) and of {new} (new):\n")?;
            }
            write!(out, "{changes}")?;
        }
        Ok(())
    }
}

impl Display for Changes {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "old: {}", editions(&self.old))?;
        writeln!(out, "new: {}", editions(&self.new))?;
        if self.is_empty() {
            return writeln!(out, "\nEvery incident gets the same advice.");
        }
        writeln!(out)?;
        fill(out, "", LEGEND)?;
        for (number, change) in (1..).zip(&self.changes) {
            writeln!(out)?;
            write_change(out, number, change)?;
        }
        Ok(())
    }
}

fn packs(editions: &Map<String, Value>) -> String {
    let packs: Vec<_> = editions.keys().map(String::as_str).collect();
    packs.join(", ")
}

fn editions(editions: &Map<String, Value>) -> String {
    let name = |(pack, edition): (&String, &Value)| {
        let edition = edition.as_str().unwrap_or_default();
        format!("{pack} {edition}")
    };
    editions.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn write_change(out: &mut Formatter<'_>, number: usize, change: &Change) -> fmt::Result {
    let head = format!("{number}. ");
    for (place, moved) in change.moved.iter().enumerate() {
        let start = if place == 0 { &head } else { INDENT };
        fill(out, start, &moved.to_string())?;
    }
    write_patterns(out, change)?;
    if let Some(example) = &change.example {
        fill(out, INDENT, &format!("Example: {example}"))?;
    }
    match &change.contradicting {
        Some(contradicting) => {
            let word = if change.patterns.is_empty() {
                "Only"
            } else {
                "Also"
            };
            write_contradicting(out, word, contradicting)
        }
        None => Ok(()),
    }
}

fn write_patterns(out: &mut Formatter<'_>, change: &Change) -> fmt::Result {
    let told = if change.otherwise_explained {
        ", unless a change above explains it"
    } else {
        ""
    };
    match &*change.patterns {
        [] => return Ok(()),
        [pattern] if pattern.is_empty() => return fill(out, INDENT, &format!("Always{told}")),
        [_] => fill(out, INDENT, &format!("Where this holds{told}:"))?,
        _ => fill(out, INDENT, &format!("Where any of these holds{told}:"))?,
    }
    for pattern in change.patterns.iter().take(PATTERNS) {
        write_lines(out, &patterns::counted(pattern))?;
    }
    match change.patterns.len().saturating_sub(PATTERNS) {
        0 => Ok(()),
        more => fill(
            out,
            BULLET,
            &format!("or another that --json lists ({more} more)"),
        ),
    }
}

fn write_contradicting(
    out: &mut Formatter<'_>,
    word: &str,
    contradicting: &Contradicting,
) -> fmt::Result {
    let among = if contradicting.pattern.is_empty() {
        ""
    } else {
        ", at most where this holds:"
    };
    let text = format!("{word} in some incidents whose answers contradict each other{among}");
    fill(out, INDENT, &text)?;
    write_lines(out, &patterns::stated(&contradicting.pattern))?;
    fill(out, INDENT, &format!("Example: {}", contradicting.example))
}

/// The lines of one pattern.
fn write_lines(out: &mut Formatter<'_>, lines: &[String]) -> fmt::Result {
    let indent = " ".repeat(BULLET.len());
    for (place, line) in lines.iter().enumerate() {
        let start = if place == 0 { BULLET } else { &indent };
        fill(out, start, line)?;
    }
    Ok(())
}

/// Text that begins in this way, in lines that are not too long.
fn fill(out: &mut Formatter<'_>, start: &str, text: &str) -> fmt::Result {
    let indent = " ".repeat(start.len());
    let mut line = start.to_owned();
    let mut words = text.split(' ');
    line.push_str(words.next().unwrap_or_default());
    for word in words {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(out, "{line}")?;
            line = format!("{indent}{word}");
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    writeln!(out, "{line}")
}
