//! `GET /metrics`: the metrics, for Prometheus and whatever reads its text format.

use std::collections::BTreeSet;

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};

use super::requests::Telemetry;
use crate::contract::problem::Class;
use crate::http::accept;
use crate::http::error::ApiError;
use crate::http::problems::MetricsProblems;

const OPENMETRICS: &str = "application/openmetrics-text";
/// The older format.
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
        ),
        MetricsProblems
    )
)]
#[get("/metrics")]
pub(in crate::http) async fn read_metrics(
    request: HttpRequest,
    telemetry: Data<Telemetry>,
) -> Result<HttpResponse, ApiError> {
    // A reader who names neither is given the first: it is better than no metrics.
    let text = telemetry.metrics.text().or(Err(Class::Internal))?;
    let (form, text) = match accept::choose(&request, &[OPENMETRICS, TEXT]) {
        Ok(TEXT) => ("text/plain; version=0.0.4; charset=utf-8", older(&text)),
        _ => (
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            text,
        ),
    };
    Ok(HttpResponse::Ok()
        .content_type(form)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text))
}

/// The same in the older format, where a counter is called as its samples are, and nothing has a unit or an end.
fn older(text: &str) -> String {
    let counter = |line: &str| {
        line.strip_suffix(" counter")?
            .strip_prefix("# TYPE ")
            .map(str::to_owned)
    };
    let counters: BTreeSet<_> = text.lines().filter_map(counter).collect();
    let mut older = String::with_capacity(text.len());
    for line in text.lines() {
        let mut words = line.splitn(4, ' ');
        match (words.next(), words.next(), words.next(), words.next()) {
            (Some("#"), Some("UNIT" | "EOF"), ..) => continue,
            (Some("#"), Some(kind), Some(name), Some(rest)) if counters.contains(name) => {
                older.extend(["# ", kind, " ", name, "_total ", rest]);
            }
            _ => older.push_str(line),
        }
        older.push('\n');
    }
    older
}
