//! How large diagrams may become.

use std::fmt;

/// More nodes would have been made than were allowed, so nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitReached {
    /// How many nodes were allowed.
    pub nodes: usize,
}

impl fmt::Display for LimitReached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "stopped at the limit of {} nodes of diagrams",
            self.nodes
        )
    }
}

impl std::error::Error for LimitReached {}
