//! What does not change while it is in force: each resource is written, compressed and tagged once.
//!
//! An answer out of them costs a look-up. Its tag is made from its bytes, so that every instance
//! with the same guidance gives the same one.

use std::collections::HashMap;
use std::io::Write;

use actix_web::http::header::{self, AcceptEncoding, Encoding, EntityTag, Header, IfNoneMatch};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::accept;
use super::error::ApiError;
use crate::contract::problem::Class;

/// How long a client may use what it has without asking: contacts and guidance may be withdrawn. Nobody may be given what
/// was read with somebody's key.
pub(super) const PRIVATE: &str = "private, max-age=300";

/// The same of what is open to everybody.
pub(super) const PUBLIC: &str = "public, max-age=300";

/// What compresses to no less is sent as it is.
const WORTH_COMPRESSING: usize = 1024;

/// The media type of most resources.
pub(super) const JSON: &str = "application/json";

/// The representations of resources by path, and where there is one, by query.
#[derive(Debug)]
pub(super) struct Representations {
    by_name: HashMap<String, Encodings>,
    /// Who may use them again, and for how long.
    cache_control: &'static str,
}

/// What one resource can be sent as.
#[derive(Debug)]
struct Encodings {
    media_type: &'static str,
    plain: Representation,
    gzip: Option<Representation>,
}

/// The bytes of a resource in one encoding, with the tag of just these bytes.
#[derive(Debug)]
struct Representation {
    bytes: Bytes,
    tag: EntityTag,
}

impl Representations {
    /// None yet.
    pub(super) fn new(cache_control: &'static str) -> Self {
        Self {
            by_name: HashMap::new(),
            cache_control,
        }
    }

    /// Puts in a value as JSON.
    pub(super) fn put_json<T: Serialize>(&mut self, name: String, value: &T) {
        // Plain data with string keys always serialises.
        let json = serde_json::to_vec(value).unwrap_or_default();
        self.put(name, JSON, Bytes::from(json));
    }

    /// Puts in bytes as they are.
    pub(super) fn put(&mut self, name: String, media_type: &'static str, bytes: Bytes) {
        let encodings = Encodings {
            media_type,
            gzip: compressed(&bytes).map(|bytes| Representation::of(bytes, "-gzip")),
            plain: Representation::of(bytes, ""),
        };
        self.by_name.insert(name, encodings);
    }
}

impl Representation {
    fn of(bytes: Bytes, mark: &str) -> Self {
        let digest = Sha256::digest(&bytes);
        let half = digest
            .first_chunk()
            .map_or(0, |half| u128::from_be_bytes(*half));
        Self {
            bytes,
            tag: EntityTag::new_strong(format!("{half:032x}{mark}")),
        }
    }
}

fn compressed(bytes: &[u8]) -> Option<Bytes> {
    if bytes.len() < WORTH_COMPRESSING {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// Answers with the representation that the request takes of the resource with this name.
pub(super) fn answer(
    request: &HttpRequest,
    representations: &Representations,
    name: &str,
) -> Result<HttpResponse, ApiError> {
    let encodings = representations.by_name.get(name).ok_or(Class::NotFound)?;
    // JSON of a more special kind is JSON as well.
    accept::check(request, &[encodings.media_type, JSON])?;
    let gzip = encodings.gzip.as_ref().filter(|_| takes_gzip(request));
    let selected = gzip.unwrap_or(&encodings.plain);
    let mut response = if is_known(request, &selected.tag) {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header(header::ETag(selected.tag.clone()))
        .insert_header((header::CACHE_CONTROL, representations.cache_control))
        .insert_header((header::VARY, "accept-encoding"));
    if is_known(request, &selected.tag) {
        return Ok(response.finish());
    }
    if gzip.is_some() {
        response.insert_header(header::ContentEncoding::Gzip);
    }
    Ok(response
        .content_type(encodings.media_type)
        .body(selected.bytes.clone()))
}

/// Whether the client would have it compressed.
pub(super) fn takes_gzip(request: &HttpRequest) -> bool {
    let encodings = [Encoding::gzip(), Encoding::identity()];
    let accepted = AcceptEncoding::parse(request).ok();
    accepted.and_then(|accepted| accepted.negotiate(encodings.iter())) == Some(Encoding::gzip())
}

fn is_known(request: &HttpRequest, tag: &EntityTag) -> bool {
    if !request.headers().contains_key(header::IF_NONE_MATCH) {
        return false;
    }
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}
