//! The `OpenAPI` document: its head, and the headers that every answer has.

use actix_web::App;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::response::Response;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{PathItem, RefOr};
use utoipa::{OpenApi, PartialSchema};
use utoipa_actix_web::AppExt;

use super::resources::{document_places, routes};
use crate::contract::problem::Problem;
use crate::facts::Vocabulary;

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
    document_places(&mut document, vocabulary);
    ask_for_keys(&mut document);
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let kept = ["catalogue", "documents"].map(str::to_owned);
        let tags = operation.tags.get_or_insert_default();
        let kept = tags.iter().any(|tag| kept.contains(tag));
        for (status, response) in &mut operation.responses.responses {
            let RefOr::T(response) = response else {
                continue;
            };
            carries(response, "Request-Id", REQUEST_ID);
            if ["429", "503"].contains(&status.as_str()) {
                carries(response, "Retry-After", RETRY_AFTER);
            }
            if kept && status == "200" {
                carries(response, "ETag", ETAG);
            }
        }
    }
    document
}

/// Says where a key can be asked for. Whether it is, the operator has chosen: so each also goes without.
fn ask_for_keys(document: &mut utoipa::openapi::OpenApi) {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some(KEY))
        .build();
    let header = ApiKeyValue::with_description("X-API-Key", KEY);
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    components.add_security_scheme("api_key", SecurityScheme::ApiKey(ApiKey::Header(header)));
    let paths = document.paths.paths.iter_mut();
    let asked = paths.filter(|(path, _)| path.starts_with("/v1") || *path == "/metrics");
    for operation in asked.flat_map(|(_, item)| operations(item)) {
        let none: [String; 0] = [];
        operation.security = Some(vec![
            SecurityRequirement::default(),
            SecurityRequirement::new("bearer", none.clone()),
            SecurityRequirement::new("api_key", none),
        ]);
    }
}

const KEY: &str =
    "The key that the operator has given to the caller, where the operator asks for one.";
const RETRY_AFTER: &str = "After how many seconds it may be worth to ask again.";
const REQUEST_ID: &str = "Names this answer: the UUID of the Request-Id or the trace of the traceparent that was sent, \
                          as 32 hexadecimal digits, or a number made here and at random.";
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
