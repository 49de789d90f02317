//! The catalogue: it is whole, it is cacheable, and every id of an answer leads into it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use actix_web::test::TestRequest;
use actix_web::web::Data;
use serde_json::{Value, json};
use signpost::guidance::{self, embedded};

use crate::app::{Answer, ask, ask_all, ask_all_of, initial_state};
use crate::bad_packs::{shipped, sound_but};
use crate::kernel::with_all;
use crate::scenarios::case;

/// Every list, its member, and what its entries are named by.
const LISTS: [(&str, &str, &str); 13] = [
    ("/v1/facts", "facts", "name"),
    ("/v1/items", "items", "id"),
    ("/v1/actions", "actions", "id"),
    ("/v1/prohibitions", "prohibitions", "id"),
    ("/v1/questions", "questions", "id"),
    ("/v1/explanations", "explanations", "id"),
    ("/v1/lines", "lines", "id"),
    ("/v1/contacts", "contacts", "id"),
    ("/v1/sources", "sources", "id"),
    (
        "/v1/sources/sbni_sexting_advice/statements",
        "statements",
        "id",
    ),
    ("/v1/guidance", "packs", "pack"),
    ("/v1/prevention", "prevention", "id"),
    ("/v1/override-reasons", "override_reasons", "id"),
];

/// What was proved of the first pack.
const ASSURANCE: &str = "/v1/guidance/sexting_advice/assurance";

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// Every path of the catalogue, entries included.
async fn paths() -> Vec<String> {
    let mut paths = ["/v1", ASSURANCE].map(str::to_owned).to_vec();
    for (list, member, key) in LISTS {
        paths.push(list.to_owned());
        let answer = ask(get(list)).await.json();
        let entries = answer[member].as_array().unwrap();
        assert!(!entries.is_empty(), "{list}");
        paths.extend(entries.iter().map(|entry| {
            let id = entry[key].as_str().unwrap();
            format!("{list}/{id}")
        }));
    }
    paths
}

#[actix_web::test]
async fn every_entry_of_a_list_stands_alone_as_well() {
    let mut seen = 0;
    for (list, member, key) in LISTS {
        let answer = ask(get(list)).await.json();
        let entries = answer[member].as_array().unwrap();
        let path = |entry: &Value| format!("{list}/{}", entry[key].as_str().unwrap());
        let requests = entries.iter().map(|entry| get(&path(entry)));
        for (entry, alone) in entries.iter().zip(ask_all(requests.collect()).await) {
            assert_eq!(alone.json(), *entry, "{}", path(entry));
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

#[actix_web::test]
async fn every_answer_is_as_the_document_says() {
    let document: Value = ask(get("/openapi.json")).await.json();
    let known_paths = paths().await;
    for (path, item) in document["paths"].as_object().unwrap() {
        if item["get"]["tags"][0] != "catalogue" {
            continue;
        }
        let schema = &item["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        let mut whole = document.clone();
        whole["$ref"] = schema["$ref"].clone();
        let validator = jsonschema::draft202012::new(&whole).unwrap();
        let list = path.split("/{").next().unwrap();
        let mut seen = 0;
        for known in &known_paths {
            let shape = known.matches('/').count() == path.matches('/').count();
            let own = known.starts_with(list)
                && shape
                && known.ends_with("statements") == path.ends_with("statements");
            if own && path.contains('{') == (known.as_str() != list) {
                let answer = ask(get(known)).await.json();
                let errors: Vec<_> = validator
                    .iter_errors(&answer)
                    .map(|e| e.to_string())
                    .collect();
                assert!(errors.is_empty(), "{known}: {errors:?}");
                seen += 1;
            }
        }
        assert!(seen > 0, "nothing is known at {path}");
    }
}

#[actix_web::test]
async fn everything_is_tagged_and_not_sent_again() {
    let mut tags = BTreeSet::new();
    let mut paths = paths().await;
    let count = paths.len();
    paths.extend(["/openapi.json", "/schemas/advice.json"].map(str::to_owned));
    let firsts = ask_all(paths.iter().map(|path| get(path)).collect()).await;
    for (path, first) in paths.iter().zip(firsts) {
        assert_eq!(first.status, 200, "{path}");
        let who = if path.starts_with("/v1") {
            "private"
        } else {
            "public"
        };
        assert_eq!(
            first.header("cache-control"),
            format!("{who}, max-age=300"),
            "{path}"
        );
        assert_eq!(first.header("vary"), "accept-encoding");
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"'), "{path} has no strong tag: {tag}");
        let known = [
            tag.clone(),
            format!("W/{tag}"),
            format!("\"other\", {tag}"),
            "*".to_owned(),
            "\"other\"".to_owned(),
        ];
        let asked = known.map(|known| get(path).insert_header(("if-none-match", known)));
        let mut answers = ask_all(asked.into()).await;
        let other = answers.pop().unwrap();
        assert_eq!((other.status.as_u16(), other.body), (200, first.body));
        for again in answers {
            assert_eq!(again.status, 304, "{path}");
            assert_eq!(again.header("etag"), tag);
            assert!(again.body.is_empty());
        }
        tags.insert(tag);
    }
    assert!(tags.len() > count * 9 / 10, "{} tags", tags.len());
}

fn unzipped(answer: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(answer.body.as_slice())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

#[actix_web::test]
async fn what_is_large_is_compressed_where_it_is_asked_for() {
    for path in [
        "/v1/facts",
        "/v1/actions",
        "/openapi.json",
        "/schemas/advice.json",
    ] {
        let plain = ask(get(path).insert_header(("accept-encoding", "identity"))).await;
        assert_eq!(plain.header("content-encoding"), "");
        let zipped = ask(get(path).insert_header(("accept-encoding", "br, gzip;q=0.5"))).await;
        assert_eq!(zipped.header("content-encoding"), "gzip", "{path}");
        assert_eq!(unzipped(&zipped), plain.body);
        assert!(zipped.body.len() * 3 < plain.body.len(), "{path}");
        assert_ne!(zipped.header("etag"), plain.header("etag"));
        let tag = zipped.header("etag").to_owned();
        let again = get(path).insert_header(("accept-encoding", "gzip"));
        let again = ask(again.insert_header(("if-none-match", tag))).await;
        assert_eq!(
            (again.status.as_u16(), again.header("content-encoding")),
            (304, "")
        );
    }
    let small =
        ask(get("/v1/items/contact_police").insert_header(("accept-encoding", "gzip"))).await;
    assert_eq!(small.header("content-encoding"), "");
}

#[actix_web::test]
async fn every_link_of_the_front_door_leads_somewhere() {
    let front = ask(get("/v1")).await.json();
    let links = front["links"].as_array().unwrap();
    for link in links {
        let status = ask(get(link["href"].as_str().unwrap())).await.status;
        let expected = if link["rel"] == "advice" { 405 } else { 200 };
        assert_eq!(status, expected, "{link}");
    }
    for (list, ..) in LISTS
        .iter()
        .filter(|(list, ..)| !list.ends_with("/statements"))
    {
        assert!(
            links.iter().any(|link| link["href"] == *list),
            "{list} has no link"
        );
    }
}

/// Every id of an answer, as the path that it must lead to.
fn led_to(answer: &Value, paths: &mut BTreeSet<String>) {
    let told = answer["sources"]["statements"].as_array().unwrap().iter();
    let told: BTreeMap<_, _> = told.map(|one| (one["id"].as_str().unwrap(), one)).collect();
    let mut ids = BTreeSet::new();
    walk(answer, &mut ids);
    paths.extend(ids.into_iter().map(|path| {
        // A statement stands under its source, which the end of the answer tells.
        path.strip_prefix(CITED).map_or(path.clone(), |id| {
            let source = told[id]["source"].as_str().unwrap();
            format!("/v1/sources/{source}/statements/{id}")
        })
    }));
}

const CITED: &str = "cited/";

fn walk(answer: &Value, paths: &mut BTreeSet<String>) {
    let lists = |member: &str| match member {
        "settles" | "holds_back" | "explains" | "items" | "prohibition" | "item"
        | "consequences" | "adds_to" | "question" => "/v1/items",
        "contacts" => "/v1/contacts",
        "depends_on" | "fact" => "/v1/facts",
        "citations" => "cited",
        "pack" => "/v1/guidance",
        "source" => "/v1/sources",
        _ => "",
    };
    match answer {
        Value::Object(members) => {
            for (member, value) in members {
                let list = lists(member);
                let values = value.as_array().into_iter().flatten().chain([value]);
                for id in values
                    .filter_map(Value::as_str)
                    .filter(|_| !list.is_empty())
                {
                    paths.insert(format!("{list}/{id}"));
                }
                walk(value, paths);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, paths)),
        _ => {}
    }
}

#[actix_web::test]
async fn every_id_of_every_scenario_leads_into_the_catalogue() {
    let guidance = embedded().unwrap();
    let mut ids = BTreeSet::new();
    for scenario in case::all() {
        let answer = serde_json::to_value(with_all(&guidance, scenario.incident())).unwrap();
        led_to(&answer, &mut ids);
    }
    assert!(ids.len() > 100, "{}", ids.len());
    let requests = ids.iter().map(|path| get(path)).collect();
    for (path, answer) in ids.iter().zip(ask_all(requests).await) {
        assert_eq!(answer.status, 200, "{path}");
    }
}

#[actix_web::test]
async fn what_rests_on_a_statement_cites_it() {
    let sources = ask(get("/v1/sources")).await.json();
    let sources = sources["sources"].as_array().unwrap();
    let paths = sources
        .iter()
        .map(|source| format!("/v1/sources/{}/statements", source["id"].as_str().unwrap()));
    let lists = ask_all(paths.map(|path| get(&path)).collect()).await;
    let lists: Vec<Value> = lists.iter().map(Answer::json).collect();
    let statements = lists
        .iter()
        .flat_map(|list| list["statements"].as_array().unwrap());
    for statement in statements {
        let id = &statement["id"];
        for item in statement["items"].as_array().unwrap() {
            let entry = ask(get(item["href"].as_str().unwrap())).await.json();
            let grounds = entry["grounds"]
                .as_array()
                .into_iter()
                .flatten()
                .chain([&entry, &entry["caution"]]);
            let mut cited = grounds
                .filter_map(|part| part["citations"].as_array())
                .flatten();
            assert!(cited.any(|cited| cited == id), "{item} does not cite {id}");
        }
    }
}

#[actix_web::test]
async fn every_source_lists_the_statements_that_name_it_and_each_stands_alone_there() {
    let sources = ask(get("/v1/sources")).await.json();
    let ids = sources["sources"].as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|source| source["id"].as_str().unwrap()).collect();
    let lists = ids.iter().map(|id| format!("/v1/sources/{id}/statements"));
    let lists: Vec<String> = lists.collect();
    let listed = ask_all(lists.iter().map(|list| get(list)).collect()).await;
    let listed: Vec<Value> = listed.iter().map(Answer::json).collect();
    let listed = listed
        .iter()
        .map(|list| list["statements"].as_array().unwrap());
    let listed: Vec<_> = listed.collect();
    let of = |id: &str| listed[ids.iter().position(|other| *other == id).unwrap()];
    for ((id, list), statements) in ids.iter().zip(&lists).zip(&listed) {
        assert!(!statements.is_empty(), "nothing is listed of {id}");
        for statement in *statements {
            let told = statement["also"].as_array().into_iter().flatten();
            let named: Vec<_> = told.chain([&statement["source"]]).collect();
            assert!(named.iter().any(|one| *one == id), "{statement}");
            for document in named {
                let there = of(document.as_str().unwrap()).contains(statement);
                assert!(there, "{document} does not list {statement}");
            }
            let alone = format!("{list}/{}", statement["id"].as_str().unwrap());
            assert_eq!(ask(get(&alone)).await.json(), *statement, "{alone}");
        }
    }
}

#[actix_web::test]
async fn prevention_is_the_sections_on_reasons_and_on_working_with_children() {
    let prevention = ask(get("/v1/prevention")).await.json();
    let entries = prevention["prevention"].as_array().unwrap().iter();
    let cited = entries.flat_map(|entry| entry["citations"].as_array().unwrap());
    let cited: BTreeSet<_> = cited.map(|id| id.as_str().unwrap()).collect();
    for number in (1..=2).chain(5..=21) {
        let id = format!("S{number:02}");
        assert!(cited.contains(id.as_str()), "{id} stands nowhere");
    }
}

#[actix_web::test]
async fn what_was_proved_is_told_of_just_the_packs_that_were_proved() {
    let proved = ask(get(ASSURANCE)).await;
    assert_eq!(proved.status, 200);
    let invariants = proved.json()["invariants"].as_array().unwrap().len();
    assert!(invariants > 20, "{invariants}");
    let mut files = shipped();
    let pack = files
        .iter_mut()
        .find(|(name, _)| name.starts_with("supplement"));
    pack.unwrap().1.push_str("# Edited.\n");
    let edited = Data::new(initial_state(guidance::from_files(files).unwrap()));
    let paths = ["/v1/guidance/sexting_advice", ASSURANCE].map(get);
    let answers = ask_all_of(edited, None, paths.into()).await;
    let statuses: Vec<_> = answers.iter().map(|one| one.status.as_u16()).collect();
    assert_eq!(statuses, [200, 404]);
}

/// Who filters a list that has no filters would take what they get for what they asked for.
#[actix_web::test]
async fn a_list_takes_no_filter_that_it_does_not_have() {
    for (list, ..) in LISTS.iter().filter(|(list, ..)| *list != "/v1/contacts") {
        let answer = ask(get(&format!("{list}?jurisdiction=GB-NIR&kind=x"))).await;
        assert_eq!(answer.status, 400, "{list}");
        let problem = answer.json();
        assert_eq!(problem["type"], "/problems/invalid_query");
        let unknown =
            |position: u32| json!({"pointer": "", "code": "unknown_name", "position": position});
        assert_eq!(problem["faults"], json!([unknown(1), unknown(2)]), "{list}");
        assert_eq!(ask(get(&format!("{list}?"))).await.status, 200, "{list}");
    }
}

#[actix_web::test]
async fn what_is_not_there_is_not_found() {
    for path in [
        "/v1/actions/burn_it",
        "/v1/actions/do_not_delete",
        "/v1/",
        "/v1/sources/x/statements",
        "/v2",
    ] {
        let answer = ask(get(path)).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.json()["type"], "/problems/not_found");
    }
    let encoded = ask(get("/v1/actions/contact%5Fpolice")).await;
    assert_eq!(encoded.status, 200);
}

#[actix_web::test]
async fn a_retired_id_still_leads_to_its_words() {
    let retired = "explanations:\n  - id: talking_helps\n    title: Talking was said to help\n    explains: [talk]\n    \
                   statements: [A2]\n    retired: { since: \"1.0.0\", because: Said twice., replaced_by: why }\n";
    let guidance = sound_but(&[("explanations:\n", retired)]);
    let state = Data::new(initial_state(guidance));
    for path in ["/v1/items/talking_helps", "/v1/explanations/talking_helps"] {
        let answer = ask_all_of(state.clone(), None, vec![get(path)])
            .await
            .remove(0);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.json()["title"], "Talking was said to help");
        assert_eq!(answer.json()["retired"]["replaced_by"], "why");
    }
    let body = r#"{"facts":{"child_received":"yes","police_decision":"no_investigation"},"include":["all"]}"#;
    let advice = ask_all_of(state, None, vec![crate::app::advice(body)])
        .await
        .remove(0)
        .json();
    assert_eq!(advice["explanations"].as_array().unwrap().len(), 1);
    assert_eq!(advice["explanations"][0]["id"], "why");
}
