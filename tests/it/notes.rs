//! Case notes: what stands in them, what never does, and three of them to read.

use signpost::note::{Form, case_note};
use signpost::{advise, guidance};

use crate::app::{advice, ask};
use crate::examples::assert_committed;
use crate::kernel::read_incident;

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
    let guidance = guidance::embedded().unwrap();
    let incident = read_incident(incident.as_bytes()).unwrap();
    case_note(&guidance, &incident, form)
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
fn a_note_leaves_nothing_out_that_is_to_be_done_or_not_done() {
    let guidance = guidance::embedded().unwrap();
    for scenario in crate::scenarios::case::all() {
        let advice = advise::advise(&guidance, &scenario.incident());
        let note = case_note(&guidance, &scenario.incident(), Form::Plain);
        let mut titles: Vec<&str> = Vec::new();
        titles.extend(advice.prohibitions.iter().map(|item| item.title.as_str()));
        titles.extend(advice.actions.iter().map(|item| item.title.as_str()));
        titles.extend(advice.not_covered.iter().map(|item| item.title.as_str()));
        titles.extend(advice.contradictions.iter().map(|item| item.ask));
        for title in titles {
            assert!(note.contains(title), "{}: {title}", scenario.it);
        }
        if let (Some(not), Some(now)) = (note.find("== DO NOT\n"), note.find("== DO NOW\n")) {
            assert!(not < now, "{}", scenario.it);
        }
    }
}
