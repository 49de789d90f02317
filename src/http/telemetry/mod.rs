//! What the operator sees of the service: metrics, and a line for each request.
//!
//! Neither is given the request. What they get is made here: a pattern of our own routes, a method
//! out of a fixed set, a status, an id of our own and a time.

pub(super) mod exposition;
mod loaded;
mod log;
mod metrics;
mod route;

use std::sync::Arc;
use std::time::Instant;

use actix_web::HttpRequest;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use prometheus_client::encoding::EncodeLabelSet;
use serde::Serialize;

use self::log::Line;
use self::metrics::Metrics;
use self::route::Route;
use super::request_id::RequestId;
use super::state::State;
use crate::contract::advice;
use crate::contract::piece::Piece;
use crate::guidance::Guidance;

pub use self::log::{LogWriter, RequestLog};

/// What is counted and logged, for all workers together.
#[derive(Debug)]
pub struct Telemetry {
    metrics: Metrics,
    log: Option<RequestLog>,
}

impl Telemetry {
    /// Counts from nothing, and logs where there is a log.
    pub fn new(state: Data<State>, log: Option<RequestLog>) -> Self {
        let dropped = log.as_ref().map(RequestLog::dropped).unwrap_or_default();
        Self {
            metrics: Metrics::new(state, dropped),
            log,
        }
    }

    /// A request has come in, to be answered from guidance of these editions.
    pub(super) fn begin(
        &self,
        method: &Method,
        guidance: Arc<Piece<Vec<Edition>>>,
    ) -> UnderWay<'_> {
        self.metrics.in_flight.inc();
        UnderWay {
            telemetry: self,
            method: class(method),
            guidance,
            began: Instant::now(),
            answered: false,
        }
    }
}

/// A request that is being answered. It counts as in flight until this is dropped, also when the
/// client has gone or a panic unwinds.
#[derive(Debug)]
pub(super) struct UnderWay<'t> {
    telemetry: &'t Telemetry,
    method: &'static str,
    guidance: Arc<Piece<Vec<Edition>>>,
    began: Instant,
    answered: bool,
}

impl UnderWay<'_> {
    /// The answer stands.
    pub(super) fn answered(mut self, id: RequestId, request: &HttpRequest, status: StatusCode) {
        self.answered = true;
        let latency = self.began.elapsed();
        let route = Route::of(request);
        let status = status.as_u16();
        let Telemetry { metrics, log } = self.telemetry;
        metrics.count(route.clone(), self.method, status, latency);
        if let Some(log) = log {
            log.write(Line {
                id,
                route,
                status,
                latency,
                guidance: self.guidance.clone(),
            });
        }
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let metrics = &self.telemetry.metrics;
        metrics.in_flight.dec();
        if !self.answered {
            metrics.unanswered.inc();
        }
    }
}

/// The methods that our resources have, and one word for all others: a method can be any word.
fn class(method: &Method) -> &'static str {
    match *method {
        Method::GET => "get",
        Method::HEAD => "head",
        Method::POST => "post",
        _ => "other",
    }
}

/// Which guidance answers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, EncodeLabelSet)]
pub(super) struct Edition {
    pack: String,
    edition: String,
}

pub(super) fn editions(guidance: &Guidance) -> Vec<Edition> {
    let editions = guidance.editions().iter();
    editions.map(|known| label(known)).collect()
}

fn label(known: &advice::Edition) -> Edition {
    Edition {
        pack: known.pack.clone(),
        edition: known.edition.clone(),
    }
}
