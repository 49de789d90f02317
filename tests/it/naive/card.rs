//! The card of an incident.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::ask::{Asked, RANKS};
use super::asking::labelled;
use super::decided::Status;
use super::facts::spoken;
use super::first_minute::{FirstMinute, Made};
use super::json::if_any;
use super::summary::Level;

const CLASSES: [&str; 4] = ["safety", "people", "goes_with", "paperwork"];
const PROTECTED: [&str; 3] = ["welfare", "evidence", "law"];

/// What is seen first, and what else it says of the answer.
pub(super) struct Card {
    pub(super) danger: &'static str,
    pub(super) shown: Value,
    /// The questions that it asks.
    pub(super) asks: Vec<&'static str>,
}

impl FirstMinute<'_, '_, '_> {
    pub(super) fn card(&mut self) -> Card {
        let (mut danger, mut say) = (None, None);
        let (mut to_do, mut forbidden) = (Vec::new(), Vec::new());
        for (place, line) in self.lines().into_iter().enumerate() {
            match line.slot {
                "danger" => danger = Some(line),
                "say" => say = Some(line),
                "do" => to_do.push(line),
                "do_not" => forbidden.push((place, line)),
                slot => panic!("no slot {slot}"),
            }
        }
        // SEMANTICS 16.8.
        let state = danger.as_ref().map_or("none", |line| line.state);
        let danger_asks = danger.as_ref().map(|line| &line.written.asks);
        let mut danger: Vec<_> = danger.into_iter().filter(|_| state != "none").collect();
        // SEMANTICS 16.9.
        let protects = |line: &Made| {
            let items = line
                .items
                .iter()
                .map(|id| self.item(id).item.protects.as_deref());
            let ranks = items
                .flatten()
                .filter_map(|one| PROTECTED.iter().position(|other| *other == one));
            ranks.min()
        };
        forbidden.sort_by_key(|(place, line)| match line.stop {
            Some(stop) => (stop, None, *place),
            None => (u8::MAX, protects(line), *place),
        });
        let forbidden = forbidden.into_iter().map(|(_, line)| line);
        let (mut stop, mut do_not) = (Vec::new(), Vec::new());
        for line in forbidden {
            if line.stop.is_some() && stop.len() < 3 {
                stop.push(line);
            } else {
                do_not.push(line);
            }
        }
        let to_do = in_order(to_do);
        // SEMANTICS 16.11, 16.12, 16.13.
        let must = |line: &Made| line.certain_level < Level::Standard || line.written.never_cut;
        let unyielding = danger.iter().chain(&stop).chain(&do_not).chain(&say);
        let unyielding = unyielding.chain(to_do.iter().filter(|line| must(line)));
        let mut words: usize = unyielding.map(|line| words_of(&line.text)).sum();
        let mut room = |text: &str| {
            let fits = words + words_of(text) <= 200;
            if fits {
                words += words_of(text);
            }
            fits
        };
        let (mut ask, mut asks) = (Vec::new(), Vec::new());
        let none = Vec::new();
        let asked_by_line = danger_asks.filter(|_| state != "none").unwrap_or(&none);
        for asked in ranked(self.asked, asked_by_line) {
            let fact = asked.facts[0];
            if ask.len() == 3 || !room(spoken(fact)) {
                break;
            }
            asks.push(asked.question.id.as_str());
            ask.push(json!({
                "id": fact, "text": spoken(fact), "question": asked.question.id, "facts": [labelled(fact)],
            }));
        }
        let mut kept = to_do.iter().filter(|line| must(line)).count();
        let mut full = false;
        let (mut now, mut then) = (Vec::new(), Vec::new());
        for line in to_do {
            let taken = must(&line) || {
                full |= kept >= 5 || !room(&line.text);
                kept += usize::from(!full);
                !full
            };
            if taken {
                now.push(line);
            } else {
                then.push(line);
            }
        }
        self.offer([&mut danger, &mut stop, &mut now, &mut do_not, &mut then]);
        // SEMANTICS 16.15.
        let waiting = self
            .items
            .iter()
            .filter(|one| one.status == Status::Withheld);
        let more = json!({ "waiting": waiting.count(), "questions": self.asked.len() - ask.len() });
        let shown = json!({
            "danger": danger.first().map(show), "stop": shown(&stop), "do": shown(&now), "do_not": shown(&do_not),
            "say": say.as_ref().map(show), "ask": ask, "then": shown(&then), "more": more,
        });
        Card {
            danger: state,
            shown,
            asks,
        }
    }

    /// SEMANTICS 16.14.
    fn offer(&self, slots: [&mut Vec<Made>; 5]) {
        let contacts = &self.evaluator.interpreted.pack.contacts;
        let mut offered = Vec::new();
        for line in slots.into_iter().flatten() {
            line.call.retain(|id| {
                let contact = contacts
                    .iter()
                    .find(|one| one.id == *id)
                    .expect("a contact");
                let offers = contact.can_be_called() && !offered.contains(id);
                if offers {
                    offered.push(*id);
                }
                offers
            });
        }
    }
}

/// SEMANTICS 16.10.
fn in_order(mut lines: Vec<Made>) -> Vec<Made> {
    let class = |line: &Made| {
        CLASSES
            .iter()
            .position(|class| *class == line.written.class)
    };
    lines.sort_by_key(|line| (line.level, Reverse(line.known), class(line)));
    let ids: Vec<_> = lines.iter().map(|line| line.written.id.as_str()).collect();
    for id in ids {
        let place = |lines: &[Made], id: &str| lines.iter().position(|line| line.written.id == id);
        let here = place(&lines, id).expect("a line");
        let there = lines[here].after.and_then(|after| place(&lines, after));
        // A level that is stronger is the smaller one here.
        if let Some(there) =
            there.filter(|there| *there > here && lines[*there].level <= lines[here].level)
        {
            let line = lines.remove(here);
            lines.insert(there, line);
        }
    }
    lines
}

/// The questions in the order in which the card takes them: SEMANTICS 16.12.
fn ranked<'a>(asked: &'a [Asked], asked_by_line: &[String]) -> Vec<&'a Asked> {
    let open = |one: &&Asked| {
        !one.facts
            .iter()
            .all(|fact| asked_by_line.iter().any(|own| own == fact))
    };
    let open: Vec<_> = asked.iter().filter(open).collect();
    let first = |rank: &&str| open.iter().position(|one| one.question.rank == **rank);
    let first: Vec<usize> = RANKS[..3].iter().filter_map(first).collect();
    let others = (0..open.len()).filter(|place| !first.contains(place));
    first
        .iter()
        .copied()
        .chain(others)
        .map(|place| open[place])
        .collect()
}

/// SEMANTICS 16.13.
fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}

fn shown(lines: &[Made]) -> Vec<Value> {
    lines.iter().map(show).collect()
}

fn show(line: &Made) -> Value {
    let call = line.call.iter().map(|id| json!({ "contact": id }));
    let call = if_any(&call.collect::<Vec<_>>());
    json!({
        "id": line.written.id, "variant": line.variant, "text": line.text, "items": line.items, "who": line.who,
        "level": line.level.word(), "basis": if line.known { "known" } else { "not_ruled_out" }, "call": call,
    })
}
