//! Problems: what an answer looks like when a request is refused (RFC 9457).
//!
//! The texts are fixed. A problem never holds anything of a request.

use serde::Serialize;
use utoipa::ToSchema;

use super::open_enum::open_enum;
use crate::nearest::nearest;

/// A refused request, as `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The class of failure, as a stable URI reference.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "/problems/invalid_incident")]
    pub type_: &'static str,
    /// The class of failure in words.
    #[schema(value_type = String)]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 422)]
    pub status: u16,
    /// What to do about it.
    #[schema(value_type = String)]
    pub detail: &'static str,
    /// Every fault of the request, where faults can be told apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

/// One fault of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// Where it is (JSON Pointer, RFC 6901). A name that is not known points at its parent. A query counts as
    /// an object of its parameters.
    #[schema(example = "/facts/adult_involved")]
    pub pointer: String,
    /// What is wrong.
    pub code: FaultCode,
    /// What is allowed there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// Of a name that is not known, which member of its object it is, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = 2)]
    pub position: Option<usize>,
    /// The known name that is most like it, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "adult_involved")]
    pub nearest: Option<String>,
}

impl Fault {
    /// A fault at that place.
    pub fn at(pointer: impl Into<String>, code: FaultCode) -> Self {
        Self {
            pointer: pointer.into(),
            code,
            allowed: Vec::new(),
            position: None,
            nearest: None,
        }
    }

    /// The fault with what is allowed there.
    #[must_use]
    pub fn allowing(self, allowed: Vec<String>) -> Self {
        Self { allowed, ..self }
    }
}

/// The faults of an object some names of which are not known: one for each, with its place among the members and the
/// known name that is most like it. The names themselves are not kept.
pub fn unknown_names<'n>(
    pointer: &str,
    members: impl Iterator<Item = &'n str>,
    known: &[&str],
) -> Vec<Fault> {
    let members = (1..).zip(members);
    let unknown = members.filter(|(_, name)| !known.contains(name));
    let faults = unknown.take(MOST_UNKNOWN).map(|(position, name)| Fault {
        position: Some(position),
        nearest: nearest(name, known.iter().copied()).map(str::to_owned),
        ..Fault::at(pointer, FaultCode::UnknownName)
    });
    faults.collect()
}

/// How many names that are not known are told of one object.
const MOST_UNKNOWN: usize = 16;

open_enum! {
    /// What is wrong with one part of a request.
    pub enum FaultCode {
        /// A member that must be there is missing; `allowed` names it.
        Missing = "missing",
        /// A member that is not known; `position` says which. The first 16 of an object are told.
        UnknownName = "unknown_name",
        /// A value of the wrong JSON type; `allowed` names the type.
        WrongType = "wrong_type",
        /// A value that is not one of those allowed.
        NotAllowed = "not_allowed",
        /// The same name more than once in one object.
        DuplicateName = "duplicate_name",
        /// More values than a list can hold, or one of them more than once.
        TooMany = "too_many",
    }
}

/// Why a request is refused: the class of failure, and its faults where they can be told apart.
///
/// It keeps neither a value nor an unknown name, so nothing of a request can reach an answer or a
/// log by way of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The class of failure.
    pub class: Class,
    /// Every fault.
    pub faults: Vec<Fault>,
}

impl Refusal {
    /// What is sent.
    pub fn problem(&self) -> Problem {
        Problem {
            type_: self.class.type_(),
            title: self.class.title(),
            status: self.class.status(),
            detail: self.class.detail(),
            faults: self.faults.clone(),
        }
    }
}

impl From<Class> for Refusal {
    fn from(class: Class) -> Self {
        Self {
            class,
            faults: Vec::new(),
        }
    }
}

macro_rules! classes {
    ($(
        $(#[$about:meta])*
        $class:ident: $name:literal, $status:literal, $title:literal, $detail:literal;
    )*) => {
        /// A class of failure: its texts are the same for every request.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Class {
            $($(#[$about])* $class,)*
        }

        impl Class {
            /// Every class of failure.
            pub const ALL: &[Self] = &[$(Self::$class,)*];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$class => $name,)* }
            }

            /// The URI reference of its `type`.
            pub fn type_(self) -> &'static str {
                match self { $(Self::$class => concat!("/problems/", $name),)* }
            }

            /// The HTTP status.
            pub fn status(self) -> u16 {
                match self { $(Self::$class => $status,)* }
            }

            /// The class in words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$class => $title,)* }
            }

            /// What to do about it.
            pub fn detail(self) -> &'static str {
                match self { $(Self::$class => $detail,)* }
            }
        }
    };
}

classes! {
    /// The body is not JSON that can be read.
    Malformed: "malformed", 400,
        "The body cannot be read as JSON",
        "Send one JSON value in UTF-8, complete and not nested too deeply, without numbers out of range and \
         halves of a surrogate pair.";
    /// The body starts with a byte order mark.
    ByteOrderMark: "byte_order_mark", 400,
        "The body starts with a byte order mark",
        "Send JSON in UTF-8 without a byte order mark (the bytes EF BB BF at the start).";
    /// An object of the body holds a name twice.
    DuplicateName: "duplicate_name", 400,
        "An object holds the same name more than once",
        "Send each name at most once in an object. The faults point at the objects \
         concerned.";
    /// The request carries a query string.
    UnexpectedQuery: "unexpected_query", 400,
        "The request carries a query string",
        "Send the facts in the body and leave the query string out. Addresses are kept in logs \
         on the way.";
    /// The query has a parameter that is not known, or a value that it cannot have.
    InvalidQuery: "invalid_query", 400,
        "The query has a parameter, or a value, that is not allowed",
        "Give each parameter that the resource knows at most once, with one of the values that its fault lists, or leave it out.";
    /// The body is not an incident.
    InvalidIncident: "invalid_incident", 422,
        "The body is not an incident",
        "Correct every fault listed. The schema at /schemas/incident.json describes what is \
         allowed.";
    /// The body is too large.
    TooLarge: "too_large", 413,
        "The body is too large",
        "Send at most 16 KiB. An incident with every fact needs less than a quarter of that.";
    /// The body is not sent as plain JSON.
    UnsupportedMediaType: "unsupported_media_type", 415,
        "The body is not sent as application/json",
        "Send Content-Type: application/json, and the body without any content encoding.";
    /// The client accepts no form in which there is an answer.
    NotAcceptable: "not_acceptable", 406,
        "There is no answer in a form that the client accepts",
        "Allow what the resource gives in the Accept header (application/json does for each), or \
         leave the header out.";
    /// The resource does not have this method.
    MethodNotAllowed: "method_not_allowed", 405,
        "The resource does not have this method",
        "Use one of the methods named in the Allow header.";
    /// There is no such resource.
    NotFound: "not_found", 404,
        "There is no such resource",
        "See /v1 for the resources that there are, and /docs/ for what each of them gives.";
    /// The caller has no key that is known.
    Unauthorized: "unauthorized", 401,
        "There is no key, or none that is known",
        "Send the key that the operator of this service has given you, as Authorization: Bearer or as \
         X-API-Key.";
    /// The key of the caller is no longer taken.
    Forbidden: "forbidden", 403,
        "The key has expired",
        "Ask the operator of this service for another.";
    /// The caller calls too often.
    TooMany: "too_many_requests", 429,
        "There are too many requests",
        "Send the request again after the seconds that Retry-After names.";
    /// The body did not arrive in time.
    Timeout: "timeout", 408,
        "The body did not arrive in time",
        "Send the request again, the whole body at once.";
    /// The fault is ours.
    Internal: "internal", 500,
        "The service failed",
        "The fault is not in the request. Send it again; if it fails again, tell the operator \
         the Request-Id.";
    /// The operator has withdrawn the guidance.
    GuidanceWithdrawn: "guidance_withdrawn", 503,
        "The guidance was withdrawn",
        "The operator of this service has withdrawn an edition of the guidance, and nothing is given \
         from it. Do not wait for it: follow the procedures of your organisation.";
    /// There is more to answer than can be answered in time.
    Overloaded: "overloaded", 503,
        "There is more to answer than can be answered in time",
        "Send the request again after the seconds that Retry-After names.";
}

impl Class {
    /// After how many seconds it may be worth to ask again, where that can be said.
    pub fn retry_after(self) -> Option<u32> {
        match self {
            Self::GuidanceWithdrawn => Some(60),
            Self::Overloaded => Some(1),
            _ => None,
        }
    }
}
