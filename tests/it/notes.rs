//! Case notes: what stands in them, what never does, and three of them to read. How long they are is measured with
//! everything else (`sizes`).

mod left_out;

use std::collections::BTreeSet;

use serde_json::json;
use signpost::advise::advise;
use signpost::contract::advice::{Advice, Line, Scope, Voice};
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::guidance::{day, embedded};
use signpost::note::{Form, case_note};

use crate::app::{advice, ask};
use crate::examples::assert_committed;
use crate::how_many::few_or_all;
use crate::kernel::{guidance, read_incident, with_all};
use crate::naive::{random_facts, with_every_fact};
use crate::scenarios::case;

const NOTES: [(&str, &str); 3] = [
    (
        "mid_call",
        r#"{"facts":{"child_age_band":"13_to_15","child_sent_or_posted":"yes","material_kind":"image_or_video"}}"#,
    ),
    (
        "forced_by_a_peer",
        r#"{"facts":{
            "immediate_danger":"no","jurisdiction":"GB-ENG","child_age_band":"13_to_15","anyone_under_18":"yes",
            "child_sent_or_posted":"yes","child_depicted":"yes","material_kind":"image_or_video","youngest_depicted":"13_to_17",
            "adult_involved":"no","forced_or_coerced":"yes","threatened_or_blackmailed":"yes","others_may_have_it":"unknown",
            "parents_aware":"no","parents_safe_to_tell":"unknown","police_decision":"not_contacted"}}"#,
    ),
    (
        "adult_involved",
        r#"{"facts":{
            "immediate_danger":"unknown","jurisdiction":"GB-NIR","child_age_band":"under_13","child_received":"yes",
            "child_sent_or_posted":"unknown","material_kind":"text_only","adult_involved":"yes","contact_continuing":"yes",
            "meeting":"none","says_sent_willingly":"yes","parents_aware":"yes","parents_safe_to_tell":"yes"}}"#,
    ),
];

fn noted(incident: &str, form: Form) -> String {
    let incident = read_incident(incident.as_bytes()).unwrap();
    case_note(guidance(), &incident, form)
}

/// What is looked at: the page of every scenario and of random incidents, with the whole answer.
fn each_answer(look: impl Fn(&str, &str, &Advice<'_>)) {
    let look = |of: &str, incident: Incident| {
        let page = case_note(guidance(), &incident, Form::Plain);
        look(of, &page, &with_all(guidance(), incident));
    };
    for scenario in case::all() {
        look(&scenario.it, scenario.incident());
    }
    for number in 0..few_or_all(300, 3_000) {
        // The more was said, the less room is left.
        let facts = if number % 4 == 0 {
            with_every_fact(random_facts(number))
        } else {
            random_facts(number)
        };
        let request = json!({ "facts": facts }).to_string();
        look(&request, read_incident(request.as_bytes()).unwrap());
    }
}

#[test]
fn three_case_notes_stand_in_the_repository() {
    for (name, incident) in NOTES {
        for (form, ending) in [(Form::Markdown, "md"), (Form::Plain, "txt")] {
            let path = format!("examples/notes/{name}.{ending}");
            assert_committed(&path, noted(incident, form).as_bytes());
        }
    }
}

#[actix_web::test]
async fn a_note_comes_where_it_is_asked_for() {
    let (_, incident) = NOTES[0];
    let asked = |accept: &str| advice(incident).insert_header(("accept", accept));
    let forms = [
        (
            "text/markdown",
            "text/markdown; charset=utf-8",
            Some(Form::Markdown),
        ),
        (
            "text/plain;q=0.9, text/markdown;q=0.1",
            "text/plain; charset=utf-8",
            Some(Form::Plain),
        ),
        (
            "text/*",
            "text/markdown; charset=utf-8",
            Some(Form::Markdown),
        ),
        ("text/plain, application/json", "application/json", None),
        ("*/*", "application/json", None),
    ];
    for (accept, media_type, form) in forms {
        let answer = ask(asked(accept)).await;
        assert_eq!(answer.status, 200, "{accept}");
        assert_eq!(answer.header("content-type"), media_type, "{accept}");
        assert_eq!(answer.header("cache-control"), "no-store", "{accept}");
        if let Some(form) = form {
            assert_eq!(
                String::from_utf8(answer.body).unwrap(),
                noted(incident, form),
                "{accept}"
            );
        } else {
            assert_eq!(answer.json()["scope"], "incident", "{accept}");
        }
    }
    let refused = ask(asked("text/html")).await;
    assert_eq!(refused.status, 406);
    let broken =
        ask(advice(r#"{"facts":{"colour":"red"}}"#).insert_header(("accept", "text/plain")));
    assert_eq!(
        broken.await.header("content-type"),
        "application/problem+json"
    );
}

#[test]
fn the_whole_leaves_nothing_out_that_is_to_be_done_or_not_done() {
    for scenario in case::all() {
        let mut incident = scenario.incident();
        incident.include.insert(Include::All);
        let note = case_note(guidance(), &incident, Form::Plain);
        let advice = advise(guidance(), &incident);
        let mut titles: Vec<&str> = Vec::new();
        titles.extend(advice.prohibitions.iter().map(|item| item.title.as_str()));
        titles.extend(advice.actions.iter().map(|item| item.title.as_str()));
        titles.extend(advice.not_covered.iter().map(|item| item.title.as_str()));
        let waiting = advice.waiting.iter().flat_map(|group| &group.items);
        titles.extend(waiting.map(|item| item.title.as_str()));
        let questions = advice.all_questions.iter().flatten();
        titles.extend(questions.map(|item| item.title.as_str()));
        let possible = advice.possible.iter().flatten();
        titles.extend(possible.map(|item| item.title.as_str()));
        titles.extend(advice.contradictions.iter().map(|item| item.ask));
        let still_to_ask = note.contains("== STILL TO ASK");
        let head = advice.how_to_ask.filter(|_| still_to_ask);
        titles.extend(head.map(|head| head.as_str()));
        for title in titles {
            assert!(says(&note, title), "{}: {title}", scenario.it);
        }
        if let (Some(not), Some(now)) = (note.find("== DO NOT\n"), note.find("== DO NOW\n")) {
            assert!(not < now, "{}", scenario.it);
        }
    }
}

/// Whether a note has the words, be it inside a sentence.
fn says(note: &str, words: &str) -> bool {
    note.to_lowercase().contains(&words.to_lowercase())
}

/// SEMANTICS 18.2.
#[test]
fn a_page_starts_with_the_card_and_nothing_else() {
    each_answer(|of, note, advice| {
        let facts = ["\nWHAT WAS SAID: ", "\nNOT SO: ", "\nNOT KNOWN: "];
        let end = facts.iter().filter_map(|label| note.find(label)).min();
        // After the title and, in an incident, who may not read it.
        let lines = usize::from(advice.scope == Scope::Incident);
        let start = note.match_indices("\n\n").nth(lines).unwrap().0 + 2;
        assert_eq!(card(advice), note[start..=end.unwrap()], "{of}");
    });
}

/// The card as a note has it, written down once more.
fn card(advice: &Advice<'_>) -> String {
    let card = &advice.card;
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(card.danger.iter().map(|line| said(advice, line)));
    let lists = [
        ("STOP", &card.stop, false),
        ("DO NOW", &card.r#do, true),
        ("DO NOT", &card.do_not, false),
    ];
    for (label, lines, numbered) in lists {
        let lines = lines.iter().enumerate().map(|(place, line)| {
            let line = said(advice, line);
            if numbered {
                format!("\n{}. {line}", place + 1)
            } else {
                format!("\n- {line}")
            }
        });
        let lines: String = lines.collect();
        if !lines.is_empty() {
            blocks.push(format!("{label}{lines}"));
        }
    }
    let say = card.say.iter().map(|line| said(advice, line));
    blocks.extend(say.map(|say| format!("SAY: {say}")));
    let asked: Vec<_> = card.ask.iter().map(|ask| ask.text).collect();
    if !asked.is_empty() {
        blocks.push(format!("FIND OUT: {}", asked.join(" ")));
    }
    let blocks = blocks.into_iter().map(|block| format!("{block}\n\n"));
    blocks.collect()
}

fn said(advice: &Advice<'_>, line: &Line<'_>) -> String {
    let voices = advice.prohibitions.iter().map(|item| (item.id, item.voice));
    let actions = advice.actions.iter().map(|item| (item.id, item.voice));
    let ours: BTreeSet<_> = voices
        .chain(actions)
        .filter(|(_, voice)| *voice == Voice::Editorial)
        .map(|(id, _)| id)
        .collect();
    let own = !line.items.is_empty() && line.items.iter().all(|id| ours.contains(id));
    let mark = if own { "†" } else { "" };
    let calls = line.call.iter().map(|call| call.label.as_str());
    let calls = calls.filter(|label| !(label.ends_with(" 999") && line.text.contains("999")));
    let calls: Vec<_> = calls.collect();
    let calls = if calls.is_empty() {
        String::new()
    } else {
        format!(" ({})", calls.join("; "))
    };
    format!("{}{mark}{calls}", line.text)
}

#[test]
fn a_page_offers_nobody_whom_the_answer_does_not_name() {
    each_answer(|of, note, advice| {
        let named: BTreeSet<_> = advice.contacts.iter().map(|one| &*one.id).collect();
        let others = guidance().contacts().iter();
        for contact in others.filter(|one| !named.contains(&*one.id)) {
            let service = contact.service.iter();
            let ways = service.flat_map(|service| {
                let phones = service.phones.iter().map(|phone| &phone.number);
                phones.chain(&service.url).chain(&service.email)
            });
            // 999 is in the words of the card, whoever is named.
            for way in ways.filter(|way| *way != "999") {
                assert!(!note.contains(&format!(" {way})")), "{of}: {way}");
                assert!(!note.contains(&format!(" {way};")), "{of}: {way}");
            }
        }
    });
}

/// SEMANTICS 18.3.
#[test]
fn a_page_tells_every_fact_that_was_given() {
    let request = r#"{"facts":{
        "jurisdiction":"GB-WLS","setting":"other","child_age_band":"13_to_15","material_kind":"image_or_video",
        "incident_has_happened":"no","child_sent_or_posted":"yes","ai_generated":"unknown","bullied":"no","meeting":"none","has_paid":"unknown"}}"#;
    let note = noted(request, Form::Plain);
    let told = "WHAT WAS SAID: child is in: Wales; asked from: anywhere else; child aged: 13 to 15; \
                child sent it*; picture or video*.\n\nNOT SO: something happened*; bullied over it; \
                meeting.\n\nNOT KNOWN: AI or editing; has paid.\n\n* contradictory\n";
    assert!(note.contains(told), "{note}");
    assert!(noted(request, Form::Markdown).contains(r"child sent it\*;"));
    let words = r#"{"facts":{"material_kind":"text_only","meeting":"planned"}}"#;
    let told = "WHAT WAS SAID: meeting: planned.\n\nNOT SO: picture or video.\n\n";
    assert!(noted(words, Form::Plain).contains(told));
}

/// SEMANTICS 18.9.
#[test]
fn a_page_ends_with_what_it_is_based_on() {
    let incident = read_incident(NOTES[0].1.as_bytes()).unwrap();
    let note = case_note(guidance(), &incident, Form::Plain);
    let last = note.lines().last().unwrap();
    let (statements, rest) = last.split_once("; ").unwrap();
    assert!(statements.starts_with("Basis: C4,7-8 P1-2b,"), "{last}");
    assert_eq!(
        rest,
        "sexting_advice 1.1.0, supplement 1.1.0; guidance as of 2026-11-23. † our own advice."
    );
    let late = embedded().unwrap().on(day("2030-01-01").unwrap());
    let note = case_note(&late, &incident, Form::Plain);
    assert!(
        note.contains("; guidance as of 2030-01-01. Overdue for review. †"),
        "{note}"
    );
}
