//! A note as Markdown.

use super::sheet::{Block, Entry, Sheet};

/// What Markdown would read as more than itself, wherever it stands. Lone brackets and the underscores of
/// ids are left alone: a note is also read as it is pasted.
pub(super) const SPECIAL: [char; 4] = ['\\', '`', '*', '<'];

/// The note as Markdown.
pub(super) fn written(sheet: &Sheet) -> String {
    let mut text = String::new();
    let mut listing = false;
    for block in &sheet.blocks {
        let entry = matches!(block, Block::Entry(_));
        if !(text.is_empty() || listing && entry) {
            text.push('\n');
        }
        listing = entry;
        match block {
            Block::Title(title) => text.extend(["# ", &escaped(title), "\n"]),
            Block::Heading(heading) => text.extend(["## ", &escaped(heading), "\n"]),
            Block::Label(label) => text.extend(["**", &escaped(label), "**\n"]),
            Block::RunIn(label, words) => {
                text.extend(["**", &escaped(label), ":** ", &escaped(words), "\n"]);
            }
            Block::Text(words) => text.extend([&escaped(words), "\n"]),
            Block::Strong(words) => text.extend(["**", &escaped(words), "**\n"]),
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
    let head = escaped(&entry.head);
    let head = if entry.strong {
        format!("**{head}**")
    } else {
        head
    };
    text.extend([&mark, &head, "\n"]);
    let indent = " ".repeat(mark.len());
    for line in &entry.lines {
        text.extend([&indent, "- ", &escaped(line), "\n"]);
    }
}

fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        if SPECIAL.contains(&character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_of_the_guidance_are_no_markup() {
        assert_eq!(escaped("a_b *c* [S29] <d>"), r"a_b \*c\* [S29] \<d>");
    }
}
