//! Problems: what an answer looks like when a request is refused (RFC 9457).
//!
//! The texts are fixed. A problem never holds anything of a request.

use serde::Serialize;
use utoipa::ToSchema;

use super::open_enum::open_enum;

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
}

open_enum! {
    /// What is wrong with one part of a request.
    pub enum FaultCode {
        /// A member that must be there is missing; `allowed` names it.
        Missing = "missing",
        /// One or more members that are not known.
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
        "The body is not valid JSON",
        "Send one JSON value in UTF-8, complete and not nested too deeply.";
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
    /// A parameter of the query has a value that it cannot have.
    InvalidQuery: "invalid_query", 400,
        "A parameter of the query has a value that is not allowed",
        "Give each parameter at most once, with one of the values that its fault lists, or leave it out.";
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
}
