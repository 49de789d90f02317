//! The service over HTTP. It alone knows statuses, headers and media types.
//!
//! [`routes`] is the one list of resources: the application and the `OpenAPI` document both come
//! from it, so that no resource can be undocumented but the pages at `/docs`, which show that document. Nothing
//! of a request is kept, logged or counted by, and nothing of it stands in an answer but the facts of the contract.

mod accept;
mod advice;
mod catalogue;
mod contacts;
mod docs;
mod documents;
mod error;
mod front_door;
mod health;
mod keeper;
mod middleware;
mod problems;
mod receive;
mod request_id;
mod server;
mod state;
mod store;
mod telemetry;

use actix_web::body::MessageBody;
use actix_web::dev::{HttpServiceFactory, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, Error, ResponseError};
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::response::Response;
use utoipa::openapi::{PathItem, RefOr};
use utoipa::{OpenApi, PartialSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, OpenApiFactory};

use crate::contract::problem::{Class, Problem};
use crate::facts::Vocabulary;

use self::error::ApiError;

pub use self::error::PROBLEM_JSON;
pub use self::keeper::Keeper;
pub use self::server::{Settings, server};
pub use self::state::State;
pub use self::telemetry::{LogWriter, RequestLog, Telemetry};

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
        (name = "catalogue", description = "Everything that advice can be made of: to build forms, to \
                                            resolve ids, to review the guidance."),
        (name = "documents", description = "What describes the service, for machines."),
        (name = "health", description = "Checks for whatever runs the service."),
        (name = "operation", description = "What the operator sees of the service.")
    ),
    components(schemas(Problem))
)]
struct Document;

/// The `OpenAPI` document of a service whose facts are those of the vocabulary. What an incident can say
/// is a component that `export` adds.
pub fn openapi(vocabulary: &Vocabulary) -> utoipa::openapi::OpenApi {
    let app = App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(routes);
    let mut document = app.split_for_parts().1;
    contacts::document_places(&mut document, vocabulary);
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let kept = ["catalogue", "documents"].map(str::to_owned);
        let tags = operation.tags.get_or_insert_default();
        let kept = tags.iter().any(|tag| kept.contains(tag));
        for (status, response) in &mut operation.responses.responses {
            let RefOr::T(response) = response else {
                continue;
            };
            carries(response, "Request-Id", REQUEST_ID);
            if kept && status == "200" {
                carries(response, "ETag", ETAG);
            }
        }
    }
    document
}

const REQUEST_ID: &str = "Names this answer; made here and at random.";
// 304 is no response of its own in the document: a client that sends no tag never sees one, and
// generated clients would have nothing to type it with.
const ETAG: &str = "A strong validator. A request that sends it as If-None-Match is answered with \
                    304, without a body, until the resource changes.";

fn carries(response: &mut Response, name: &str, description: &str) {
    let header = HeaderBuilder::new()
        .description(Some(description))
        .schema(Some(String::schema()));
    response
        .headers
        .insert(name.to_owned(), header.build().into());
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post].into_iter().flatten()
}

/// The application, as every worker runs it.
pub fn app(
    state: Data<State>,
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
        .app_data(state.clone())
        .app_data(telemetry.clone())
        .app_data(Data::new(settings))
        .app_data(Data::new(docs::settings()))
        .wrap(from_fn(move |request, next| {
            middleware::mark(state.clone(), telemetry.clone(), request, next)
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
    add(config, catalogue::front_page);
    add(config, catalogue::list_facts);
    add(config, catalogue::get_fact);
    add(config, catalogue::list_items);
    add(config, catalogue::get_item);
    add(config, catalogue::list_actions);
    add(config, catalogue::get_action);
    add(config, catalogue::list_prohibitions);
    add(config, catalogue::get_prohibition);
    add(config, catalogue::list_questions);
    add(config, catalogue::get_question);
    add(config, catalogue::list_explanations);
    add(config, catalogue::get_explanation);
    add(config, contacts::list_contacts);
    add(config, catalogue::get_contact);
    add(config, catalogue::list_sources);
    add(config, catalogue::get_source);
    add(config, catalogue::list_statements);
    add(config, catalogue::get_statement);
    add(config, catalogue::list_guidance);
    add(config, catalogue::get_guidance);
    add(config, catalogue::get_assurance);
    add(config, catalogue::list_prevention);
    add(config, catalogue::get_prevention);
    add(config, catalogue::list_override_reasons);
    add(config, catalogue::get_override_reason);
    add(config, documents::openapi);
    add(config, documents::openapi_3_0);
    add(config, documents::swagger_2_0);
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
