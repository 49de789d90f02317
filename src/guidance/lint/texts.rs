//! Every text of a YAML file with the line on which it starts, whatever it is a text of.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;

/// What is told of documents, and is not advice.
const OF_DOCUMENTS: [&str; 3] = ["sources", "statements", "changes"];

/// The texts of a file; none, where it is not YAML.
pub(super) fn texts(yaml: &str) -> Vec<(u64, String)> {
    let texts: Result<Texts, _> = serde_saphyr::from_str(yaml);
    texts.map_or_else(|_| Vec::new(), |texts| texts.0)
}

/// The sentences of a text, and what stands before a colon or a semicolon as one.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ';', ':'])
}

/// The texts in a value, each with its line; a text that is the value itself has none yet.
struct Texts(Vec<(u64, String)>);

impl Texts {
    fn add(&mut self, value: Spanned<Self>) {
        let line = value.referenced.line();
        let texts = value.value.0.into_iter();
        self.0
            .extend(texts.map(|(own, text)| (own.max(line), text)));
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Texts {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("YAML")
    }

    fn visit_str<E>(mut self, text: &str) -> Result<Self, E> {
        if is_text(text) {
            self.0.push((0, text.to_owned()));
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Self, A::Error> {
        while let Some(value) = list.next_element()? {
            self.add(value);
        }
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(member) = map.next_key::<String>()? {
            if OF_DOCUMENTS.contains(&&*member) {
                map.next_value::<IgnoredAny>()?;
            } else {
                self.add(map.next_value()?);
            }
        }
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }
}

/// Whether it is words, and no id or address.
fn is_text(text: &str) -> bool {
    let of_an_id =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    !text.chars().all(of_an_id) && !text.contains("://")
}
