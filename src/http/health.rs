//! Health checks for whatever runs the service.
//!
//! The service depends on nothing outside itself: once it answers, it is ready. The two checks
//! therefore say the same, and are two because those who run services ask two questions.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::accept;
use super::error::ApiError;
use super::problems::StandingProblems;

/// The state of the service.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// How it is: `ok`. A service that is not well does not answer.
    #[schema(value_type = String, example = "ok")]
    status: &'static str,
}

/// Tell whether the service runs
///
/// A service that does not answer is to be started again.
#[utoipa::path(
    tag = "health",
    operation_id = "getLiveness",
    responses(
        (status = 200, description = "The service runs.", body = Health),
        StandingProblems
    )
)]
#[get("/health/live")]
pub(super) async fn live(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    answer(&request)
}

/// Tell whether the service takes requests
///
/// The guidance is loaded and checked before the first request is taken.
#[utoipa::path(
    tag = "health",
    operation_id = "getReadiness",
    responses(
        (status = 200, description = "The service takes requests.", body = Health),
        StandingProblems
    )
)]
#[get("/health/ready")]
pub(super) async fn ready(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    answer(&request)
}

fn answer(request: &HttpRequest) -> Result<HttpResponse, ApiError> {
    accept::check(request, &["application/json"])?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(Health { status: "ok" }))
}
