//! What holds for every answer, whatever the resource.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::middleware::Next;

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// Reads HEAD as GET, and marks every answer.
///
/// The protocol layer leaves out the body of an answer to HEAD. A `Request-Id` of the caller is
/// not taken over: it could carry anything.
pub(super) async fn mark<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::try_from(format!("{:032x}", fastrand::u128(..))) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}
