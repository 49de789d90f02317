//! `GET /v1/contacts`: the filters, and what is refused of them.

use std::collections::BTreeSet;

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use signpost::advise::advise;
use signpost::guidance::embedded;

use crate::app::{ask, ask_all};
use crate::scenarios::case;

const PLACES: [&str; 5] = ["GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "outside_uk"];
const READERS: [&str; 4] = ["child", "parent_or_carer", "professional", "adult"];

async fn listed(query: &str) -> Vec<Value> {
    let path = format!("/v1/contacts{query}");
    let answer = ask(TestRequest::get().uri(&path)).await;
    assert_eq!(answer.status, 200, "{query}");
    answer.json()["contacts"].as_array().unwrap().clone()
}

fn has(list: &Value, word: &str) -> bool {
    let words = list.as_array().into_iter().flatten();
    words.into_iter().any(|own| own == word)
}

fn serves(contact: &Value, place: &str) -> bool {
    ["service", "role"]
        .iter()
        .any(|kind| has(&contact[kind]["service_areas"], place))
}

#[actix_web::test]
async fn every_list_holds_just_the_contacts_for_that_place_and_reader() {
    let all = listed("").await;
    let mut sizes = BTreeSet::new();
    for place in PLACES {
        let there: Vec<_> = all
            .iter()
            .filter(|one| serves(one, place))
            .cloned()
            .collect();
        assert_eq!(listed(&format!("?jurisdiction={place}")).await, there);
        for reader in READERS {
            let both = there.iter().filter(|one| has(&one["audiences"], reader));
            let both: Vec<_> = both.cloned().collect();
            let query = format!("?audience={reader}&jurisdiction={place}");
            assert_eq!(listed(&query).await, both, "{query}");
            sizes.insert(both.len());
        }
    }
    for reader in READERS {
        let theirs = all.iter().filter(|one| has(&one["audiences"], reader));
        let theirs: Vec<_> = theirs.cloned().collect();
        assert!(!theirs.is_empty() && theirs.len() < all.len(), "{reader}");
        assert_eq!(listed(&format!("?audience={reader}")).await, theirs);
    }
    assert!(sizes.len() > 5, "{sizes:?}");
}

#[actix_web::test]
async fn a_role_is_listed_for_a_place_and_for_no_reader() {
    let role = |one: &Value| one["role"].is_object();
    assert!(listed("?jurisdiction=GB-NIR").await.iter().any(role));
    for reader in READERS {
        let query = format!("?jurisdiction=GB-NIR&audience={reader}");
        assert!(!listed(&query).await.iter().any(role), "{reader}");
    }
}

#[actix_web::test]
async fn a_list_has_a_tag_of_its_own_and_is_compressed() {
    let paths = [
        "",
        "?jurisdiction=GB-NIR",
        "?jurisdiction=GB-NIR&audience=child",
    ];
    let get = |query: &str| TestRequest::get().uri(&format!("/v1/contacts{query}"));
    let mut tags = BTreeSet::new();
    for query in paths {
        let zipped = ask(get(query).insert_header(("accept-encoding", "gzip"))).await;
        assert_eq!(zipped.header("content-encoding"), "gzip", "{query}");
        let tag = ask(get(query)).await.header("etag").to_owned();
        let known = get(query).insert_header(("if-none-match", tag.clone()));
        assert_eq!(ask(known).await.status, 304);
        assert!(tags.insert(tag), "{query}");
    }
}

#[actix_web::test]
async fn what_is_no_word_is_refused_with_the_words_that_are() {
    let place = |code: &str| json!({"pointer": "/jurisdiction", "code": code, "allowed": PLACES});
    let reader = |code: &str| json!({"pointer": "/audience", "code": code, "allowed": READERS});
    let known = ["jurisdiction", "audience"];
    let unknown = |position: usize| json!({"pointer": "", "code": "unknown_name", "allowed": known, "position": position});
    let mut mistyped = unknown(1);
    mistyped["nearest"] = json!("jurisdiction");
    let cases = [
        ("?jurisdicton=GB-NIR", vec![mistyped]),
        (
            "?colour=red&audience=x&size=1",
            vec![unknown(1), unknown(3), reader("not_allowed")],
        ),
        ("?audience=", vec![reader("not_allowed")]),
        ("?audience=CHILD", vec![reader("not_allowed")]),
        ("?jurisdiction=unknown", vec![place("not_allowed")]),
        (
            "?jurisdiction=GB&audience=child",
            vec![place("not_allowed")],
        ),
        (
            "?audience=x&jurisdiction=y",
            vec![place("not_allowed"), reader("not_allowed")],
        ),
        ("?audience=child&audience=adult", vec![reader("too_many")]),
        ("?audience=child&%61udience=child", vec![reader("too_many")]),
    ];
    let requests = cases.iter().map(|(query, _)| {
        let path = format!("/v1/contacts{query}");
        TestRequest::get().uri(&path)
    });
    let answers = ask_all(requests.collect()).await;
    for (answer, (query, faults)) in answers.iter().zip(cases) {
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.json()["type"], "/problems/invalid_query");
        assert_eq!(answer.json()["faults"], json!(faults), "{query}");
    }
}

#[actix_web::test]
async fn a_query_is_read_as_forms_write_it() {
    assert_eq!(listed("?").await, listed("").await);
    assert_eq!(
        listed("?audience=%63hild").await,
        listed("?audience=child").await
    );
}

#[actix_web::test]
async fn every_contact_says_where_it_comes_from_when_it_was_checked_and_how_far() {
    let all = listed("").await;
    assert!(all.len() > 40, "{}", all.len());
    for one in &all {
        let id = &one["id"];
        for day in ["checked_on", "review_by"] {
            let day = one[day].as_str().unwrap();
            let [year, month, date] = [&day[..4], &day[5..7], &day[8..]];
            assert!(
                year >= "2026" && month <= "12" && date <= "31",
                "{id}: {day}"
            );
        }
        assert!(one["review_overdue"].is_boolean(), "{id}");
        let source = if one["service"].is_object() {
            assert_eq!(one["may_receive_image"], "no", "{id}");
            assert!(["verified", "single_source"].contains(&one["assurance"].as_str().unwrap()));
            &one["pages"]
        } else {
            assert_eq!(one["assurance"], "no_details", "{id}");
            &one["statements"]
        };
        assert!(!source.as_array().unwrap().is_empty(), "{id}");
    }
}

#[test]
fn every_contact_of_an_answer_is_one_of_them() {
    let guidance = embedded().unwrap();
    let known: BTreeSet<_> = guidance
        .contacts()
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    let mut told = BTreeSet::new();
    for scenario in case::all() {
        let advice = advise(&guidance, &scenario.incident());
        told.extend(advice.contacts.iter().map(|one| one.id.clone()));
    }
    assert!(told.len() > 35, "{}", told.len());
    for one in &told {
        assert!(known.contains(one.as_str()), "{one}");
    }
}
