//! What a page has no room for is counted (SEMANTICS 18.4 to 18.8, 18.10).

use std::cell::Cell;
use std::sync::LazyLock;

use serde_json::{Value, json};
use signpost::contract::advice::Advice;
use signpost::note::Form;

use super::{each_answer, noted, said, says};
use crate::kernel::guidance;

/// What stands under a label of a page, and how much more it says that there is.
fn section<'n>(note: &'n str, label: &str) -> (&'n str, usize) {
    let Some((_, section)) = note.split_once(&format!("\n{label}\n")) else {
        return ("", 0);
    };
    let section = section.split("\n\n").next().unwrap();
    let more = section.trim_end().strip_suffix(" more)");
    let more = more.and_then(|section| section.rsplit_once(" (")?.1.parse().ok());
    (section, more.unwrap_or(0))
}

/// SEMANTICS 18.10.
#[test]
fn what_waits_leaves_room_for_what_comes_first_of_then() {
    each_answer(|of, note, advice| {
        let others = advice.card.then.iter().filter(|line| line.call.is_empty());
        for line in others.take(2).filter(|_| note.contains("\nNOT YET\n")) {
            let line = said(advice, line);
            assert!(note.contains(&line), "{of}: {line}");
        }
    });
}

/// SEMANTICS 18.4, 18.5, 18.6, 18.7, 18.8, 18.10.
#[test]
fn what_a_page_leaves_out_is_counted() {
    each_answer(|of, note, advice| {
        let gaps = advice.not_covered.iter().map(|gap| gap.title.to_string());
        let sections: [(&str, Vec<String>); 5] = [
            ("THEN", then(note, advice)),
            ("NOT YET", withheld(advice)),
            ("IF YOU FIND OUT THAT", possible(advice)),
            ("NOT COVERED", gaps.collect()),
            ("GOOD TO KNOW", to_know(advice)),
        ];
        let reaching = advice.card.then.iter().filter(|line| !line.call.is_empty());
        let mut hidden = if stands_alone(note) {
            reaching.count()
        } else {
            0
        };
        for (label, all) in sections {
            let (section, more) = section(note, label);
            // What is shown is the start of all that there is.
            let shown = all.len() - more;
            for one in &all {
                // Two steps can be the same in a few words, and one be part of another.
                let mut told = all[..shown].iter();
                let expected = !section.is_empty() && told.any(|told| says(told, one));
                assert_eq!(says(section, one), expected, "{of}: {label}: {one}");
            }
            hidden += if section.is_empty() { all.len() } else { 0 };
        }
        let ended = if stands_alone(note) {
            ""
        } else {
            " did not fit on this page"
        };
        let tail = note.split("\n\n").filter(|block| block.starts_with('('));
        let expected = (hidden > 0).then(|| format!("({hidden} more{ended})"));
        assert!(tail.eq(expected.iter()), "{of}: {hidden}");
    });
}

/// What comes after the card: what says whom to reach first, unless its numbers stand alone (SEMANTICS 18.10).
fn then(note: &str, advice: &Advice<'_>) -> Vec<String> {
    let mut lines: Vec<_> = advice.card.then.iter().collect();
    lines.sort_by_key(|line| line.call.is_empty());
    lines.retain(|line| line.call.is_empty() || !stands_alone(note));
    lines.iter().map(|line| line.text.to_string()).collect()
}

/// Whether there was no room for the lines that say whom to reach.
fn stands_alone(note: &str) -> bool {
    note.contains("\nCALL: ")
}

/// How a number stands alone: it is one word.
fn alone(label: &str) -> String {
    let (name, number) = label.rsplit_once(": ").unwrap();
    format!("{name}: {}", number.replace(' ', "-"))
}

/// SEMANTICS 18.4, 18.10.
#[test]
fn a_page_has_every_number_of_its_card_and_then_in_the_order_of_the_card() {
    let [cut, short] = [Cell::new(0), Cell::new(0)];
    each_answer(|of, note, advice| {
        let lines = &advice.card.then;
        let (section, more) = section(note, "THEN");
        let alone_there = stands_alone(note);
        for line in lines.iter().filter(|line| !line.call.is_empty()) {
            assert_eq!(says(section, &said(advice, line)), !alone_there, "{of}");
            for call in line.call.iter().filter(|_| alone_there) {
                let number = !call.href.starts_with("https:");
                assert_eq!(
                    says(note, &alone(&call.label)),
                    number,
                    "{of}: {}",
                    call.label
                );
            }
        }
        let places = lines.iter().filter_map(|line| section.find(&*line.text));
        assert!(places.is_sorted(), "{of}: {section}");
        cut.set(cut.get() + usize::from(more > 0));
        short.set(short.get() + usize::from(alone_there));
    });
    assert!(cut.get() > 10 && short.get() > 0, "{cut:?}, {short:?}");
}

#[test]
fn a_child_who_may_harm_herself_has_somebody_to_call_in_the_note() {
    let incident = r#"{"facts":{
        "jurisdiction":"GB-NIR","child_age_band":"13_to_15","child_sent_or_posted":"yes","material_kind":"image_or_video",
        "self_harm_risk":"yes"}}"#;
    let note = noted(incident, Form::Plain);
    for line in ["Childline: 0800 1111", "Samaritans: 116 123"] {
        assert!(note.contains(line), "{note}");
    }
}

/// What to know, what speaks of this child first (SEMANTICS 18.8).
fn to_know(advice: &Advice<'_>) -> Vec<String> {
    let published = json!(guidance().catalogue().explanations);
    let of_the_child = |id: &str| {
        let mut all = published.as_array().unwrap().iter();
        all.any(|one| one["id"] == id && one["about_the_child"] == true)
    };
    let mut known: Vec<_> = advice.explanations.iter().flatten().collect();
    known.sort_by_key(|one| !of_the_child(one.id));
    known.iter().map(|one| one.title.to_string()).collect()
}

/// What is held back, in the order in which a page has it: what waits for the same together (SEMANTICS 18.5).
fn withheld(advice: &Advice<'_>) -> Vec<String> {
    let groups = advice.waiting.iter();
    together(groups.flat_map(|group| {
        let items = group.items.iter();
        items.map(|item| (&*group.until, short(item.id, item.title.as_str())))
    }))
}

/// What is to be done if it turns out so, in the order in which a page has it: what has the same condition together
/// (SEMANTICS 18.6).
fn possible(advice: &Advice<'_>) -> Vec<String> {
    let possible = || advice.possible.iter().flatten();
    let questions = advice.all_questions.iter().flatten();
    let pending = questions
        .flat_map(|asked| possible().filter(move |action| action.question == Some(asked.id)));
    let conditional = possible().filter(|action| action.question.is_none());
    let danger = advice.card.danger.is_some();
    let all = pending.chain(conditional);
    let all = all.filter(|action| !(danger && saves_a_life(action.id)));
    together(all.map(|action| {
        let because = action
            .because
            .unwrap()
            .as_str()
            .trim_start_matches("Not ruled out: ");
        let facts = because.split(": ").next().unwrap();
        let facts = facts.split(". ").next().unwrap().trim_end_matches('.');
        (facts, short(action.id, action.title.as_str()))
    }))
}

/// An action as it is published.
fn published(id: &str) -> &'static Value {
    static ACTIONS: LazyLock<Value> = LazyLock::new(|| json!(guidance().catalogue().actions));
    let mut actions = ACTIONS.as_array().unwrap().iter();
    actions.find(|action| action["id"] == id).unwrap()
}

/// Whether one of its grounds calls it an emergency.
fn saves_a_life(id: &str) -> bool {
    let mut grounds = published(id)["grounds"].as_array().unwrap().iter();
    grounds.any(|ground| ground["urgency"] == "emergency")
}

/// The few words for an action that go with its title.
fn short(id: &str, title: &str) -> String {
    let action = published(id);
    let rewordings = action["wordings"].as_array().into_iter().flatten();
    let mut words = rewordings.chain([action]);
    let words = words.find(|words| words["title"] == title).unwrap();
    words["short"].as_str().unwrap_or(title).to_owned()
}

/// What is said of each thing, that of the first thing first.
fn together<'a>(said: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let mut of: Vec<&str> = Vec::new();
    let said = said.map(|(thing, title)| {
        let place = of.iter().position(|known| *known == thing);
        let place = place.unwrap_or(of.len());
        if place == of.len() {
            of.push(thing);
        }
        (place, title)
    });
    let mut said: Vec<_> = said.collect();
    said.sort_by_key(|(place, _)| *place);
    said.into_iter().map(|(_, title)| title).collect()
}
