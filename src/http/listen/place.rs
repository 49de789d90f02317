//! Who waits for a worker: where more come than are answered, it answers those in front.
//!
//! That many wait for a moment is no reason to refuse any, for it is over soon. Where whoever comes always waits for many
//! answers, more come than are answered: then those are refused for whom too many are given first, which takes less than to
//! answer them, so that who is answered has not waited long. What counts are answers: to refuse one is no reason to refuse
//! the next, or nobody would be answered.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Wake, Waker};
use std::time::{Duration, Instant};

/// So long everybody waited for too many before the first is refused, and nobody before all are answered again.
const LASTING: Duration = Duration::from_millis(100);

/// One of so many who wait is answered, however many they are.
const ONE_OF: u32 = 8;

/// Those who wait for one worker.
#[derive(Debug)]
pub(super) struct Queue {
    /// So many answers may be given before that to a request.
    limit: u32,
    waiting: AtomicU32,
    /// How many requests were answered.
    answered: AtomicU32,
    began: Instant,
    /// When a request had last waited for no more, in milliseconds from the beginning.
    calm: AtomicU64,
    /// When one had last waited for more.
    late: AtomicU64,
    refuses: AtomicBool,
}

/// The place of a connection: it waits for its turn whenever there is something to do on it.
#[derive(Debug)]
pub(super) struct WaitingPlace {
    queue: Arc<Queue>,
    /// How many were before it when it began to wait, and one; 0 where it does not.
    waits: AtomicU32,
    /// How many requests had been answered then.
    answered: AtomicU32,
    /// Whether too many were answered before its last turn.
    is_late: AtomicBool,
    task: OnceLock<Waker>,
}

impl Queue {
    pub(super) fn new(limit: u32) -> Self {
        Self {
            limit,
            waiting: AtomicU32::new(0),
            answered: AtomicU32::new(0),
            began: Instant::now(),
            calm: AtomicU64::new(0),
            late: AtomicU64::new(0),
            refuses: AtomicBool::new(false),
        }
    }

    /// The place of a connection that is new, at the end of all.
    pub(super) fn place(self: &Arc<Self>) -> Arc<WaitingPlace> {
        let place = WaitingPlace {
            queue: self.clone(),
            waits: AtomicU32::new(0),
            answered: AtomicU32::new(0),
            is_late: AtomicBool::new(false),
            task: OnceLock::new(),
        };
        place.wait();
        place.into()
    }

    /// Whether a request is answered that is late or is not.
    fn bears(&self, is_late: bool, now: Instant) -> bool {
        let now = now.saturating_duration_since(self.began);
        let lasts = |since: &AtomicU64| {
            now.saturating_sub(Duration::from_millis(since.load(Ordering::Relaxed))) > LASTING
        };
        let now_is = |since: &AtomicU64| {
            let now = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
            since.store(now, Ordering::Relaxed);
        };
        if is_late {
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

impl WaitingPlace {
    /// There is something to do: it waits, unless it does already.
    fn wait(&self) {
        if self.waits.load(Ordering::Relaxed) == 0 {
            let before = self.queue.waiting.fetch_add(1, Ordering::Relaxed);
            self.waits
                .store(before.saturating_add(1), Ordering::Relaxed);
            let answered = self.queue.answered.load(Ordering::Relaxed);
            self.answered.store(answered, Ordering::Relaxed);
        }
    }

    /// It is its turn, of the task that is to be woken.
    pub(super) fn begin_turn(&self, context: &Context<'_>) {
        self.task.get_or_init(|| context.waker().clone());
        if let Some(before) = self.leave() {
            let answered = self.queue.answered.load(Ordering::Relaxed);
            let meanwhile = answered.wrapping_sub(self.answered.load(Ordering::Relaxed));
            let is_late = meanwhile > self.queue.limit.max(before / ONE_OF);
            self.is_late.store(is_late, Ordering::Relaxed);
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
        let borne = self.queue.bears(self.is_late.load(Ordering::Relaxed), now);
        if borne {
            self.queue.answered.fetch_add(1, Ordering::Relaxed);
        }
        borne
    }
}

impl Drop for WaitingPlace {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Whatever a connection waits for wakes its task by way of its place. It all happens on the thread of the worker.
impl Wake for WaitingPlace {
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

    const SOON: bool = false;
    const LATE: bool = true;

    /// What becomes of requests that come so many milliseconds after one another, each late or not.
    fn borne(come: &[(u64, bool)]) -> Vec<bool> {
        let queue = Queue::new(8);
        let mut now = queue.began;
        let come = come.iter().map(|(later, is_late)| {
            now += Duration::from_millis(*later);
            queue.bears(*is_late, now)
        });
        come.collect()
    }

    #[test]
    fn a_moment_in_which_many_wait_is_borne() {
        let come = [(0, SOON), (50, LATE), (40, LATE), (5, SOON), (90, LATE)];
        assert_eq!(borne(&come), [true; 5]);
    }

    #[test]
    fn where_many_always_wait_those_are_refused_who_are_late() {
        let come = [(0, SOON), (60, LATE), (50, LATE), (1, SOON), (50, LATE)];
        assert_eq!(borne(&come), [true, true, false, true, false]);
    }

    #[test]
    fn once_nobody_is_late_all_are_answered_again() {
        let come = [(110, LATE), (50, SOON), (60, SOON), (1, LATE)];
        assert_eq!(borne(&come), [false, true, true, true]);
    }

    /// How many of so many who wait together are answered, again and again, where more come than are answered.
    fn answered_of(number: usize) -> usize {
        let queue = Arc::new(Queue::new(8));
        let now = queue.began + Duration::from_secs(1);
        assert!(!queue.bears(LATE, now));
        let places: Vec<_> = (0..number).map(|_| queue.place()).collect();
        let context = Context::from_waker(Waker::noop());
        let mut answered = 0;
        for _ in 0..20 {
            answered = 0;
            for place in &places {
                place.begin_turn(&context);
                answered += usize::from(place.is_borne(now));
                Waker::from(place.clone()).wake();
            }
        }
        answered
    }

    #[test]
    fn however_many_wait_some_are_answered() {
        assert_eq!(answered_of(8), 8);
        assert_eq!(answered_of(40), 9);
        let of_many = answered_of(800);
        assert!((50..=101).contains(&of_many), "{of_many}");
    }

    #[test]
    fn nobody_waits_twice_or_once_gone() {
        let queue = Arc::new(Queue::new(8));
        let place = queue.place();
        place.begin_turn(&Context::from_waker(Waker::noop()));
        let waker = Waker::from(place.clone());
        waker.wake_by_ref();
        waker.wake_by_ref();
        assert_eq!(queue.waiting.load(Ordering::Relaxed), 1);
        drop((place, waker));
        assert_eq!(queue.waiting.load(Ordering::Relaxed), 0);
    }
}
