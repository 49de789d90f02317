//! What the operator sees of the service: what is counted, and what is logged of a request.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

use actix_web::HttpResponse;
use actix_web::dev::Service;
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, call_and_read_body, call_service, init_service};
use actix_web::web::{self, Data};
use serde_json::{Value, json};
use signpost::http::{self, LogWriter, RequestLog, Settings, Telemetry};

use crate::app::{Answer, Served, advice, ask_all, ask_all_and_log, guidance, initial_state};

const EMPTY: &str = r#"{"facts":{}}"#;

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// The series of a metric: what stands between the braces, and the value.
fn series(text: &[u8], metric: &str) -> BTreeMap<String, String> {
    let text = std::str::from_utf8(text).unwrap();
    let samples = text.lines().filter(|line| !line.starts_with('#'));
    let samples = samples.filter_map(|line| {
        let (name, value) = line.rsplit_once(' ').unwrap();
        let (name, labels) = name.split_once('{').unwrap_or((name, "}"));
        let labels = labels.strip_suffix('}').unwrap();
        (name == metric).then(|| (labels.to_owned(), value.to_owned()))
    });
    samples.collect()
}

/// The value of a metric that has no labels.
fn value(text: &[u8], metric: &str) -> u64 {
    series(text, metric)[""].parse().unwrap()
}

fn expected(series: &[(&str, &str)]) -> BTreeMap<String, String> {
    let series = series.iter();
    series
        .map(|(labels, value)| ((*labels).to_owned(), (*value).to_owned()))
        .collect()
}

/// Everything that identifies a series, in any metric.
fn names(answer: &Answer) -> BTreeSet<String> {
    let text = String::from_utf8(answer.body.clone()).unwrap();
    let samples = text.lines().filter(|line| !line.starts_with('#'));
    samples
        .map(|line| line.rsplit_once(' ').unwrap().0.to_owned())
        .collect()
}

#[actix_web::test]
async fn the_metrics_count_what_was_asked() {
    let answers = ask_all(vec![
        advice(EMPTY),
        advice(EMPTY),
        advice("{}"),
        advice(EMPTY).method(Method::DELETE),
        get("/schemas/incident.json"),
        get("/schemas/advice.json"),
        get("/schemas/nothing.json"),
        get("/health/live").method(Method::HEAD),
        get("/docs/index.html"),
        get("/nothing"),
        get("/metrics"),
        get("/metrics"),
    ])
    .await;
    let text = &answers.last().unwrap().body;
    let requests = expected(&[
        (r#"route="/v1/advice",method="post",status="200""#, "2"),
        (r#"route="/v1/advice",method="post",status="422""#, "1"),
        (r#"route="/v1/advice",method="other",status="405""#, "1"),
        (
            r#"route="/schemas/{name}.json",method="get",status="200""#,
            "2",
        ),
        (
            r#"route="/schemas/{name}.json",method="get",status="404""#,
            "1",
        ),
        (r#"route="/health/live",method="head",status="200""#, "1"),
        (r#"route="/docs/{file:.*}",method="get",status="200""#, "1"),
        (r#"route="unmatched",method="get",status="404""#, "1"),
        (r#"route="/metrics",method="get",status="200""#, "1"),
    ]);
    assert_eq!(series(text, "signpost_requests_total"), requests);
    let timed = expected(&[
        (r#"route="/v1/advice""#, "4"),
        (r#"route="/schemas/{name}.json""#, "3"),
        (r#"route="/health/live""#, "1"),
        (r#"route="/docs/{file:.*}""#, "1"),
        (r#"route="unmatched""#, "1"),
        (r#"route="/metrics""#, "1"),
    ]);
    assert_eq!(
        series(text, "signpost_request_duration_seconds_count"),
        timed
    );
    // The one that reads them is in flight, and not yet counted.
    assert_eq!(value(text, "signpost_requests_in_flight"), 1);
    assert_eq!(value(text, "signpost_requests_unanswered_total"), 0);
    assert_eq!(value(text, "signpost_log_lines_dropped_total"), 0);
}

#[actix_web::test]
async fn the_metrics_say_what_answers() {
    let answers = ask_all(vec![advice(EMPTY), get("/metrics")]).await;
    let text = &answers[1].body;
    let editions: BTreeMap<_, _> = answers[0].json()["receipt"]["packs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|known| {
            let labels = format!("pack={},edition={}", known["pack"], known["edition"]);
            (labels, "1".to_owned())
        })
        .collect();
    assert!(!editions.is_empty());
    assert_eq!(series(text, "signpost_guidance_info"), editions);
    let version = format!("version=\"{}\"", env!("CARGO_PKG_VERSION"));
    let build = series(text, "signpost_build_info");
    assert_eq!(build, expected(&[(&version, "1")]));
}

#[actix_web::test]
async fn the_metrics_come_in_a_form_that_the_reader_knows() {
    const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";
    let prometheus = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,\
                      application/openmetrics-text;version=0.0.1;q=0.5,\
                      text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,\
                      text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    for (accept, form) in [
        (prometheus, OPENMETRICS),
        ("*/*", OPENMETRICS),
        ("text/html", OPENMETRICS),
        ("text/plain;version=0.0.4", TEXT),
    ] {
        let asked = get("/metrics").insert_header(("accept", accept));
        // There is something to tell of once something was asked.
        let answer = ask_all(vec![get("/health/live"), asked]).await.remove(1);
        assert_eq!(answer.status, StatusCode::OK, "{accept}");
        assert_eq!(answer.header("content-type"), form, "{accept}");
        assert_eq!(answer.header("cache-control"), "no-store");
        let text = String::from_utf8(answer.body).unwrap();
        let newer = form == OPENMETRICS;
        assert_eq!(text.ends_with("# EOF\n"), newer, "{text}");
        assert_eq!(text.contains("\n# UNIT "), newer, "{text}");
        let counter = "\n# TYPE signpost_requests_total counter\n";
        assert_eq!(text.contains(counter), !newer, "{text}");
    }
}

#[actix_web::test]
async fn no_request_makes_a_series_of_its_own() {
    let strange = |round: usize| {
        let paths = (0..50).flat_map(move |number| {
            let name = format!("a{round}b{number}");
            [
                format!("/{name}"),
                format!("/v1/{name}"),
                format!("/v1/advice/{name}"),
                format!("/v1/advice%2F{name}"),
                format!("/%76{number}/advice"),
                format!("//{name}//"),
                format!("/schemas/{name}.json"),
                format!("/schemas/{name}"),
                format!("/problems/{name}"),
                format!("/docs/{name}/{name}"),
                format!("/health/live?{name}"),
                format!("/{{name}}/{name}"),
            ]
        });
        paths.enumerate().map(move |(number, path)| {
            let path = path.replace('{', "%7B").replace('}', "%7D");
            let method = match number % 4 {
                0 => Method::GET,
                1 => Method::POST,
                2 => Method::HEAD,
                _ => Method::from_bytes(format!("A{round}B{number}").as_bytes()).unwrap(),
            };
            TestRequest::default().method(method).uri(&path)
        })
    };
    let mut requests = vec![get("/metrics")];
    requests.extend(strange(0));
    let first = requests.len();
    requests.push(get("/metrics"));
    requests.extend(strange(1));
    requests.push(get("/metrics"));
    let answers = ask_all(requests).await;
    let (before, after) = (&answers[first], answers.last().unwrap());
    assert_eq!(names(before), names(after));
    let asked = series(&after.body, "signpost_requests_total").into_keys();
    let routes: BTreeSet<_> = asked
        .map(|labels| labels.split('"').nth(1).unwrap().to_owned())
        .collect();
    let known = [
        "/docs/{file:.*}",
        "/health/live",
        "/metrics",
        "/problems/{name}",
        "/schemas/{name}.json",
        // One of them is this path in another spelling.
        "/v1/advice",
        "unmatched",
    ];
    assert_eq!(routes, known.map(str::to_owned).into());
}

async fn fails() -> HttpResponse {
    panic!("on purpose")
}

#[actix_web::test]
async fn a_request_is_in_flight_until_it_ends_whatever_the_end() {
    let state = Data::new(initial_state(guidance()));
    let telemetry = Data::new(Telemetry::new(state.clone(), &Settings::default()));
    let app = http::app(state, telemetry, Settings::default())
        .route(
            "/waits",
            web::get().to(std::future::pending::<HttpResponse>),
        )
        .route("/fails", web::get().to(fails));
    let service = init_service(app).await;
    let metrics = async || {
        let text = call_and_read_body(&service, get("/metrics").to_request()).await;
        let in_flight = value(&text, "signpost_requests_in_flight");
        // The one that reads is in flight itself.
        (
            in_flight - 1,
            value(&text, "signpost_requests_unanswered_total"),
        )
    };
    assert_eq!(metrics().await, (0, 0));

    let refused = call_service(&service, advice("{").to_request()).await;
    assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    assert_eq!(metrics().await, (0, 0));

    let mut context = Context::from_waker(Waker::noop());
    let mut waits = Box::pin(service.call(get("/waits").to_request()));
    assert!(waits.as_mut().poll(&mut context).is_pending());
    assert_eq!(metrics().await, (1, 0));
    drop(waits);
    assert_eq!(metrics().await, (0, 1));

    let mut fails = Box::pin(service.call(get("/fails").to_request()));
    let failed = catch_unwind(AssertUnwindSafe(|| fails.as_mut().poll(&mut context)));
    assert!(failed.is_err());
    drop(fails);
    assert_eq!(metrics().await, (0, 2));
}

/// A log that is kept in memory.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Kept {
    fn lines(&self) -> Vec<Value> {
        let kept = self.0.lock().unwrap();
        let lines = kept.split_inclusive(|byte| *byte == b'\n');
        lines
            .map(|line| serde_json::from_slice(line.strip_suffix(b"\n").unwrap()).unwrap())
            .collect()
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn a_line_says_how_a_request_was_answered_and_no_more() {
    let kept = Kept::default();
    let writer = LogWriter::new(kept.clone()).unwrap();
    let requests = vec![
        advice(EMPTY),
        advice(r#"{"facts":{"x":1}}"#),
        get("/schemas/incident.json?x").method(Method::HEAD),
        get("/nothing"),
        get("/metrics"),
    ];
    let answers = ask_all_and_log(Some(writer.log()), requests).await;
    // What waits is written before it ends.
    drop(writer);
    let lines = kept.lines();
    let routes = [
        "/v1/advice",
        "/v1/advice",
        "/schemas/{name}.json",
        "unmatched",
        "/metrics",
    ];
    assert_eq!(lines.len(), routes.len());
    let guidance: Vec<_> = answers[0].json()["receipt"]["packs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|known| json!({"pack": known["pack"], "edition": known["edition"]}))
        .collect();
    for ((line, answer), route) in lines.iter().zip(&answers).zip(routes) {
        assert!(line["latency_us"].is_u64(), "{line}");
        let expected = json!({
            "request_id": answer.header("request-id"),
            "route": route,
            "status": answer.status.as_u16(),
            "latency_us": line["latency_us"],
            "guidance": guidance,
        });
        assert_eq!(line.to_string(), expected.to_string());
    }
    assert_eq!(answers[0].status, StatusCode::OK);
    assert_eq!(answers[1].status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// A reader who takes nothing until the other end of `go` is dropped.
struct Stuck {
    writes: Sender<()>,
    go: Receiver<()>,
    kept: Kept,
}

impl Stuck {
    fn new() -> (Self, Kept, Receiver<()>, Sender<()>) {
        let (writes, written) = channel();
        let (stuck, go) = channel();
        let kept = Kept::default();
        let sink = Self {
            writes,
            go,
            kept: kept.clone(),
        };
        (sink, kept, written, stuck)
    }
}

impl Write for Stuck {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.writes.send(());
        let _ = self.go.recv();
        self.kept.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn lines_that_nobody_takes_are_dropped_and_counted() {
    let (sink, kept, written, stuck) = Stuck::new();
    let writer = LogWriter::new(sink).unwrap();
    let live = |number| (0..number).map(|_| get("/health/live")).collect();
    ask_all_and_log(Some(writer.log()), live(1)).await;
    written.recv().unwrap();
    let mut requests: Vec<_> = live(RequestLog::CAPACITY + 3);
    requests.push(get("/metrics"));
    let answers = ask_all_and_log(Some(writer.log()), requests).await;
    let text = &answers.last().unwrap().body;
    assert_eq!(value(text, "signpost_log_lines_dropped_total"), 3);
    drop(stuck);
    drop(writer);
    assert_eq!(kept.lines().len(), 1 + RequestLog::CAPACITY);
}

#[actix_web::test]
async fn a_reader_who_takes_nothing_does_not_keep_the_program_from_ending() {
    let (sink, kept, written, stuck) = Stuck::new();
    let writer = LogWriter::new(sink).unwrap();
    ask_all_and_log(Some(writer.log()), vec![get("/health/live")]).await;
    written.recv().unwrap();
    drop(writer);
    assert_eq!(kept.lines().len(), 0);
    drop(stuck);
}

/// A reader who has gone.
struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn lines_for_a_reader_who_has_gone_are_counted_too() {
    let writer = LogWriter::new(Gone).unwrap();
    let log = writer.log();
    ask_all_and_log(
        Some(log.clone()),
        vec![get("/health/live"), get("/health/ready")],
    )
    .await;
    drop(writer);
    let answers = ask_all_and_log(Some(log), vec![get("/metrics")]).await;
    assert_eq!(
        value(&answers[0].body, "signpost_log_lines_dropped_total"),
        2
    );
}

#[test]
fn a_body_that_breaks_off_is_a_request_that_has_ended() {
    let (sink, kept, written, free) = Stuck::new();
    drop(free);
    let writer = LogWriter::new(sink).unwrap();
    let served = Served::with(Settings {
        log: Some(writer.log()),
        ..Settings::default()
    });
    served.abandon(
        "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: 12\r\n\r\n{",
    );
    written.recv().unwrap();
    let metrics = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let text = served.ask(metrics).body;
    let requests = expected(&[(r#"route="/v1/advice",method="post",status="400""#, "1")]);
    assert_eq!(series(&text, "signpost_requests_total"), requests);
    assert_eq!(value(&text, "signpost_requests_in_flight"), 1);
    drop(served);
    drop(writer);
    assert_eq!(kept.lines().len(), 2);
}
