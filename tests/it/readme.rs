//! The README is true: its calls get the answers that are printed beside them.

use std::fs;
use std::path::Path;

use actix_web::test as calls;
use actix_web::web::{Bytes, Data};
use serde_json::Value;
use signpost::contract::problem::Class;
use signpost::{guidance, http};

/// A call of the README and the answer printed beside it.
#[derive(Debug)]
struct Example {
    method: String,
    path: String,
    body: String,
    answer: Vec<String>,
}

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The text of each block that shows a console.
fn consoles(readme: &str) -> Vec<&str> {
    let blocks = readme.split("```console\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

/// What stands between two marks.
fn between<'t>(text: &'t str, start: &str, end: char) -> Option<&'t str> {
    text.split_once(start)?.1.split(end).next()
}

fn examples() -> Vec<Example> {
    let readme = readme();
    let mut examples = Vec::new();
    for console in consoles(&readme) {
        let Some(rest) = console.strip_prefix("$ curl ") else {
            continue;
        };
        let rest = rest.replace("\\\n", " ");
        let (call, answer) = rest.split_once('\n').unwrap();
        examples.push(Example {
            method: between(call, "-X ", ' ').unwrap_or("GET").to_owned(),
            path: between(call, "http://127.0.0.1:8080", ' ')
                .unwrap()
                .to_owned(),
            body: between(call, "-d '", '\'').unwrap_or_default().to_owned(),
            answer: answer.lines().map(|line| line.trim().to_owned()).collect(),
        });
    }
    examples
}

/// Whether the printed lines are the answer, `...` standing for any number of its lines.
fn shows(printed: &[String], answer: &[&str]) -> Result<(), String> {
    let mut rest = answer.iter();
    let mut skipping = false;
    for line in printed {
        if line == "..." {
            skipping = true;
            continue;
        }
        let next = if skipping {
            rest.find(|real| *real == line)
        } else {
            rest.next()
        };
        if next != Some(&line.as_str()) {
            return Err(format!("printed `{line}`, answered {next:?}"));
        }
        skipping = false;
    }
    match rest.next() {
        Some(real) if !skipping => Err(format!("not printed: `{real}`")),
        _ => Ok(()),
    }
}

#[actix_web::test]
async fn the_calls_of_the_readme_get_the_answers_printed_beside_them() {
    let guidance = guidance::embedded().unwrap();
    let telemetry = Data::new(http::Telemetry::new(&guidance, None));
    let state = Data::new(http::State::new(guidance));
    let app = http::app(state, telemetry, http::Settings::default());
    let app = calls::init_service(app).await;
    let examples = examples();
    assert!(examples.len() >= 3);
    for example in examples {
        let request = calls::TestRequest::default()
            .method(example.method.parse().unwrap())
            .uri(&example.path)
            .insert_header(("content-type", "application/json"))
            .set_payload(example.body.clone())
            .to_request();
        let body: Bytes = calls::call_and_read_body(&app, request).await;
        let answer: Value = serde_json::from_slice(&body).unwrap();
        let pretty = serde_json::to_string_pretty(&answer).unwrap();
        let lines: Vec<_> = pretty.lines().map(str::trim).collect();
        if let Err(difference) = shows(&example.answer, &lines) {
            panic!("{}\n{difference}", example.body);
        }
    }
}

#[test]
fn the_readme_names_every_problem_with_its_status() {
    let readme = readme();
    for class in Class::ALL {
        let row = format!("| {} | `/problems/{}` |", class.status(), class.name());
        assert!(readme.contains(&row), "no row {row}");
    }
}
