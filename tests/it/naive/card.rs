//! The card and the controls of an incident, and what the engine's differ in.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::ask::Asked;
use super::decided::{Decided, Status};
use super::evaluator::Evaluator;
use super::facts::spoken;
use super::first_minute::{FirstMinute, Made};
use super::summary::Level;
use super::written_card::{Control, Entry};

const CLASSES: [&str; 4] = ["safety", "people", "goes_with", "paperwork"];
const PROTECTED: [&str; 3] = ["welfare", "evidence", "law"];
const RANKS: [&str; 3] = ["life", "contact", "home"];
/// SEMANTICS 17.1.
const CONTROLS: [&str; 10] = [
    "material_delete",
    "material_share",
    "material_show",
    "material_copy",
    "material_view",
    "material_request",
    "suspect_contact",
    "parents_contact",
    "recipients_contact",
    "site_report",
];

/// `danger`, `card` and `controls` of an answer, as far as they are compared.
pub(super) fn first_minute(evaluator: &mut Evaluator, items: &[Decided], asked: &[Asked]) -> Value {
    let mut minute = FirstMinute {
        evaluator,
        items,
        asked,
    };
    let controls: Vec<_> = CONTROLS.iter().map(|name| minute.control(name)).collect();
    let (danger, card) = minute.card();
    json!({ "danger": danger, "card": card, "controls": controls })
}

/// The same of the engine's answer.
pub(super) fn compared(answer: &Value) -> Value {
    let mut answer = json!({
        "danger": answer["danger"], "card": answer["card"], "controls": answer["controls"],
    });
    for (slot, lines) in answer["card"].as_object_mut().expect("a card") {
        let lines = match lines {
            Value::Array(lines) => lines.iter_mut().collect(),
            one => vec![one],
        };
        for line in lines {
            if slot == "ask" {
                for fact in line["facts"].as_array_mut().expect("facts") {
                    *fact = fact["fact"].take();
                }
            } else if let Some(calls) = line.get_mut("call").and_then(Value::as_array_mut) {
                for call in calls {
                    *call = call["contact"].take();
                }
            }
        }
    }
    answer
}

impl FirstMinute<'_, '_, '_> {
    fn card(&mut self) -> (&'static str, Value) {
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
        let mut ask = Vec::new();
        let none = Vec::new();
        let asked_by_line = danger_asks.filter(|_| state != "none").unwrap_or(&none);
        for asked in ranked(self.asked, asked_by_line) {
            let fact = asked.facts[0];
            if ask.len() == 3 || !room(spoken(fact)) {
                break;
            }
            ask.push(json!({
                "id": fact, "text": spoken(fact), "question": asked.question.id, "facts": [fact],
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
        let mut card = json!({
            "stop": shown(&stop), "do": shown(&now), "do_not": shown(&do_not), "ask": ask,
            "then": shown(&then), "more": more,
        });
        for (slot, line) in [("danger", danger.first()), ("say", say.as_ref())] {
            if let Some(line) = line {
                card[slot] = show(line);
            }
        }
        (state, card)
    }

    /// SEMANTICS 16.14.
    fn offer(&self, slots: [&mut Vec<Made>; 5]) {
        let contacts = &self.evaluator.interpreted.pack.contacts;
        let mut offered: Vec<String> = Vec::new();
        for line in slots.into_iter().flatten() {
            line.call.retain(|id| {
                let contact = contacts
                    .iter()
                    .find(|one| one.id == *id)
                    .expect("a contact");
                let offers = contact.can_be_called() && !offered.contains(id);
                if offers {
                    offered.push(id.clone());
                }
                offers
            });
        }
    }

    /// SEMANTICS 17.3, 17.4.
    fn control(&mut self, name: &str) -> Value {
        let mut controls = self.evaluator.interpreted.pack.controls.iter();
        let control = controls.find(|control| control.id == name);
        let states = control.into_iter().flat_map(Control::states);
        if self.evaluator.interpreted.scope() == "incident" {
            for (state, entries) in states {
                let fitting: Vec<_> = entries
                    .iter()
                    .filter_map(|entry| self.fitted(entry))
                    .collect();
                if fitting.is_empty() {
                    continue;
                }
                let mut items: Vec<&str> = Vec::new();
                for id in fitting.into_iter().flatten() {
                    if !items.contains(&id) {
                        items.push(id);
                    }
                }
                return json!({ "control": name, "state": state, "items": items });
            }
        }
        json!({ "control": name, "state": "blocked", "items": [] })
    }

    /// The items by which an entry fits, if it does: SEMANTICS 17.2.
    fn fitted(&mut self, entry: &'static Entry) -> Option<Vec<&'static str>> {
        let mut fitted = Vec::new();
        let in_force = |one: &Self, id: &str| one.item(id).status <= Status::Precautionary;
        let mut asks: Vec<(&'static [String], Vec<bool>)> = Vec::new();
        let each = |one: &mut Self,
                    ids: &'static [String],
                    so: &dyn Fn(&mut Self, &'static str) -> bool| {
            ids.iter().map(|id| so(one, id)).collect::<Vec<_>>()
        };
        asks.push((
            &entry.in_force,
            each(self, &entry.in_force, &|one, id| in_force(one, id)),
        ));
        let withheld = |one: &mut Self, id: &'static str| one.item(id).status == Status::Withheld;
        asks.push((&entry.withheld, each(self, &entry.withheld, &withheld)));
        let leads = |one: &mut Self, id: &'static str| {
            one.stands(id) && one.actor(id) == Some("safeguarding_lead")
        };
        asks.push((&entry.leads, each(self, &entry.leads, &leads)));
        let recommended = |one: &mut Self, id: &'static str| {
            let actor = one.actor(id);
            let by = entry
                .actor
                .as_deref()
                .is_none_or(|wanted| actor == Some(wanted));
            one.item(id).status == Status::Recommended && by
        };
        asks.push((
            &entry.recommended,
            each(self, &entry.recommended, &recommended),
        ));
        for (ids, so) in asks {
            if !ids.is_empty() && !so.contains(&true) {
                return None;
            }
            let found = ids.iter().zip(so).filter(|(_, so)| *so);
            fitted.extend(found.map(|(id, _)| id.as_str()));
        }
        let absent = entry.absent.iter().all(|id| !in_force(self, id));
        let caution = |id: &String| self.item(id).status == Status::Caution;
        let fits =
            absent && !entry.no_caution.iter().any(caution) && self.evaluator.known(&entry.when);
        fits.then_some(fitted)
    }

    /// Who does an action: SEMANTICS 8.1.
    fn actor(&mut self, id: &str) -> Option<&'static str> {
        let item = self.item(id).item;
        let mut rewordings = item.rewordings.iter();
        let reworded = rewordings.find(|words| self.evaluator.known(&words.once));
        let actor = reworded.and_then(|words| words.actor.as_deref());
        actor.or(item.actor.as_deref())
    }
}

impl Control {
    fn states(&'static self) -> [(&'static str, &'static [Entry]); 4] {
        [
            ("blocked", &self.blocked),
            ("ask_police_first", &self.ask_police_first),
            ("not_by_you", &self.not_by_you),
            ("open", &self.open),
        ]
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
    let first: Vec<usize> = RANKS.iter().filter_map(first).collect();
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
    json!({
        "id": line.written.id, "variant": line.variant, "text": line.text, "items": line.items, "who": line.who,
        "level": line.level.word(), "basis": if line.known { "known" } else { "not_ruled_out" }, "call": line.call,
    })
}
