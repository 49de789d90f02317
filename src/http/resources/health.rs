//! Health checks for whatever runs the service.
//!
//! The service depends on nothing outside itself: once it answers, it is ready, as long as its operator
//! has not withdrawn the guidance. That newer guidance was refused is reported, and the service stays ready.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::accept;
use crate::http::error::ApiError;
use crate::http::problems::{ReadinessProblems, StandingProblems};
use crate::http::state::{RequestSnapshot, State};

/// The state of the service.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// How it is: `ok`. A service that is not well does not answer.
    #[schema(value_type = String, example = "ok")]
    status: &'static str,
}

/// The state of the service and of its guidance.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Readiness {
    /// How it is: `ok`. A service that is not well answers with a problem, or not at all.
    #[schema(value_type = String, example = "ok")]
    status: &'static str,
    /// How its guidance is: `current`, or `stale` where newer guidance was refused for a fault and what
    /// was served before goes on.
    #[schema(value_type = String, example = "current")]
    guidance: &'static str,
    /// What to do about guidance that is stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    detail: Option<&'static str>,
}

/// It quotes nothing of the operator's files: the faults are on standard error.
const STALE: &str = "Newer guidance was refused, and what was served before goes on. Standard error of the service \
     names each fault with its file and line: mend them and send SIGHUP again.";

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
    answer(&request, &Health { status: "ok" })
}

/// Tell whether the service takes requests
///
/// Guidance is loaded and checked before the first request is taken. Where the operator has withdrawn it
/// since, the service is not ready.
#[utoipa::path(
    tag = "health",
    operation_id = "getReadiness",
    responses(
        (status = 200, description = "The service takes requests.", body = Readiness),
        ReadinessProblems
    )
)]
#[get("/health/ready")]
pub(super) async fn ready(
    request: HttpRequest,
    snapshot: RequestSnapshot,
    state: Data<State>,
) -> Result<HttpResponse, ApiError> {
    snapshot.active()?;
    let (guidance, detail) = if state.is_stale() {
        ("stale", Some(STALE))
    } else {
        ("current", None)
    };
    let status = "ok";
    let readiness = Readiness {
        status,
        guidance,
        detail,
    };
    answer(&request, &readiness)
}

fn answer(request: &HttpRequest, health: &impl Serialize) -> Result<HttpResponse, ApiError> {
    accept::check(request, &["application/json"])?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(health))
}
