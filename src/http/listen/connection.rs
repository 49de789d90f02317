//! One connection, from its first byte to its last.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use actix_http::Protocol;
use actix_service::Service;
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use super::connections::Admitted;
use super::ending::Ending;
use super::guest::Connection;
use super::last_words::{self, HEAD_TIMEOUT, HEAD_TOO_LARGE};
use super::phase::Phase;
use super::place::WaitingPlace;
use super::socket::Wire;
use super::stream::Stream;
use super::tls::Tls;

/// What reads and answers HTTP on one stream.
pub(in crate::http) type Served = (Stream, Protocol, Option<std::net::SocketAddr>);

/// Answers what comes on a connection until either side ends it.
pub(super) async fn converse<S>(
    socket: TcpStream,
    admitted: Admitted,
    tls: Option<&Arc<Tls>>,
    place: Arc<WaitingPlace>,
    http: &S,
) where
    S: Service<Served, Response = ()>,
{
    let bounds = admitted.all.bounds.clone();
    let connection = admitted.connection.clone();
    let socket = match tls {
        None => Wire::Plain(socket),
        Some(tls) => match greeted(tls, socket, &connection, &place).await {
            Some(stream) => Wire::Encrypted(Box::new(stream)),
            None => return bounds.handshakes_failed(),
        },
    };
    let stream = Stream::new(socket, admitted, place.clone());
    let ending = loop {
        match read_and_answer(&stream, &connection, &place, http).await {
            Some(Ending::Rest) => {}
            ending => break ending,
        }
        bounds.resting.inc();
        let ending = rest(&stream, &connection, &place).await;
        bounds.resting.dec();
        if let Some(ending) = ending {
            break Some(ending);
        }
    };
    let Some(ending) = ending else { return };
    bounds.ended(ending.word());
    let Some(socket) = stream.take_socket() else {
        return;
    };
    match ending {
        Ending::Head => last_words::say(socket, HEAD_TIMEOUT).await,
        Ending::HeadBytes => last_words::say(socket, HEAD_TOO_LARGE).await,
        // The system would keep for long what nobody takes.
        Ending::Write | Ending::Stopped => socket.forget_unsent(),
        Ending::Room if connection.phase() == Phase::Writing => socket.forget_unsent(),
        _ => {}
    }
}

/// Agrees with the client on keys, in the time that it has for the head of its first request.
async fn greeted(
    tls: &Arc<Tls>,
    socket: TcpStream,
    connection: &Connection,
    place: &Arc<WaitingPlace>,
) -> Option<TlsStream<TcpStream>> {
    let (acceptor, signers) = tls.acceptor();
    let mut greeting = pin!(acceptor.accept(socket));
    let greeted = turns(connection, place, |context| {
        greeting.as_mut().poll(context).map(Result::ok)
    });
    let stream = greeted.await.unwrap_or_default()?;
    if let Some(signers) = signers {
        connection.signers.get_or_init(|| signers);
    }
    Some(stream)
}

/// Does something at each turn of a connection until it is done, or the connection is told to end: then why.
async fn turns<T>(
    connection: &Connection,
    place: &Arc<WaitingPlace>,
    mut turn: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Result<T, Ending> {
    let waker = Waker::from(place.clone());
    poll_fn(|context| {
        connection.listen(context);
        place.begin_turn(context);
        if connection.is_unsigned()
            && matches!(
                connection.phase(),
                Phase::Head | Phase::Idle | Phase::Resting
            )
        {
            return Poll::Ready(Err(Ending::Signers));
        }
        // It comes first: whoever has sent a request is not idle.
        if let Poll::Ready(done) = turn(&mut Context::from_waker(&waker)) {
            return Poll::Ready(Ok(done));
        }
        connection
            .heard()
            .map_or(Poll::Pending, |ending| Poll::Ready(Err(ending)))
    })
    .await
}

/// Reads and answers requests. Where this end ends it, why.
async fn read_and_answer<S>(
    stream: &Stream,
    connection: &Connection,
    place: &Arc<WaitingPlace>,
    http: &S,
) -> Option<Ending>
where
    S: Service<Served, Response = ()>,
{
    let mut exchange = Box::pin(http.call((stream.clone(), Protocol::Http1, None)));
    let answering = turns(connection, place, |context| {
        stream.begin_turn();
        loop {
            let polled = exchange.as_mut().poll(context);
            // What it did may be what it waits for.
            if polled.is_ready() || !stream.goes_on() {
                return polled;
            }
        }
    });
    let ending = answering.await.err();
    if ending == Some(Ending::Rest) {
        connection.forget();
        connection.rest();
    }
    ending
}

/// Waits for the next request, without what it takes to read one.
async fn rest(
    stream: &Stream,
    connection: &Connection,
    place: &Arc<WaitingPlace>,
) -> Option<Ending> {
    turns(connection, place, |context| stream.poll_readable(context))
        .await
        .err()
}
