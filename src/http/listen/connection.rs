//! One connection, from its first byte to its last.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use actix_http::Protocol;
use actix_service::Service;
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use super::connections::Admitted;
use super::ending::Ending;
use super::guest::Connection;
use super::last_words::{self, HEAD_TIMEOUT, HEAD_TOO_LARGE};
use super::phase::Phase;
use super::socket::Wire;
use super::stream::Stream;
use super::tls::Tls;

/// What reads and answers HTTP on one stream.
pub(in crate::http) type Served = (Stream, Protocol, Option<std::net::SocketAddr>);

/// Answers what comes on a connection until either side ends it.
pub(super) async fn converse<S>(socket: TcpStream, admitted: Admitted, tls: Option<&Tls>, http: &S)
where
    S: Service<Served, Response = ()>,
{
    let bounds = admitted.all.bounds.clone();
    let connection = admitted.connection.clone();
    let socket = match tls {
        None => Wire::Plain(socket),
        Some(tls) => match greeted(tls, socket, &connection).await {
            Some(stream) => Wire::Encrypted(Box::new(stream)),
            None => return bounds.handshakes_failed(),
        },
    };
    let stream = Stream::new(socket, admitted);
    let ending = loop {
        match read_and_answer(&stream, &connection, http).await {
            Some(Ending::Rest) => {}
            ending => break ending,
        }
        bounds.resting.inc();
        let ending = rest(&stream, &connection).await;
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
    tls: &Tls,
    socket: TcpStream,
    connection: &Connection,
) -> Option<TlsStream<TcpStream>> {
    let mut greeting = pin!(tls.acceptor().accept(socket));
    poll_fn(|context| {
        connection.listen(context);
        if let Poll::Ready(greeted) = greeting.as_mut().poll(context) {
            return Poll::Ready(greeted.ok());
        }
        match connection.heard() {
            Some(_) => Poll::Ready(None),
            None => Poll::Pending,
        }
    })
    .await
}

/// Reads and answers requests. Where this end ends it, why.
async fn read_and_answer<S>(stream: &Stream, connection: &Connection, http: &S) -> Option<Ending>
where
    S: Service<Served, Response = ()>,
{
    let mut exchange = Box::pin(http.call((stream.clone(), Protocol::Http1, None)));
    poll_fn(|context| {
        connection.listen(context);
        stream.begin_turn();
        // It reads first: whoever has sent a request is not idle.
        if exchange.as_mut().poll(context).is_ready() {
            return Poll::Ready(None);
        }
        match connection.heard() {
            Some(Ending::Rest) => {
                connection.forget();
                connection.rest();
                if stream.holds_nothing() {
                    Poll::Ready(Some(Ending::Rest))
                } else {
                    Poll::Pending
                }
            }
            Some(ending) => Poll::Ready(Some(ending)),
            None => Poll::Pending,
        }
    })
    .await
}

/// Waits for the next request, without what it takes to read one.
async fn rest(stream: &Stream, connection: &Connection) -> Option<Ending> {
    poll_fn(|context| {
        connection.listen(context);
        if stream.poll_readable(context).is_ready() {
            return Poll::Ready(None);
        }
        match connection.heard() {
            Some(ending) => Poll::Ready(Some(ending)),
            None => Poll::Pending,
        }
    })
    .await
}
