//! Whose turn it is on a connection.

use std::time::Duration;

/// Whoever keeps us waiting for longer than this ends where others need the room, though their limit is not reached.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

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

    /// Whether a client keeps us waiting, after so long. What is ours in serving takes a moment, and the rest of it is theirs.
    pub(super) fn is_slow(self, since: Duration) -> bool {
        matches!(self, Self::Head | Self::Serving | Self::Writing) && since > PATIENCE
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
