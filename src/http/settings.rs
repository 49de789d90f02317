//! What can be set of the service from outside.

use super::listen::Limits;
use super::telemetry::RequestLog;

/// What can be set from outside.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// How many worker threads there are; one for each core where this is left out.
    pub workers: Option<usize>,
    /// How much a client can hold, and for how long.
    pub limits: Limits,
    /// Where a line for each request goes; nowhere where this is left out.
    pub log: Option<RequestLog>,
}
