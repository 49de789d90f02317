//! What those who answer requests tell the connection: that a request has begun, and that it has an answer.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::phase::Phase;
use super::stream::{Stream, Wire};

/// The connection of a request.
#[derive(Clone)]
pub(in crate::http) struct Exchange(Weak<RefCell<Wire>>);

impl Exchange {
    pub(in crate::http) fn on(stream: &Stream) -> Self {
        Self(Rc::downgrade(stream.wire()))
    }

    /// A request has begun. It has a body of that many bytes, where it says how many.
    pub(in crate::http) fn begin(&self, body: Option<usize>) -> Begun {
        if let Some(wire) = self.0.upgrade() {
            let wire = &mut *wire.borrow_mut();
            wire.begun += 1;
            wire.whole.body = body.filter(|_| wire.begun == 1);
            wire.admitted.connection.enter(Phase::Serving);
        }
        Begun(self.0.clone())
    }
}

/// A request that has begun. It has ended when this is dropped, whatever the end.
pub(in crate::http) struct Begun(Weak<RefCell<Wire>>);

impl Begun {
    /// Whether its answer has to be the last of its connection, as it has to be where the body was not read to its end.
    pub(in crate::http) fn is_last(&self, unread: bool) -> bool {
        let Some(wire) = self.0.upgrade() else {
            return unread;
        };
        let wire = &mut *wire.borrow_mut();
        wire.last = wire.last || unread || wire.admitted.all.is_draining();
        wire.last
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some(wire) = self.0.upgrade() {
            wire.borrow_mut().answered += 1;
        }
    }
}
