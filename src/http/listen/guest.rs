//! One connection as everybody sees it: whose turn it is and since when, and whether it is told to end.

use std::net::IpAddr;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{LazyLock, OnceLock};
use std::task::{Context, Waker};
use std::time::{Duration, Instant};

use super::ending::Ending;
use super::phase::{PHASES, Phase};
use super::tls::Signers;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// One connection, as everybody sees it.
#[derive(Debug)]
pub(super) struct Connection {
    /// Where the client is.
    pub(super) from: IpAddr,
    /// Milliseconds, and below them the phase that began then.
    standing: AtomicU64,
    told: AtomicU8,
    task: OnceLock<Waker>,
    /// By whose word the client was let in, where they need a certificate.
    pub(super) signers: OnceLock<Signers>,
}

impl Connection {
    pub(super) fn new(from: IpAddr) -> Self {
        let connection = Self {
            from,
            standing: AtomicU64::new(0),
            told: AtomicU8::new(0),
            task: OnceLock::new(),
            signers: OnceLock::new(),
        };
        connection.enter(Phase::Head);
        connection
    }

    /// A phase begins.
    pub(super) fn enter(&self, phase: Phase) {
        let now = u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX >> 3);
        self.standing
            .store(now << 3 | phase as u64, Ordering::Release);
    }

    /// An idle connection rests; it has been idle for no shorter time.
    pub(super) fn rest(&self) {
        let standing = self.standing.load(Ordering::Acquire);
        let resting = standing & !7 | Phase::Resting as u64;
        self.standing.store(resting, Ordering::Release);
    }

    /// The phase, and how long it has taken so far.
    pub(super) fn standing(&self) -> (Phase, Duration) {
        let standing = self.standing.load(Ordering::Acquire);
        let phase = usize::try_from(standing & 7).unwrap_or_default();
        let phase = PHASES.get(phase).copied().unwrap_or(Phase::Closing);
        let began = Duration::from_millis(standing >> 3);
        (phase, START.elapsed().saturating_sub(began))
    }

    pub(super) fn phase(&self) -> Phase {
        self.standing().0
    }

    /// Tells the connection to end, unless it was told already.
    pub(super) fn tell(&self, ending: Ending) {
        let change = |told| (!ends(told)).then_some(ending.code());
        let told = self
            .told
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, change);
        if told.is_ok()
            && let Some(task) = self.task.get()
        {
            task.wake_by_ref();
        }
    }

    /// Whether it was told to end, and has not gone yet.
    pub(super) fn is_leaving(&self) -> bool {
        ends(self.told.load(Ordering::Acquire))
    }

    /// The task of the connection is the one that is to be woken.
    pub(super) fn listen(&self, context: &Context<'_>) {
        self.task.get_or_init(|| context.waker().clone());
    }

    /// Whether those who signed the certificate of the client are no longer asked.
    pub(super) fn is_unsigned(&self) -> bool {
        self.signers.get().is_some_and(Signers::have_changed)
    }

    /// What the connection was told, as far as it still holds: a client who was idle may have sent a request since.
    pub(super) fn heard(&self) -> Option<Ending> {
        let ending = Ending::of(self.told.load(Ordering::Acquire))?;
        let (phase, since) = self.standing();
        if ending.holds_in(phase, since) {
            return Some(ending);
        }
        self.told.store(0, Ordering::Release);
        None
    }

    /// What was told is done.
    pub(super) fn forget(&self) {
        self.told.store(0, Ordering::Release);
    }
}

/// Whether what was told is an end: to rest is none.
fn ends(told: u8) -> bool {
    Ending::of(told).is_some_and(|ending| ending != Ending::Rest)
}
