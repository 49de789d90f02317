//! From a port to requests, with a bound on everything that a client can hold.
//!
//! HTTP itself is read and written by `actix_http`, which bounds the head of a first request and how long a connection is
//! idle, and nothing else. So it is given a stream of ours, which knows from what passes through it whose turn it is
//! (`phase`) and gives it one request at a time (`under_way`), and one task looks at all connections again and again
//! (`watch`): whoever keeps us waiting longer than their limit is told to end.

mod acceptor;
mod connection;
mod connections;
mod ending;
mod exchange;
mod guest;
mod last_words;
mod limits;
mod phase;
mod place;
mod port;
mod proxies;
mod socket;
mod stream;
mod tls;
mod under_way;
mod watch;
mod workers;

pub(super) use self::acceptor::accept;
pub(super) use self::connections::{Connections, counted};
pub(super) use self::exchange::Exchange;
pub use self::limits::Limits;
pub(super) use self::limits::OPERATORS;
pub use self::port::{descriptors_for, listen_at};
pub use self::proxies::Proxies;
pub use self::tls::{Tls, TlsFiles};
pub(super) use self::workers::{Workers, so_many};
