//! What stands behind the card, as far as there is room (SEMANTICS 18.4, 18.5, 18.6, 18.7, 18.8, 18.10).

use super::card;
use super::room::{Room, Size};
use crate::contract::advice::{Advice, Scope};
use crate::guidance::Guidance;
use crate::note::contacts;
use crate::note::members;
use crate::note::sheet::{Block, Entry};
use crate::note::words::{ended, inside};

/// A section that may have to yield.
struct Section {
    label: &'static str,
    lines: Vec<Sentence>,
    /// How many parts it shows at most.
    most: usize,
    /// For how many of them room is kept before any other section takes some.
    kept: usize,
}

/// A line of a section: what its parts have in common, and the parts, of which the last may be left out.
struct Sentence {
    /// Where it stands among the lines that are shown; in the order of taking room where that is the same.
    place: usize,
    opening: String,
    parts: Vec<String>,
}

impl Sentence {
    fn of(part: impl Into<String>) -> Self {
        Self::with(String::new(), vec![part.into()])
    }

    fn with(opening: String, parts: Vec<String>) -> Self {
        Self {
            place: 0,
            opening,
            parts,
        }
    }
}

/// The sections in their order, and how much of them is left out altogether.
pub(super) fn blocks<'g>(
    guidance: &'g Guidance,
    advice: &Advice<'g>,
    mut room: Room,
) -> Vec<Block> {
    // What is left out altogether is counted at the end: there is always room for that.
    room.take(&left_out(999));
    // Who comes first here yields last. What waits leaves room for whom to reach.
    let then = then(advice);
    let kept = then.kept(room);
    room.take_size(kept);
    let not_yet = not_yet(guidance, advice).fitted(&mut room);
    room.give_back(kept);
    let then = then.fitted(&mut room);
    let if_so = if_so(guidance, advice).fitted(&mut room);
    let not_covered = not_covered(advice).fitted(&mut room);
    let good_to_know = good_to_know(guidance, advice).fitted(&mut room);
    let mut blocks: Vec<Block> = Vec::new();
    let mut hidden = 0;
    for fitted in [then, not_yet, if_so, not_covered, good_to_know] {
        blocks.extend(fitted.blocks);
        hidden += fitted.hidden;
    }
    if hidden > 0 {
        blocks.push(left_out(hidden));
    }
    blocks
}

fn left_out(count: usize) -> Block {
    Block::Text(format!("({count} more points did not fit on this page)"))
}

/// What comes after the card, in its order. The lines that say whom to reach take their room first.
fn then(advice: &Advice<'_>) -> Section {
    let mut lines: Vec<_> = advice.card.then.iter().enumerate().collect();
    lines.sort_by_key(|(_, line)| line.call.is_empty());
    let kept = lines.partition_point(|(_, line)| !line.call.is_empty());
    let lines = lines.into_iter().map(|(place, line)| Sentence {
        place,
        ..Sentence::of(card::text(advice, line))
    });
    Section {
        kept,
        ..Section::of("Then", lines.collect())
    }
}

fn not_yet<'g>(guidance: &'g Guidance, advice: &Advice<'g>) -> Section {
    let groups = members::held_back(advice).into_iter();
    let lines = groups.map(|group| {
        let items = group.items.iter();
        let shorts = items.map(|item| members::short(guidance, item.id, item.title.as_str()));
        Sentence::with(format!("Not until {}: ", group.until), parts(shorts))
    });
    Section::of("Not yet", lines.collect())
}

/// What is due once something turns out so. What saves a life is said by the line of danger, where there is one.
fn if_so<'g>(guidance: &'g Guidance, advice: &Advice<'g>) -> Section {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for action in members::possible(advice) {
        if advice.card.danger.is_some() && members::saves_a_life(guidance, action.id) {
            continue;
        }
        let Some(condition) = members::condition(action) else {
            continue;
        };
        let short = members::short(guidance, action.id, action.title.as_str());
        match groups.iter_mut().find(|(known, _)| *known == condition) {
            Some((_, items)) => items.push(short),
            None => groups.push((condition, vec![short])),
        }
    }
    let lines = groups.into_iter().map(|(condition, items)| {
        Sentence::with(format!("{}: ", inside(condition)), parts(items.into_iter()))
    });
    Section::of("If you find out that", lines.collect())
}

/// What the guidance does not cover. Where it has no other advice, what a careful professional does instead.
fn not_covered(advice: &Advice<'_>) -> Section {
    let lines = advice.not_covered.iter().map(|gap| {
        let mut says = ended(gap.title.as_str().to_owned());
        if advice.scope != Scope::Incident {
            let detail = gap.detail.map(|detail| format!(" {}", detail.as_str()));
            let contacts = contacts::named(advice, &gap.contacts);
            let contacts = contacts.map(|contacts| format!(" ({contacts})"));
            says.extend(detail.into_iter().chain(contacts));
        }
        Sentence::of(says)
    });
    Section::of("Not covered", lines.collect())
}

/// What speaks of this child comes first.
fn good_to_know(guidance: &Guidance, advice: &Advice<'_>) -> Section {
    let mut known: Vec<_> = members::explanations(advice).collect();
    known.sort_by_key(|explanation| !members::is_about_the_child(guidance, explanation));
    let lines = known.iter().map(|known| Sentence::of(known.title.as_str()));
    Section {
        most: 2,
        ..Section::of("Good to know", lines.collect())
    }
}

fn parts<'a>(items: impl Iterator<Item = &'a str>) -> Vec<String> {
    items.map(inside).collect()
}

/// What there was room for.
struct Fitted {
    blocks: Vec<Block>,
    /// How many parts there were, where there was room for none.
    hidden: usize,
}

impl Section {
    fn of(label: &'static str, lines: Vec<Sentence>) -> Self {
        Self {
            label,
            lines,
            most: usize::MAX,
            kept: 0,
        }
    }

    /// The room that is kept for its first parts.
    fn kept(&self, room: Room) -> Size {
        match self.longest(room, self.kept) {
            (0, _) => Size::NONE,
            (_, size) => size,
        }
    }

    /// As many parts from the first as there is room for, and how many more there are.
    fn fitted(self, room: &mut Room) -> Fitted {
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

fn more(count: usize) -> String {
    format!(" ({count} more)")
}
