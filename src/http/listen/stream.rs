//! The stream that HTTP is read from and written to: it keeps track of whose turn it is, and reads no more than it must.
//!
//! - Nothing is read while answers wait to be taken, so what a client can send ahead is bounded, and the reader of heads
//!   never has its buffer full, where it would wake itself without end.
//! - What is read at one turn is bounded, so that few requests are read before the first of them is answered.

use std::cell::RefCell;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::connections::Admitted;
use super::ending::Ending;
use super::phase::Phase;
use super::place::WaitingPlace;
use super::socket::Wire;

/// A connection as HTTP sees it, and as its task does.
#[derive(Clone)]
pub(in crate::http) struct Stream(Rc<RefCell<Progress>>);

/// What passes through a connection.
pub(super) struct Progress {
    socket: Option<Wire>,
    pub(super) admitted: Admitted,
    pub(super) place: Arc<WaitingPlace>,
    /// Requests that have begun since the connection was idle, and those of them that have an answer.
    pub(super) begun: u32,
    pub(super) answered: u32,
    /// An answer has said that it is the last.
    pub(super) last: bool,
    /// How much of the head of a request was read.
    head: usize,
    /// How much may still be read at this turn.
    turn: usize,
    /// Whether more was to be read while answers waited.
    held: bool,
    /// What was read since the connection was idle, as far as it is one request and no more.
    pub(super) whole: Whole,
}

/// Whether what was read is exactly one request, so that nothing of another is in a buffer.
#[derive(Debug, Default)]
pub(super) struct Whole {
    read: usize,
    head: Option<usize>,
    pub(super) body: Option<usize>,
}

impl Whole {
    fn add(&mut self, bytes: &[u8]) {
        if self.read == 0 {
            self.head = end_of_head(bytes);
        }
        self.read += bytes.len();
    }

    fn is_one_request(&self) -> bool {
        let (Some(head), Some(body)) = (self.head, self.body) else {
            return false;
        };
        head + body == self.read
    }
}

/// Where the first empty line ends.
fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let mut line = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if line == 0 => return Some(at + 1),
            b'\n' => line = 0,
            b'\r' => {}
            _ => line += 1,
        }
    }
    None
}

impl Stream {
    pub(super) fn new(socket: Wire, admitted: Admitted, place: Arc<WaitingPlace>) -> Self {
        Self(Rc::new(RefCell::new(Progress {
            socket: Some(socket),
            admitted,
            place,
            begun: 0,
            answered: 0,
            last: false,
            head: 0,
            turn: 0,
            held: false,
            whole: Whole::default(),
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

    /// Whether the reader of HTTP can be let go: it holds nothing of a request.
    pub(super) fn holds_nothing(&self) -> bool {
        self.0.borrow().whole.is_one_request()
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

    fn read(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let phase = self.admitted.connection.phase();
        if phase == Phase::Writing {
            self.held = true;
            return Poll::Pending;
        }
        if self.turn == 0 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let most = self.turn.min(buffer.remaining());
        let mut part = ReadBuf::new(buffer.initialize_unfilled_to(most));
        ready!(self.socket()?.poll_read(context, &mut part))?;
        let read = part.filled().len();
        let begins = phase.is_idle() && read > 0;
        if begins {
            self.admitted.connection.enter(Phase::Head);
            self.head = 0;
            self.whole = Whole::default();
        }
        self.whole.add(part.filled());
        self.turn -= read;
        buffer.advance(read);
        // What comes after the head in one read counts too, and is forgiven once the request begins.
        if begins || phase == Phase::Head {
            self.head += read;
            if self.head > self.admitted.all.limits.head_bytes {
                self.admitted.connection.tell(Ending::HeadBytes);
            }
        }
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
        if self.begun == 0 && phase == Phase::Head {
            self.admitted.all.bounds.refused(bytes);
            self.last = true;
        }
        connection.enter(Phase::Writing);
    }

    /// The client has taken, or the system has taken for it, all that there is.
    fn written(&mut self, context: &Context<'_>) {
        let connection = &self.admitted.connection;
        if connection.phase() != Phase::Writing {
            return;
        }
        let next = if self.answered < self.begun {
            Phase::Serving
        } else if self.last {
            Phase::Closing
        } else {
            Phase::Idle
        };
        if next != Phase::Serving {
            (self.begun, self.answered, self.head) = (0, 0, 0);
        }
        connection.enter(next);
        if std::mem::take(&mut self.held) {
            context.waker().wake_by_ref();
        }
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
        progress.written(context);
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let progress = &mut *self.0.borrow_mut();
        progress.admitted.connection.enter(Phase::Closing);
        progress.socket()?.poll_shutdown(context)
    }
}
