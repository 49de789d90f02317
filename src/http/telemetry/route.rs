//! The route that a request took.

use std::fmt;
use std::sync::Arc;

use actix_web::HttpRequest;
use prometheus_client::encoding::{EncodeLabelValue, LabelValueEncoder};
use serde::{Serialize, Serializer};

/// The label of every path that no route has.
const UNMATCHED: &str = "unmatched";

/// The pattern of a route, such as `/schemas/{name}.json`. It is never a path: paths are the
/// caller's words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Route(Arc<str>);

impl Route {
    /// The route of a request that the router has seen.
    pub(super) fn of(request: &HttpRequest) -> Self {
        let pattern = request.match_pattern();
        Self(pattern.map_or_else(|| UNMATCHED.into(), Arc::from))
    }
}

impl EncodeLabelValue for Route {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> Result<(), fmt::Error> {
        (&*self.0).encode(encoder)
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
