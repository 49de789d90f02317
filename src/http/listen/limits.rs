//! How much a client can hold, and for how long.

use std::time::Duration;

use super::proxies::Proxies;

/// How many may read the metrics at one time, where they have a port of their own.
pub(in crate::http) const OPERATORS: usize = 16;

/// How much a client can hold, and for how long. All of them together fit into 1,024 descriptors and 256 MiB.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at one time.
    pub connections: usize,
    /// Connections at one time from one address; of IPv6, from one network of 64 bits.
    pub connections_per_address: usize,
    /// Whose addresses stand for many clients, and are not limited.
    pub proxies: Proxies,
    /// How many answers a worker may give before that to a request, while more come than are answered.
    pub waiting: u32,
    /// How long the head of a request may take.
    pub head: Duration,
    /// How long a body may take.
    pub body: Duration,
    /// How long a client may take to read an answer.
    pub write: Duration,
    /// How long a connection may be idle, while there is room.
    pub keep_alive: Duration,
    /// How long, once told to stop, requests on open connections are still answered.
    pub drain: Duration,
    /// How long it takes to stop, at most.
    pub stop: Duration,
    /// The size of the head of a request.
    pub head_bytes: usize,
    /// How much is read of what a client sends before it has taken its answers.
    pub read_ahead: usize,
}

impl Limits {
    /// Descriptors that the program needs beside one for each connection: its own, and those of clients who are told
    /// that there is no room.
    pub(super) const OTHER_DESCRIPTORS: usize = 128;
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            connections: 256,
            connections_per_address: 64,
            proxies: Proxies::default(),
            waiting: 8,
            head: seconds(5),
            body: seconds(5),
            write: seconds(30),
            keep_alive: seconds(75),
            drain: seconds(2),
            stop: seconds(10),
            head_bytes: 32 * 1024,
            read_ahead: 2 * 1024,
        }
    }
}
