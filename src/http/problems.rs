//! The problems as part of the document: which resource can answer with which.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder, ResponsesBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};

use super::error::PROBLEM_JSON;
use crate::contract::contact::Audience;
use crate::contract::problem::{Class, Fault, FaultCode, Refusal};

/// Declares what resources can answer with, beside what they are for.
macro_rules! answers {
    ($($(#[doc = $about:literal])* $name:ident: $chosen:expr;)*) => {$(
        $(#[doc = $about])*
        pub(super) struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                let chosen: fn(&Class) -> bool = $chosen;
                responses(chosen)
            }
        }
    )*};
}

answers! {
    /// What `POST /v1/advice` can answer with.
    AdviceProblems: |class| {
        !matches!(class, Class::NotFound | Class::MethodNotAllowed | Class::InvalidQuery)
    };

    /// What a resource that is always there can answer with.
    StandingProblems: |class| matches!(class, Class::NotAcceptable);

    /// What a resource that is asked for by name can answer with.
    NamedProblems: |class| matches!(class, Class::NotFound | Class::NotAcceptable);

    /// What a resource that is there as long as there is guidance can answer with.
    GuidanceProblems: |class| {
        turned_away(*class)
            || matches!(class, Class::InvalidQuery | Class::NotAcceptable | Class::GuidanceWithdrawn)
    };

    /// What the metrics can answer with.
    MetricsProblems: |class| turned_away(*class);

    /// What tells whether the service takes requests can answer with.
    ReadinessProblems: |class| matches!(class, Class::NotAcceptable | Class::GuidanceWithdrawn);

    /// What a part of the guidance that is asked for by name can answer with.
    EntryProblems: |class| {
        turned_away(*class)
            || matches!(
                class,
                Class::NotFound | Class::InvalidQuery | Class::NotAcceptable | Class::GuidanceWithdrawn
            )
    };
}

/// What whoever may not call, or not now, is told.
fn turned_away(class: Class) -> bool {
    matches!(
        class,
        Class::Unauthorized | Class::Forbidden | Class::TooMany | Class::Overloaded
    )
}

/// One response for each status, with one example for each class.
fn responses(chosen: fn(&Class) -> bool) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status: BTreeMap<u16, Vec<Class>> = BTreeMap::new();
    for class in Class::ALL.iter().filter(|class| chosen(class)) {
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
    let fault = |pointer: &str, code, allowed: &[&str]| {
        let allowed = allowed.iter().copied().map(str::to_owned);
        Fault::at(pointer, code).allowing(allowed.collect())
    };
    let faults = match class {
        Class::DuplicateName => vec![fault("/facts", FaultCode::DuplicateName, &[])],
        Class::InvalidQuery => {
            let words = Audience::ALL.iter().map(|audience| audience.word());
            let words: Vec<_> = words.collect();
            vec![fault("/audience", FaultCode::NotAllowed, &words)]
        }
        Class::InvalidIncident => vec![
            Fault {
                position: Some(2),
                nearest: Some("adult_involved".to_owned()),
                ..Fault::at("/facts", FaultCode::UnknownName)
            },
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

/// The schema of a name out of a list.
pub(super) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> RefOr<Schema> {
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(names))
        .into()
}
