//! What a client can hold, over sockets, against the program: each limit, with a client who reaches it.
//!
//! The limits are short, and the patience of the clients is long: what does not end in it does not end.

mod descriptors;
mod ending;
mod memory;
mod overload;
mod pipelining;
mod room;
mod stopping;

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::running::{Running, signpost};

/// A request for advice.
fn advice() -> String {
    advice_of(r#"{"facts":{}}"#)
}

/// A request for advice on what that body says.
fn advice_of(body: &str) -> String {
    format!(
        "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The program with these limits.
fn serving(limits: &[&str]) -> Running {
    let mut command = signpost();
    command.args(["serve", "--workers", "1", "--log", "none"]);
    Running::start(command.args(limits))
}

/// A client with the patience to see that it is cut off.
struct Client(BufReader<TcpStream>);

impl Client {
    fn of(running: &Running) -> Self {
        let stream = TcpStream::connect(&running.address).unwrap();
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).unwrap();
        stream.set_write_timeout(patience).unwrap();
        Self(BufReader::new(stream))
    }

    fn send(&mut self, text: &str) {
        self.tries_to_send(text).unwrap();
    }

    /// Sends what the service may no longer want.
    fn tries_to_send(&mut self, text: &str) -> io::Result<()> {
        self.0.get_mut().write_all(text.as_bytes())
    }

    /// The head of the next answer, whose body is read as well.
    fn answer(&mut self) -> String {
        self.whole_answer().0
    }

    /// The head of the next answer, in small letters.
    fn head(&mut self) -> String {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(self.0.read_line(&mut head).unwrap(), 0, "{head}");
        }
        head.make_ascii_lowercase();
        head
    }

    /// The next answer: its head, in small letters, and its body.
    fn whole_answer(&mut self) -> (String, Vec<u8>) {
        let head = self.head();
        let lines = head.lines();
        let length = lines.filter_map(|line| line.strip_prefix("content-length: "));
        let length = length.map(|length| length.parse::<usize>().unwrap()).sum();
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).unwrap();
        (head, body)
    }

    /// Asks for advice and keeps the connection.
    fn asks(&mut self) {
        self.send(&advice());
        let head = self.answer();
        assert!(head.starts_with("http/1.1 200 "), "{head}");
    }

    /// What still comes until the service ends the connection, which it has to.
    fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        match self.0.read_to_end(&mut rest) {
            Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
            _ => String::from_utf8(rest).unwrap(),
        }
    }
}

/// What a metric says; nothing where it is not there.
fn metric(running: &Running, name: &str) -> u64 {
    let mut client = Client::of(running);
    client.send(
        "GET /metrics HTTP/1.1\r\nHost: x\r\nAccept: text/plain\r\nConnection: close\r\n\r\n",
    );
    let text = client.rest();
    let value = text.lines().find_map(|line| line.strip_prefix(name));
    value.map_or(0, |value| value.trim().parse().unwrap())
}
