//! `serve` with an operator's directory, and SIGHUP.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::client::{Connection, head};
use super::{end, run, signpost};
use crate::reload::{directory, edit};
use crate::running::Running;

const EMPTY: &str = r#"{"facts":{}}"#;

/// The service with that directory, on a day on which nothing is overdue.
fn serving(directory: &Path) -> Command {
    let mut command = signpost();
    command.args([
        "serve",
        "--workers",
        "2",
        "--today",
        "2026-11-23",
        "--guidance-dir",
    ]);
    command.arg(directory);
    command
}

/// Waits until something is so.
fn until(what: &str, mut so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_secs(120), "never: {what}");
        thread::yield_now();
    }
}

/// The number that a metric has.
fn metric(connection: &mut Connection, name: &str) -> u64 {
    let (_, text) = connection.get("/metrics");
    let mut lines = text.lines().filter_map(|line| line.strip_prefix(name));
    lines
        .next()
        .unwrap_or_else(|| panic!("no {name}"))
        .trim()
        .parse()
        .unwrap()
}

/// Tells it to load its guidance again, and waits until so many have come to this.
fn reload(running: &Running, operator: &mut Connection, outcome: &str, number: u64) {
    running.tell("HUP");
    let name = format!("signpost_guidance_reloads_total{{outcome=\"{outcome}\"}}");
    until(&name, || metric(operator, &name) >= number);
}

/// The editions that an answer, or a line of the log, names.
fn local_edition(text: &str) -> String {
    let text: Value = serde_json::from_str(text).unwrap();
    let editions = text.pointer("/receipt/packs").unwrap_or(&text["guidance"]);
    let mut editions = editions.as_array().unwrap().iter();
    let local = editions.find(|one| one["pack"] == "local");
    local
        .map_or("none", |one| one["edition"].as_str().unwrap())
        .to_owned()
}

#[test]
fn no_request_is_lost_while_guidance_is_loaded_again_and_again() {
    const CLIENTS: usize = 8;
    let directory = directory("under_load");
    let running = Running::start(&mut serving(&directory));
    let mut operator = Connection::to(&running.address);
    let ended = Arc::new(AtomicBool::new(false));
    let answered: Arc<Vec<_>> = Arc::new((0..CLIENTS).map(|_| AtomicUsize::new(0)).collect());
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let mut connection = Connection::to(&running.address);
            let (ended, answered) = (ended.clone(), answered.clone());
            thread::spawn(move || {
                let mut seen = Vec::new();
                while !ended.load(Ordering::Relaxed) {
                    let (status, body) = connection.advice(EMPTY);
                    assert_eq!(status, 200, "{body}");
                    if seen.last() != Some(&body) {
                        seen.push(body);
                    }
                    answered[client].fetch_add(1, Ordering::Relaxed);
                }
                seen
            })
        })
        .collect();
    let everyone_is_answered = || {
        let before: Vec<_> = answered
            .iter()
            .map(|own| own.load(Ordering::Relaxed))
            .collect();
        until("an answer for everyone", || {
            let now = answered.iter().map(|own| own.load(Ordering::Relaxed));
            now.zip(&before).all(|(now, before)| now > before + 1)
        });
    };
    let whole = fs::read_to_string(directory.join("actions.yaml")).unwrap();
    let mut expected = vec![operator.advice(EMPTY).1];
    let editions = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"];
    for (round, pair) in (1..).zip(editions.windows(2)) {
        everyone_is_answered();
        fs::write(directory.join("actions.yaml"), &whole[..whole.len() / 2]).unwrap();
        reload(&running, &mut operator, "refused", round);
        everyone_is_answered();
        fs::write(directory.join("actions.yaml"), &whole).unwrap();
        edit(&directory, pair[0], pair[1]);
        reload(&running, &mut operator, "loaded", round);
        expected.push(operator.advice(EMPTY).1);
        assert_eq!(local_edition(expected.last().unwrap()), pair[1]);
        everyone_is_answered();
    }
    ended.store(true, Ordering::Relaxed);
    for client in clients {
        // Each saw every edition whole, one after the other, and never the broken one.
        assert!(client.join().unwrap() == expected);
    }
    assert!(running.stop("TERM").status.success());
}

#[test]
fn a_request_is_answered_and_logged_by_the_guidance_that_it_began_with() {
    let directory = directory("in_flight");
    let running = Running::start(&mut serving(&directory));
    let mut operator = Connection::to(&running.address);
    let mut slow = Connection::to(&running.address);
    slow.send(&head(EMPTY));
    until("two requests in flight", || {
        metric(&mut operator, "signpost_requests_in_flight ") == 2
    });
    edit(&directory, "1.0.0", "1.1.0");
    reload(&running, &mut operator, "loaded", 1);
    slow.send(EMPTY);
    let (status, answer) = slow.answer();
    assert_eq!((status, local_edition(&answer).as_str()), (200, "1.0.0"));
    let (_, answer) = slow.advice(EMPTY);
    assert_eq!(local_edition(&answer), "1.1.0");
    let ended = running.stop("TERM");
    let (_, log, _) = end(&ended);
    let lines = log.lines().filter(|line| line.contains("/v1/advice"));
    let editions: Vec<_> = lines.map(local_edition).collect();
    assert_eq!(editions, ["1.0.0", "1.1.0"]);
}

#[test]
fn faults_are_told_on_standard_error_and_never_over_http() {
    let directory = directory("told");
    let running = Running::start(&mut serving(&directory));
    let mut operator = Connection::to(&running.address);
    fs::write(directory.join("zebra.yaml"), "\n\nactions: [\n").unwrap();
    reload(&running, &mut operator, "refused", 1);
    let (status, ready) = operator.get("/health/ready");
    assert_eq!(status, 200);
    assert!(
        ready.starts_with(r#"{"status":"ok","guidance":"stale","#),
        "{ready}"
    );
    for path in [
        "/health/ready",
        "/health/live",
        "/metrics",
        "/v1",
        "/v1/guidance",
    ] {
        let (_, body) = operator.get(path);
        assert!(
            !body.contains("zebra") && !body.contains(env!("CARGO_TARGET_TMPDIR")),
            "{body}"
        );
    }
    let withdrawn = "withdrawn:\n  - { pack: local, edition: \"1.0.0\", because: Wrong. }\n";
    fs::remove_file(directory.join("zebra.yaml")).unwrap();
    fs::write(directory.join("withdrawn.yaml"), withdrawn).unwrap();
    reload(&running, &mut operator, "withdrawn", 1);
    assert_eq!(operator.get("/health/ready").0, 503);
    assert_eq!(operator.advice(EMPTY).0, 503);
    fs::remove_file(directory.join("withdrawn.yaml")).unwrap();
    reload(&running, &mut operator, "loaded", 1);
    assert_eq!(
        operator.get("/health/ready").1,
        r#"{"status":"ok","guidance":"current"}"#
    );
    let ended = running.stop("TERM");
    let (code, _, said) = end(&ended);
    assert_eq!(code, Some(0));
    assert!(said.contains("local/zebra.yaml:"), "{said}");
    assert!(
        said.contains("[malformed]") && said.contains("[withdrawn]"),
        "{said}"
    );
    assert!(
        said.ends_with("signpost has loaded its guidance again\n"),
        "{said}"
    );
}

#[test]
fn it_does_not_start_with_guidance_that_is_broken_or_withdrawn() {
    let directory = directory("not_started");
    let withdrawn =
        "withdrawn:\n  - { pack: sexting_advice, edition: \"1.1.0\", because: Wrong. }\n";
    for (file, text, code) in [
        ("withdrawn.yaml", withdrawn, "[withdrawn]"),
        ("zebra.yaml", "actions: [\n", "[malformed]"),
    ] {
        fs::write(directory.join(file), text).unwrap();
        let mut command = serving(&directory);
        let command = command.env("SIGNPOST_BIND", "127.0.0.1:0");
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        stderr.read_line(&mut said).unwrap();
        if said.starts_with("signpost listens") {
            child.kill().unwrap();
        }
        stderr.read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1), "{said}");
        assert!(said.contains(code) && said.ends_with("1 fault\n"), "{said}");
        fs::remove_file(directory.join(file)).unwrap();
    }
}

#[test]
fn without_a_directory_it_loads_what_it_carries_again() {
    let running = Running::start(signpost().env("SIGNPOST_TODAY", "2027-05-23"));
    let mut operator = Connection::to(&running.address);
    reload(&running, &mut operator, "loaded", 1);
    let (_, answer) = operator.advice(EMPTY);
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["receipt"]["packs"][0]["review_overdue"], true);
    assert!(running.stop("TERM").status.success());
}

#[test]
fn the_commands_take_the_directory_and_the_day() {
    let local = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/local");
    let incident = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/conformance/words_from_an_adult.request.json"
    );
    let output = run(&[
        "advise",
        incident,
        "--guidance-dir",
        local,
        "--today",
        "2027-02-23",
    ]);
    let (code, answer, _) = end(&output);
    assert_eq!(code, Some(0));
    assert_eq!(local_edition(answer), "1.0.0");
    let answer: Value = serde_json::from_str(answer).unwrap();
    assert_eq!(answer["receipt"]["packs"][2]["review_overdue"], false);

    let check = |day: &str| {
        let output = run(&["check", "--guidance-dir", local, "--today", day]);
        let (code, lines, faults) = end(&output);
        assert_eq!((code, faults), (Some(0), ""));
        let (summary, rest) = lines.split_once('\n').unwrap();
        let warnings: Vec<_> = rest
            .lines()
            .filter(|line| line.starts_with("warning: "))
            .collect();
        (summary.to_owned(), warnings.join("\n"))
    };
    let (summary, warnings) = check("2026-12-23");
    assert!(summary.starts_with("0 faults, 0 warnings: "), "{summary}");
    assert_eq!(warnings, "");
    for (day, due) in [
        ("2026-12-24", "is due in 60 days"),
        ("2027-02-21", "is due in 1 day"),
        ("2027-02-22", "is due today"),
        ("2027-02-23", "was due 1 day ago"),
    ] {
        let (summary, warnings) = check(day);
        assert!(summary.starts_with("0 faults, 1 warning: "), "{summary}");
        assert_eq!(
            warnings,
            format!("warning: the review of local_front_door {due} (2027-02-22)")
        );
    }

    for command in [&["check"][..], &["advise", incident]] {
        let output = run(&[command, &["--today", "22.11.2026"]].concat());
        let (code, _, message) = end(&output);
        let fault = "error: invalid value '22.11.2026' for '--today <DATE>': it must be a day written \
                     year-month-day, such as 2026-11-22\n\nFor more information, try '--help'.\n";
        assert_eq!((code, message), (Some(2), fault), "{command:?}");
        let output = run(&[command, &["--guidance-dir", "no/such"]].concat());
        let (_, _, message) = end(&output);
        assert!(message.contains("[unreadable]"), "{message}");
    }
}
