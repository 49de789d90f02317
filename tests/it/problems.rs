//! What is said when a request is refused, and what is never said.

use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use serde_json::json;
use signpost::contract::problem::Class;
use signpost::intake::LIMIT;

use crate::app::{Answer, Served, advice, ask, ask_all};

const EMPTY: &str = r#"{"facts":{}}"#;
const ALLOW: &str = "allow";
/// What can be asked for beside what an answer always holds.
const INCLUDE: [&str; 9] = [
    "reasons",
    "possible",
    "all_questions",
    "explanations",
    "sources",
    "facts",
    "what_if",
    "trace",
    "all",
];

/// The answer is the problem of that name, with its fixed texts and nothing else but faults.
#[track_caller]
fn assert_problem(answer: &Answer, name: &str) {
    let class = Class::ALL
        .iter()
        .find(|class| class.name() == name)
        .expect("a class of failure");
    assert_eq!(answer.status, class.status(), "{name}: {answer:?}");
    assert_eq!(
        answer.header("content-type"),
        "application/problem+json",
        "{name}"
    );
    assert_eq!(answer.header("cache-control"), "no-store", "{name}");
    assert_marked(answer);
    let mut problem = answer.json();
    let members = problem.as_object_mut().unwrap();
    let faults = members.remove("faults");
    let expected = ["duplicate_name", "invalid_incident", "invalid_query"].contains(&name);
    assert_eq!(faults.is_some(), expected, "{name}");
    let fixed = json!({
        "type": format!("/problems/{name}"),
        "title": class.title(),
        "status": class.status(),
        "detail": class.detail(),
    });
    assert_eq!(problem, fixed);
}

#[track_caller]
fn assert_marked(answer: &Answer) {
    let id = answer.header("request-id");
    assert!(
        id.len() == 32 && id.bytes().all(|digit| digit.is_ascii_hexdigit()),
        "{id}"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

fn faults(answer: &Answer) -> serde_json::Value {
    answer.json()["faults"].clone()
}

#[actix_web::test]
async fn each_way_to_fail_has_its_problem() {
    let typed = |media_type| {
        TestRequest::post()
            .uri("/v1/advice")
            .insert_header(("content-type", media_type))
    };
    let deep = format!(r#"{{"facts":{}1{}}}"#, "[".repeat(200), "]".repeat(200));
    let cases = vec![
        (advice(""), "malformed"),
        (advice("{"), "malformed"),
        (advice(r#"{"facts":{}} {}"#), "malformed"),
        (
            advice(b"{\"facts\":{\"adult_involved\":\"\xff\"}}"),
            "malformed",
        ),
        (
            advice(r#"{"facts":{"adult_involved":"\ud800"}}"#),
            "malformed",
        ),
        (advice(r#"{"facts":{"adult_involved":1e309}}"#), "malformed"),
        (advice(deep), "malformed"),
        (advice(r#"{"facts":{},"facts":{}}"#), "duplicate_name"),
        (
            advice(EMPTY).uri("/v1/advice?packs=all"),
            "unexpected_query",
        ),
        (advice(EMPTY).uri("/v1/advice?"), "unexpected_query"),
        (advice("{}"), "invalid_incident"),
        (advice("null"), "invalid_incident"),
        (advice(" ".repeat(LIMIT) + EMPTY), "too_large"),
        (
            TestRequest::post().uri("/v1/advice").set_payload(EMPTY),
            "unsupported_media_type",
        ),
        (
            typed("text/plain").set_payload(EMPTY),
            "unsupported_media_type",
        ),
        (
            typed("application/problem+json").set_payload(EMPTY),
            "unsupported_media_type",
        ),
        (
            typed("application/json; charset=utf-8; charset=latin1").set_payload(EMPTY),
            "unsupported_media_type",
        ),
        (
            advice(EMPTY).append_header(("content-type", "text/plain")),
            "unsupported_media_type",
        ),
        (
            typed("nonsense").set_payload(EMPTY),
            "unsupported_media_type",
        ),
        (
            advice(EMPTY).insert_header(("content-encoding", "gzip")),
            "unsupported_media_type",
        ),
        (
            advice(EMPTY).insert_header(("content-encoding", "identity, br")),
            "unsupported_media_type",
        ),
        (
            advice(EMPTY).insert_header(("accept", "text/html")),
            "not_acceptable",
        ),
        (
            advice(EMPTY).insert_header(("accept", "application/json;q=0, image/*")),
            "not_acceptable",
        ),
        (
            get("/openapi.json").insert_header(("accept", "text/html")),
            "not_acceptable",
        ),
        (
            get("/health/live").insert_header(("accept", "image/*")),
            "not_acceptable",
        ),
        (
            get("/schemas/advice.json").insert_header(("accept", "text/*")),
            "not_acceptable",
        ),
        (get("/v1/contacts?audience=everybody"), "invalid_query"),
        (get("/"), "not_found"),
        (get("/v1/advice/"), "not_found"),
        (get("/schemas/nothing.json"), "not_found"),
        (get("/problems/nothing"), "not_found"),
        (get("/docs/nothing.js"), "not_found"),
        (TestRequest::post().uri("/nothing"), "not_found"),
    ];
    let (requests, names): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
    for (answer, name) in ask_all(requests).await.iter().zip(names) {
        assert_problem(answer, name);
    }
}

#[actix_web::test]
async fn a_known_path_names_its_methods_to_any_other_method() {
    let paths = [
        "/openapi.json",
        "/schemas/incident.json",
        "/problems/malformed",
        "/health/live",
        "/health/ready",
        "/docs",
        "/docs/",
        "/docs/index.html",
    ];
    for path in paths {
        for method in [
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
            Method::OPTIONS,
        ] {
            let answer = ask(TestRequest::default().method(method).uri(path)).await;
            assert_problem(&answer, "method_not_allowed");
            assert_eq!(answer.header(ALLOW), "GET, HEAD", "{path}");
        }
    }
    for method in [
        Method::GET,
        Method::HEAD,
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
    ] {
        let answer = ask(advice(EMPTY).method(method)).await;
        assert_problem(&answer, "method_not_allowed");
        assert_eq!(answer.header(ALLOW), "POST");
    }
}

#[actix_web::test]
async fn a_request_may_be_sent_and_accepted_in_every_allowed_way() {
    let typed = |media_type| advice(EMPTY).insert_header(("content-type", media_type));
    let accepting = |ranges| advice(EMPTY).insert_header(("accept", ranges));
    let requests = vec![
        advice(EMPTY),
        typed("application/json; charset=utf-8"),
        typed("Application/JSON"),
        advice(EMPTY).insert_header(("content-encoding", "identity")),
        accepting("application/json"),
        accepting("application/*"),
        accepting("*/*"),
        accepting("text/html, application/json;q=0.1"),
        accepting("text/html, */*;q=0.8"),
        accepting("application/json, */*;q=0"),
        accepting("not a media range"),
    ];
    for answer in ask_all(requests).await {
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_marked(&answer);
    }
}

#[actix_web::test]
async fn every_fault_is_told_at_once_sorted_and_each_only_once() {
    let body = json!({
        "facts": {
            "adult_involved": "perhaps",
            "child_received": true,
            "first_unknown": "yes",
            "child_recieved": {"deeper": 1},
            "material_kind": null,
            "immediate_danger": ["yes"],
            "still_online": "unknown",
            "setting": ""
        },
        "note": "x",
        "packs": []
    });
    let answer = ask(advice(body.to_string())).await;
    assert_problem(&answer, "invalid_incident");
    let wrong_type =
        |pointer| json!({"pointer": pointer, "code": "wrong_type", "allowed": ["string"]});
    let not_allowed = |pointer, allowed: &[&str]| {
        let code = "not_allowed";
        json!({"pointer": pointer, "code": code, "allowed": allowed})
    };
    let expected = json!([
        {"pointer": "", "code": "unknown_name", "position": 2},
        {"pointer": "/facts", "code": "unknown_name", "position": 3},
        {"pointer": "/facts", "code": "unknown_name", "position": 4, "nearest": "child_received"},
        not_allowed("/facts/adult_involved", &["yes", "suspected", "no", "unknown"]),
        wrong_type("/facts/child_received"),
        wrong_type("/facts/immediate_danger"),
        wrong_type("/facts/material_kind"),
        not_allowed("/facts/setting", &["school_or_college", "other", "unknown"]),
        json!({"pointer": "/packs", "code": "missing", "allowed": ["sexting_advice"]}),
    ]);
    assert_eq!(faults(&answer), expected);
}

#[actix_web::test]
async fn a_missing_member_is_named() {
    let answer = ask(advice(r#"{"fact":{}}"#)).await;
    let expected = json!([
        {"pointer": "", "code": "missing", "allowed": ["facts"]},
        {"pointer": "", "code": "unknown_name", "position": 1, "nearest": "facts"},
    ]);
    assert_eq!(faults(&answer), expected);
    let answer = ask(advice("[]")).await;
    let expected = json!([{"pointer": "", "code": "wrong_type", "allowed": ["object"]}]);
    assert_eq!(faults(&answer), expected);
}

#[actix_web::test]
async fn what_cannot_be_included_is_told_with_what_can() {
    let fault = |pointer: &str, code: &str, allowed: &[&str]| match allowed {
        [] => json!({"pointer": pointer, "code": code}),
        _ => json!({"pointer": pointer, "code": code, "allowed": allowed}),
    };
    let word = |place: &str| fault(place, "not_allowed", &INCLUDE);
    let string = |place: &str| fault(place, "wrong_type", &["string"]);
    let too_many = fault("/include", "too_many", &[]);
    let array = fault("/include", "wrong_type", &["array"]);
    // However long the list is, no more places are pointed at than it can have.
    let long = || json!(vec!["x"; 3_000]);
    let mut all_wrong = vec![too_many.clone()];
    all_wrong.extend((0..INCLUDE.len()).map(|place| word(&format!("/include/{place}"))));
    let mut cases = vec![
        (json!("trace"), json!([array])),
        (json!(null), json!([array])),
        (json!(["what_if", "x"]), json!([word("/include/1")])),
        (
            json!([{"trace": 1}, null]),
            json!([string("/include/0"), string("/include/1")]),
        ),
        (json!(["trace", "trace"]), json!([too_many])),
        (
            json!([INCLUDE.as_slice(), &["x"]].concat()),
            json!([too_many]),
        ),
        (long(), json!(all_wrong)),
    ];
    let requests = cases.iter_mut().map(|(include, _)| {
        let body = json!({"facts": {}, "include": include.take()});
        advice(body.to_string())
    });
    let answers = ask_all(requests.collect()).await;
    for (answer, (_, expected)) in answers.iter().zip(cases) {
        assert_problem(answer, "invalid_incident");
        assert_eq!(faults(answer), expected);
    }
    let doubled = r#"{"facts": {}, "include": [{"a": 1, "a": 1}, 1, [{"b": 1, "b": 1}]]}"#;
    let answer = ask(advice(doubled)).await;
    let expected = ["/include/0", "/include/2"];
    let expected = expected.map(|place| fault(place, "duplicate_name", &[]));
    assert_eq!(faults(&answer), json!(expected));
}

#[actix_web::test]
async fn doubled_names_are_all_found_and_point_no_deeper_than_the_contract_knows() {
    let body = r#"{
        "facts": {"still_online": "yes", "still_online": "yes", "\u0073till_online": "no"},
        "facts": {"adult_involved": {"a": 1, "a": [{"b": 1, "b": 2}]}},
        "anna": {"facts": {"still_online": {"c": 1, "c": 2}}}
    }"#;
    let answer = ask(advice(body)).await;
    assert_problem(&answer, "duplicate_name");
    let expected = json!([
        {"pointer": "", "code": "duplicate_name"},
        {"pointer": "/facts", "code": "duplicate_name"},
        {"pointer": "/facts/adult_involved", "code": "duplicate_name"},
    ]);
    assert_eq!(faults(&answer), expected);
}

#[actix_web::test]
async fn nothing_of_a_request_comes_back() {
    const MARKER: &str = "Zw4rtkopmeeuw";
    let posts = [
        json!({"facts": {MARKER: "yes"}}),
        json!({"facts": {"adult_involved": MARKER}}),
        json!({"facts": {"adult_involved": {MARKER: MARKER}}}),
        json!({"facts": {"adult_involved": [MARKER]}}),
        json!({"facts": MARKER}),
        json!({"facts": {}, "include": MARKER}),
        json!({"facts": {}, "include": [MARKER, {MARKER: MARKER}]}),
        json!({MARKER: MARKER, "facts": {}}),
        json!({MARKER: {"facts": {MARKER: 1}}}),
        json!([MARKER]),
        json!(MARKER),
    ];
    let mut requests: Vec<_> = posts.iter().map(|body| advice(body.to_string())).collect();
    let twice = format!(r#"{{"{MARKER}":1,"{MARKER}":2}}"#);
    let doubled = format!(r#"{{"facts":{{"{MARKER}":{twice}}},"facts":"{MARKER}"}}"#);
    let path = |path: &str| TestRequest::get().uri(&path.replace('*', MARKER));
    let header = |name: &'static str| advice(EMPTY).insert_header((name, MARKER));
    requests.extend(vec![
        advice(doubled),
        advice(format!("{{\"{MARKER}\"")),
        advice(MARKER),
        advice(EMPTY).uri(&format!("/v1/advice?{MARKER}={MARKER}")),
        path("/*"),
        path("/v1/*?*"),
        path("/v1/contacts?jurisdiction=*&audience=*&*=*"),
        path("/v1/contacts?audience=child&audience=*"),
        path("/docs/*"),
        path("/docs/%2e%2e/*"),
        path("/schemas/*.json"),
        path("/problems/*"),
        path("/health/*"),
        advice(EMPTY).method(Method::from_bytes(MARKER.as_bytes()).unwrap()),
        path("/docs").method(Method::from_bytes(MARKER.as_bytes()).unwrap()),
        header("request-id"),
        header("x-request-id"),
        header("traceparent"),
        header("content-type"),
        header("content-encoding"),
        header("accept"),
        header("origin"),
        header("host"),
        header("cookie"),
        header("zw4rtkopmeeuw"),
    ]);
    for answer in ask_all(requests).await {
        let text = String::from_utf8_lossy(&answer.bytes()).to_lowercase();
        assert!(!text.contains(&MARKER.to_lowercase()), "{text}");
        assert_marked(&answer);
    }
    let served = Served::new();
    for raw in [
        format!("{MARKER}\r\n\r\n"),
        format!("{MARKER} /v1/advice HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
        format!("GET /{MARKER} HTTP/9.9\r\n\r\n"),
        format!("GET /docs HTTP/1.1\r\n{MARKER}\r\n\r\n"),
        format!("POST /v1/advice HTTP/1.1\r\nContent-Length: {MARKER}\r\n\r\n"),
    ] {
        let answer = String::from_utf8_lossy(&served.exchange(raw)).to_lowercase();
        assert!(!answer.contains(&MARKER.to_lowercase()), "{answer}");
    }
}

#[actix_web::test]
async fn a_request_id_is_made_afresh_for_each_answer() {
    let answers = ask_all((0..20).map(|_| get("/health/live")).collect()).await;
    let mut ids: Vec<_> = answers
        .iter()
        .map(|answer| answer.header("request-id"))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 20);
}

#[actix_web::test]
async fn a_number_that_names_a_request_is_taken_over_and_nothing_else_is() {
    let uuid = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    let (trace, span) = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
    let taken = [
        ("request-id", uuid.to_owned(), uuid.replace('-', "")),
        (
            "traceparent",
            format!("00-{trace}-{span}-01"),
            trace.to_owned(),
        ),
    ];
    for (name, sent, expected) in taken {
        let answer = ask(get("/health/live").insert_header((name, sent))).await;
        assert_eq!(answer.header("request-id"), expected);
    }
    for (name, sent) in [
        ("request-id", "case-17".to_owned()),
        ("request-id", uuid.replace('a', "+")),
        ("request-id", uuid.replace('-', "")),
        ("traceparent", format!("00-{}-{span}-01", "0".repeat(32))),
        ("traceparent", format!("00-{trace}-{span}")),
        ("x-request-id", uuid.to_owned()),
    ] {
        let answer = ask(get("/health/live").insert_header((name, sent.clone()))).await;
        let id = answer.header("request-id");
        assert_eq!(id.len(), 32);
        assert!(id != trace && id != uuid.replace('-', ""), "{sent}");
    }
}

#[actix_web::test]
async fn the_type_of_a_problem_leads_to_its_texts() {
    for class in Class::ALL {
        let answer = ask(get(class.type_())).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.json()["title"], class.title());
        assert_eq!(answer.json()["detail"], class.detail());
    }
}

fn post(length: &str, body: &str) -> String {
    format!(
        "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Connection: close\r\n{length}\r\n\r\n{body}"
    )
}

#[test]
fn a_socket_gets_the_same_problems() {
    let served = Served::new();
    let answer = served.ask(post("Content-Length: 20000", ""));
    assert_problem(&answer, "too_large");
    let chunk = "x".repeat(LIMIT + 1);
    let chunked = format!("{:x}\r\n{chunk}\r\n0\r\n\r\n", chunk.len());
    assert_problem(
        &served.ask(post("Transfer-Encoding: chunked", &chunked)),
        "too_large",
    );
    assert_problem(&served.ask(post("Content-Length: 1", "{")), "malformed");
    assert_problem(
        &served.ask(post("Transfer-Encoding: chunked", "zz\r\n")),
        "malformed",
    );
    let delete = "DELETE /v1/advice HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let answer = served.ask(delete);
    assert_problem(&answer, "method_not_allowed");
    assert_eq!(answer.header(ALLOW), "POST");
    let answer = served.ask(post(&format!("Content-Length: {}", EMPTY.len()), EMPTY));
    assert_eq!(answer.status, StatusCode::OK);
    assert_marked(&answer);
}

#[test]
fn a_body_that_does_not_arrive_is_given_up() {
    let served = Served::with_timeout(Duration::from_millis(500));
    assert_problem(&served.ask(post("Content-Length: 12", "{")), "timeout");
}

#[test]
fn head_answers_as_get_without_a_body() {
    let served = Served::new();
    let ask = |method, path| {
        served.ask(format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        ))
    };
    for path in [
        "/openapi.json",
        "/schemas/incident.json",
        "/health/live",
        "/docs",
        "/docs/",
        "/x",
    ] {
        let (get, head) = (ask("GET", path), ask("HEAD", path));
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.body, b"", "{path}");
        for name in [
            "content-type",
            "content-length",
            "cache-control",
            "location",
        ] {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
}

#[test]
fn a_connection_that_panics_leaves_the_service_running() {
    let served = Served::new();
    let name = "a".repeat(70_000);
    served.exchange(format!("GET /health/live HTTP/1.1\r\n{name}: x\r\n\r\n"));
    let answer = served.ask("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json(), json!({"status": "ok"}));
}

#[actix_web::test]
async fn the_pages_come_whole_from_the_service_and_load_nothing_from_elsewhere() {
    let front = ask(get("/docs")).await;
    assert_eq!(front.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(front.header("location"), "/docs/");
    let page = ask(get("/docs/")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-type").starts_with("text/html"));
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    for encoding in ["identity", "gzip"] {
        let asked = get("/docs/swagger-ui.css").insert_header(("accept-encoding", encoding));
        let style = ask(asked).await;
        let compressed = style.header("content-encoding") == "gzip";
        assert_eq!(compressed, encoding == "gzip");
        assert_eq!(style.body.starts_with(b".swagger-ui"), !compressed);
        assert_eq!(style.header("vary"), "accept-encoding");
    }
    let start = ask(get("/docs/swagger-initializer.js")).await;
    let text = String::from_utf8(start.body).unwrap();
    assert!(text.contains(r#""url": "/openapi.json""#), "{text}");
    assert!(text.contains(r#""validatorUrl": "none""#), "{text}");
}
