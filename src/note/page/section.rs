//! A section of a page that may have to yield: as much of it as there is room for, and how much more there is
//! (SEMANTICS 18.10).

use super::room::{Room, Size};
use crate::note::sheet::{Block, Entry};
use crate::note::words::ended;

/// A section that may have to yield.
pub(super) struct Section {
    pub(super) label: &'static str,
    pub(super) lines: Vec<Sentence>,
    /// How many parts it shows at most.
    pub(super) most: usize,
    /// How many parts, from the first, it does not go without.
    pub(super) must: usize,
    /// For how many of them room is kept before any other section takes some.
    pub(super) kept: usize,
}

/// A line of a section: what its parts have in common, and the parts, of which the last may be left out.
pub(super) struct Sentence {
    /// Where it stands among the lines that are shown; in the order of taking room where that is the same.
    pub(super) place: usize,
    pub(super) opening: String,
    pub(super) parts: Vec<String>,
}

impl Sentence {
    pub(super) fn of(part: impl Into<String>) -> Self {
        Self::with(String::new(), vec![part.into()])
    }

    pub(super) fn with(opening: String, parts: Vec<String>) -> Self {
        Self {
            place: 0,
            opening,
            parts,
        }
    }
}

/// What there was room for.
pub(super) struct Fitted {
    pub(super) blocks: Vec<Block>,
    /// How many parts there were, where there was room for none.
    pub(super) hidden: usize,
}

impl Section {
    pub(super) fn of(label: &'static str, lines: Vec<Sentence>) -> Self {
        Self {
            label,
            lines,
            most: usize::MAX,
            must: 0,
            kept: 0,
        }
    }

    /// Whether there is room for the parts that it does not go without.
    pub(super) fn has_room(&self, room: Room) -> bool {
        self.longest(room, self.must).0 == self.must
    }

    /// Goes without them, and gives how many there were.
    pub(super) fn drop_must(&mut self) -> usize {
        self.lines.drain(..self.must);
        self.kept -= self.must;
        std::mem::take(&mut self.must)
    }

    /// The room that is kept for its first parts.
    pub(super) fn kept(&self, room: Room) -> Size {
        match self.longest(room, self.kept) {
            (0, _) => Size::NONE,
            (_, size) => size,
        }
    }

    /// As many parts from the first as there is room for, and how many more there are.
    pub(super) fn fitted(self, room: &mut Room) -> Fitted {
        let all = self.all();
        let (shown, size) = self.longest(*room, self.most);
        if shown == 0 {
            return Fitted {
                blocks: Vec::new(),
                hidden: all,
            };
        }
        room.take_size(size);
        let mut lines = self.lines;
        let mut left = shown;
        for line in &mut lines {
            line.parts.truncate(left);
            left -= line.parts.len();
        }
        lines.retain(|line| !line.parts.is_empty());
        lines.sort_by_key(|line| line.place);
        let said = lines
            .into_iter()
            .map(|line| line.opening + &line.parts.join("; "));
        let mut said: Vec<_> = said.map(ended).collect();
        if let Some(last) = said.last_mut().filter(|_| shown < all) {
            last.push_str(&more(all - shown));
        }
        let entries = said
            .into_iter()
            .map(|text| Block::Entry(Entry::quiet(text)));
        let blocks = [Block::Label(self.label)]
            .into_iter()
            .chain(entries)
            .collect();
        Fitted { blocks, hidden: 0 }
    }

    /// How many parts there are.
    fn all(&self) -> usize {
        self.lines.iter().map(|line| line.parts.len()).sum()
    }

    /// The most parts for which there is room, of so many at most, and what they take.
    fn longest(&self, room: Room, most: usize) -> (usize, Size) {
        let all = self.all();
        let mut size = Size::of_label(self.label);
        let mut longest = (0, size);
        let mut shown = 0;
        for line in &self.lines {
            size = size + Size::of_entry(&line.opening);
            for part in &line.parts {
                shown += 1;
                // What joins a part to the next, or ends it, is no word of its own.
                size = size + Size::of(part) + Size::JOINT;
                if shown > most || !room.has(size) {
                    return longest;
                }
                let more = if shown < all {
                    Size::of(&more(all - shown))
                } else {
                    Size::NONE
                };
                if room.has(size + more) {
                    longest = (shown, size + more);
                }
            }
        }
        longest
    }
}

/// How much more there is, behind a sentence.
pub(super) fn more(count: usize) -> String {
    format!(" ({count} more)")
}
