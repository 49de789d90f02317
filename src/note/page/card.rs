//! The card as it stands in a note (SEMANTICS 18.2).

use super::room::Room;
use crate::contract::advice::{Advice, Line};
use crate::note::members;
use crate::note::sheet::{Block, Entry, numbered};

/// What marks a line that nobody but the editors says.
pub(super) const OUR_OWN: char = '†';

/// The card without `then`, in its order.
pub(super) fn blocks(advice: &Advice<'_>) -> Vec<Block> {
    let card = &advice.card;
    let entries = |lines: &[Line<'_>]| -> Vec<Entry> {
        let said = lines.iter().map(|line| text(advice, line));
        said.map(Entry::quiet).collect()
    };
    let asked: Vec<_> = card.ask.iter().map(|ask| ask.text).collect();
    let mut blocks: Vec<Block> = Vec::new();
    let danger = card.danger.iter().map(|line| text(advice, line));
    blocks.extend(danger.map(Block::Strong));
    blocks.extend(list("Stop", entries(&card.stop)));
    blocks.extend(list("Do now", numbered(entries(&card.r#do))));
    blocks.extend(list("Do not", entries(&card.do_not)));
    let say = card.say.iter().map(|line| text(advice, line));
    blocks.extend(say.map(|say| Block::RunIn("Say", say)));
    if !asked.is_empty() {
        blocks.push(Block::RunIn("Find out", asked.join(" ")));
    }
    blocks
}

fn list(label: &'static str, entries: Vec<Entry>) -> Vec<Block> {
    let label = (!entries.is_empty()).then_some(Block::Label(label));
    let entries = entries.into_iter().map(Block::Entry);
    label.into_iter().chain(entries).collect()
}

/// A line: what it says, whether that is our own advice, and whom it offers to reach, but for a number that it has said.
pub(super) fn text(advice: &Advice<'_>, line: &Line<'_>) -> String {
    let mut text = line.text.clone().into_owned();
    if members::is_our_own(advice, line) {
        text.push(OUR_OWN);
    }
    let calls = line.call.iter().map(|call| &*call.label);
    let calls = calls.filter(|label| {
        let number = label.rsplit_once(": ").map_or(*label, |(_, number)| number);
        !line.text.contains(number)
    });
    let calls: Vec<_> = calls.collect();
    if !calls.is_empty() {
        text.extend([" (", &calls.join("; "), ")"]);
    }
    text
}

/// The telephone numbers of lines with whom they reach, as many as there is room for. A number is one word.
pub(super) fn numbers(lines: &[Line<'_>], room: Room) -> Option<Block> {
    let calls = lines.iter().flat_map(|line| line.call.iter());
    let phones = calls.filter(|call| !call.href.starts_with("https:"));
    let labels = phones.map(|call| match call.label.rsplit_once(": ") {
        Some((name, number)) => format!("{name}: {}", number.replace(' ', "-")),
        None => call.label.clone(),
    });
    let labels: Vec<_> = labels.collect();
    let mut blocks = (1..=labels.len()).rev().filter_map(|most| {
        let labels = labels.get(..most)?;
        Some(Block::RunIn("Call", format!("{}.", labels.join("; "))))
    });
    blocks.find(|block| room.has_block(block))
}
