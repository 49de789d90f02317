//! What the operator sees of the service: metrics, and a line for each request.
//!
//! Neither is given the request. What they get is made here: a pattern of our own routes, a method
//! out of a fixed set, a status, an id of our own and a time.

mod bounds;
mod edition;
mod exposition;
mod loaded;
mod log;
mod metrics;

mod requests;
mod route;

pub(super) use self::bounds::Bounds;
pub(super) use self::edition::EditionLabels;
pub(super) use self::exposition::read_metrics;
pub use self::log::{LogWriter, RequestLog};
pub use self::requests::Telemetry;
