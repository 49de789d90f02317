//! How much room a page has (SEMANTICS 18.1), and how much something takes.

use std::ops::Add;
use std::slice;

use crate::guidance::words_of;
use crate::note::markdown::SPECIAL;
use crate::note::sheet::{Block, Entry};

/// So many words, as white space separates them, and so many characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    words: usize,
    characters: usize,
}

impl Size {
    /// The mark of an entry, with the end of its line.
    const MARK: Self = Self {
        words: 1,
        characters: 5,
    };

    /// No room at all.
    pub(super) const NONE: Self = Self {
        words: 0,
        characters: 0,
    };

    /// What joins two parts of a sentence, or ends it.
    pub(super) const JOINT: Self = Self {
        words: 0,
        characters: 2,
    };

    /// The size of words as Markdown has them, which is never shorter than plain text.
    pub(super) fn of(text: &str) -> Self {
        let special = text.chars().filter(|one| SPECIAL.contains(one)).count();
        Self {
            words: words_of(text),
            characters: text.chars().count() + special,
        }
    }

    /// The size of an entry that says this.
    pub(super) fn of_entry(text: &str) -> Self {
        Self::of(text) + Self::MARK
    }

    /// The size of a label, with the empty lines and the marks around it.
    pub(super) fn of_label(label: &str) -> Self {
        Self::of(label) + Self::characters(8)
    }

    fn characters(characters: usize) -> Self {
        Self {
            words: 0,
            characters,
        }
    }

    fn of_block(block: &Block) -> Self {
        match block {
            // What marks a title counts as a word.
            Block::Title(words) | Block::Heading(words) => Self::of(words) + Self::MARK,
            Block::Label(label) => Self::of_label(label),
            Block::RunIn(label, text) => Self::of_label(label) + Self::of(text),
            Block::Text(text) => Self::of(text) + Self::characters(2),
            Block::Strong(text) => Self::of_label(text),
            Block::Entry(Entry { head, lines, .. }) => {
                let lines = lines.iter().map(|line| Self::of_entry(line));
                lines.fold(Self::of_entry(head), Self::add)
            }
        }
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }
}

/// What is left of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room(Size);

impl Room {
    /// A whole page.
    pub(super) fn for_a_page() -> Self {
        Self(Size {
            words: 450,
            characters: 4_000,
        })
    }

    /// The room that the block leaves.
    pub(super) fn take(&mut self, block: &Block) {
        self.take_size(Size::of_block(block));
    }

    /// The room that the blocks leave.
    pub(super) fn take_all<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block>) {
        for block in blocks {
            self.take(block);
        }
    }

    /// The room that something of that size leaves.
    pub(super) fn take_size(&mut self, size: Size) {
        let Self(left) = self;
        left.words = left.words.saturating_sub(size.words);
        left.characters = left.characters.saturating_sub(size.characters);
    }

    /// The room that there is again without something of that size, which it was left by.
    pub(super) fn give_back(&mut self, size: Size) {
        let Self(left) = self;
        *left = *left + size;
    }

    /// Whether there is room for the block.
    pub(super) fn has_block(self, block: &Block) -> bool {
        self.has_blocks(slice::from_ref(block))
    }

    /// Whether there is room for all the blocks.
    pub(super) fn has_blocks(self, blocks: &[Block]) -> bool {
        self.has(
            blocks
                .iter()
                .map(Size::of_block)
                .fold(Size::NONE, Size::add),
        )
    }

    /// Whether there is room for that much.
    pub(super) fn has(self, size: Size) -> bool {
        let Self(left) = self;
        size.words <= left.words && size.characters <= left.characters
    }
}
