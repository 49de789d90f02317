//! A row of the table: a resource whose representations are written ahead, with its operation in the document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::response::Response;
use utoipa::openapi::schema::{Object, Ref, Schema, Type};
use utoipa::openapi::{RefOr, Required};
use utoipa::{IntoResponses, ToSchema};

use super::query;
use crate::contract::problem::Refusal;
use crate::facts::Vocabulary;
use crate::guidance::Guidance;
use crate::http::documents::Documents;
use crate::http::problems::{EntryProblems, GuidanceProblems};
use crate::http::representations::{JSON, Representations};

/// The components of the document, by name.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

/// Says by what name a request asks for what was written from guidance.
pub(super) type Select = for<'r> fn(&'r HttpRequest, &Vocabulary) -> Result<Cow<'r, str>, Refusal>;

/// A resource that is read.
#[derive(Clone, Copy)]
pub(super) struct Resource {
    /// Its path. Words in braces are names.
    pub(super) path: &'static str,
    /// The id of its operation.
    pub(super) operation: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    pub(super) description: &'static str,
    /// The names in its path, or what its query can hold.
    pub(super) parameters: fn(path: &str) -> Vec<Parameter>,
    /// What the answer is.
    pub(super) answer: &'static str,
    pub(super) media_type: &'static str,
    /// The schema of the answer, after what it refers to was added to the components.
    pub(super) body: fn(&mut Schemas) -> Ref,
    /// What it can answer with otherwise.
    pub(super) problems: fn() -> BTreeMap<String, RefOr<Response>>,
    /// By what name a request asks for what was written from guidance: its path, or more.
    pub(super) select: Select,
    /// What writes its representations.
    pub(super) fill: Fill,
}

/// What the representations of a resource are made from, and how they are written.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    /// From the program alone, once.
    Program(fn(&mut Put<'_>)),
    /// From the documents that describe the service, once.
    Documents(fn(&mut Put<'_>, &Documents)),
    /// From guidance, whenever it is loaded.
    Guidance(fn(&mut Put<'_>, &Guidance)),
}

/// A part of the guidance that is there as long as there is guidance.
pub(super) const LIST: Resource = Resource {
    path: "",
    operation: "",
    tag: "catalogue",
    summary: "",
    description: "",
    parameters: stable_ids,
    answer: "As it stands in the guidance that is loaded.",
    media_type: JSON,
    body: body::<()>,
    problems: GuidanceProblems::responses,
    select: by_path,
    fill: Fill::Program(|_| ()),
};

/// A part of the guidance that is asked for by name.
pub(super) const ENTRY: Resource = Resource {
    problems: EntryProblems::responses,
    ..LIST
};

/// By its path: nothing can be chosen with a query.
fn by_path<'r>(request: &'r HttpRequest, _: &Vocabulary) -> Result<Cow<'r, str>, Refusal> {
    let given = query::parameters(request.query_string());
    query::refuse(query::unknown(&given, &[]))?;
    Ok(request.match_info().as_str().into())
}

/// The schema of an answer of that type.
pub(super) fn body<T: ToSchema>(schemas: &mut Schemas) -> Ref {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    Ref::from_schema_name(T::name())
}

fn stable_ids(path: &str) -> Vec<Parameter> {
    let text = || Object::with_type(Type::String).into();
    names_in(path, "A stable id.", text)
}

/// The parameters for the names in a path.
pub(super) fn names_in(
    path: &str,
    description: &str,
    schema: impl Fn() -> RefOr<Schema>,
) -> Vec<Parameter> {
    let names = path.split('{').skip(1);
    let names = names.filter_map(|rest| Some(rest.split_once('}')?.0));
    let parameter = |name| {
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some(description))
            .schema(Some(schema()))
            .build()
    };
    names.map(parameter).collect()
}

/// Where the representations of one resource are put.
pub(super) struct Put<'r> {
    path: &'static str,
    media_type: &'static str,
    representations: &'r mut Representations,
}

impl<'r> Put<'r> {
    pub(super) fn of(resource: &Resource, representations: &'r mut Representations) -> Self {
        Self {
            path: resource.path,
            media_type: resource.media_type,
            representations,
        }
    }

    /// The one value of a resource without names.
    pub(super) fn json(&mut self, value: &impl Serialize) {
        self.json_of(&[], value);
    }

    /// A value for each name.
    pub(super) fn each<T: Serialize>(&mut self, values: &[T], name: impl Fn(&T) -> &str) {
        for value in values {
            self.json_of(&[name(value)], value);
        }
    }

    /// The value for these names in the path.
    pub(super) fn json_of(&mut self, names: &[&str], value: &impl Serialize) {
        self.json_as(self.path_of(names), value);
    }

    /// The value that requests select by this name.
    pub(super) fn json_as(&mut self, selected: String, value: &impl Serialize) {
        self.representations.put_json(selected, value);
    }

    /// The text for these names in the path.
    pub(super) fn text_of(&mut self, names: &[&str], text: &str) {
        let path = self.path_of(names);
        let text = text.to_owned();
        self.representations.put(path, self.media_type, text.into());
    }

    fn path_of(&self, names: &[&str]) -> String {
        let mut parts = self.path.split(['{', '}']);
        let mut path = parts.next().unwrap_or_default().to_owned();
        // Every second part is the name of a parameter.
        for (name, part) in names.iter().zip(parts.skip(1).step_by(2)) {
            path.push_str(name);
            path.push_str(part);
        }
        path
    }
}
