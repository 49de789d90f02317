//! Values that are serialised once, when guidance loads, and copied into answers ever after.

use std::borrow::Cow;
use std::ops::Deref;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

/// A value together with its JSON. It reads as the value and serialises as the ready JSON.
#[derive(Debug)]
pub struct Prerendered<T> {
    value: T,
    json: Box<RawValue>,
}

/// Words of the catalogue, ready to be copied into an answer.
pub type Text = Prerendered<String>;

impl<T: Serialize> Prerendered<T> {
    /// Serialises the value, once and for all.
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "plain data with string keys always serialises"
    )]
    pub fn new(value: T) -> Self {
        let json = serde_json::value::to_raw_value(&value).expect("plain data serialises");
        Self { value, json }
    }
}

impl<T: Serialize> Prerendered<T> {
    /// The value changed, and serialised anew.
    #[must_use]
    pub fn changed(self, change: impl FnOnce(&mut T)) -> Self {
        let mut value = self.value;
        change(&mut value);
        Self::new(value)
    }
}

impl<T> Prerendered<T> {
    /// The value's JSON.
    pub fn json(&self) -> &str {
        self.json.get()
    }
}

impl<T> Deref for Prerendered<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Serialize for Prerendered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<T: PartialSchema> PartialSchema for Prerendered<T> {
    fn schema() -> RefOr<Schema> {
        T::schema()
    }
}

impl<T: ToSchema> ToSchema for Prerendered<T> {
    fn name() -> Cow<'static, str> {
        T::name()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}
