//! Who calls: anybody, or somebody with a key, over TLS and within limits.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};

use socket2::{Domain, Socket, Type};

use super::marks::Marks;
use super::requests::Sent;
use crate::callers::{made, scratch};
use crate::encryption::Authority;
use crate::running::{Running, signpost};

/// The address of the caller, which is nobody else's.
const ADDRESS: [u8; 4] = [127, 77, 66, 55];

/// Whom a proxy says that it asks for.
const BEHIND: &str = "203.0.113.77";

pub(super) struct Caller(Option<Guarded>);

/// How a service is guarded, and what its caller has.
struct Guarded {
    authority: Authority,
    key: String,
    /// The line of the key, and one of another that has expired.
    lines: [String; 2],
    expired: String,
}

impl Caller {
    pub(super) fn anybody() -> Self {
        Self(None)
    }

    pub(super) fn with_a_key() -> Self {
        let authority = Authority::new("canary");
        authority.signs("service");
        let (key, line) = made("caseworks");
        let (expired, old) = made("old");
        Self(Some(Guarded {
            authority,
            key,
            lines: [line, format!("{old} expires=2020-01-01")],
            expired,
        }))
    }

    /// The program, for this caller.
    pub(super) fn starts(&self) -> Running {
        let mut command = signpost();
        // If anything in the program listens to this, the canary is to hear it.
        command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "1");
        if let Self(Some(guarded)) = self {
            let keys = scratch("keys_of_the_canary");
            fs::write(&keys, guarded.lines.join("\n")).unwrap();
            command.args(["serve", "--rate", "3", "--keys", keys.to_str().unwrap()]);
            command.args(["--tls-cert", &guarded.authority.file("service.pem")]);
            command.args(["--tls-key", &guarded.authority.file("service.key")]);
        }
        Running::start(&mut command)
    }

    /// Sends a request and reads what comes back until the connection closes.
    pub(super) fn sends(&self, running: &Running, sent: &Sent) -> Vec<u8> {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&SocketAddr::from((ADDRESS, 0)).into()).unwrap();
        let address: SocketAddr = running.address.parse().unwrap();
        socket.connect(&address.into()).unwrap();
        let mut stream = TcpStream::from(socket);
        let mut answer = Vec::new();
        // A request may be refused, and the connection reset, before it is sent to its end.
        if let Self(Some(guarded)) = self {
            let mut stream = guarded.authority.encrypts(stream, None);
            let _ = stream.write_all(&sent.bytes);
            if sent.breaks_off {
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
            let _ = stream.read_to_end(&mut answer);
        } else {
            let _ = stream.write_all(&sent.bytes);
            if sent.breaks_off {
                let _ = stream.shutdown(Shutdown::Write);
            }
            let _ = stream.read_to_end(&mut answer);
        }
        answer
    }

    /// The request with the key.
    pub(super) fn marked(&self, sent: Sent) -> Sent {
        match self {
            Self(Some(guarded)) if !sent.breaks_off => {
                with_header(&sent, "X-API-Key", &guarded.key)
            }
            _ => sent,
        }
    }

    /// Requests that are turned away: without a key, with one that is none or has expired, and too often.
    pub(super) fn turned_away(&self, marks: &mut Marks) -> Vec<Sent> {
        let Self(Some(guarded)) = self else {
            return Vec::new();
        };
        let metrics = super::requests::metrics();
        let mark = marks.mark("a key that is none");
        let mut requests = vec![
            super::requests::metrics(),
            with_header(&metrics, "Authorization", &format!("Bearer {mark}")),
            with_header(&metrics, "X-API-Key", &mark),
            with_header(&metrics, "X-API-Key", &guarded.expired),
        ];
        let known = with_header(&metrics, "X-API-Key", &guarded.key);
        requests.extend((0..5).map(|_| with_header(&known, "X-Forwarded-For", BEHIND)));
        requests
    }

    /// Words of the caller that are to be seen nowhere, in small letters, each with what it is.
    pub(super) fn words(&self) -> Vec<(String, String)> {
        let [first, second, third, fourth] = ADDRESS;
        let address = format!("{first}.{second}.{third}.{fourth}");
        let mut words = vec![("an address", address), ("an address", BEHIND.to_owned())];
        if let Self(Some(guarded)) = self {
            for key in [&guarded.key, &guarded.expired] {
                let bare = key.strip_prefix("signpost_").unwrap();
                words.push(("a key", bare.to_owned()));
            }
            let digests = guarded.lines.iter();
            words.extend(
                digests.map(|line| ("a digest", line.split(':').nth(1).unwrap()[..64].to_owned())),
            );
        }
        let words = words.into_iter();
        words.map(|(what, word)| (what.to_owned(), word)).collect()
    }
}

/// The request with another header, before all others.
fn with_header(sent: &Sent, name: &str, value: &str) -> Sent {
    let first = sent.bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let mut bytes = sent.bytes[..first].to_vec();
    bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    bytes.extend_from_slice(&sent.bytes[first..]);
    Sent {
        bytes,
        breaks_off: sent.breaks_off,
    }
}
