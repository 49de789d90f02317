//! What differs between two editions, for people.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value};
use signpost::diff::{Comparison, Difference, Effect, OldOrNew, StatusChange, TextChange};

use super::output::grouped;

/// The page: a part for each choice of packs, what is gravest first.
pub(super) fn page(compared: &Comparison) -> String {
    let parts = compared.choices.iter().map(|one| DiffPart(one).to_string());
    parts.collect::<Vec<_>>().join("\n")
}

struct DiffPart<'p>(&'p Difference);

impl Display for DiffPart<'_> {
    fn fmt(&self, page: &mut Formatter<'_>) -> fmt::Result {
        let Self(part) = self;
        heading(page, part)?;
        if part.is_empty() {
            return writeln!(page, "\nNothing differs.");
        }
        only_one_side(page, part)?;
        statuses(page, part)?;
        texts(page, &part.texts)
    }
}

fn heading(page: &mut Formatter<'_>, part: &Difference) -> fmt::Result {
    let packs = |editions: &BTreeMap<String, String>| {
        let packs: Vec<&str> = editions.keys().map(String::as_str).collect();
        packs.join(", ")
    };
    let [old, new] = [packs(&part.old), packs(&part.new)];
    if old == new {
        writeln!(page, "Answers made of {new}:\n")?;
    } else {
        writeln!(page, "Answers made of {old} (old) and of {new} (new):\n")?;
    }
    for (side, editions) in [("old", &part.old), ("new", &part.new)] {
        let editions = editions
            .iter()
            .map(|(pack, edition)| format!("{pack} {edition}"));
        writeln!(page, "{side}: {}", editions.collect::<Vec<_>>().join(", "))?;
    }
    Ok(())
}

/// What nobody can tell the other side, and what follows from that for all numbers below.
fn only_one_side(page: &mut Formatter<'_>, part: &Difference) -> fmt::Result {
    if part.only.is_empty() {
        return Ok(());
    }
    writeln!(
        page,
        "\nFacts and answers of one side alone, which no incident below states:\n"
    )?;
    for one in &part.only {
        let side = match one.side {
            OldOrNew::Old => "old",
            OldOrNew::New => "new",
        };
        writeln!(page, "- {side}: {} ({})", one.fact, one.answers.join(", "))?;
    }
    Ok(())
}

fn statuses(page: &mut Formatter<'_>, part: &Difference) -> fmt::Result {
    if part.statuses.is_empty() {
        return writeln!(page, "\nEvery item has the same status in every incident.");
    }
    writeln!(
        page,
        "\nThe {} facts that make a difference here allow {} incidents.",
        part.facts,
        number(&part.incidents)
    )?;
    let mut effect = None;
    for one in &part.statuses {
        if effect.replace(one.effect) != Some(one.effect) {
            writeln!(page, "\n{}:\n", what(one.effect))?;
        }
        write_change(page, one)?;
    }
    Ok(())
}

fn write_change(page: &mut Formatter<'_>, one: &StatusChange) -> fmt::Result {
    let (from, to) = (one.from.word(), one.to.word());
    let incidents = number(&one.incidents);
    let share = one
        .share
        .map_or(String::new(), |share| format!(" ({})", percent(share)));
    writeln!(
        page,
        "- {} {}: {from} -> {to}, in {incidents} incidents{share}",
        one.kind, one.id
    )?;
    writeln!(page, "  {}", one.title)?;
    writeln!(page, "  for example: {}", one.smallest)
}

fn texts(page: &mut Formatter<'_>, texts: &[TextChange]) -> fmt::Result {
    if texts.is_empty() {
        return Ok(());
    }
    writeln!(page, "\nWords:\n")?;
    for text in texts {
        let member = text.member.as_deref();
        let member = member.map_or(String::new(), |member| format!(", {member}"));
        writeln!(page, "- {} {}{member}", text.kind, text.id)?;
        for (side, value) in [("gone", &text.old), ("new", &text.new)] {
            if let Some(value) = value {
                writeln!(page, "  {side}: {}", words(value))?;
            }
        }
    }
    Ok(())
}

/// A text as it is read; of a whole thing, its title, or what it says member by member.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(thing) => thing.get("title").map_or_else(|| members(thing), words),
        _ => value.to_string(),
    }
}

fn members(thing: &Map<String, Value>) -> String {
    let members = thing.iter();
    let members = members.map(|(name, value)| format!("{name}: {}", words(value)));
    members.collect::<Vec<_>>().join("; ")
}

fn what(effect: Effect) -> &'static str {
    match effect {
        Effect::ProtectionLost => "Protections lost",
        Effect::Released => "No longer held back",
        Effect::Weakened => "Protections weakened",
        Effect::AdviceLost => "Advice lost",
        Effect::HeldBack => "Held back now",
        Effect::Gained => "Gained",
    }
}

/// To two places, which is enough to tell how much it concerns.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent >= 1.0 {
        format!("{percent:.0} %")
    } else if percent >= 0.01 {
        format!("{percent:.2} %")
    } else {
        "less than 0.01 %".to_owned()
    }
}

fn number(count: &str) -> String {
    if count.bytes().all(|byte| byte.is_ascii_digit()) {
        grouped(count)
    } else {
        "more than can be counted".to_owned()
    }
}
