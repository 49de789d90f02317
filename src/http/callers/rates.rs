//! How often somebody may call: a number a minute, all of which may come at once.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::{StateInformationMiddleware, StateSnapshot};
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{NotUntil, Quota, RateLimiter};

type Limiter<K, S> = RateLimiter<K, S, DefaultClock, StateInformationMiddleware>;

/// How often the holder of one key may call.
#[derive(Debug)]
pub(super) struct Rate(Limiter<NotKeyed, InMemoryState>);

/// How often each address may call.
#[derive(Debug)]
pub(super) struct Rates {
    limiter: Limiter<IpAddr, HashMapStateStore<IpAddr>>,
    since: Instant,
    /// The second in which they were looked through last, counted from 1.
    swept: AtomicU64,
}

/// So many addresses are remembered before those are forgotten that have not called for a while.
const REMEMBERED: usize = 16_384;

/// What is left of a rate, and in how many seconds there is more.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    pub(super) limit: u32,
    pub(super) left: u32,
    pub(super) seconds: u64,
}

impl Rate {
    pub(super) fn a_minute(number: NonZeroU32) -> Self {
        let limiter = RateLimiter::direct(Quota::per_minute(number));
        Self(limiter.with_middleware())
    }

    /// One more call, where there is one left.
    pub(super) fn take(&self) -> Result<Allowance, Allowance> {
        allowance(self.0.check(), self.0.clock())
    }
}

impl Rates {
    pub(super) fn a_minute(number: NonZeroU32) -> Self {
        let limiter = RateLimiter::hashmap(Quota::per_minute(number));
        Self {
            limiter: limiter.with_middleware(),
            since: Instant::now(),
            swept: AtomicU64::default(),
        }
    }

    /// One more call from there, where there is one left.
    pub(super) fn take(&self, address: IpAddr) -> Result<Allowance, Allowance> {
        if self.limiter.len() > REMEMBERED {
            self.sweep();
        }
        allowance(self.limiter.check_key(&address), self.limiter.clock())
    }

    /// Forgets addresses that have not called for a while, once a second: all of them are looked at.
    fn sweep(&self) {
        let now = self.since.elapsed().as_secs() + 1;
        if self.swept.swap(now, Ordering::Relaxed) != now {
            self.limiter.retain_recent();
        }
    }
}

fn allowance(
    checked: Result<StateSnapshot, NotUntil<<DefaultClock as Clock>::Instant>>,
    clock: &DefaultClock,
) -> Result<Allowance, Allowance> {
    match checked {
        Ok(snapshot) => {
            let quota = snapshot.quota();
            let limit = quota.burst_size().get();
            let left = snapshot.remaining_burst_capacity();
            let each = quota.replenish_interval();
            let seconds = (each * (limit - left)).as_secs() + 1;
            Ok(Allowance {
                limit,
                left,
                seconds,
            })
        }
        Err(until) => {
            let wait = until.wait_time_from(clock.now());
            Err(Allowance {
                limit: until.quota().burst_size().get(),
                left: 0,
                seconds: wait.as_secs() + 1,
            })
        }
    }
}
