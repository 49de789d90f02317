//! Reading JSON once, and finding the names that an object holds twice.
//!
//! A name that is held twice has no agreed meaning (RFC 8259, section 4), so it is refused rather
//! than merged. Whether the value is an incident is not judged here.

use std::borrow::Cow;
use std::fmt;

use jsonschema::paths::LocationSegment;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::schema::Schema;
use crate::contract::problem::{Class, Fault, FaultCode, Refusal};

/// Reads a JSON text in which no object holds a name twice.
pub(super) fn read(schema: &Schema, text: &[u8]) -> Result<Value, Refusal> {
    let mut doubled = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let seed = ValueSeed {
        schema,
        place: &Place::Root,
        doubled: &mut doubled,
    };
    let (Ok(value), Ok(())) = (seed.deserialize(&mut deserializer), deserializer.end()) else {
        return Err(Class::Malformed.into());
    };
    if doubled.is_empty() {
        Ok(value)
    } else {
        Err(Refusal {
            class: Class::DuplicateName,
            faults: faults(doubled),
        })
    }
}

fn faults(mut pointers: Vec<String>) -> Vec<Fault> {
    pointers.sort();
    pointers.dedup();
    let fault = |pointer| Fault::at(pointer, FaultCode::DuplicateName);
    pointers.into_iter().map(fault).collect()
}

/// Where a value is, as a chain back to the whole.
enum Place<'p> {
    Root,
    Member(&'p Place<'p>, &'p str),
    Element(&'p Place<'p>, usize),
}

impl<'p> Place<'p> {
    fn segments(&self) -> Vec<LocationSegment<'p>> {
        let (parent, last) = match self {
            Self::Root => return Vec::new(),
            Self::Member(parent, name) => (parent, LocationSegment::Property(Cow::Borrowed(*name))),
            Self::Element(parent, index) => (parent, LocationSegment::Index(*index)),
        };
        let mut segments = parent.segments();
        segments.push(last);
        segments
    }
}

/// A value yet to be read.
struct ValueSeed<'p, 'd> {
    schema: &'p Schema,
    place: &'p Place<'p>,
    doubled: &'d mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_, '_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let place = Place::Element(self.place, values.len());
            let seed = ValueSeed {
                schema: self.schema,
                place: &place,
                doubled: &mut *self.doubled,
            };
            match sequence.next_element_seed(seed)? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let place = Place::Member(self.place, &name);
            let seed = ValueSeed {
                schema: self.schema,
                place: &place,
                doubled: &mut *self.doubled,
            };
            let value = map.next_value_seed(seed)?;
            if members.insert(name, value).is_some() {
                let located = self.schema.locate(self.place.segments());
                self.doubled.push(located.pointer);
            }
        }
        Ok(Value::Object(members))
    }
}
