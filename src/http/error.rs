//! Refusals as answers: the only place where a refusal becomes a status, headers and a body.

use std::fmt;

use actix_web::http::header::{self, Allow};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, ResponseError};

use crate::contract::problem::{Class, Refusal};

/// The media type of every refusal.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A refusal of the service.
#[derive(Debug)]
pub(super) struct ApiError {
    refusal: Refusal,
    /// The methods that the resource has, where another was used.
    allowed: &'static [Method],
}

impl ApiError {
    /// The resource has only these methods.
    pub(super) fn method_not_allowed(allowed: &'static [Method]) -> Self {
        Self {
            refusal: Class::MethodNotAllowed.into(),
            allowed,
        }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self {
            refusal,
            allowed: &[],
        }
    }
}

impl From<Class> for ApiError {
    fn from(class: Class) -> Self {
        Refusal::from(class).into()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.refusal.class.title())
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.refusal.class.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if self.refusal.class == Class::Unauthorized {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        if let Some(seconds) = self.refusal.class.retry_after() {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if !self.allowed.is_empty() {
            response.insert_header(Allow(self.allowed.to_vec()));
        }
        response
            .content_type(PROBLEM_JSON)
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(serde_json::to_vec(&self.refusal.problem()).unwrap_or_default())
    }
}
