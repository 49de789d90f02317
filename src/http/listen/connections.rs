//! All connections: who is let in, and who ends when there is no room.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::ending::Ending;
use super::guest::Connection;
use super::limits::Limits;
use super::phase::PATIENCE;
use crate::http::telemetry::Bounds;

/// Whoever asks again and again is not idle in between.
const PAUSE: Duration = Duration::from_millis(10);

/// When there is no room, one of so many makes room at once, so that not each that comes looks for one that goes.
const AT_ONCE: usize = 32;

/// All connections.
#[derive(Debug)]
pub(in crate::http) struct Connections {
    pub(super) limits: Limits,
    pub(super) bounds: Bounds,
    open: Mutex<Open>,
    draining: AtomicBool,
}

#[derive(Debug, Default)]
struct Open {
    all: BTreeMap<u64, Arc<Connection>>,
    by_address: BTreeMap<IpAddr, usize>,
    number: u64,
}

/// Why a connection is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoRoom {
    /// There are too many, and none of them is idle.
    Full,
    /// There are too many from one address.
    Address,
}

/// A connection that was let in, for as long as it is open.
#[derive(Debug)]
pub(super) struct Admitted {
    pub(super) all: Arc<Connections>,
    pub(super) connection: Arc<Connection>,
    number: u64,
}

impl Connections {
    /// Nobody is there yet.
    pub(in crate::http) fn new(limits: Limits, bounds: Bounds) -> Self {
        bounds
            .limit
            .set(i64::try_from(limits.connections).unwrap_or(i64::MAX));
        Self {
            limits,
            bounds,
            open: Mutex::default(),
            draining: AtomicBool::new(false),
        }
    }

    /// Lets a client in, where there is room or where somebody makes room.
    pub(super) fn admit(self: &Arc<Self>, from: IpAddr) -> Result<Admitted, NoRoom> {
        let from = from.to_canonical();
        let address = counted(from);
        let mut open = self.open();
        let from_there = open.by_address.get(&address).copied().unwrap_or_default();
        if from_there >= self.limits.connections_per_address && !self.limits.proxies.contains(from)
        {
            return Err(NoRoom::Address);
        }
        let limit = self.limits.connections;
        // Those who make room need a moment; who comes meanwhile has one of the spare descriptors.
        let over = open.all.len() >= limit + Limits::OTHER_DESCRIPTORS / 2;
        if over || open.all.len() >= limit && !open.makes_room(limit) {
            return Err(NoRoom::Full);
        }
        open.by_address.insert(address, from_there + 1);
        let number = open.number;
        open.number += 1;
        let connection = Arc::new(Connection::new(from));
        open.all.insert(number, connection.clone());
        self.bounds.open.inc();
        Ok(Admitted {
            all: self.clone(),
            connection,
            number,
        })
    }

    /// How long a connection may be idle: the less, the less room there is.
    pub(super) fn keep_alive(&self) -> Duration {
        let limit = self.limits.connections;
        let free = limit.saturating_sub(self.open().all.len());
        let most = self.limits.keep_alive;
        if free * 2 >= limit {
            return most;
        }
        let share = u32::try_from(free * 200 / limit.max(1)).unwrap_or(100);
        (most * share / 100).max(PATIENCE.min(most))
    }

    /// Looks at each connection.
    pub(super) fn each(&self, mut look: impl FnMut(&Connection)) {
        for connection in self.open().all.values() {
            look(connection);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open().all.is_empty()
    }

    /// From now on each answer is the last of its connection.
    pub(super) fn drain(&self) {
        self.draining.store(true, Ordering::Release);
    }

    pub(super) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Acquire)
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        // What is behind it is sound at any moment.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// Whether somebody makes room: those do who have kept us waiting longest, idle ones first.
    fn makes_room(&self, limit: usize) -> bool {
        let staying = self.all.values().filter(|one| !one.is_leaving());
        let needed = (staying.clone().count() + 1).saturating_sub(limit);
        if needed == 0 {
            return true;
        }
        let waiting = staying.filter_map(|one| {
            let (phase, since) = one.standing();
            let idle = phase.is_idle() && since > PAUSE;
            let slow = phase.is_slow(since);
            (idle || slow).then_some((slow, Reverse(since), one))
        });
        let mut waiting: Vec<_> = waiting.collect();
        waiting.sort_by_key(|(slow, since, _)| (*slow, *since));
        waiting.truncate(needed.max(limit / AT_ONCE));
        for (_, _, one) in &waiting {
            one.tell(Ending::Room);
        }
        waiting.len() >= needed
    }
}

/// The address that a client is counted by: whoever has one of IPv6 has a network of them.
pub(in crate::http) fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) if !six.is_loopback() => {
            Ipv6Addr::from_bits(six.to_bits() & !u128::from(u64::MAX)).into()
        }
        other => other,
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut open = self.all.open();
        open.all.remove(&self.number);
        let address = counted(self.connection.from);
        if let Some(from_there) = open.by_address.get_mut(&address) {
            *from_there -= 1;
            if *from_there == 0 {
                open.by_address.remove(&address);
            }
        }
        self.all.bounds.open.dec();
        if std::thread::panicking() {
            self.all.bounds.panics.inc();
        }
    }
}
