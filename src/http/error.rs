//! Refusals: every way in which a request can fail, and the one table of what is said about it.
//!
//! The texts are fixed. Nothing of a request, neither a value nor an unknown name, is ever kept in
//! an [`ApiError`], so nothing of it can reach an answer or a log.

use std::fmt;

use actix_web::http::header::{self, Allow};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, ResponseError};

use crate::contract::problem::{Fault, Problem};

/// The media type of every refusal.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request is refused.
#[derive(Debug, Clone)]
pub enum ApiError {
    /// The body is not JSON that can be read.
    Malformed,
    /// An object of the body holds a name twice.
    DuplicateName(Vec<Fault>),
    /// The request carries a query string.
    UnexpectedQuery,
    /// The body is not an incident.
    InvalidIncident(Vec<Fault>),
    /// The body is too large.
    TooLarge,
    /// The body is not sent as plain JSON.
    UnsupportedMediaType,
    /// The client accepts no form in which there is an answer.
    NotAcceptable,
    /// The resource does not have this method; it has those.
    MethodNotAllowed(Vec<Method>),
    /// There is no such resource.
    NotFound,
    /// The body did not arrive in time.
    Timeout,
    /// The fault is ours.
    Internal,
}

/// A class of failure: what is said about it is the same for every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class {
    /// The stable name.
    pub name: &'static str,
    /// The URI reference that stands as `type`.
    pub type_: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// The class in words.
    pub title: &'static str,
    /// What to do about it.
    pub detail: &'static str,
}

macro_rules! classes {
    ($(
        $pattern:pat => $constant:ident, $name:literal, $status:ident,
        $title:literal, $detail:literal;
    )*) => {
        $(const $constant: Class = Class {
            name: $name,
            type_: concat!("/problems/", $name),
            status: StatusCode::$status,
            title: $title,
            detail: $detail,
        };)*

        /// Every class of failure.
        pub const CLASSES: &[Class] = &[$($constant,)*];

        impl ApiError {
            /// The class of the failure.
            pub fn class(&self) -> Class {
                match self {
                    $($pattern => $constant,)*
                }
            }
        }
    };
}

classes! {
    Self::Malformed => MALFORMED, "malformed", BAD_REQUEST,
        "The body is not valid JSON",
        "Send one JSON value in UTF-8, complete and not nested too deeply.";
    Self::DuplicateName(_) => DUPLICATE_NAME, "duplicate_name", BAD_REQUEST,
        "An object holds the same name more than once",
        "Send each name at most once in an object. The faults point at the objects \
         concerned.";
    Self::UnexpectedQuery => UNEXPECTED_QUERY, "unexpected_query", BAD_REQUEST,
        "The request carries a query string",
        "Send the facts in the body and leave the query string out. Addresses are kept in logs \
         on the way.";
    Self::InvalidIncident(_) => INVALID_INCIDENT, "invalid_incident", UNPROCESSABLE_ENTITY,
        "The body is not an incident",
        "Correct every fault listed. The schema at /schemas/incident.json describes what is \
         allowed.";
    Self::TooLarge => TOO_LARGE, "too_large", PAYLOAD_TOO_LARGE,
        "The body is too large",
        "Send at most 16 KiB. An incident with every fact needs less than a quarter of that.";
    Self::UnsupportedMediaType => UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type",
        UNSUPPORTED_MEDIA_TYPE,
        "The body is not sent as application/json",
        "Send Content-Type: application/json, and the body without any content encoding.";
    Self::NotAcceptable => NOT_ACCEPTABLE, "not_acceptable", NOT_ACCEPTABLE,
        "There is no answer in a form that the client accepts",
        "Allow application/json in the Accept header, or leave the header out.";
    Self::MethodNotAllowed(_) => METHOD_NOT_ALLOWED, "method_not_allowed", METHOD_NOT_ALLOWED,
        "The resource does not have this method",
        "Use one of the methods named in the Allow header.";
    Self::NotFound => NOT_FOUND, "not_found", NOT_FOUND,
        "There is no such resource",
        "See /openapi.json or /docs/ for the resources that there are.";
    Self::Timeout => TIMEOUT, "timeout", REQUEST_TIMEOUT,
        "The body did not arrive in time",
        "Send the request again, the whole body at once.";
    Self::Internal => INTERNAL, "internal", INTERNAL_SERVER_ERROR,
        "The service failed",
        "The fault is not in the request. Send it again; if it fails again, tell the operator \
         the Request-Id.";
}

impl Class {
    /// The problem that is sent.
    pub fn problem(self, faults: Vec<Fault>) -> Problem {
        let Self {
            type_,
            status,
            title,
            detail,
            ..
        } = self;
        Problem {
            type_,
            title,
            status: status.as_u16(),
            detail,
            faults,
        }
    }
}

impl ApiError {
    /// Whether the body may still be under way. Then the connection is closed: it is not read to
    /// its end only to be thrown away.
    fn leaves_body_unread(&self) -> bool {
        matches!(
            self,
            Self::TooLarge
                | Self::Timeout
                | Self::UnsupportedMediaType
                | Self::NotAcceptable
                | Self::UnexpectedQuery
        )
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.class().title)
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.class().status
    }

    fn error_response(&self) -> HttpResponse {
        let faults = match self {
            Self::DuplicateName(faults) | Self::InvalidIncident(faults) => faults.clone(),
            _ => Vec::new(),
        };
        let problem = self.class().problem(faults);
        let mut response = HttpResponse::build(self.status_code());
        if self.leaves_body_unread() {
            response.force_close();
        }
        if let Self::MethodNotAllowed(methods) = self {
            response.insert_header(Allow(methods.clone()));
        }
        response
            .content_type(PROBLEM_JSON)
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(serde_json::to_vec(&problem).unwrap_or_default())
    }
}
