//! The problems as part of the document: which resource can answer with which.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder, ResponsesBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::error::{ApiError, PROBLEM_JSON};
use super::state::State;
use super::store::{Store, read};
use crate::contract::problem::{Class, Fault, FaultCode, Problem, Refusal};

/// What `POST /v1/advice` can answer with, beside advice.
pub(super) struct AdviceProblems;

impl IntoResponses for AdviceProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&|class| !["not_found", "method_not_allowed"].contains(&class.name()))
    }
}

/// What a resource that is asked for by name can answer with, beside itself.
pub(super) struct EntryProblems;

impl IntoResponses for EntryProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&|class| ["not_found", "not_acceptable"].contains(&class.name()))
    }
}

/// What a resource that is always there can answer with, beside itself.
pub(super) struct StandingProblems;

impl IntoResponses for StandingProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&|class| class.name() == "not_acceptable")
    }
}

/// One response for each status, with one example for each class.
fn responses(chosen: &dyn Fn(Class) -> bool) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status: BTreeMap<u16, Vec<Class>> = BTreeMap::new();
    for class in Class::ALL.iter().filter(|class| chosen(**class)) {
        by_status.entry(class.status()).or_default().push(*class);
    }
    let statuses = by_status.into_iter().map(|(status, classes)| {
        let titles: Vec<_> = classes.iter().map(|class| class.title()).collect();
        let examples = classes.iter().map(|class| (class.name(), example(*class)));
        let content = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .examples_from_iter(examples)
            .build();
        let response = ResponseBuilder::new()
            .description(format!("{}.", titles.join("; or: ")))
            .content(PROBLEM_JSON, content);
        (status.to_string(), response)
    });
    ResponsesBuilder::new()
        .responses_from_iter(statuses)
        .build()
        .responses
}

fn example(class: Class) -> ExampleBuilder {
    let fault = |pointer: &str, code, allowed: &[&'static str]| Fault {
        pointer: pointer.to_owned(),
        code,
        allowed: allowed.to_vec(),
    };
    let faults = match class.name() {
        "duplicate_name" => vec![fault("/facts", FaultCode::DuplicateName, &[])],
        "invalid_incident" => vec![
            fault("/facts", FaultCode::UnknownName, &[]),
            fault("/facts/adult_involved", FaultCode::WrongType, &["string"]),
            fault(
                "/facts/child_received",
                FaultCode::NotAllowed,
                &["yes", "no", "unknown"],
            ),
        ],
        _ => Vec::new(),
    };
    let value = serde_json::to_value((Refusal { class, faults }).problem()).ok();
    ExampleBuilder::new().summary(class.title()).value(value)
}

/// The name of a class of failure.
struct ProblemName;

impl PartialSchema for ProblemName {
    fn schema() -> RefOr<Schema> {
        names(Class::ALL.iter().map(|class| class.name()))
    }
}

impl ToSchema for ProblemName {}

/// The schema of a name out of a list.
pub(super) fn names(names: impl IntoIterator<Item = &'static str>) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(names))
        .into()
}

/// Describe a class of failure
///
/// What a problem's `type` leads to: the fixed texts of the class.
#[utoipa::path(
    tag = "documents",
    operation_id = "getProblemType",
    params((
        "name" = inline(ProblemName),
        Path,
        description = "The last part of a problem's `type`."
    )),
    responses(
        (
            status = 200,
            description = "The class of failure.",
            body = Problem,
            content_type = "application/json"
        ),
        EntryProblems
    )
)]
#[get("/problems/{name}")]
pub(super) async fn problem_type(
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, ApiError> {
    read(request, state).await
}

/// Puts the classes of failure into the store.
pub(super) fn fill(store: &mut Store) {
    for class in Class::ALL {
        store.put(class.type_(), &Refusal::from(*class).problem());
    }
}
