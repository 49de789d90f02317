//! What holds for every answer, whatever the resource.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONTENT_LENGTH, HeaderValue, TRANSFER_ENCODING};
use actix_web::http::{ConnectionType, Method, Uri};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, ResponseError};

use super::browsers::Browsers;
use super::callers::{Guard, Keys};
use super::error::ApiError;
use super::listen::{Exchange, Proxies};
use super::read_body::{BodyRead, pass_over};
use super::request_id::{REQUEST_ID, RequestId};
use super::settings::Settings;
use super::state::State;
use super::telemetry::Telemetry;

/// What every request meets before it reaches its resource.
#[derive(Debug)]
pub(super) struct Attendance {
    pub(super) state: Data<State>,
    pub(super) telemetry: Data<Telemetry>,
    pub(super) guard: Guard,
    pub(super) browsers: Browsers,
}

impl Attendance {
    pub(super) fn new(state: Data<State>, telemetry: Data<Telemetry>, settings: &Settings) -> Self {
        let proxies = settings.limits.proxies.clone();
        Self {
            state,
            telemetry,
            guard: Guard::new(settings.keys.clone(), settings.rate, proxies),
            browsers: Browsers::new(settings.origins.clone(), settings.tls.is_some()),
        }
    }

    /// The same for a port that whoever runs the service alone can reach.
    pub(super) fn for_operators(&self) -> Self {
        Self {
            state: self.state.clone(),
            telemetry: self.telemetry.clone(),
            guard: Guard::new(Keys::default(), None, Proxies::default()),
            browsers: Browsers::new(Arc::default(), false),
        }
    }

    /// Gives every request the guidance in force to keep, turns away who may not call, reads HEAD as GET, and marks,
    /// counts and logs every answer.
    ///
    /// The protocol layer leaves out the body of an answer to HEAD.
    pub(super) async fn attend<B: MessageBody>(
        &self,
        mut request: ServiceRequest,
        next: Next<B>,
    ) -> Result<ServiceResponse<EitherBody<B>>, Error> {
        let snapshot = self.state.now();
        let in_flight = self
            .telemetry
            .begin(request.method(), snapshot.editions.clone());
        request.extensions_mut().insert(snapshot);
        let id = RequestId::of(request.headers());
        let body = declared_body(&request);
        let closes = request.head().connection_type() != ConnectionType::KeepAlive;
        let exchange = request.conn_data::<Exchange>().cloned();
        let begun = exchange.as_ref().map(|exchange| exchange.begin(body));
        let origin = self.browsers.origin(&request);
        let mut pass = None;
        let mut response = if let Some(preflight) = Browsers::preflight(&request, origin) {
            request.into_response(preflight).map_into_right_body()
        } else {
            let seen = self.guard.look(&request, exchange.as_ref());
            let refusal = seen.refusal;
            pass = Some(seen);
            if let Some(class) = refusal {
                if body != Some(0) {
                    pass_over(&mut request).await;
                }
                let refusal = ApiError::from(class).error_response();
                request.into_response(refusal).map_into_right_body()
            } else {
                if request.method() == Method::HEAD {
                    request.head_mut().method = Method::GET;
                }
                next.call(request).await?.map_into_left_body()
            }
        };
        // What nobody has read is not read only to be thrown away.
        let unread = body != Some(0) && !response.request().extensions().contains::<BodyRead>();
        if begun.is_some_and(|begun| begun.is_last(unread || closes)) {
            let head = response.response_mut().head_mut();
            head.set_connection_type(ConnectionType::Close);
        }
        let headers = response.headers_mut();
        if let Ok(id) = HeaderValue::try_from(id.to_string()) {
            headers.insert(REQUEST_ID, id);
        }
        self.browsers.tell(headers, origin);
        if let Some(pass) = &pass {
            pass.tell(headers);
            if let Some(because) = pass.refused_for() {
                self.telemetry.bounds().turned_away(because);
            }
        }
        let key = pass.and_then(|pass| pass.key);
        in_flight.answered(id, key, response.request(), response.status());
        Ok(forget(response))
    }
}

/// The answer without what its request held, which is otherwise kept for the next request to be written over.
fn forget<B>(response: ServiceResponse<B>) -> ServiceResponse<B> {
    let (request, response) = response.into_parts();
    let mut request = ServiceRequest::from_request(request);
    let nowhere = Uri::default();
    // INVARIANT: whoever has answered holds the request no longer.
    let head = request.head_mut();
    head.headers.clear();
    head.uri = nowhere.clone();
    request.match_info_mut().get_mut().update(&nowhere);
    ServiceResponse::new(request.into_parts().0, response)
}

/// How many bytes the body of a request has, as it was read; nothing where that is not said before it.
fn declared_body(request: &ServiceRequest) -> Option<u64> {
    if matches!(request.parts().1, Payload::None) {
        return Some(0);
    }
    let headers = request.headers();
    if headers.contains_key(TRANSFER_ENCODING) {
        return None;
    }
    let length = headers.get(CONTENT_LENGTH)?.to_str().ok()?;
    // What asks for another protocol goes on without an end, whatever it says.
    length.trim().parse().ok().filter(|length| *length > 0)
}
