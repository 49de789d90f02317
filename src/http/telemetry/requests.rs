//! What is counted and logged of each request.

use std::sync::Arc;
use std::time::Instant;

use actix_web::HttpRequest;
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;

use super::bounds::Bounds;
use super::edition::EditionLabels;
use super::log::{RequestLine, RequestLog};
use super::metrics::Metrics;
use super::route::Route;
use crate::contract::prerendered::Prerendered;
use crate::http::request_id::RequestId;
use crate::http::settings::Settings;
use crate::http::state::State;

/// What is counted and logged, for all workers together.
#[derive(Debug)]
pub struct Telemetry {
    pub(super) metrics: Metrics,
    log: Option<RequestLog>,
}

impl Telemetry {
    /// Counts from nothing, and logs where there is a log.
    pub fn new(state: Data<State>, settings: &Settings) -> Self {
        Self {
            metrics: Metrics::new(state, settings),
            log: settings.log.clone(),
        }
    }

    /// What is counted of connections.
    pub(in crate::http) fn bounds(&self) -> Bounds {
        self.metrics.bounds.clone()
    }

    /// A request has come in, to be answered from guidance of these editions.
    pub(in crate::http) fn begin(
        &self,
        method: &Method,
        guidance: Arc<Prerendered<Vec<EditionLabels>>>,
    ) -> InFlight<'_> {
        self.metrics.in_flight.inc();
        InFlight {
            telemetry: self,
            method: method_label(method),
            guidance,
            began: Instant::now(),
            answered: false,
        }
    }
}

/// A request that is being answered. It counts as in flight until this is dropped, also when the
/// client has gone or a panic unwinds.
#[derive(Debug)]
pub(in crate::http) struct InFlight<'t> {
    telemetry: &'t Telemetry,
    method: &'static str,
    guidance: Arc<Prerendered<Vec<EditionLabels>>>,
    began: Instant,
    answered: bool,
}

impl InFlight<'_> {
    /// The answer is complete.
    pub(in crate::http) fn answered(
        mut self,
        id: RequestId,
        key: Option<Arc<str>>,
        request: &HttpRequest,
        status: StatusCode,
    ) {
        self.answered = true;
        let latency = self.began.elapsed();
        let route = Route::of(request);
        let status = status.as_u16();
        let Telemetry { metrics, log } = self.telemetry;
        metrics.count(route.clone(), self.method, status, latency);
        if let Some(log) = log {
            log.write(RequestLine {
                id,
                key,
                route,
                status,
                latency,
                guidance: self.guidance.clone(),
            });
        }
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        let metrics = &self.telemetry.metrics;
        metrics.in_flight.dec();
        if !self.answered {
            metrics.unanswered.inc();
        }
    }
}

/// The methods that our resources have, and one word for all others: a method can be any word.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "get",
        Method::HEAD => "head",
        Method::POST => "post",
        _ => "other",
    }
}
