//! `/docs/`: the document as pages to read and try (Swagger UI).
//!
//! Everything is served from here. The pages load nothing from elsewhere and disclose to nobody what
//! is being read: the validator badge of Swagger UI is off.

use std::io::{self, Read};

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use flate2::read::GzDecoder;
use utoipa_swagger_ui::Config;

use crate::contract::problem::Class;
use crate::http::error::ApiError;
use crate::http::representations::takes_gzip;

/// The paths of the pages, for the table of methods.
pub(super) const PATHS: [&str; 2] = ["/docs", "/docs/{file:.*}"];

/// Keeps the pages from loading anything from elsewhere, and from running or showing what stands in the page itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The settings of the pages.
pub(in crate::http) fn settings() -> Config<'static> {
    Config::from("/openapi.json")
        .validator_url("none")
        .display_operation_id(true)
}

#[get("/docs")]
pub(super) async fn front() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, "/docs/"))
        .finish()
}

#[get("/docs/{file:.*}")]
pub(super) async fn page(
    request: HttpRequest,
    settings: Data<Config<'static>>,
) -> Result<HttpResponse, ApiError> {
    let file = request.match_info().query("file");
    let found = utoipa_swagger_ui::serve(file, settings.into_inner()).or(Err(Class::Internal))?;
    let page = found.ok_or(Class::NotFound)?;
    let mut response = HttpResponse::Ok();
    let mut bytes = page.bytes.into_owned();
    if page.gzpipped {
        if takes_gzip(&request) {
            response.insert_header(header::ContentEncoding::Gzip);
        } else {
            bytes = plain(&bytes).or(Err(Class::Internal))?;
        }
    }
    Ok(response
        .content_type(page.content_type)
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(bytes))
}

fn plain(compressed: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(compressed).read_to_end(&mut bytes)?;
    Ok(bytes)
}
