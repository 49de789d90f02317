//! What browsers are told, against the program.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::running::{Running, signpost};

/// The head of an answer, in small letters.
fn head(running: &Running, request: &str, headers: &[&str]) -> String {
    let mut stream = TcpStream::connect(&running.address).unwrap();
    let headers = headers.join("\r\n");
    let rest = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    write!(stream, "{request} {rest}{headers}\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    let (head, _) = answer.split_once("\r\n\r\n").unwrap();
    head.to_ascii_lowercase()
}

const CASES: &str = "Origin: https://cases.example";
const OTHER: &str = "Origin: https://other.example";
const ASKS: &str = "Access-Control-Request-Method: POST";

#[test]
fn every_answer_says_what_a_page_may_do_with_it() {
    let running = Running::start(&mut signpost());
    for request in [
        "GET /v1",
        "GET /docs/",
        "GET /docs/swagger-ui.css",
        "GET /openapi.json",
        "GET /metrics",
        "GET /health/live",
        "GET /nothing",
        "POST /v1/advice",
        "PUT /v1",
    ] {
        let head = head(&running, request, &[]);
        for told in [
            "\r\nx-content-type-options: nosniff",
            "\r\nreferrer-policy: no-referrer",
            "\r\nx-frame-options: deny",
            "frame-ancestors 'none'",
            "\r\ncontent-security-policy: default-src 'none'; ",
        ] {
            assert!(head.contains(told), "{request}: {told}: {head}");
        }
        for not in ["unsafe-", "strict-transport-security", "access-control-"] {
            assert!(!head.contains(not), "{request}: {not}: {head}");
        }
    }
}

#[test]
fn no_page_of_another_origin_can_read_answers() {
    let running = Running::start(&mut signpost());
    for request in ["GET /v1", "OPTIONS /v1/advice"] {
        let head = head(&running, request, &[CASES, ASKS]);
        assert!(!head.contains("access-control-"), "{head}");
    }
}

#[test]
fn pages_of_origins_that_are_named_can_and_no_others() {
    let mut command = signpost();
    let origins = [
        "--cors-origins",
        "https://cases.example:443,http://localhost:3000",
    ];
    let running = Running::start(command.arg("serve").args(origins));
    let allowed = "\r\naccess-control-allow-origin: https://cases.example\r\n";

    let answer = head(&running, "GET /v1", &[CASES]) + "\r\n";
    assert!(answer.contains(allowed), "{answer}");
    assert!(
        answer.contains("\r\naccess-control-expose-headers: "),
        "{answer}"
    );
    assert!(answer.contains("\r\nvary: origin\r\n"), "{answer}");

    let preflight = head(&running, "OPTIONS /v1/advice", &[CASES, ASKS]) + "\r\n";
    assert!(preflight.starts_with("http/1.1 204 "), "{preflight}");
    assert!(preflight.contains(allowed), "{preflight}");
    let headers = "\r\naccess-control-allow-headers: ";
    assert!(preflight.contains(headers), "{preflight}");

    for headers in [&[OTHER][..], &[OTHER, ASKS], &["Origin: null"], &[]] {
        for request in ["GET /v1", "OPTIONS /v1/advice"] {
            let answer = head(&running, request, headers) + "\r\n";
            assert!(!answer.contains("access-control-"), "{answer}");
            assert!(answer.contains("\r\nvary: origin\r\n"), "{answer}");
        }
    }
    // It asks for no page.
    let refused = head(&running, "OPTIONS /v1/advice", &[CASES]);
    assert!(refused.starts_with("http/1.1 405 "), "{refused}");
}
