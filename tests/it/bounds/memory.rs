//! What is left of a request in the memory of the service.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::thread::sleep;
use std::time::Duration;

use super::{Client, serving};

/// A word that stands nowhere in the program.
const MARK: &str = "kzqv0042remembered";

#[test]
fn nothing_of_a_request_stays_in_memory_once_it_is_answered() {
    let running = serving(&[]);
    let body = format!(r#"{{"facts":{{"{MARK}":"{MARK}"}}}}"#);
    let head =
        format!("Host: {MARK}.example\r\nX-{MARK}: {MARK}\r\nContent-Type: application/json");
    for request in [
        format!(
            "POST /v1/advice HTTP/1.1\r\n{head}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
        format!("GET /{MARK}?{MARK} HTTP/1.1\r\n{head}\r\n\r\n"),
        format!("GET /schemas/{MARK}.json HTTP/1.1\r\n{head}\r\n\r\n"),
    ] {
        for _ in 0..3 {
            let mut client = Client::of(&running);
            client.send(&request);
            client.answer();
        }
    }
    // What an idle connection holds is given back soon, and the one that is kept is idle.
    let mut kept = Client::of(&running);
    kept.asks();
    sleep(Duration::from_secs(5));
    let process = running.id();
    let seen = seen_in(process);
    assert!(seen.is_empty(), "{seen:?}");
    drop(kept);
}

/// Where the mark is seen in the memory of a process, with what stands around it.
fn seen_in(process: u32) -> Vec<String> {
    let mut memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let (mut seen, mut looked_at) = (Vec::new(), 0);
    for map in maps.lines() {
        let mut words = map.split(' ');
        let (begin, end) = words.next().unwrap().split_once('-').unwrap();
        // What is only read is the program itself.
        if !words.next().unwrap().starts_with("rw") {
            continue;
        }
        let at = |digits| u64::from_str_radix(digits, 16).unwrap();
        let length = usize::try_from(at(end) - at(begin)).unwrap();
        let mut bytes = vec![0; length];
        memory.seek(SeekFrom::Start(at(begin))).unwrap();
        if memory.read_exact(&mut bytes).is_err() {
            continue;
        }
        looked_at += length;
        let found = bytes.windows(MARK.len()).enumerate();
        let found = found.filter(|(_, window)| *window == MARK.as_bytes());
        seen.extend(found.map(|(at, _)| {
            let around = &bytes[at.saturating_sub(40)..(at + 60).min(length)];
            String::from_utf8_lossy(around).into_owned()
        }));
    }
    assert!(
        looked_at > 1_000_000,
        "only {looked_at} bytes were looked at"
    );
    seen
}
