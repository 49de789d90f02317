//! Lets clients in until the service is told to stop, and then sees them off.

use std::future::poll_fn;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use actix_web::rt::spawn;
use actix_web::rt::time::sleep;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::unconstrained;

use super::connections::{Connections, NoRoom};
use super::ending::Ending;
use super::last_words::{OVERLOADED, say};
use super::limits::Limits;
use super::port::BACKLOG;
use super::watch::watch;
use super::workers::Workers;

/// How long the system may lack a descriptor before another client is let in.
const BREATH: Duration = Duration::from_millis(20);

/// How often it is looked whether the last client has gone.
const LOOK: Duration = Duration::from_millis(20);

/// Lets clients in until `stop` is ready. Then nobody new comes in, and those who are there are answered for a moment.
pub(in crate::http) async fn accept(
    listener: std::net::TcpListener,
    all: Arc<Connections>,
    workers: Workers,
    encrypted: bool,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let mut door = Door {
        all: all.clone(),
        workers,
        encrypted,
        told: Arc::new(Semaphore::new(Limits::OTHER_DESCRIPTORS / 4)),
    };
    let watching = spawn(watch(all.clone()));
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            come = listener.accept() => door.open_to(come).await,
        }
    }
    let told = Instant::now();
    // Those whom the system has let in already are answered too, as far as it has descriptors for them.
    for _ in 0..BACKLOG {
        let Some(Ok((socket, from))) = at_the_door(&listener).await else {
            break;
        };
        door.receive(socket, from);
    }
    drop(listener);
    see_off(&all, told).await;
    watching.abort();
    Ok(())
}

/// Answers for a moment what comes on the connections that are open, and then ends them. The time counts from when it was told.
async fn see_off(all: &Connections, told: Instant) {
    let drain = all.limits.drain.min(all.limits.stop);
    all.drain();
    while !all.is_empty() && told.elapsed() < drain {
        sleep(LOOK).await;
    }
    while !all.is_empty() && told.elapsed() < all.limits.stop {
        all.each(|connection| connection.tell(Ending::Drained));
        sleep(LOOK).await;
    }
    all.each(|connection| {
        connection.forget();
        connection.tell(Ending::Stopped);
    });
    let gone = Instant::now();
    while !all.is_empty() && gone.elapsed() < BREATH * 10 {
        sleep(LOOK).await;
    }
}

struct Door {
    all: Arc<Connections>,
    workers: Workers,
    /// How many can be told at one time that there is no room.
    told: Arc<Semaphore>,
    /// Whether clients expect encryption.
    encrypted: bool,
}

/// Who has come already.
async fn at_the_door(listener: &TcpListener) -> Option<io::Result<(TcpStream, SocketAddr)>> {
    let now = poll_fn(|context| {
        Poll::Ready(match listener.poll_accept(context) {
            Poll::Ready(come) => Some(come),
            Poll::Pending => None,
        })
    });
    unconstrained(now).await
}

impl Door {
    /// Somebody has come, or could not.
    async fn open_to(&mut self, come: io::Result<(TcpStream, SocketAddr)>) {
        match come {
            Ok((socket, from)) => self.receive(socket, from),
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
            Err(_) => sleep(BREATH).await,
        }
    }

    fn receive(&mut self, socket: TcpStream, from: SocketAddr) {
        match self.all.admit(from.ip()) {
            Ok(admitted) => {
                if let Ok(socket) = socket.into_std() {
                    self.workers.give(socket, admitted);
                }
            }
            Err(no_room) => {
                self.all.bounds.shed(match no_room {
                    NoRoom::Full => "full",
                    NoRoom::Address => "address",
                });
                // Without encryption nothing can be said, where it is expected.
                if self.encrypted {
                    return;
                }
                if let Ok(place) = self.told.clone().try_acquire_owned() {
                    spawn(async move {
                        say(socket, &OVERLOADED).await;
                        drop(place);
                    });
                } else if let Ok(mut socket) = socket.into_std() {
                    // Too many are being told: it is said, and not waited for.
                    drop(socket.write(&OVERLOADED));
                }
            }
        }
    }
}
