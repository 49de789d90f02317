//! What holds for every answer, whatever the resource.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::http::{ConnectionType, Method};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use super::listen::Exchange;
use super::read_body::BodyRead;
use super::request_id::RequestId;
use super::state::State;
use super::telemetry::Telemetry;

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// Gives every request the guidance in force to keep, reads HEAD as GET, and marks, counts and logs
/// every answer.
///
/// The protocol layer leaves out the body of an answer to HEAD.
pub(super) async fn attend<B: MessageBody>(
    state: Data<State>,
    telemetry: Data<Telemetry>,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let snapshot = state.now();
    let in_flight = telemetry.begin(request.method(), snapshot.editions.clone());
    request.extensions_mut().insert(snapshot);
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let body = declared_body(&request);
    let exchange = request.conn_data::<Exchange>();
    let exchange = exchange.map(|exchange| exchange.begin(body));
    let mut response = next.call(request).await?;
    // What nobody has read is not read only to be thrown away.
    let unread = body != Some(0) && !response.request().extensions().contains::<BodyRead>();
    if exchange.is_some_and(|exchange| exchange.is_last(unread)) {
        let head = response.response_mut().head_mut();
        head.set_connection_type(ConnectionType::Close);
    }
    let headers = response.headers_mut();
    let id = RequestId::random();
    if let Ok(id) = HeaderValue::try_from(id.to_string()) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    in_flight.answered(id, response.request(), response.status());
    Ok(response)
}

/// How many bytes the body of a request has; nothing where that is not said before it.
fn declared_body(request: &ServiceRequest) -> Option<usize> {
    let headers = request.headers();
    if headers.contains_key(TRANSFER_ENCODING) {
        return None;
    }
    let Some(length) = headers.get(CONTENT_LENGTH) else {
        return Some(0);
    };
    length.to_str().ok()?.parse().ok()
}
