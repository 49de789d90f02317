//! `health`.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use super::{end, run, signpost};
use crate::running::Running;

#[test]
fn a_service_that_answers_is_ready_whichever_way_it_listens() {
    for (bind, loopback) in [
        ("127.0.0.1:0", "127.0.0.1"),
        ("0.0.0.0:0", "127.0.0.1"),
        ("[::1]:0", "[::1]"),
        ("[::]:0", "[::1]"),
    ] {
        // A machine may have no IPv6.
        if TcpListener::bind(format!("{loopback}:0")).is_err() {
            continue;
        }
        let mut anybody = signpost();
        anybody.env("SIGNPOST_ALLOW_ANONYMOUS", "true");
        let running = Running::on(bind, &mut anybody);
        let by_flag = run(&["health", "--bind", &running.address]);
        assert_eq!(end(&by_flag), (Some(0), "", ""), "{bind}");
        let mut command = signpost();
        // What is wrong with another setting is nothing to this command.
        let by_variable = command
            .env("SIGNPOST_BIND", &running.address)
            .env("SIGNPOST_WORKERS", "0")
            .arg("health")
            .output()
            .unwrap();
        assert_eq!(end(&by_variable), (Some(0), "", ""), "{bind}");
    }
}

#[test]
fn nobody_who_listens_is_said_so() {
    // Nobody can listen at port 0.
    for (bind, asked) in [
        ("127.0.0.1:0", "127.0.0.1:0"),
        ("0.0.0.0:0", "127.0.0.1:0"),
        ("[::]:0", "[::1]:0"),
        ("[::1]:0", "[::1]:0"),
    ] {
        let output = run(&["health", "--bind", bind]);
        let (code, _, message) = end(&output);
        let start = format!("signpost does not answer at http://{asked}: ");
        assert_eq!(code, Some(1));
        assert!(message.starts_with(&start), "{message}");
    }
}

#[test]
fn a_service_that_stays_silent_is_given_up() {
    // The system takes the connection; nobody ever answers it.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let output = run(&["health", "--bind", &address]);
    let message =
        format!("signpost does not answer at http://{address}: nothing came within 2 seconds\n");
    assert_eq!(end(&output), (Some(1), "", message.as_str()));
}

#[test]
fn any_other_answer_is_not_ready() {
    let answers = [
        "HTTP/1.1 503 Service Unavailable\r\n\r\n",
        "HTTP/1.1 2000\r\n\r\n",
        "200 OK\r\n",
        "",
    ];
    for answer in answers {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let answering = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = Vec::new();
            while !asked.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                asked.extend(byte);
            }
            stream.write_all(answer.as_bytes()).unwrap();
            asked
        });
        let output = run(&["health", "--bind", &address]);
        let asked = String::from_utf8(answering.join().unwrap()).unwrap();
        assert!(
            asked.starts_with("GET /health/ready HTTP/1.1\r\n"),
            "{asked}"
        );
        let message = format!("what answers at http://{address} does not say that it is ready\n");
        assert_eq!(end(&output), (Some(1), "", message.as_str()), "{answer}");
    }
}

#[test]
fn an_address_that_is_none_cannot_be_asked() {
    let output = run(&["health", "--bind", "nowhere"]);
    let (code, _, message) = end(&output);
    assert_eq!(code, Some(2));
    assert!(message.contains("it must be an IP address"), "{message}");
}
