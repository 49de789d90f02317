//! What can be set of the service from outside.

use std::num::NonZeroU32;
use std::sync::Arc;

use super::callers::Keys;
use super::listen::{Limits, Tls};
use super::telemetry::RequestLog;

/// What can be set from outside.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// How many worker threads there are; one for each core where this is left out.
    pub workers: Option<usize>,
    /// How much a client can hold, and for how long.
    pub limits: Limits,
    /// Who may call; everybody where this is left out. It can be swapped.
    pub keys: Keys,
    /// How many requests a minute may come from one address; any number where this is left out.
    pub rate: Option<NonZeroU32>,
    /// Encryption; none where this is left out.
    pub tls: Option<Arc<Tls>>,
    /// Pages of which origins may read answers.
    pub origins: Arc<[String]>,
    /// Where a line for each request goes; nowhere where this is left out.
    pub log: Option<RequestLog>,
}
