//! Who waits for a worker, and at which place: where more come than are answered, it answers those in front.
//!
//! That many wait for a moment is no reason to refuse any, for it is over soon. Where there are always as many before
//! whoever comes, more come than are answered: then those are refused who are too far behind, which takes less than to
//! answer them, so that who is answered has not waited long.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Wake, Waker};
use std::time::{Duration, Instant};

/// So long there were always too many before the first is refused, and never before all are answered again.
const LASTING: Duration = Duration::from_millis(100);

/// Those who wait for one worker.
#[derive(Debug)]
pub(super) struct Queue {
    /// So many may be before a request.
    limit: u32,
    waiting: AtomicU32,
    began: Instant,
    /// When a request last had no more before it, in milliseconds from the beginning.
    calm: AtomicU64,
    /// When one last had more.
    late: AtomicU64,
    refuses: AtomicBool,
}

/// The place of a connection: it waits for its turn whenever there is something to do on it.
#[derive(Debug)]
pub(super) struct Place {
    queue: Arc<Queue>,
    /// How many were before it when it began to wait, and one; 0 where it does not.
    waits: AtomicU32,
    /// How many were before it at its last turn.
    behind: AtomicU32,
    task: OnceLock<Waker>,
}

impl Queue {
    pub(super) fn new(limit: u32) -> Self {
        Self {
            limit,
            waiting: AtomicU32::new(0),
            began: Instant::now(),
            calm: AtomicU64::new(0),
            late: AtomicU64::new(0),
            refuses: AtomicBool::new(false),
        }
    }

    /// The place of a connection that is new, at the end of all.
    pub(super) fn place(self: &Arc<Self>) -> Arc<Place> {
        let place = Place {
            queue: self.clone(),
            waits: AtomicU32::new(0),
            behind: AtomicU32::new(0),
            task: OnceLock::new(),
        };
        place.wait();
        place.into()
    }

    /// Whether a request is answered that had so many before it.
    fn bears(&self, before: u32, now: Instant) -> bool {
        let now = now.saturating_duration_since(self.began);
        let lasts = |since: &AtomicU64| {
            now.saturating_sub(Duration::from_millis(since.load(Ordering::Relaxed))) > LASTING
        };
        let now_is = |since: &AtomicU64| {
            let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
            since.store(now, Ordering::Relaxed);
        };
        if before > self.limit {
            if lasts(&self.calm) {
                self.refuses.store(true, Ordering::Relaxed);
            }
            now_is(&self.late);
            return !self.refuses.load(Ordering::Relaxed);
        }
        if lasts(&self.late) {
            self.refuses.store(false, Ordering::Relaxed);
        }
        now_is(&self.calm);
        true
    }
}

impl Place {
    /// There is something to do: it waits, unless it does already.
    fn wait(&self) {
        if self.waits.load(Ordering::Relaxed) == 0 {
            let before = self.queue.waiting.fetch_add(1, Ordering::Relaxed);
            self.waits
                .store(before.saturating_add(1), Ordering::Relaxed);
        }
    }

    /// It is its turn, of the task that is to be woken.
    pub(super) fn begin_turn(&self, context: &Context<'_>) {
        self.task.get_or_init(|| context.waker().clone());
        if let Some(before) = self.leave() {
            self.behind.store(before, Ordering::Relaxed);
        }
    }

    /// It waits no longer. How many were before it, if it did.
    fn leave(&self) -> Option<u32> {
        let before = self.waits.swap(0, Ordering::Relaxed).checked_sub(1)?;
        self.queue.waiting.fetch_sub(1, Ordering::Relaxed);
        Some(before)
    }

    /// Whether a request that has come is answered.
    pub(super) fn is_borne(&self, now: Instant) -> bool {
        self.queue.bears(self.behind.load(Ordering::Relaxed), now)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Whatever a connection waits for wakes its task by way of its place. It all happens on the thread of the worker.
impl Wake for Place {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.wait();
        if let Some(task) = self.task.get() {
            task.wake_by_ref();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEW: u32 = 1;
    const MANY: u32 = 9;

    /// What becomes of requests that come so many milliseconds after one another, each with so many before it.
    fn borne(come: &[(u64, u32)]) -> Vec<bool> {
        let queue = Queue::new(8);
        let mut now = queue.began;
        let come = come.iter().map(|(later, before)| {
            now += Duration::from_millis(*later);
            queue.bears(*before, now)
        });
        come.collect()
    }

    #[test]
    fn a_moment_in_which_many_wait_is_borne() {
        let come = [(0, FEW), (50, MANY), (40, MANY), (5, FEW), (90, MANY)];
        assert_eq!(borne(&come), [true; 5]);
    }

    #[test]
    fn where_many_always_wait_those_are_refused_who_are_too_far_behind() {
        let come = [(0, FEW), (60, MANY), (50, MANY), (1, FEW), (50, MANY)];
        assert_eq!(borne(&come), [true, true, false, true, false]);
    }

    #[test]
    fn once_few_wait_all_are_answered_again() {
        let come = [(110, MANY), (50, FEW), (60, FEW), (1, MANY)];
        assert_eq!(borne(&come), [false, true, true, true]);
    }

    #[test]
    fn each_waits_behind_those_who_came_before() {
        let queue = Arc::new(Queue::new(8));
        let places: Vec<_> = (0..3).map(|_| queue.place()).collect();
        let context = Context::from_waker(Waker::noop());
        for (before, place) in (0..).zip(&places) {
            place.begin_turn(&context);
            assert_eq!(place.behind.load(Ordering::Relaxed), before);
        }
        let again = Waker::from(places[1].clone());
        again.wake_by_ref();
        again.wake_by_ref();
        assert_eq!(queue.waiting.load(Ordering::Relaxed), 1);
        drop((places, again));
        assert_eq!(queue.waiting.load(Ordering::Relaxed), 0);
    }
}
