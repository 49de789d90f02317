//! What a note consists of, whatever its form.

/// A note: blocks from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) blocks: Vec<Block>,
}

/// A part of a note.
#[derive(Debug)]
pub(super) enum Block {
    /// What the note is.
    Title(&'static str),
    /// What follows, in a long note.
    Heading(&'static str),
    /// What follows, in a short one.
    Label(&'static str),
    /// What follows, in the line in which it starts.
    RunIn(&'static str, String),
    /// Running text.
    Text(String),
    /// Running text that is to catch the eye.
    Strong(String),
    /// An entry of a list.
    Entry(Entry),
}

/// An entry of a list: a line that says it, and lines that belong to it.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its number, where the order is the order of doing.
    pub(super) number: Option<usize>,
    /// What it says.
    pub(super) head: String,
    /// Whether it is to catch the eye.
    pub(super) strong: bool,
    /// What belongs to it.
    pub(super) lines: Vec<String>,
}

impl Entry {
    /// An entry that is to catch the eye.
    pub(super) fn strong(head: impl Into<String>) -> Self {
        Self {
            strong: true,
            ..Self::quiet(head)
        }
    }

    /// An entry like any other.
    pub(super) fn quiet(head: impl Into<String>) -> Self {
        Self {
            number: None,
            head: head.into(),
            strong: false,
            lines: Vec::new(),
        }
    }

    /// The entry with one more line.
    pub(super) fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// The entry with one more line, where there is something to say.
    pub(super) fn maybe(self, label: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.line(format!("{label}{text}")),
            None => self,
        }
    }
}

impl Sheet {
    pub(super) fn title(&mut self, title: &'static str) {
        self.blocks.push(Block::Title(title));
    }

    pub(super) fn text(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// A heading with its entries; nothing where there are none.
    pub(super) fn section(&mut self, heading: &'static str, about: &str, entries: Vec<Entry>) {
        if entries.is_empty() {
            return;
        }
        self.blocks.push(Block::Heading(heading));
        if !about.is_empty() {
            self.text(about);
        }
        self.blocks.extend(entries.into_iter().map(Block::Entry));
    }

    /// The same, with the entries numbered.
    pub(super) fn steps(&mut self, heading: &'static str, about: &str, entries: Vec<Entry>) {
        self.section(heading, about, numbered(entries));
    }
}

/// The entries in the order of doing.
pub(super) fn numbered(mut entries: Vec<Entry>) -> Vec<Entry> {
    for (place, entry) in entries.iter_mut().enumerate() {
        entry.number = Some(place + 1);
    }
    entries
}
