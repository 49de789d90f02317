//! What stands behind the card, as far as there is room (SEMANTICS 18.4, 18.5, 18.6, 18.7, 18.8, 18.10).

use super::card;
use super::room::Room;
use super::section::{Section, Sentence};
use crate::contract::advice::{Advice, Scope};
use crate::guidance::Guidance;
use crate::note::contacts;
use crate::note::members;
use crate::note::sheet::Block;
use crate::note::words::{ended, inside};

/// The room that there is where all of it is left out.
pub(super) fn leaving_all_out(mut room: Room) -> Room {
    room.take(&left_out(999, ""));
    room
}

/// The sections in their order, and how much of them is left out altogether.
pub(super) fn blocks<'g>(
    guidance: &'g Guidance,
    advice: &Advice<'g>,
    mut room: Room,
) -> Vec<Block> {
    // What is left out altogether is counted at the end: there is always room for that.
    let whole = room;
    let mut why = " did not fit on this page";
    room.take(&left_out(999, why));
    let mut blocks: Vec<Block> = Vec::new();
    let mut hidden = 0;
    let mut then = then(advice);
    if !then.has_room(room) {
        // There is room for a number, if not for the line that it stands in.
        (room, why) = (leaving_all_out(whole), "");
        let numbers = card::numbers(&advice.card.then, room);
        if let Some(numbers) = &numbers {
            room.take(numbers);
        }
        blocks.extend(numbers);
        hidden = then.drop_must();
    }
    // Who comes first here yields last. What waits leaves room for whom to reach.
    let kept = then.kept(room);
    room.take_size(kept);
    let not_yet = not_yet(guidance, advice).fitted(&mut room);
    room.give_back(kept);
    let then = then.fitted(&mut room);
    let if_so = if_so(guidance, advice).fitted(&mut room);
    let not_covered = not_covered(advice).fitted(&mut room);
    let good_to_know = good_to_know(guidance, advice).fitted(&mut room);
    for fitted in [then, not_yet, if_so, not_covered, good_to_know] {
        blocks.extend(fitted.blocks);
        hidden += fitted.hidden;
    }
    if hidden > 0 {
        blocks.push(left_out(hidden, why));
    }
    blocks
}

fn left_out(count: usize, why: &str) -> Block {
    Block::Text(format!("({count} more{why})"))
}

/// So many lines of `then` that say nobody to reach come before what waits.
const FIRST_OF_THEN: usize = 2;

/// What comes after the card, in its order. The lines that say whom to reach take their room first, then those that are
/// first.
fn then(advice: &Advice<'_>) -> Section {
    let mut lines: Vec<_> = advice.card.then.iter().enumerate().collect();
    lines.sort_by_key(|(_, line)| line.call.is_empty());
    let must = lines.partition_point(|(_, line)| !line.call.is_empty());
    let lines = lines.into_iter().map(|(place, line)| Sentence {
        place,
        ..Sentence::of(card::text(advice, line))
    });
    Section {
        must,
        kept: must + FIRST_OF_THEN,
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
