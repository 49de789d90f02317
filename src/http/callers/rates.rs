//! How often somebody may call: a number a minute, all of which may come at once.

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::{StateInformationMiddleware, StateSnapshot};
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{NotUntil, Quota, RateLimiter};

type Limiter<K, S> = RateLimiter<K, S, DefaultClock, StateInformationMiddleware>;

/// How often the holder of one key may call.
#[derive(Debug)]
pub(super) struct Rate(Limiter<NotKeyed, InMemoryState>);

/// How often each address may call. No address is kept: each is counted at a place that nobody outside can foresee, and
/// there are no more places than that, whoever calls. Two that share one share what they may.
#[derive(Debug)]
pub(super) struct Rates {
    limiter: Limiter<u64, HashMapStateStore<u64>>,
    place: RandomState,
}

/// How many places there are to count at.
const PLACES: u64 = 65_536;

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
            place: RandomState::new(),
        }
    }

    /// One more call from there, where there is one left.
    pub(super) fn take(&self, address: IpAddr) -> Result<Allowance, Allowance> {
        let place = self.place.hash_one(address) % PLACES;
        allowance(self.limiter.check_key(&place), self.limiter.clock())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_whoever_calls() {
        let rates = Rates::a_minute(NonZeroU32::MIN);
        for number in 0..4 * PLACES {
            let from = IpAddr::from(u128::from(number).to_be_bytes());
            let _ = rates.take(from);
        }
        let kept = rates.limiter.len() as u64;
        assert!((PLACES / 2..=PLACES).contains(&kept), "{kept}");
    }
}
