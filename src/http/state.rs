//! What requests are answered from: the documents, which stay, and the guidance, which can be loaded
//! anew while the service runs. It is data; `reload` fills it.
//!
//! Guidance is swapped whole. A request takes one snapshot at its beginning and keeps it to its end, so
//! that no answer is made of two bodies of guidance and nobody waits for a load.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::web::ReqData;
use arc_swap::ArcSwap;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;

use super::representations::Representations;
use super::telemetry::EditionLabels;
use crate::contract::prerendered::Prerendered;
use crate::contract::problem::Class;
use crate::guidance::Guidance;
use crate::intake::Intake;

/// What requests are answered from.
#[derive(Debug)]
pub struct State {
    /// What describes the service itself.
    pub(super) documents: Representations,
    now: ArcSwap<Snapshot>,
    stale: AtomicBool,
    /// How often guidance was loaded anew, by what came of it.
    pub(super) reloads: Family<ReloadOutcome, Counter>,
}

/// What came of loading guidance anew.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct ReloadOutcome {
    outcome: &'static str,
}

const LOADED: ReloadOutcome = ReloadOutcome { outcome: "loaded" };
const REFUSED: ReloadOutcome = ReloadOutcome { outcome: "refused" };
const WITHDRAWN: ReloadOutcome = ReloadOutcome {
    outcome: "withdrawn",
};

/// What one request is answered from.
pub(super) type RequestSnapshot = ReqData<Arc<Snapshot>>;

/// What is in force at one moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// What reads incidents; also while there is no guidance, so that a wrong one is still refused for its faults.
    pub(super) intake: Arc<Intake>,
    /// Nothing where the operator has withdrawn it.
    active: Option<ActiveGuidance>,
    /// What the log writes of it.
    pub(super) editions: Arc<Prerendered<Vec<EditionLabels>>>,
}

/// Guidance that requests are answered from, and the catalogue that is written from it.
#[derive(Debug)]
pub(super) struct ActiveGuidance {
    pub(super) guidance: Guidance,
    pub(super) catalogue: Representations,
}

impl State {
    /// The state of a service that begins with this.
    pub(super) fn new(documents: Representations, now: Snapshot) -> Self {
        let reloads = Family::default();
        for outcome in [LOADED, REFUSED, WITHDRAWN] {
            drop(reloads.get_or_create(&outcome));
        }
        Self {
            documents,
            now: ArcSwap::from_pointee(now),
            stale: AtomicBool::new(false),
            reloads,
        }
    }

    /// What is in force now.
    pub(super) fn now(&self) -> Arc<Snapshot> {
        self.now.load_full()
    }

    /// Whether newer guidance was refused since what is in force was loaded.
    pub(super) fn is_stale(&self) -> bool {
        self.stale.load(Ordering::Acquire)
    }

    /// Requests that begin from now on are answered from newer guidance.
    pub(super) fn activate(&self, newer: Snapshot) {
        self.now.store(Arc::new(newer));
        self.stale.store(false, Ordering::Release);
        self.reloads.get_or_create(&LOADED).inc();
    }

    /// The same guidance on another day: it is no newer than what it replaces.
    pub(super) fn change_day(&self, same: Snapshot) {
        self.now.store(Arc::new(same));
    }

    /// Newer guidance has faults: what is in force goes on. Where nothing is, nothing is out of date.
    pub(super) fn refuse(&self) {
        let active = self.now.load().active.is_some();
        self.stale.store(active, Ordering::Release);
        self.reloads.get_or_create(&REFUSED).inc();
    }

    /// The operator has withdrawn what is in force. Nothing takes its place.
    pub(super) fn withdraw(&self) {
        let withdrawn = self.now.load().withdrawn();
        self.now.store(Arc::new(withdrawn));
        self.stale.store(false, Ordering::Release);
        self.reloads.get_or_create(&WITHDRAWN).inc();
    }
}

impl Snapshot {
    pub(super) fn of(intake: Intake, active: ActiveGuidance) -> Self {
        let editions = active.guidance.editions().iter();
        let editions = editions.map(|edition| EditionLabels::of(edition)).collect();
        Self {
            intake: Arc::new(intake),
            active: Some(active),
            editions: Arc::new(Prerendered::new(editions)),
        }
    }

    fn withdrawn(&self) -> Self {
        Self {
            intake: self.intake.clone(),
            active: None,
            editions: Arc::new(Prerendered::new(Vec::new())),
        }
    }

    /// The guidance to answer from.
    pub(super) fn active(&self) -> Result<&ActiveGuidance, Class> {
        self.active.as_ref().ok_or(Class::GuidanceWithdrawn)
    }
}
