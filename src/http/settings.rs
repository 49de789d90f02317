//! What can be set of the service from outside.

use std::time::Duration;

use super::page::BrowserPage;
use super::telemetry::RequestLog;

/// What can be set from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How many worker threads there are; one for each core where this is left out.
    pub workers: Option<usize>,
    /// How long to wait for the head of a request, and then for its body.
    pub timeout: Duration,
    /// Where a line for each request goes; nowhere where this is left out.
    pub log: Option<RequestLog>,
    /// The page at `/` and `/try`; none where this is left out.
    pub page: Option<BrowserPage>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            workers: None,
            timeout: Duration::from_secs(5),
            log: None,
            page: None,
        }
    }
}
