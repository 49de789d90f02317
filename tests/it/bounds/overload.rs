//! More requests than can be answered.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{Client, advice_of, metric, serving};

/// So many ask at once: far more than one worker has time for.
const CLIENTS: usize = 40;

/// So many questions each of them sends before it reads an answer, so that the service has more to do than they have.
const AT_ONCE: usize = 20;

/// So often each of them does it, at most.
const TIMES: usize = 100;

/// A request whose answer is another for each of the four.
fn question(number: usize) -> String {
    let band = ["under_13", "13_to_15", "16_to_17", "unknown"][number % 4];
    advice_of(&format!(r#"{{"facts":{{"child_age_band":"{band}"}}}}"#))
}

fn body_of_200(client: &mut Client, request: &str) -> Vec<u8> {
    client.send(request);
    let (head, body) = client.whole_answer();
    assert!(head.starts_with("http/1.1 200 "), "{head}");
    body
}

#[test]
fn who_would_wait_too_long_is_told_so_and_the_others_get_their_answers() {
    let running = serving(&["--waiting", "1"]);
    let mut alone = Client::of(&running);
    let expected: Vec<_> = (0..4)
        .map(|number| body_of_200(&mut alone, &question(number)))
        .collect();
    let told = AtomicBool::new(false);
    let ask = |number: usize| {
        let mut client = Client::of(&running);
        for _ in 0..TIMES {
            client.send(&question(number).repeat(AT_ONCE));
            for _ in 0..AT_ONCE {
                let (head, body) = client.whole_answer();
                if head.starts_with("http/1.1 503 ") {
                    assert!(head.contains("\r\nretry-after: 1\r\n"), "{head}");
                    // It goes on with its connection.
                    assert!(!head.contains("\r\nconnection: close"), "{head}");
                    assert!(String::from_utf8_lossy(&body).contains("/problems/overloaded"));
                    told.store(true, Ordering::Relaxed);
                } else {
                    assert!(head.starts_with("http/1.1 200 "), "{head}");
                    assert!(body == expected[number % 4], "another's answer");
                }
            }
            if told.load(Ordering::Relaxed) {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let ask = &ask;
        for number in 0..CLIENTS {
            scope.spawn(move || ask(number));
        }
        // Whoever looks how it is, is told.
        for _ in 0..20 {
            alone.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            let head = alone.answer();
            assert!(head.starts_with("http/1.1 200 "), "{head}");
        }
    });
    assert!(told.into_inner(), "nobody was told");
    let name = r#"signpost_requests_turned_away_total{because="late"}"#;
    assert!(metric(&running, name) > 0);
    // It is over.
    loop {
        alone.send(&question(0));
        if alone.answer().starts_with("http/1.1 200 ") {
            break;
        }
    }
}
