//! What is said to a client without reading what they ask: fixed answers, after which the connection is closed.

use std::sync::LazyLock;
use std::time::Duration;

use actix_web::rt::time::timeout;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::contract::problem::{Class, Refusal};

/// How long a client may take to read it.
const PARTING: Duration = Duration::from_secs(1);

/// How much of what they still send is read and forgotten. To close before that would take the answer from them.
const UNREAD: u64 = 256 * 1024;

pub(super) const HEAD_TIMEOUT: &[u8] =
    b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

pub(super) const HEAD_TOO_LARGE: &[u8] =
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// There is no room.
pub(super) static OVERLOADED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let problem = Refusal::from(Class::Overloaded).problem();
    let body = serde_json::to_string(&problem).unwrap_or_default();
    let again = Class::Overloaded.retry_after();
    let again = again.map(|seconds| format!("retry-after: {seconds}\r\n"));
    format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/problem+json\r\ncache-control: no-store\r\n\
         {}content-length: {}\r\nconnection: close\r\n\r\n{body}",
        again.unwrap_or_default(),
        body.len()
    )
    .into_bytes()
});

/// Says it, and waits a moment for the client to take it.
pub(super) async fn say(mut socket: impl AsyncRead + AsyncWrite + Unpin, words: &[u8]) {
    let said = async {
        socket.write_all(words).await?;
        socket.shutdown().await?;
        let mut rest = socket.take(UNREAD);
        tokio::io::copy(&mut rest, &mut tokio::io::sink()).await
    };
    // A client who has gone needs no answer.
    let _ = timeout(PARTING, said).await;
}
