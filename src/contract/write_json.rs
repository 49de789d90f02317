//! Writes the JSON of an answer: most of it is copied, because it was rendered when the guidance loaded.
//!
//! The rest is written here: braces, names known at compile time, and
//! a few words. Small values go through serde.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::slice;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::prerendered::Prerendered;
use crate::few::Few;

/// Something whose JSON can be written at the end of an answer.
pub trait WriteJson {
    /// Writes the JSON of the value at the end.
    fn write_json(&self, json: &mut Vec<u8>);

    /// Whether an object leaves out the member that has this value.
    fn is_left_out(&self) -> bool {
        false
    }
}

impl<T> WriteJson for Prerendered<T> {
    fn write_json(&self, json: &mut Vec<u8>) {
        json.extend_from_slice(self.json().as_bytes());
    }
}

impl<T: WriteJson + ?Sized> WriteJson for &T {
    fn write_json(&self, json: &mut Vec<u8>) {
        (**self).write_json(json);
    }
}

impl<T: WriteJson> WriteJson for Option<T> {
    fn write_json(&self, json: &mut Vec<u8>) {
        if let Some(value) = self {
            value.write_json(json);
        }
    }

    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<T: WriteJson> WriteJson for [T] {
    fn write_json(&self, json: &mut Vec<u8>) {
        json.push(b'[');
        for (place, element) in self.iter().enumerate() {
            if place > 0 {
                json.push(b',');
            }
            element.write_json(json);
        }
        json.push(b']');
    }
}

impl<T: WriteJson> WriteJson for Vec<T> {
    fn write_json(&self, json: &mut Vec<u8>) {
        self.as_slice().write_json(json);
    }
}

impl<T: WriteJson> WriteJson for Few<T> {
    fn write_json(&self, json: &mut Vec<u8>) {
        self.as_slice().write_json(json);
    }
}

/// A list that an object leaves out where it is empty.
#[derive(Debug, Clone)]
pub struct IfAny<T>(Few<T>);

impl<T> Default for IfAny<T> {
    fn default() -> Self {
        Self(Few::new())
    }
}

impl<T> From<Few<T>> for IfAny<T> {
    fn from(list: Few<T>) -> Self {
        Self(list)
    }
}

impl<T> FromIterator<T> for IfAny<T> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        Self(list.into_iter().collect())
    }
}

impl<'l, T> IntoIterator for &'l IfAny<T> {
    type Item = &'l T;
    type IntoIter = slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> Deref for IfAny<T> {
    type Target = Few<T>;

    fn deref(&self) -> &Few<T> {
        &self.0
    }
}

impl<T> DerefMut for IfAny<T> {
    fn deref_mut(&mut self) -> &mut Few<T> {
        &mut self.0
    }
}

impl<T: WriteJson> WriteJson for IfAny<T> {
    fn write_json(&self, json: &mut Vec<u8>) {
        self.0.write_json(json);
    }

    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }
}

impl WriteJson for str {
    fn write_json(&self, json: &mut Vec<u8>) {
        if needs_escape(self.as_bytes()) {
            serialise(self, json);
        } else {
            json.reserve(self.len() + 2);
            json.push(b'"');
            json.extend_from_slice(self.as_bytes());
            json.push(b'"');
        }
    }
}

/// Whether JSON escapes one of these bytes. Eight are looked at together, and the last eight once more, since what is
/// left over is among them.
fn needs_escape(bytes: &[u8]) -> bool {
    let (eights, rest) = bytes.as_chunks();
    let escaped = eights
        .iter()
        .fold(0, |found, eight| found | escapes(*eight));
    match bytes.last_chunk() {
        Some(last) => escaped | escapes(*last) != 0,
        None => rest.iter().any(|byte| escapes([*byte; 8]) != 0),
    }
}

/// Something other than nothing where one of eight bytes is a control, a quote or a backslash.
fn escapes(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    let bytes = u64::from_ne_bytes(bytes);
    // The highest bit is set, of the first that it is at the least, where a byte is below the other number.
    let below = |bytes: u64, number: u64| bytes.wrapping_sub(ONES * number) & !bytes;
    let is = |byte: u8| below(bytes ^ (ONES * u64::from(byte)), 1);
    (below(bytes, u64::from(b' ')) | is(b'"') | is(b'\\')) & HIGHS
}

impl WriteJson for Cow<'_, str> {
    fn write_json(&self, json: &mut Vec<u8>) {
        (**self).write_json(json);
    }
}

impl WriteJson for String {
    fn write_json(&self, json: &mut Vec<u8>) {
        self.as_str().write_json(json);
    }
}

/// Writes the name of a member that needs no escape.
#[inline]
pub(super) fn write_name(name: &str, json: &mut Vec<u8>) {
    json.push(b'"');
    json.extend_from_slice(name.as_bytes());
    json.extend_from_slice(b"\":");
}

/// Opens the object whose members were written from there on: the first has a comma before it, as all have.
#[inline]
pub(super) fn open(start: usize, json: &mut Vec<u8>) {
    match json.get_mut(start) {
        Some(comma) => *comma = b'{',
        None => json.push(b'{'),
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

/// Serialises what writes its own JSON, for a serialiser other than ours.
#[expect(
    clippy::expect_used,
    reason = "what is written is JSON: every answer is tested to be"
)]
pub(super) fn as_raw<S: Serializer>(
    write: impl FnOnce(&mut Vec<u8>),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut json = Vec::new();
    write(&mut json);
    let raw: &RawValue = serde_json::from_slice(&json).expect("what is written is JSON");
    raw.serialize(serializer)
}

/// Declares structs that write their own JSON: an object with a member for each field.
macro_rules! json_structs {
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

        impl $crate::contract::write_json::WriteJson for $name<'_> {
            fn write_json(&self, json: &mut Vec<u8>) {
                let start = json.len();
                $(if !$crate::contract::write_json::WriteJson::is_left_out(&self.$field) {
                    json.extend_from_slice($crate::contract::write_json::member!($field).as_bytes());
                    $crate::contract::write_json::WriteJson::write_json(&self.$field, json);
                })*
                $crate::contract::write_json::open(start, json);
                json.push(b'}');
            }
        }
    )*};
}

/// Writes small values by way of serde.
macro_rules! write_json_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::contract::write_json::WriteJson for $type {
            fn write_json(&self, json: &mut Vec<u8>) {
                $crate::contract::write_json::serialise(self, json);
            }
        }
    )*};
}

/// What stands before the value of a member: a comma, and the name of its field without what makes a keyword a name.
macro_rules! member {
    (r#do) => {
        ",\"do\":"
    };
    ($field:ident) => {
        concat!(",\"", stringify!($field), "\":")
    };
}

pub(super) use {json_structs, member, write_json_by_serde};

#[cfg(test)]
mod tests {
    use super::{IfAny, WriteJson};
    use crate::contract::prerendered::Prerendered;

    fn written<T: WriteJson + ?Sized>(value: &T) -> String {
        let mut json = Vec::new();
        value.write_json(&mut json);
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
            "caf\u{e9}s in \u{2019}quotes\u{2019} \u{7f}",
            "eight by eight, \"and\" the rest",
            "eight by eight, and the rest\\",
            "eight by eight, and\u{1f}the rest",
            "\teight",
        ] {
            assert_eq!(written(word), serde_json::to_string(word).unwrap());
        }
    }

    json_structs! {
        /// A struct to write.
        #[expect(unreachable_pub, reason = "the macro declares what is public")]
        pub struct Sample<'g> {
            /// Left out.
            pub nothing: Option<&'g str>,
            /// Left out where it is empty.
            pub some: IfAny<&'g str>,
            /// There, and empty.
            pub list: Vec<&'g str>,
            /// A prerendered value.
            pub piece: &'g Prerendered<String>,
        }
    }

    #[test]
    fn a_member_without_a_value_is_left_out_and_a_list_only_where_it_says_so() {
        let piece = Prerendered::new("a".to_owned());
        let sample = |some| Sample {
            nothing: None,
            some,
            list: Vec::new(),
            piece: &piece,
        };
        let none = written(&sample(IfAny::default()));
        assert_eq!(none, r#"{"list":[],"piece":"a"}"#);
        let some = written(&sample(IfAny::from_iter(["b"])));
        assert_eq!(some, r#"{"some":["b"],"list":[],"piece":"a"}"#);
    }
}
