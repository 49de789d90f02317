//! A client that keeps its connection, as a proxy does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A connection that is kept open.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(crate) fn to(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).unwrap();
        Self(BufReader::new(stream))
    }

    pub(crate) fn send(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// The next answer: its status and its body.
    pub(crate) fn answer(&mut self) -> (u16, String) {
        let first = self.line();
        let status = first.split(' ').nth(1).expect("a status").parse().unwrap();
        let mut length = 0;
        loop {
            let line = self.line();
            if line.is_empty() {
                break;
            }
            if let Some(said) = line.strip_prefix("content-length: ") {
                length = said.parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).unwrap();
        (status, String::from_utf8(body).unwrap())
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.trim_end().to_ascii_lowercase()
    }

    pub(crate) fn get(&mut self, path: &str) -> (u16, String) {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"));
        self.answer()
    }

    pub(crate) fn advice(&mut self, body: &str) -> (u16, String) {
        self.send(&(head(body) + body));
        self.answer()
    }
}

/// What comes before the body of a request for advice.
pub(crate) fn head(body: &str) -> String {
    format!(
        "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    )
}
