//! A page as plain text.

use super::page::{Block, Entry, Page};

/// The page as plain text.
pub(super) fn written(page: &Page) -> String {
    let mut text = String::new();
    let mut listing = false;
    for block in &page.blocks {
        // Entries with lines of their own stand apart, so that a thumb finds them.
        let close = listing && matches!(block, Block::Entry(entry) if entry.lines.is_empty());
        if !text.is_empty() && !close {
            text.push('\n');
        }
        listing = matches!(block, Block::Entry(entry) if entry.lines.is_empty());
        match block {
            Block::Title(words) => text.extend([&words.to_uppercase(), "\n"]),
            Block::Heading(words) => text.extend(["== ", &words.to_uppercase(), "\n"]),
            Block::Text(words) => text.extend([words, "\n"]),
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
