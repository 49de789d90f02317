//! The stream that HTTP is read from and written to: it keeps track of whose turn it is, and gives no more than it must.
//!
//! - Nothing is given of a request before the one in front of it is answered and its answer is taken, so what a client can
//!   send ahead is bounded, and the reader of heads never has its buffer full, where it would wake itself without end.
//! - What is read at one turn is bounded, so that few requests are read before the first of them is answered.
//! - Nothing is given after the last answer.

use std::cell::RefCell;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use actix_web::web::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::connections::Admitted;
use super::ending::Ending;
use super::phase::Phase;
use super::place::WaitingPlace;
use super::socket::Wire;
use super::under_way::UnderWay;

/// A connection as HTTP sees it, and as its task does.
#[derive(Clone)]
pub(in crate::http) struct Stream(Rc<RefCell<Progress>>);

/// What passes through a connection.
pub(super) struct Progress {
    socket: Option<Wire>,
    pub(super) admitted: Admitted,
    pub(super) place: Arc<WaitingPlace>,
    pub(super) under_way: UnderWay,
    /// The answer to it is the last. It is, until it is known that the connection goes on.
    pub(super) last: bool,
    /// How much of its head was given.
    head: usize,
    /// What was read and is not given yet.
    ahead: Bytes,
    /// How much may still be read at this turn.
    turn: usize,
    /// Whether more was to be given than may be.
    held: bool,
}

impl Stream {
    pub(super) fn new(socket: Wire, admitted: Admitted, place: Arc<WaitingPlace>) -> Self {
        Self(Rc::new(RefCell::new(Progress {
            socket: Some(socket),
            admitted,
            place,
            under_way: UnderWay::next(),
            last: true,
            head: 0,
            ahead: Bytes::new(),
            turn: 0,
            held: false,
        })))
    }

    pub(super) fn progress(&self) -> &Rc<RefCell<Progress>> {
        &self.0
    }

    /// The task of the connection is polled: it may read again.
    pub(super) fn begin_turn(&self) {
        let progress = &mut *self.0.borrow_mut();
        progress.turn = progress.admitted.all.limits.read_ahead;
    }

    /// Whether what was held at the reader's last turn may now be given, which nobody wakes it for.
    pub(super) fn goes_on(&self) -> bool {
        let progress = &mut *self.0.borrow_mut();
        std::mem::take(&mut progress.held) && progress.is_open()
    }

    /// Ready when there is something to read.
    pub(super) fn poll_readable(&self, context: &mut Context<'_>) -> Poll<()> {
        match &self.0.borrow().socket {
            Some(socket) => socket.poll_readable(context),
            None => Poll::Ready(()),
        }
    }

    pub(super) fn take_socket(&self) -> Option<Wire> {
        self.0.borrow_mut().socket.take()
    }
}

impl Progress {
    fn socket(&mut self) -> io::Result<Pin<&mut Wire>> {
        let gone = || io::ErrorKind::NotConnected.into();
        self.socket.as_mut().map(Pin::new).ok_or_else(gone)
    }

    /// Whether something may be given to whoever reads HTTP.
    fn is_open(&self) -> bool {
        match self.admitted.connection.phase() {
            Phase::Writing => false,
            Phase::Closing => true,
            _ => self.under_way.is_open(),
        }
    }

    fn read(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.is_open() {
            self.held = true;
            return Poll::Pending;
        }
        let phase = self.admitted.connection.phase();
        while self.ahead.is_empty() {
            if self.turn == 0 {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            let most = self.turn.min(buffer.remaining());
            let mut part = ReadBuf::new(buffer.initialize_unfilled_to(most));
            ready!(self.socket()?.poll_read(context, &mut part))?;
            let read = part.filled();
            if read.is_empty() {
                return Poll::Ready(Ok(()));
            }
            self.turn -= read.len();
            if phase != Phase::Closing {
                self.ahead = Bytes::copy_from_slice(read);
            }
        }
        if phase.is_idle() {
            self.admitted.connection.enter(Phase::Head);
        }
        let of_head = matches!(self.under_way, UnderWay::Head(_));
        let room = buffer.remaining().min(self.ahead.len());
        let taken = self.under_way.take(self.ahead.split_at(room).0);
        let given = self.ahead.split_to(taken);
        if of_head {
            self.head += given.len();
            if self.head > self.admitted.all.limits.head_bytes {
                self.admitted.connection.tell(Ending::HeadBytes);
                return Poll::Pending;
            }
        }
        buffer.put_slice(&given);
        Poll::Ready(Ok(()))
    }

    /// Bytes of an answer are there to be taken.
    fn write_begins(&mut self, bytes: &[u8]) {
        let connection = &self.admitted.connection;
        let phase = connection.phase();
        if phase == Phase::Writing {
            return;
        }
        // It was read as no request, and so refused before any of ours has seen it.
        if phase == Phase::Head {
            self.admitted.all.bounds.refused(bytes);
            (self.under_way, self.last) = (UnderWay::Answered, true);
        }
        connection.enter(Phase::Writing);
    }

    /// The client has taken, or the system has taken for it, all that there is.
    fn written(&mut self) {
        if self.admitted.connection.phase() != Phase::Writing {
            return;
        }
        let next = match self.under_way {
            UnderWay::Begun { .. } => Phase::Serving,
            UnderWay::Answered if self.last => {
                self.ahead = Bytes::new();
                Phase::Closing
            }
            _ => {
                (self.under_way, self.head) = (UnderWay::next(), 0);
                Phase::Idle
            }
        };
        self.admitted.connection.enter(next);
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.0.borrow_mut().read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let progress = &mut *self.0.borrow_mut();
        progress.write_begins(bytes);
        progress.socket()?.poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let progress = &mut *self.0.borrow_mut();
        ready!(progress.socket()?.poll_flush(context))?;
        progress.written();
        if progress.admitted.connection.phase() == Phase::Closing {
            // Whoever reads to the end has it now. That they are read for a moment more is so that nothing is reset.
            let _ = progress.socket()?.poll_shutdown(context);
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let progress = &mut *self.0.borrow_mut();
        progress.admitted.connection.enter(Phase::Closing);
        progress.ahead = Bytes::new();
        progress.socket()?.poll_shutdown(context)
    }
}
