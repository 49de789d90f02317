//! What every request is answered from.

use super::store::Store;
use super::{catalogue, documents, problems};
use crate::guidance::Guidance;
use crate::intake;

/// The guidance, and everything that follows from it and does not change while the service runs.
#[derive(Debug)]
pub struct State {
    pub(super) guidance: Guidance,
    pub(super) store: Store,
}

impl State {
    /// The state of a service with that guidance.
    pub fn new(guidance: Guidance) -> Self {
        intake::prepare();
        let mut store = Store::default();
        catalogue::fill(&mut store, &guidance);
        documents::fill(&mut store);
        problems::fill(&mut store);
        Self { guidance, store }
    }
}
