//! Why a connection ends before its client ends it.

use std::time::Duration;

use super::phase::Phase;

/// Why a connection ends before its client ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// No end: it is idle, and rests.
    Rest,
    /// It was idle for longer than connections are kept.
    KeepAlive,
    /// Others need the room.
    Room,
    /// The head of a request took too long.
    Head,
    /// The head of a request is too large.
    HeadBytes,
    /// The client has not taken its answer.
    Write,
    /// The answer said that the connection is closed, and the client went on.
    Refused,
    /// Others sign the certificates of clients now.
    Signers,
    /// The service stops, and nothing is under way.
    Drained,
    /// The service stops, whatever is under way.
    Stopped,
}

impl Ending {
    /// Every ending.
    pub(super) const ALL: [Self; 10] = [
        Self::Rest,
        Self::KeepAlive,
        Self::Room,
        Self::Head,
        Self::HeadBytes,
        Self::Write,
        Self::Refused,
        Self::Signers,
        Self::Drained,
        Self::Stopped,
    ];

    /// A number that is not zero.
    pub(super) fn code(self) -> u8 {
        self as u8 + 1
    }

    /// The ending with that number.
    pub(super) fn of(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code.checked_sub(1)?)).copied()
    }

    /// The word of the metric.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::KeepAlive => "keep_alive",
            Self::Room => "room",
            Self::Head => "head",
            Self::HeadBytes => "head_bytes",
            Self::Write => "write",
            Self::Refused => "refused",
            Self::Signers => "signers",
            Self::Drained => "drained",
            Self::Stopped => "stopped",
        }
    }

    /// Whether a connection that was told this is still to end in that phase, which began so long ago.
    pub(super) fn holds_in(self, phase: Phase, since: Duration) -> bool {
        let idle = phase.is_idle();
        match self {
            Self::Rest => phase == Phase::Idle,
            Self::KeepAlive => idle,
            Self::Room => idle || phase.is_slow(since),
            Self::Head | Self::HeadBytes => phase == Phase::Head,
            Self::Write => phase == Phase::Writing,
            Self::Refused => phase == Phase::Closing,
            Self::Signers => idle || phase == Phase::Head,
            Self::Drained => idle || phase == Phase::Closing,
            Self::Stopped => true,
        }
    }
}
