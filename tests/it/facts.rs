//! Facts are guidance: one that is added in YAML alone reaches everything that speaks of facts.

use std::path::Path;

use actix_web::test::TestRequest;
use actix_web::web::Data;
use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::contract::advice::ItemStatus;
use signpost::contract::pack::PackSelection;
use signpost::export::documents;
use signpost::facts::{Exclusion, Fact, FactId, Facts, Side};
use signpost::guidance::{File, Guidance, from_files};
use signpost::intake::Intake;

use crate::app::{advice, ask_all_of, initial_state};
use crate::bad_packs::shipped;
use crate::kernel::vocabulary;
use crate::trace::{statuses, traced};

const FACT: &str = "
  - title: Added
    facts:
      - name: told_by_a_friend
        label: Did a friend of the child say so first?
        short: told by friend
        spoken: Did a friend say so first?
        description: Yes if a friend told anyone before the child did.
        answers:
          \"yes\": It was a friend
          someone_else: It was someone else
";

const EXCLUSION: &str = "
  - answer: { told_by_a_friend: [\"yes\"] }
    says: a friend told somebody
    excludes:
      - answer: { incident_has_happened: [no] }
        says: nothing has happened
";

const ITEMS: &str = "
actions:
  - id: thank_the_friend
    title: Thank the friend
    actor: professional
    when_unknown: wait
    grounds:
      - when: { told_by_a_friend: [\"yes\"] }
        because: A friend has spoken up.
        statements: [S01]
        strength: may
        voice: editorial
        note: Invented for a test.
lines:
  - id: friend
    slot: do
    items: [thank_the_friend]
    parts: [[{ id: thank, for: [thank_the_friend], text: Thank the friend. }]]
questions:
  - id: ask_who_told
    title: Who told you?
    facts: [told_by_a_friend]
    statements: [S01]
";

fn with_a_fact_more() -> Guidance {
    let mut files: Vec<File> = shipped();
    for (name, more) in [("facts.yaml", FACT), ("exclusions.yaml", EXCLUSION)] {
        let file = files.iter_mut().find(|(file, _)| file == Path::new(name));
        file.unwrap().1.push_str(more);
    }
    files.push(("sexting_advice/z.yaml".into(), ITEMS.to_owned()));
    from_files(files).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn a_fact_that_yaml_alone_adds_decides_and_is_asked_for() {
    let guidance = with_a_fact_more();
    let intake = Intake::new(&guidance);
    let status = |facts: &str| {
        let body = format!(r#"{{"facts": {{{facts}}}}}"#);
        let incident = intake.read(body.as_bytes()).unwrap();
        let advice = traced(&guidance, incident.facts);
        statuses(&advice)["thank_the_friend"]
    };
    assert_eq!(
        status(r#""told_by_a_friend": "yes""#),
        ItemStatus::Recommended
    );
    assert_eq!(
        status(r#""told_by_a_friend": "someone_else""#),
        ItemStatus::Absent
    );
    assert_eq!(status(""), ItemStatus::Conditional);

    let open = traced(&guidance, Facts::default());
    let asked = open.all_questions.iter().flatten();
    let asked = asked.flat_map(|question| &question.facts);
    let mut asked = asked.filter(|fact| fact.fact == "told_by_a_friend");
    assert!(asked.next().is_some());
    let vocabulary = guidance.vocabulary();
    let told = vocabulary.named("told_by_a_friend").unwrap();
    assert_eq!(vocabulary[told].offered().len(), 3);

    let both = br#"{"facts": {"told_by_a_friend": "yes", "incident_has_happened": "no"}}"#;
    let contradicted = advise(&guidance, &intake.read(both).unwrap());
    let ask = "You say that a friend told somebody, and that nothing has happened. Which is right?";
    assert_eq!(contradicted.contradictions[0].ask, ask);

    let wrong = intake.read(br#"{"facts": {"told_by_a_friend": "no"}}"#);
    let allowed = ["yes", "someone_else", "unknown"];
    assert_eq!(wrong.unwrap_err().faults[0].allowed, allowed);
}

#[actix_web::test]
async fn a_fact_that_yaml_alone_adds_is_published() {
    let guidance = with_a_fact_more();
    let documents = documents(&guidance);
    for text in [
        &documents.openapi,
        &documents.openapi_3_0,
        &documents.swagger_2_0,
        &documents.schemas[0],
    ] {
        assert!(text.contains("told_by_a_friend"));
    }
    let incident = json!({"facts": {"told_by_a_friend": "yes"}});
    let schema: Value = serde_json::from_str(&documents.schemas[0]).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&incident));

    let requests = vec![
        TestRequest::get().uri("/v1/facts/told_by_a_friend"),
        TestRequest::get().uri("/schemas/incident.json"),
        TestRequest::get().uri("/openapi.json"),
        advice(incident.to_string()),
    ];
    let state = Data::new(initial_state(guidance));
    let answers = ask_all_of(state, None, requests).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    let entry = answers[0].json();
    assert_eq!(entry["group"], "Added");
    assert_eq!(entry["excludes"][0]["fact"], "incident_has_happened");
    assert_eq!(answers[1].json(), schema);
    let openapi: Value = serde_json::from_str(&documents.openapi).unwrap();
    assert_eq!(answers[2].json(), openapi);
}

#[test]
fn no_question_about_the_material_is_to_be_answered_by_looking() {
    let about = vocabulary().facts().iter();
    let about: Vec<&Fact> = about.filter(|fact| fact.group == "The material").collect();
    assert!(!about.is_empty());
    for fact in about {
        let end =
            "Answer only from what you have been told; do not look, search or ask to be shown.";
        assert!(fact.description.ends_with(end), "{}", fact.name);
    }
}

#[test]
fn what_the_child_says_of_being_willing_contradicts_no_pressure() {
    let about_pressure: Vec<FactId> = [
        "forced_or_coerced",
        "threatened_or_blackmailed",
        "bullied",
        "under_pressure",
        "deceived_or_induced",
        "money_or_more_images_demanded",
        "has_paid",
        "contact_continuing",
        "under_influence",
    ]
    .map(|name| vocabulary().named(name).unwrap())
    .to_vec();
    let willing = vocabulary().named("says_sent_willingly").unwrap();
    let exclusions = vocabulary().exclusions().iter();
    let sides = exclusions.flat_map(Exclusion::sides);
    let against: Vec<Side> = sides
        .filter(|(side, _)| side.fact == willing)
        .map(|(_, other)| other)
        .collect();
    assert!(!against.is_empty());
    for side in against {
        assert!(!about_pressure.contains(&side.fact), "{side:?}");
    }
}

#[test]
fn what_the_police_and_social_care_say_and_what_is_online_may_still_change() {
    let facts = vocabulary().facts().iter();
    let changing = facts.filter(|fact| !fact.may_still_change.is_empty());
    let changing: Vec<&str> = changing.map(|fact| &*fact.name).collect();
    let expected = [
        "still_online",
        "advice_taken_on_telling_parents",
        "police_decision",
        "police_knew_all_this",
        "police_instruction_on_material",
        "police_word_on_removal",
    ];
    assert_eq!(changing, expected);
}

#[test]
fn every_selection_of_packs_is_answered_with_just_its_packs() {
    let mut files: Vec<File> = shipped();
    let local = "pack:\n  id: local\n  voice: local\n  title: Ours\n  edition: \"1.0.0\"\n  effective_from: \"2026-11-22\"\n  \
                 changes: First edition.\n  review_by: \"2027-05-22\"\n  limits: For tests only.\n  left_out: { title: Ours, detail: It \
                 was left out. }\n  sources:\n    - { id: local_rules, title: Rules, publisher: Us, published: not_stated, \
                 jurisdiction: GB-NIR, how_read: document, provenance: Invented }\n";
    files.push(("local/pack.yaml".into(), local.to_owned()));
    let guidance = from_files(files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let guidance = guidance.on(time::Date::MIN);
    let packs = guidance.pack_names();
    for selection in PackSelection::ALL.selections() {
        let restricted = guidance.restricted(selection);
        let made_of = restricted.packs().iter().map(|pack| &*pack.pack);
        assert!(made_of.eq(packs.selected(selection)), "{selection:?}");
        // What is restricted already can be restricted further.
        for further in PackSelection::ALL.selections() {
            let both = guidance.restricted(selection.among(further));
            let twice = restricted.restricted(further);
            assert_eq!(twice.packs(), both.packs());
        }
    }
    assert_eq!(guidance.selections().count(), 4);
}
