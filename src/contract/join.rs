//! Joining an answer: its JSON is made of what is ready, not serialised anew.
//!
//! Almost all of an answer is pieces. What stands between them is written here: braces, names known at
//! compile time, and a few words. Small values go through serde.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::piece::Piece;

/// Something that can be joined to an answer.
pub trait Join {
    /// Writes the JSON of the value at the end.
    fn join(&self, json: &mut Vec<u8>);

    /// Whether an object leaves out the member that has this value.
    fn is_left_out(&self) -> bool {
        false
    }
}

impl<T> Join for Piece<T> {
    fn join(&self, json: &mut Vec<u8>) {
        json.extend_from_slice(self.json().as_bytes());
    }
}

impl<T: Join + ?Sized> Join for &T {
    fn join(&self, json: &mut Vec<u8>) {
        (**self).join(json);
    }
}

impl<T: Join> Join for Option<T> {
    fn join(&self, json: &mut Vec<u8>) {
        if let Some(value) = self {
            value.join(json);
        }
    }

    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<T: Join> Join for [T] {
    fn join(&self, json: &mut Vec<u8>) {
        json.push(b'[');
        for (place, element) in self.iter().enumerate() {
            if place > 0 {
                json.push(b',');
            }
            element.join(json);
        }
        json.push(b']');
    }
}

impl<T: Join> Join for Vec<T> {
    fn join(&self, json: &mut Vec<u8>) {
        self.as_slice().join(json);
    }
}

impl Join for str {
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "without an early end many bytes are taken at a time"
    )]
    fn join(&self, json: &mut Vec<u8>) {
        let plain = self.bytes().fold(true, |plain, byte| {
            plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\')
        });
        if plain {
            json.push(b'"');
            json.extend_from_slice(self.as_bytes());
            json.push(b'"');
        } else {
            serialise(self, json);
        }
    }
}

impl Join for String {
    fn join(&self, json: &mut Vec<u8>) {
        self.as_str().join(json);
    }
}

/// Writes a small value through serde.
#[expect(
    clippy::expect_used,
    reason = "plain data is written to memory, which cannot fail"
)]
pub(super) fn serialise<T: Serialize + ?Sized>(value: &T, json: &mut Vec<u8>) {
    serde_json::to_writer(json, value).expect("plain data serialises");
}

/// Serialises what can be joined, for a serialiser other than ours.
#[expect(
    clippy::expect_used,
    reason = "what is joined is JSON: every answer is tested to be"
)]
pub(super) fn as_raw<T: Join, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut json = Vec::new();
    value.join(&mut json);
    let raw: &RawValue = serde_json::from_slice(&json).expect("what is joined is JSON");
    raw.serialize(serializer)
}

/// Declares structs whose JSON is joined: an object with a member for each field.
macro_rules! joined {
    ($(
        $(#[$about:meta])*
        pub struct $name:ident<$life:lifetime> {
            $($(#[$field_about:meta])* pub $field:ident: $type:ty,)*
        }
    )*) => {$(
        $(#[$about])*
        pub struct $name<$life> {
            $($(#[$field_about])* pub $field: $type,)*
        }

        impl $crate::contract::join::Join for $name<'_> {
            fn join(&self, json: &mut Vec<u8>) {
                let mut before = b'{';
                $(if !$crate::contract::join::Join::is_left_out(&self.$field) {
                    json.push(before);
                    before = b',';
                    json.extend_from_slice(concat!("\"", stringify!($field), "\":").as_bytes());
                    $crate::contract::join::Join::join(&self.$field, json);
                })*
                if before == b'{' {
                    json.push(b'{');
                }
                json.push(b'}');
            }
        }
    )*};
}

/// Joins small values by way of serde.
macro_rules! joined_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::contract::join::Join for $type {
            fn join(&self, json: &mut Vec<u8>) {
                $crate::contract::join::serialise(self, json);
            }
        }
    )*};
}

pub(super) use {joined, joined_by_serde};

#[cfg(test)]
mod tests {
    use super::Join;
    use crate::contract::piece::Piece;

    fn joined<T: Join + ?Sized>(value: &T) -> String {
        let mut json = Vec::new();
        value.join(&mut json);
        String::from_utf8(json).unwrap()
    }

    #[test]
    fn words_are_written_as_serde_writes_them() {
        for word in [
            "plain",
            "",
            "a \"quoted\" one",
            "back\\slash",
            "line\nbreak",
            "caf\u{e9}",
            "\u{1}",
        ] {
            assert_eq!(joined(word), serde_json::to_string(word).unwrap());
        }
    }

    joined! {
        /// A struct to join.
        #[expect(unreachable_pub, reason = "the macro declares what is public")]
        pub struct Sample<'g> {
            /// Left out.
            pub nothing: Option<&'g str>,
            /// There, and empty.
            pub list: Vec<&'g str>,
            /// A piece.
            pub piece: &'g Piece<String>,
        }
    }

    #[test]
    fn a_member_without_a_value_is_left_out_and_a_list_never_is() {
        let piece = Piece::new("a".to_owned());
        let sample = Sample {
            nothing: None,
            list: Vec::new(),
            piece: &piece,
        };
        assert_eq!(joined(&sample), r#"{"list":[],"piece":"a"}"#);
    }
}
