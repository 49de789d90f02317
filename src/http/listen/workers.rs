//! The threads that read and answer requests: each has its share of the connections.

use std::io;
use std::net::TcpStream;
use std::num::NonZeroUsize;
use std::rc::Rc;
use std::sync::{Arc, mpsc};
use std::thread::{self, available_parallelism};

use actix_service::ServiceFactory;
use actix_web::rt::{System, spawn};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::connection::{Served, converse};
use super::connections::Admitted;
use super::place::Queue;
use super::tls::Tls;

/// The threads that read and answer requests.
pub(in crate::http) struct Workers {
    all: Vec<UnboundedSender<Newcomer>>,
    next: usize,
}

/// So many as are asked for, or one for each core.
pub(in crate::http) fn so_many(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| available_parallelism().map_or(2, NonZeroUsize::get))
}

type Newcomer = (TcpStream, Admitted);

impl Workers {
    /// Starts so many, each with a service of its own, and waits until all of them are ready.
    pub(in crate::http) fn start<F, S>(
        number: usize,
        tls: Option<&Arc<Tls>>,
        waiting: u32,
        http: F,
    ) -> io::Result<Self>
    where
        F: Fn() -> S + Clone + Send + 'static,
        S: ServiceFactory<Served, Config = (), Response = ()> + 'static,
    {
        let (ready, started) = mpsc::channel();
        let all = (0..number).map(|_| {
            let ready = ready.clone();
            let (give, take) = unbounded_channel();
            let (http, tls) = (http.clone(), tls.cloned());
            let thread = thread::Builder::new().name("worker".to_owned());
            // It ends with the program, or when there is nobody who could give it a connection.
            thread.spawn(move || System::new().block_on(work(http, tls, waiting, take, ready)))?;
            Ok(give)
        });
        let all = all.collect::<io::Result<_>>()?;
        drop(ready);
        // One that cannot start says nothing, and would take connections that nobody answers.
        if started.iter().count() < number {
            return Err(io::Error::other("a worker did not start"));
        }
        Ok(Self { all, next: 0 })
    }

    /// Gives a connection to the next of them.
    pub(super) fn give(&mut self, socket: TcpStream, admitted: Admitted) {
        self.next = (self.next + 1) % self.all.len().max(1);
        if let Some(give) = self.all.get(self.next) {
            // A thread that has ended takes nobody; the connection is closed.
            drop(give.send((socket, admitted)));
        }
    }
}

/// Answers on the connections that are given, until there will be no more.
async fn work<S>(
    http: impl Fn() -> S,
    tls: Option<Arc<Tls>>,
    waiting: u32,
    mut take: UnboundedReceiver<Newcomer>,
    ready: mpsc::Sender<()>,
) where
    S: ServiceFactory<Served, Config = (), Response = ()> + 'static,
{
    let Ok(http) = http().new_service(()).await else {
        return;
    };
    // Whoever starts it waits for this, and for its end.
    let _ = ready.send(());
    drop(ready);
    let http = Rc::new(http);
    let queue = Arc::new(Queue::new(waiting));
    while let Some((socket, admitted)) = take.recv().await {
        let Ok(socket) = tokio::net::TcpStream::from_std(socket) else {
            continue;
        };
        let (http, tls, place) = (http.clone(), tls.clone(), queue.place());
        spawn(async move { converse(socket, admitted, tls.as_ref(), place, &*http).await });
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpListener};

    use actix_service::fn_service;
    use tokio::io::AsyncReadExt;

    use super::super::connections::Connections;
    use super::super::limits::Limits;
    use super::*;
    use crate::http::telemetry::Bounds;

    /// Reads one byte, which it may fail at.
    async fn fragile((mut stream, ..): Served) -> Result<(), ()> {
        assert!(
            stream.read_u8().await.ok() != Some(b'x'),
            "as it was asked to"
        );
        Ok(())
    }

    #[test]
    fn a_connection_that_fails_is_counted_and_takes_no_other_with_it() {
        let all = Arc::new(Connections::new(Limits::default(), Bounds::default()));
        let mut workers = Workers::start(1, None, 8, || fn_service(fragile)).unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut open = || {
            let client = TcpStream::connect(port.local_addr().unwrap()).unwrap();
            let (socket, from) = port.accept().unwrap();
            socket.set_nonblocking(true).unwrap();
            workers.give(socket, all.admit(from.ip()).unwrap());
            client
        };
        let mut kept = open();
        for sent in [b"x", b"x", b"y"] {
            let mut client = open();
            client.write_all(sent).unwrap();
            assert_eq!(client.read(&mut [0]).unwrap(), 0);
        }
        kept.write_all(b"y").unwrap();
        assert_eq!(kept.read(&mut [0]).unwrap(), 0);
        assert_eq!(all.bounds.panics.get(), 2);
    }
}
