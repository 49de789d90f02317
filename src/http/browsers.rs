//! What browsers are told: what a page may do with an answer, and pages of which origins may read it.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

/// What every answer says.
const ALWAYS: [(HeaderName, &str); 3] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (X_FRAME_OPTIONS, "DENY"),
];

/// What every answer says that has no page of ours in it: it is nothing to be shown or run.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// What the answers say besides where they are encrypted.
const ENCRYPTED: &str = "max-age=31536000";

const METHODS: &str = "GET, HEAD, POST";
const SENT: &str =
    "accept, authorization, content-type, if-none-match, request-id, traceparent, x-api-key";
const READ: &str = "etag, ratelimit, ratelimit-policy, request-id, retry-after";
const MINUTES: &str = "600";

/// What browsers are told.
#[derive(Debug)]
pub(super) struct Browsers {
    origins: Arc<[String]>,
    encrypted: bool,
}

impl Browsers {
    pub(super) fn new(origins: Arc<[String]>, encrypted: bool) -> Self {
        Self { origins, encrypted }
    }

    /// The origin that a request comes from, where its pages may read answers. The word is ours, not the caller's.
    pub(super) fn origin(&self, request: &ServiceRequest) -> Option<&str> {
        let said = request.headers().get(ORIGIN)?.as_bytes();
        let mut known = self.origins.iter();
        known
            .find(|origin| origin.as_bytes() == said)
            .map(String::as_str)
    }

    /// The answer to a browser that asks before it sends a request.
    pub(super) fn preflight(
        request: &ServiceRequest,
        origin: Option<&str>,
    ) -> Option<HttpResponse> {
        let asks = request.method() == Method::OPTIONS
            && request
                .headers()
                .contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        origin.filter(|_| asks)?;
        let mut response = HttpResponse::NoContent();
        response.insert_header((ACCESS_CONTROL_ALLOW_METHODS, METHODS));
        response.insert_header((ACCESS_CONTROL_ALLOW_HEADERS, SENT));
        response.insert_header((ACCESS_CONTROL_MAX_AGE, MINUTES));
        Some(response.finish())
    }

    /// Says in an answer what holds for it.
    pub(super) fn tell(&self, headers: &mut HeaderMap, origin: Option<&str>) {
        for (name, value) in ALWAYS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if !headers.contains_key(CONTENT_SECURITY_POLICY) {
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(NO_PAGE));
        }
        if self.encrypted {
            headers.insert(
                STRICT_TRANSPORT_SECURITY,
                HeaderValue::from_static(ENCRYPTED),
            );
        }
        if self.origins.is_empty() {
            return;
        }
        headers.append(VARY, HeaderValue::from_static("Origin"));
        if let Some(origin) = origin.and_then(|origin| HeaderValue::from_str(origin).ok()) {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.insert(
                ACCESS_CONTROL_EXPOSE_HEADERS,
                HeaderValue::from_static(READ),
            );
        }
    }
}
