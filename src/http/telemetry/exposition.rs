//! `GET /metrics`: the metrics, for Prometheus and whatever reads its text format.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::requests::Telemetry;
use crate::contract::problem::Class;
use crate::http::accept;
use crate::http::error::ApiError;

const OPENMETRICS: &str = "application/openmetrics-text";
/// The older format. Our metrics read the same in both.
const TEXT: &str = "text/plain";

/// Read the metrics
///
/// Counts and times since the start, and which guidance answers. Labels hold patterns of routes,
/// methods and statuses; nothing of any request.
#[utoipa::path(
    tag = "operation",
    operation_id = "getMetrics",
    responses(
        (
            status = 200,
            description = "The metrics.",
            content((String = "application/openmetrics-text"), (String = "text/plain"))
        )
    )
)]
#[get("/metrics")]
pub(in crate::http) async fn read_metrics(
    request: HttpRequest,
    telemetry: Data<Telemetry>,
) -> Result<HttpResponse, ApiError> {
    // A reader who names neither is given the first: it is better than no metrics.
    let form = match accept::choose(&request, &[OPENMETRICS, TEXT]) {
        Ok(TEXT) => "text/plain; version=0.0.4; charset=utf-8",
        _ => "application/openmetrics-text; version=1.0.0; charset=utf-8",
    };
    let text = telemetry.metrics.text().or(Err(Class::Internal))?;
    Ok(HttpResponse::Ok()
        .content_type(form)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text))
}
