//! What those who answer requests tell the connection: that a request has begun, and that it has an answer.

use std::cell::RefCell;
use std::net::IpAddr;
use std::rc::{Rc, Weak};
use std::time::Instant;

use super::connections::Admitted;
use super::phase::Phase;
use super::stream::{Progress, Stream};
use super::under_way::UnderWay;

/// The connection of a request.
#[derive(Clone)]
pub(in crate::http) struct Exchange(Weak<RefCell<Progress>>);

impl Exchange {
    pub(in crate::http) fn on(stream: &Stream) -> Self {
        Self(Rc::downgrade(stream.progress()))
    }

    /// Where the client is.
    pub(in crate::http) fn address(&self) -> Option<IpAddr> {
        let progress = self.0.upgrade()?;
        let address = progress.borrow().admitted.connection.from;
        Some(address)
    }

    /// Whether a request is answered, or has waited for too long where more come than are answered.
    pub(in crate::http) fn is_borne(&self) -> bool {
        self.0
            .upgrade()
            .is_none_or(|progress| progress.borrow().place.is_borne(Instant::now()))
    }

    /// A request has begun. It has a body of that many bytes, or of nobody knows how many.
    pub(in crate::http) fn begin(&self, body: Option<u64>) -> Begun {
        if let Some(progress) = self.0.upgrade() {
            let progress = &mut *progress.borrow_mut();
            progress.under_way = UnderWay::begun(body);
            progress.last = true;
            progress.admitted.connection.enter(Phase::Serving);
        }
        Begun(self.0.clone())
    }

    /// More of the body is asked for than was read.
    pub(in crate::http) fn ask(&self) {
        if let Some(progress) = self.0.upgrade() {
            progress.borrow_mut().under_way.ask();
        }
    }
}

/// A request that has begun. It has ended when this is dropped, whatever the end.
pub(in crate::http) struct Begun(Weak<RefCell<Progress>>);

impl Begun {
    /// Whether its answer has to be the last of its connection, as it may have to be for its own sake.
    pub(in crate::http) fn is_last(&self, has_to_be: bool) -> bool {
        let Some(progress) = self.0.upgrade() else {
            return has_to_be;
        };
        let progress = &mut *progress.borrow_mut();
        let Admitted {
            all, connection, ..
        } = &progress.admitted;
        progress.last = has_to_be || all.is_draining() || connection.is_unsigned();
        progress.last
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some(progress) = self.0.upgrade() {
            progress.borrow_mut().under_way = UnderWay::Answered;
        }
    }
}
