//! Reading the body of a request, with its limits of size and time.
//!
//! What is read is kept no longer than the request. The connection gives no more of a body than is asked for here.

use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;

use actix_web::dev::ServiceRequest;
use actix_web::http::header;
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpMessage, HttpRequest};

use super::error::ApiError;
use super::listen::Exchange;
use crate::contract::incident::Incident;
use crate::contract::problem::Class;
use crate::intake::{Intake, LIMIT};

/// The mark of a request whose body was read to its end.
pub(super) struct BodyRead;

/// What came with the head of a request is there within this.
const MOMENT: Duration = Duration::from_millis(1);

/// Reads the body of a request that is refused whatever it says, where it came with the head: then the connection goes on.
pub(super) async fn pass_over(request: &mut ServiceRequest) {
    let Ok(body) = request.extract::<Payload>().await else {
        return;
    };
    let request = request.request();
    // Whatever it says, it is refused.
    drop(whole(request, body, MOMENT).await);
}

/// The whole body of a request, within the limits.
async fn whole(request: &HttpRequest, body: Payload, limit: Duration) -> Result<Bytes, Class> {
    let exchange = request.conn_data::<Exchange>();
    let mut reading = pin!(body.to_bytes_limited(LIMIT));
    let read = poll_fn(|context| {
        let read = reading.as_mut().poll(context);
        if read.is_pending()
            && let Some(exchange) = exchange
        {
            exchange.ask();
        }
        read
    });
    match timeout(limit, read).await {
        Ok(Ok(Ok(bytes))) => {
            request.extensions_mut().insert(BodyRead);
            Ok(bytes)
        }
        Ok(Ok(Err(_))) => Err(Class::Malformed),
        Ok(Err(_)) => Err(Class::TooLarge),
        Err(_) => Err(Class::Timeout),
    }
}

/// Reads the body of a request, and the incident in it.
pub(super) async fn read_body(
    request: &HttpRequest,
    body: Payload,
    intake: &Intake,
    limit: Duration,
) -> Result<Incident, ApiError> {
    check_head(request)?;
    let bytes = whole(request, body, limit).await?;
    Ok(intake.read(&bytes)?)
}

/// Everything that can be refused before the body is read.
fn check_head(request: &HttpRequest) -> Result<(), Class> {
    let media_type = request.mime_type().ok().flatten();
    // JSON is UTF-8 (RFC 8259, section 8.1), whatever the charset parameter.
    let readable = media_type.is_some_and(|media_type| {
        let mut charsets = media_type.params().filter(|(name, _)| *name == "charset");
        media_type.essence_str() == "application/json"
            && charsets.all(|(_, charset)| charset == "utf-8")
    });
    // Of two, whoever stands before us may have read the other.
    let once = request.headers().get_all(header::CONTENT_TYPE).count() == 1;
    if !readable || !once {
        return Err(Class::UnsupportedMediaType);
    }
    let mut encodings = request.headers().get_all(header::CONTENT_ENCODING);
    if !encodings.all(|encoding| encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Err(Class::UnsupportedMediaType);
    }
    if request.uri().query().is_some() {
        return Err(Class::UnexpectedQuery);
    }
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > LIMIT) {
        return Err(Class::TooLarge);
    }
    Ok(())
}
