//! What breaks an invariant.

use crate::facts::{FactId, Stated};
use crate::mdd::Node;

/// Incidents that break an invariant.
#[derive(Debug)]
pub(super) struct Violation {
    pub(super) incidents: Node,
    /// What breaks it once it is stated as well.
    pub(super) then: Option<(FactId, Stated)>,
    pub(super) what: String,
}

impl Violation {
    pub(super) fn new(incidents: Node, what: impl Into<String>) -> Self {
        Self {
            incidents,
            then: None,
            what: what.into(),
        }
    }
}
