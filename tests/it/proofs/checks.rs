//! The checks that are written in Rust, each read once more on an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::claim::Invariant;
use super::told::{Told, entries};
use crate::bad_packs::shipped;
use crate::naive::{deciding, said};

/// Whether the answers to the counterexample show the fault. There are two where the fault comes with
/// something that is stated as well.
pub(super) fn shows(check: &str, invariant: &Invariant, told: &[Told]) -> bool {
    let (first, last) = (&told[0], &told[told.len() - 1]);
    match check {
        "strength" => is_too_strong(first),
        "one_status" => says_one_act_twice(first),
        "release" => names_nobody(first),
        "monotone" => loses(&invariant.items, first, last),
        "questions_count" => asks_in_vain(first),
        "complete" => is_complete_too_early(first),
        "answered" => is_silent(first),
        "danger_first" => leaves_danger_behind(&invariant.items, first),
        "exit" => leaves_no_way_on(first),
        "prohibitions_said" => forbids_without_a_line(first),
        "urgent_said" => puts_off(first),
        "standing_said" => leaves_unsaid(first),
        "most_to_do" => lines_in(&["do"], first) > 7,
        "most_prohibitions" => lines_in(&["stop", "do_not"], first) > 8,
        "most_words" => words(first) > 200,
        other => panic!("nothing reads the check `{other}`"),
    }
}

#[derive(Deserialize)]
struct Statements {
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
struct Statement {
    id: String,
    #[serde(default)]
    strength: String,
}

/// A ground is stronger than each statement that it cites, or our own and a must.
fn is_too_strong(told: &Told) -> bool {
    let place = Path::new("sexting_advice/statements.yaml");
    let (_, text) = shipped()
        .into_iter()
        .find(|(name, _)| name == place)
        .unwrap();
    let statements: Statements = serde_saphyr::from_str(&text).unwrap();
    let statements = statements.statements.into_iter();
    let strengths: BTreeMap<_, _> = statements
        .map(|one| (one.id, weight(&one.strength)))
        .collect();
    let reasons = told.list("reasons").iter();
    let mut grounds = reasons.flat_map(|reasons| entries(&reasons["grounds"]));
    grounds.any(|ground| {
        let own = weight(ground["strength"].as_str().unwrap());
        let cited = entries(&ground["citations"]).iter();
        let strongest = cited.map(|id| strengths[id.as_str().unwrap()]).max();
        match ground["voice"].as_str() {
            Some("editorial") => own > weight("should"),
            _ => Some(own) > strongest,
        }
    })
}

fn weight(strength: &str) -> u8 {
    match strength {
        "" => 0,
        "may" => 1,
        "should" => 2,
        "must" => 3,
        other => panic!("{other} is no strength"),
    }
}

/// An item stands twice, or two have the same title.
fn says_one_act_twice(told: &Told) -> bool {
    let mut seen = BTreeSet::new();
    let words = told.items().flat_map(|item| [&item["id"], &item["title"]]);
    let mut words = words.map(|word| word.as_str().unwrap().to_lowercase());
    words.any(|word| !seen.insert(word))
}

/// A hint on what can be done about what waits names nobody to ask.
fn names_nobody(told: &Told) -> bool {
    let mut hints = told.list("waiting").iter();
    hints.any(|waiting| {
        let hint = waiting["release_hint"].as_str().unwrap();
        let asked = ["police", "social care", "safeguarding lead"];
        !asked.iter().any(|name| hint.contains(name))
    })
}

/// One of the items is in force in the first answer and not in the second.
fn loses(items: &[String], before: &Told, after: &Told) -> bool {
    items
        .iter()
        .any(|id| before.in_force(id) && !after.in_force(id))
}

/// A question of the editors asks for a fact that decides nothing. The edit is one of questions alone, so that what
/// decides is the same as with the shipped guidance.
fn asks_in_vain(told: &Told) -> bool {
    let deciding = deciding(&told.incident);
    let questions = told.list("all_questions").iter();
    let mut ours = questions.filter(|question| question["voice"] == "editorial");
    ours.any(|question| {
        let mut facts = entries(&question["facts"]).iter();
        facts.any(|one| !deciding.contains(one["fact"].as_str().unwrap()))
    })
}

/// It is complete, and an answer to an open fact that contradicts none would move an item.
fn is_complete_too_early(told: &Told) -> bool {
    let known = |fact: &Value| {
        let mut facts = told.facts().iter();
        facts.any(|one| one["fact"] == *fact && one["answer"] != "unknown")
    };
    let open = told
        .list("what_if")
        .iter()
        .filter(|one| !known(&one["fact"]));
    let mut answers = open.flat_map(|one| entries(&one["answers"]));
    let moves = answers.any(|one| {
        let agrees = one["answer"] != "unknown" && entries(&one["contradicts"]).is_empty();
        agrees && !entries(&one["moves"]).is_empty()
    });
    told.answer["completeness"] == "complete" && moves
}

/// Danger that is known is no emergency or not the first action, danger that was asked in vain is not the first action,
/// or nobody has asked and the first question does not.
fn leaves_danger_behind(items: &[String], told: &Told) -> bool {
    let first = told.list("actions").first();
    let first = first.filter(|action| items.iter().any(|id| action["id"] == **id));
    let emergency = first.is_some_and(|action| action["urgency"] == "emergency");
    let about_danger = |one: &&Value| one["fact"] == "immediate_danger";
    let stated = told.facts().iter().find(about_danger);
    match stated.and_then(|one| one["answer"].as_str()) {
        Some("yes") => !emergency,
        Some("unknown") => first.is_none(),
        Some(_) => false,
        None => {
            let asked = told.list("all_questions").first();
            let facts = asked.map_or(&[][..], |question| entries(&question["facts"]));
            !emergency && !facts.iter().any(|one| about_danger(&one))
        }
    }
}

/// Whoever is to act with the lead is not told how to go on without.
fn leaves_no_way_on(told: &Told) -> bool {
    let says = [
        "Cannot reach the lead or a deputy at once: call yourself.",
        "You need nobody's permission.",
    ];
    let mut together = told
        .items()
        .filter(|item| item["actor"] == "professional_or_lead");
    together.any(|item| {
        let detail = item["detail"].as_str().unwrap_or_default();
        !says.iter().all(|sentence| detail.contains(sentence))
    })
}

/// It is in scope, and gets neither an action nor a gap.
fn is_silent(told: &Told) -> bool {
    let prohibitions = told.list("prohibitions").len();
    told.answer["scope"] != "out_of_scope"
        && told.items().count() == prohibitions
        && told
            .list("not_covered")
            .iter()
            .all(|gap| gap["id"] == "without_supplement")
}

/// A prohibition in force is in no line of `stop` or `do_not`.
fn forbids_without_a_line(told: &Told) -> bool {
    let mut prohibitions = told.list("prohibitions").iter();
    prohibitions.any(|one| !is_in_a_line(told, &one["id"], &["stop", "do_not"]))
}

/// What is certain and more than standard is neither in the line of danger nor in `do`.
fn puts_off(told: &Told) -> bool {
    let mut actions = told.list("actions").iter();
    actions.any(|one| {
        one["status"] == "recommended"
            && one["urgency"] != "standard"
            && !is_in_a_line(told, &one["id"], &["danger", "do"])
    })
}

fn is_in_a_line(told: &Told, id: &Value, slots: &[&str]) -> bool {
    let mut lines = told.lines().filter(|line| slots.contains(&line.slot));
    lines.any(|line| line.items().any(|item| id == item))
}

/// A line stands for an item that none of its variants which are said names or covers.
fn leaves_unsaid(told: &Told) -> bool {
    told.lines().any(|line| {
        let said = said(line.word("id"), line.word("variant"));
        line.items().any(|item| !said.contains(item))
    })
}

fn lines_in(slots: &[&str], told: &Told) -> usize {
    let lines = told.lines().filter(|line| slots.contains(&line.slot));
    lines.count()
}

/// The words of the card without `then`.
fn words(told: &Told) -> usize {
    let lines = told.lines().filter(|line| line.slot != "then");
    let lines = lines.map(|line| line.word("text"));
    let asks = entries(&told.answer["card"]["ask"]).iter();
    let asks = asks.map(|ask| ask["text"].as_str().unwrap());
    lines
        .chain(asks)
        .map(|text| text.split_whitespace().count())
        .sum()
}
