//! What is counted where a client reaches a limit. Nothing here tells one client from another.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Because {
    because: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct StatusLabel {
    status: &'static str,
}

/// What is counted where a client reaches a limit.
#[derive(Debug, Clone, Default)]
pub(in crate::http) struct Bounds {
    /// Connections that are open.
    pub(in crate::http) open: Gauge,
    /// How many of them have given back what they hold, until they are used again.
    pub(in crate::http) resting: Gauge,
    /// How many can be.
    pub(in crate::http) limit: Gauge,
    /// Connections whose task has failed.
    pub(in crate::http) panics: Counter,
    handshakes_failed: Counter,
    shed: Family<Because, Counter>,
    ended: Family<Because, Counter>,
    refused: Family<StatusLabel, Counter>,
    turned_away: Family<Because, Counter>,
}

/// The statuses with which the reader of HTTP refuses what it cannot read.
const STATUSES: [&str; 3] = ["400", "408", "431"];

impl Bounds {
    /// A client was not let in.
    pub(in crate::http) fn shed(&self, because: &'static str) {
        self.shed.get_or_create(&Because { because }).inc();
    }

    /// The service has ended a connection.
    pub(in crate::http) fn ended(&self, because: &'static str) {
        self.ended.get_or_create(&Because { because }).inc();
    }

    /// Something was refused with that answer before it was a request.
    pub(in crate::http) fn refused(&self, answer: &[u8]) {
        let status = answer.get(9..12);
        let known = STATUSES
            .iter()
            .find(|known| status == Some(known.as_bytes()));
        let status = known.copied().unwrap_or("other");
        self.refused.get_or_create(&StatusLabel { status }).inc();
    }

    /// A client and the service have not agreed on encryption.
    pub(in crate::http) fn handshakes_failed(&self) {
        self.handshakes_failed.inc();
    }

    /// A request was turned away: it had no key, or came too often.
    pub(in crate::http) fn turned_away(&self, because: &'static str) {
        self.turned_away.get_or_create(&Because { because }).inc();
    }

    pub(super) fn register(&self, registry: &mut Registry) {
        registry.register(
            "connections",
            "Connections that are open",
            self.open.clone(),
        );
        registry.register(
            "connections_resting",
            "Connections that are open and have given back what they held, until they are used again",
            self.resting.clone(),
        );
        registry.register(
            "connections_limit",
            "Connections that can be open at one time",
            self.limit.clone(),
        );
        registry.register(
            "connections_shed",
            "Connections that were answered 503, or closed, because there were too many: in all, or from one address",
            self.shed.clone(),
        );
        registry.register(
            "connections_ended",
            "Connections that the service has ended, by the limit that they had reached",
            self.ended.clone(),
        );
        registry.register(
            "unreadable",
            "What was refused before it was a request, by status: no line of the log tells of it",
            self.refused.clone(),
        );
        registry.register(
            "handshakes_failed",
            "Connections on which encryption was not agreed upon",
            self.handshakes_failed.clone(),
        );
        registry.register(
            "requests_turned_away",
            "Requests that were turned away: without a key that is known, with one that has expired, too often for their key or address, or late, while more came than could be answered",
            self.turned_away.clone(),
        );
        registry.register(
            "panics",
            "Connections that ended because the program failed",
            self.panics.clone(),
        );
    }
}
