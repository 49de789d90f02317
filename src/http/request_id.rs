//! The name of a request, for an answer and its line in the log.

use std::fmt;

use serde::{Serialize, Serializer};

/// Made here and at random. A `Request-Id` of the caller is not taken over: it could carry
/// anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct RequestId(u128);

impl RequestId {
    pub(super) fn random() -> Self {
        Self(fastrand::u128(..))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl Serialize for RequestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
