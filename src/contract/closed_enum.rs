//! Closed enums: what a request may say. They are published as enumerations, with a name for
//! each constant that a generated client makes of them.

use serde_json::json;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

/// The schema of a value that is one of these and no other.
pub(super) fn schema<'v>(about: String, values: impl IntoIterator<Item = &'v str>) -> Object {
    let values: Vec<_> = values.into_iter().collect();
    let names: Vec<_> = values.iter().map(|value| constant_name(value)).collect();
    let names = ExtensionsBuilder::new().add("x-enum-varnames", json!(names));
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(about))
        .enum_values(Some(values.into_iter().map(str::to_owned)))
        .extensions(Some(names.build()))
        .build()
}

/// What generated clients call a value that they make a constant of. A name cannot begin with a
/// digit; the values that do are ages.
fn constant_name(value: &str) -> String {
    let name = value.replace('-', "_").to_uppercase();
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("AGED_{name}")
    } else {
        name
    }
}
