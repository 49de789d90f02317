//! What requests are answered from: the documents, which stay, and the guidance, which can be loaded
//! anew while the service runs.
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

use super::store::Store;
use super::telemetry::{Edition, editions};
use super::{catalogue, documents, problems};
use crate::contract::piece::Piece;
use crate::contract::problem::Class;
use crate::guidance::diagnostic::Diagnostic;
use crate::guidance::{Files, Guidance};
use crate::intake::Intake;

/// What requests are answered from.
#[derive(Debug)]
pub struct State {
    /// What describes the service itself.
    pub(super) documents: Store,
    now: ArcSwap<Snapshot>,
    stale: AtomicBool,
    /// How often guidance was loaded anew, by what came of it.
    pub(super) reloads: Family<Reload, Counter>,
}

/// What came of loading guidance anew.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Reload {
    outcome: &'static str,
}

const LOADED: Reload = Reload { outcome: "loaded" };
const REFUSED: Reload = Reload { outcome: "refused" };
const WITHDRAWN: Reload = Reload {
    outcome: "withdrawn",
};

/// What one request is answered from.
pub(super) type Held = ReqData<Arc<Snapshot>>;

/// The guidance in force at one moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// What reads incidents; also while nothing is served, so that a wrong one is told so.
    pub(super) intake: Arc<Intake>,
    /// Nothing where the operator has withdrawn it.
    served: Option<Served>,
    /// What the log says of it.
    pub(super) editions: Arc<Piece<Vec<Edition>>>,
}

/// Guidance, and the catalogue that is written from it.
#[derive(Debug)]
pub(super) struct Served {
    pub(super) guidance: Guidance,
    pub(super) catalogue: Store,
}

impl State {
    /// The state of a service with that guidance.
    pub fn new(guidance: Guidance) -> Self {
        let mut documents = Store::default();
        documents::fill(&mut documents);
        problems::fill(&mut documents);
        let reloads = Family::default();
        for outcome in [LOADED, REFUSED, WITHDRAWN] {
            drop(reloads.get_or_create(&outcome));
        }
        Self {
            documents,
            now: ArcSwap::from_pointee(Snapshot::of(guidance)),
            stale: AtomicBool::new(false),
            reloads,
        }
    }

    /// The guidance in force now.
    pub(super) fn now(&self) -> Arc<Snapshot> {
        self.now.load_full()
    }

    /// Whether newer guidance was refused since what is in force was loaded.
    pub(super) fn is_stale(&self) -> bool {
        self.stale.load(Ordering::Acquire)
    }

    /// Requests that begin from now on are answered from this guidance.
    pub(super) fn serve(&self, guidance: Guidance) {
        self.now.store(Arc::new(Snapshot::of(guidance)));
        self.stale.store(false, Ordering::Release);
        self.reloads.get_or_create(&LOADED).inc();
    }

    /// The same guidance on another day: it is no newer than what it stands for.
    pub(super) fn turn(&self, guidance: Guidance) {
        self.now.store(Arc::new(Snapshot::of(guidance)));
    }

    /// What of these files withdraws what is in force.
    pub(super) fn withdrawn_by(&self, files: &Files) -> Vec<Diagnostic> {
        let now = self.now.load();
        let served = now.served.as_ref();
        served.map_or_else(Vec::new, |served| files.withdraw(&served.guidance))
    }

    /// Newer guidance has faults: what is in force goes on. Where nothing is, nothing is out of date.
    pub(super) fn keep(&self) {
        let served = self.now.load().served.is_some();
        self.stale.store(served, Ordering::Release);
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
    fn of(guidance: Guidance) -> Self {
        let mut catalogue = Store::default();
        catalogue::fill(&mut catalogue, &guidance);
        Self {
            intake: Arc::new(Intake::new(&guidance)),
            editions: Arc::new(Piece::new(editions(&guidance))),
            served: Some(Served {
                guidance,
                catalogue,
            }),
        }
    }

    /// Nothing is served any more.
    fn withdrawn(&self) -> Self {
        Self {
            intake: self.intake.clone(),
            served: None,
            editions: Arc::new(Piece::new(Vec::new())),
        }
    }

    /// What there is to answer from.
    pub(super) fn served(&self) -> Result<&Served, Class> {
        self.served.as_ref().ok_or(Class::GuidanceWithdrawn)
    }
}
