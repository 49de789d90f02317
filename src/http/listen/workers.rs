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
