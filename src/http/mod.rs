//! The service over HTTP. It alone knows headers and media types, and statuses but those of `contract::problem`.
//!
//! `resources` is the one table: the application, the `OpenAPI` document and what is served all come from it.
//! Nothing of a request is kept, logged or counted by, and no answer holds anything of it but the facts of
//! the contract.

mod accept;
mod app;
mod browsers;
mod callers;
mod documents;
mod error;
mod listen;
mod middleware;
mod openapi;
mod page;
mod problems;
mod read_body;
mod reload;
mod representations;
mod request_id;
mod resources;
mod server;
mod settings;
mod state;
mod telemetry;

pub use self::app::app;
pub use self::callers::{FaultInKeys, KeyRing, Keys, new_key};
pub use self::documents::Documents;
pub use self::error::PROBLEM_JSON;
pub use self::listen::{Limits, Proxies, Tls, TlsFiles, descriptors_for, listen_at};
pub use self::openapi::openapi;
pub use self::page::BrowserPage;
pub use self::reload::{Reloader, initial_state};
pub use self::server::serve;
pub use self::settings::Settings;
pub use self::state::State;
pub use self::telemetry::{LogWriter, RequestLog, Telemetry};
