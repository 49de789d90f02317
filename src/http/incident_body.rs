//! From the bytes of a request to an [`Incident`], or to every reason why there is none.
//!
//! The parser answers for size, depth and doubled names, the published schema for everything else.
//! After it the typed read cannot fail. What is read is kept no longer than the request.

use std::time::Duration;

use actix_web::http::header;
use actix_web::rt::time::timeout;
use actix_web::web::Payload;
use actix_web::{HttpMessage, HttpRequest};
use serde::Deserialize;

use super::error::ApiError;
use super::{accept, json, schema};
use crate::contract::incident::Incident;

/// The most bytes that a body may have.
pub const LIMIT: usize = 16 * 1024;

/// Receives the body of a request and reads the incident in it.
pub(super) async fn receive(
    request: &HttpRequest,
    body: Payload,
    patience: Duration,
) -> Result<Incident, ApiError> {
    check_head(request)?;
    match timeout(patience, body.to_bytes_limited(LIMIT)).await {
        Ok(Ok(Ok(bytes))) => read_incident(&bytes),
        Ok(Ok(Err(_))) => Err(ApiError::Malformed),
        Ok(Err(_)) => Err(ApiError::TooLarge),
        Err(_) => Err(ApiError::Timeout),
    }
}

/// Reads the incident in a body.
///
/// # Errors
///
/// What is wrong with the body: all doubled names, or all faults against the schema.
pub fn read_incident(body: &[u8]) -> Result<Incident, ApiError> {
    if body.len() > LIMIT {
        return Err(ApiError::TooLarge);
    }
    let value = json::read(body)?;
    schema::check(&value).map_err(ApiError::InvalidIncident)?;
    Incident::deserialize(&value).or(Err(ApiError::Internal))
}

/// Everything that can be refused before the body is read.
fn check_head(request: &HttpRequest) -> Result<(), ApiError> {
    let media_type = request.mime_type().ok().flatten();
    // JSON is UTF-8 (RFC 8259, section 8.1), whatever else the charset says.
    let readable = media_type.is_some_and(|media_type| {
        let charset = media_type.get_param("charset");
        media_type.essence_str() == "application/json"
            && charset.is_none_or(|charset| charset == "utf-8")
    });
    if !readable {
        return Err(ApiError::UnsupportedMediaType);
    }
    let mut encodings = request.headers().get_all(header::CONTENT_ENCODING);
    if !encodings.all(|encoding| encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Err(ApiError::UnsupportedMediaType);
    }
    if request.uri().query().is_some() {
        return Err(ApiError::UnexpectedQuery);
    }
    accept::check(request, &["application/json"])?;
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > LIMIT) {
        return Err(ApiError::TooLarge);
    }
    Ok(())
}
