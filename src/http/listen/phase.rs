//! Whose turn it is on a connection.

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The client's, to send the head of a request.
    Head,
    /// Ours, or the client's to send a body, which has a limit of its own.
    Serving,
    /// The client's, to take an answer.
    Writing,
    /// Nobody's: every answer was taken.
    Idle,
    /// Nobody's for a while: what the connection holds is given back.
    Resting,
    /// The client's, to read that the connection is closed.
    Closing,
}

impl Phase {
    /// Whether nothing is under way.
    pub(super) fn is_idle(self) -> bool {
        matches!(self, Self::Idle | Self::Resting)
    }
}

/// Every phase, each at the place of its number.
pub(super) const PHASES: [Phase; 6] = [
    Phase::Head,
    Phase::Serving,
    Phase::Writing,
    Phase::Idle,
    Phase::Resting,
    Phase::Closing,
];
