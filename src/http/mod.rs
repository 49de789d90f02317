//! The service over HTTP. It alone knows statuses, headers and media types.
//!
//! [`routes`] is the one list of resources: the application and the `OpenAPI` document both come
//! from it, so that no resource can be undocumented. Nothing of a request is kept, logged or counted by, and
//! nothing of it stands in an answer but the facts of the contract.

mod accept;
mod advice;
mod docs;
mod documents;
mod error;
mod health;
mod middleware;
mod problems;
mod receive;
mod request_id;
mod server;
mod telemetry;

use actix_web::body::MessageBody;
use actix_web::dev::{HttpServiceFactory, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, Error, ResponseError};
use utoipa::OpenApi;
use utoipa::openapi::PathItem;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, OpenApiFactory};

use crate::contract::problem::{Class, Problem};
use crate::guidance::Guidance;

use self::error::ApiError;

pub use self::error::PROBLEM_JSON;
pub use server::{Settings, server};
pub use telemetry::{LogWriter, RequestLog, Telemetry};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "signpost",
        description = "Cited advice for professionals when a child or young person is involved in \
                       sexting. It answers what is known about an incident with advice, each item \
                       with the published statements that it rests on. It advises a professional; \
                       it never decides, scores or reports. It is stateless and keeps nothing of \
                       what it is told."
    ),
    servers((url = "/", description = "The instance that serves this document.")),
    tags(
        (name = "advice", description = "Advice on an incident."),
        (name = "documents", description = "What describes the service, for machines."),
        (name = "health", description = "Checks for whatever runs the service."),
        (name = "operation", description = "What the operator sees of the service.")
    ),
    components(schemas(Problem))
)]
struct Document;

/// The `OpenAPI` document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let app = App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(routes);
    app.split_for_parts().1
}

/// The application, as every worker runs it.
pub fn app(
    guidance: Data<Guidance>,
    telemetry: Data<Telemetry>,
    settings: Settings,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(guidance)
        .app_data(telemetry.clone())
        .app_data(Data::new(settings))
        .app_data(Data::new(docs::settings()))
        .wrap(from_fn(move |request, next| {
            middleware::mark(telemetry.clone(), request, next)
        }))
        .into_utoipa_app()
        .configure(routes)
        .default_service(web::to(async || {
            ApiError::from(Class::NotFound).error_response()
        }))
        .into_app()
}

/// Every resource of the service.
pub fn routes(config: &mut ServiceConfig<'_>) {
    add(config, advice::advise_on_incident);
    add(config, documents::openapi);
    add(config, documents::json_schema);
    add(config, problems::problem_type);
    add(config, health::live);
    add(config, health::ready);
    add(config, telemetry::exposition::read_metrics);
    config.map(|config| {
        config.service(docs::front).service(docs::page);
        docs::PATHS
            .into_iter()
            .fold(config, |config, path| refuse_others(config, path, READ))
    });
}

const READ: &[Method] = &[Method::GET, Method::HEAD];

// INVARIANT: each path has one operation. A second one would stand behind the first one's refusal.
fn add(
    config: &mut ServiceConfig<'_>,
    operation: impl HttpServiceFactory + OpenApiFactory + 'static,
) {
    let documented = operation.paths().paths;
    config.service(operation);
    config.map(|config| {
        documented.iter().fold(config, |config, (path, item)| {
            refuse_others(config, path, methods(item))
        })
    });
}

/// Refuses, at a path that is known, every method that it does not have.
fn refuse_others<'c>(
    config: &'c mut web::ServiceConfig,
    path: &str,
    allowed: &'static [Method],
) -> &'c mut web::ServiceConfig {
    let refusal = move || async move { ApiError::method_not_allowed(allowed).error_response() };
    config.service(web::resource(path).to(refusal))
}

fn methods(item: &PathItem) -> &'static [Method] {
    if item.get.is_some() {
        READ
    } else {
        &[Method::POST]
    }
}
