//! `serve`, and what happens without a command.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use super::{Running, end, run};

#[test]
fn a_port_that_is_taken_is_said_so() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["serve", "--bind", &address]);
    let (code, _, message) = end(&output);
    assert_eq!(code, Some(1));
    let start = format!("signpost cannot listen on {address}: ");
    assert!(message.starts_with(&start), "{message}");
}

#[test]
fn it_serves_until_it_is_told_to_stop_and_then_ends_well() {
    for told in ["TERM", "INT"] {
        let mut running = Running::on("127.0.0.1:0");
        let mut stream = TcpStream::connect(&running.address).unwrap();
        let request = "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(answer.ends_with(r#"{"status":"ok"}"#), "{answer}");
        let pid = running.child.id().to_string();
        let kill = Command::new("kill").args(["-s", told, &pid]).status();
        assert!(kill.unwrap().success());
        assert!(running.child.wait().unwrap().success(), "{told}");
    }
}
