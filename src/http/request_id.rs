//! The name of a request, for an answer and its line in the log.

use std::fmt;

use actix_web::http::header::{HeaderMap, HeaderName};
use serde::{Serialize, Serializer};

/// The header that names a request, and its answer.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// A number. Of what a caller sends a number alone is taken over, for anything else could carry anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct RequestId(u128);

impl RequestId {
    /// The name that a caller has given, where it is a UUID or the trace of a `traceparent`; a new one otherwise.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let said = |name| headers.get(name)?.to_str().ok();
        let id = said(REQUEST_ID).and_then(uuid);
        let id = id.or_else(|| said(TRACEPARENT).and_then(trace));
        Self(id.unwrap_or_else(|| fastrand::u128(..)))
    }
}

/// The number of a UUID.
fn uuid(text: &str) -> Option<u128> {
    let parts: Vec<_> = text.split('-').collect();
    let lengths = parts.iter().map(|part| part.len());
    let whole = lengths.eq([8, 4, 4, 4, 12]) && parts.iter().all(|part| is_hexadecimal(part));
    u128::from_str_radix(&parts.concat(), 16)
        .ok()
        .filter(|_| whole)
}

/// The number of the trace in a `traceparent` of the first version.
fn trace(text: &str) -> Option<u128> {
    let parts: Vec<_> = text.split('-').collect();
    let lengths = parts.iter().map(|part| part.len());
    let whole = lengths.eq([2, 32, 16, 2]) && parts.iter().all(|part| is_hexadecimal(part));
    let [_, trace, ..] = parts.as_slice() else {
        return None;
    };
    let trace = u128::from_str_radix(trace, 16).ok()?;
    (whole && trace != 0).then_some(trace)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl fmt::Display for RequestId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl Serialize for RequestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
