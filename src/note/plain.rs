//! A note as plain text.

use super::sheet::{Block, Entry, Sheet};

/// The note as plain text.
pub(super) fn written(sheet: &Sheet) -> String {
    let mut text = String::new();
    let mut close = false;
    for block in &sheet.blocks {
        // Entries with lines of their own stand apart, so that a thumb finds them.
        let short = matches!(block, Block::Entry(entry) if entry.lines.is_empty());
        if !(text.is_empty() || short && close) {
            text.push('\n');
        }
        close = short || matches!(block, Block::Label(_));
        match block {
            Block::Title(words) | Block::Label(words) => {
                text.extend([&words.to_uppercase(), "\n"]);
            }
            Block::Heading(words) => text.extend(["== ", &words.to_uppercase(), "\n"]),
            Block::RunIn(label, words) => {
                text.extend([&label.to_uppercase(), ": ", words, "\n"]);
            }
            Block::Text(words) | Block::Strong(words) => text.extend([words, "\n"]),
            Block::Entry(entry) => write(&mut text, entry),
        }
    }
    text
}

fn write(text: &mut String, entry: &Entry) {
    let mark = match entry.number {
        Some(number) => format!("{number}. "),
        None => "- ".to_owned(),
    };
    text.extend([&mark, &entry.head, "\n"]);
    for line in &entry.lines {
        text.extend(["  ", line, "\n"]);
    }
}
