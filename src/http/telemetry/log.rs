//! The request log: one line of JSON for each request.
//!
//! A request only leaves its line in a bounded queue. One thread writes what has gathered there, so
//! that a reader who does not read holds no request up: what no longer fits is dropped and counted.

use std::convert::Infallible;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use serde::Serialize;

use super::edition::EditionLabels;
use super::route::Route;
use crate::contract::prerendered::Prerendered;
use crate::http::request_id::RequestId;

/// How long lines gather. Nothing is woken for a single line: that would cost more than the line.
const GATHER: Duration = Duration::from_millis(20);

/// How long to wait, at the end, for a reader to take the last lines.
const PARTING: Duration = Duration::from_secs(1);

/// What is known of a request.
#[derive(Debug)]
pub(super) struct RequestLine {
    pub(super) id: RequestId,
    /// The name of the key that it came with.
    pub(super) key: Option<Arc<str>>,
    pub(super) route: Route,
    pub(super) status: u16,
    pub(super) latency: Duration,
    pub(super) guidance: Arc<Prerendered<Vec<EditionLabels>>>,
}

/// What the log writes of a request.
#[derive(Serialize)]
struct LogEntry<'l> {
    request_id: RequestId,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'l str>,
    route: &'l Route,
    status: u16,
    latency_us: u128,
    guidance: &'l Prerendered<Vec<EditionLabels>>,
}

/// Where requests leave their lines.
#[derive(Debug, Clone)]
pub struct RequestLog {
    lines: SyncSender<RequestLine>,
    dropped: Counter,
}

impl RequestLog {
    /// How many lines can wait.
    pub const CAPACITY: usize = 8192;

    pub(super) fn write(&self, line: RequestLine) {
        if self.lines.try_send(line).is_err() {
            self.dropped.inc();
        }
    }

    pub(super) fn dropped(&self) -> Counter {
        self.dropped.clone()
    }
}

/// Writes the lines of a request log. When it is dropped it writes what is left, and waits a moment
/// for it to be taken.
#[derive(Debug)]
pub struct LogWriter {
    log: RequestLog,
    /// Nothing is ever sent: that it is gone is the sign to stop.
    running: Option<Sender<Infallible>>,
    ended: Receiver<Infallible>,
}

impl LogWriter {
    /// Writes to `output` from a thread of its own.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn new(output: impl Write + Send + 'static) -> io::Result<Self> {
        let (lines, queue) = sync_channel(RequestLog::CAPACITY);
        let (running, stop) = channel();
        let (end, ended) = channel::<Infallible>();
        let log = RequestLog {
            lines,
            dropped: Counter::default(),
        };
        let mut writing = Writing {
            queue,
            output,
            dropped: log.dropped(),
        };
        thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || {
                while stop.recv_timeout(GATHER) == Err(RecvTimeoutError::Timeout) {
                    writing.write();
                }
                writing.write();
                drop(end);
            })?;
        Ok(Self {
            log,
            running: Some(running),
            ended,
        })
    }

    /// Where requests leave their lines.
    pub fn log(&self) -> RequestLog {
        self.log.clone()
    }
}

impl Drop for LogWriter {
    fn drop(&mut self) {
        self.running = None;
        // A reader who takes nothing does not keep the program from ending.
        let _: Result<Infallible, RecvTimeoutError> = self.ended.recv_timeout(PARTING);
    }
}

/// What the thread works with.
struct Writing<W> {
    queue: Receiver<RequestLine>,
    output: W,
    dropped: Counter,
}

impl<W: Write> Writing<W> {
    /// Writes the lines that wait, all at once.
    fn write(&mut self) {
        let mut text = Vec::new();
        let mut number = 0;
        for line in self.queue.try_iter().take(RequestLog::CAPACITY) {
            let entry = LogEntry {
                request_id: line.id,
                key: line.key.as_deref(),
                route: &line.route,
                status: line.status,
                latency_us: line.latency.as_micros(),
                guidance: &line.guidance,
            };
            // Plain data with string keys always serialises, and a vector takes everything.
            let _ = serde_json::to_writer(&mut text, &entry);
            text.push(b'\n');
            number += 1;
        }
        if number == 0 {
            return;
        }
        let written = self.output.write_all(&text);
        if written.and_then(|()| self.output.flush()).is_err() {
            self.dropped.inc_by(number);
        }
    }
}
