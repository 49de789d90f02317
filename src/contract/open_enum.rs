//! Open enums: small sets of words that answers use.
//!
//! A set can grow within v1, so it is published as a string with the values known today, and not as
//! an enumeration: generated clients of some languages fail on a value that they do not list.

use serde_json::json;
use utoipa::openapi::RefOr;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

/// One word: its value on the wire, and the lines that say what it means.
pub(crate) type Meaning = (&'static str, &'static [&'static str]);

/// The schema of a set of words: what it is, and what each of its words means.
pub(crate) fn schema(about: &[&str], words: &[Meaning]) -> RefOr<Schema> {
    let mut description = joined(about);
    description.push_str("\n\nKnown values; more may come:\n");
    for (word, means) in words {
        description.extend(["\n- `", word, "`: ", &joined(means)]);
    }
    let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    let known = ExtensionsBuilder::new().add("x-extensible-enum", json!(known));
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .extensions(Some(known.build()))
        .into()
}

fn joined(lines: &[&str]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| line.trim()).collect();
    lines.join(" ")
}

/// Declares sets of words. The comments on them are published.
macro_rules! open_enum {
    ($(
        $(#[doc = $about:literal])*
        pub enum $name:ident {
            $($(#[doc = $means:literal])* $variant:ident = $word:literal,)*
        }
    )*) => {$(
        $(#[doc = $about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[doc = $means])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every word of the set.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word on the wire.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::contract::write_json::WriteJson for $name {
            fn write_json(&self, json: &mut Vec<u8>) {
                json.extend_from_slice(match self {
                    $(Self::$variant => concat!("\"", $word, "\"").as_bytes(),)*
                });
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::contract::open_enum::schema(&[$($about),*], &[$(($word, &[$($means),*])),*])
            }
        }

        impl utoipa::ToSchema for $name {}
    )*};
}

pub(crate) use open_enum;
