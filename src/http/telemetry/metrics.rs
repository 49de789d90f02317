//! The metrics: every label value is a word of ours, so their number is bounded.

use std::fmt;
use std::time::Duration;

use actix_web::web::Data;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::bounds::Bounds;
use super::loaded::Loaded;
use super::log::RequestLog;
use super::route::Route;
use crate::http::settings::Settings;
use crate::http::state::State;

/// An answer takes some tens of microseconds; a body that dawdles, seconds.
const SECONDS: [f64; 17] = [
    0.000_02, 0.000_05, 0.000_1, 0.000_2, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2,
    0.5, 1.0, 5.0, 10.0,
];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct AnswerLabels {
    route: Route,
    method: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: Route,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct BuildLabels {
    version: &'static str,
}

/// Everything that is counted.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: Registry,
    requests: Family<AnswerLabels, Counter>,
    duration: Family<RouteLabels, Histogram, fn() -> Histogram>,
    /// The requests that are being answered.
    pub(super) in_flight: Gauge,
    /// The requests that ended without an answer.
    pub(super) unanswered: Counter,
    pub(super) bounds: Bounds,
}

impl Metrics {
    /// Nothing is counted yet, but for what the settings count themselves.
    pub(super) fn new(state: Data<State>, settings: &Settings) -> Self {
        let build = BuildLabels {
            version: env!("CARGO_PKG_VERSION"),
        };
        let mut metrics = Self {
            registry: Registry::with_prefix("signpost"),
            requests: Family::default(),
            duration: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            in_flight: Gauge::default(),
            unanswered: Counter::default(),
            bounds: Bounds::default(),
        };
        let log = settings.log.as_ref();
        metrics.register(log.map(RequestLog::dropped).unwrap_or_default());
        metrics.bounds.register(&mut metrics.registry);
        let registry = &mut metrics.registry;
        registry.register("build_info", "The program", one(&build));
        registry.register(
            "guidance_reloads",
            "Times that guidance was loaded anew: served, refused for a fault, or withdrawn",
            state.reloads.clone(),
        );
        registry.register_collector(Box::new(Loaded(state)));
        registry.register(
            "keys_stale",
            "1 while newer keys were refused and those before go on",
            settings.keys.stale(),
        );
        if let Some(tls) = &settings.tls {
            registry.register(
                "certificates_stale",
                "1 while newer certificates were refused and those before go on",
                tls.stale(),
            );
        }
        metrics
    }

    fn register(&mut self, dropped: Counter) {
        let registry = &mut self.registry;
        registry.register("requests", "Requests answered", self.requests.clone());
        registry.register_with_unit(
            "request_duration",
            "Time from the head of a request to its answer, which is then sent",
            Unit::Seconds,
            self.duration.clone(),
        );
        registry.register(
            "requests_in_flight",
            "Requests being answered, and so the one that reads this",
            self.in_flight.clone(),
        );
        registry.register(
            "requests_unanswered",
            "Requests that ended without an answer: the client was gone, or we failed",
            self.unanswered.clone(),
        );
        registry.register(
            "log_lines_dropped",
            "Lines of the request log that were not written because nobody took them",
            dropped,
        );
    }

    /// Counts an answer.
    pub(super) fn count(&self, route: Route, method: &'static str, status: u16, taken: Duration) {
        let answer = AnswerLabels {
            route: route.clone(),
            method,
            status,
        };
        self.requests.get_or_create(&answer).inc();
        let duration = self.duration.get_or_create(&RouteLabels { route });
        duration.observe(taken.as_secs_f64());
    }

    /// The metrics as text.
    pub(super) fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// A gauge that carries labels alone: its value is one.
fn one(labels: &BuildLabels) -> Family<BuildLabels, Gauge> {
    let family: Family<BuildLabels, Gauge> = Family::default();
    family.get_or_create(labels).set(1);
    family
}
