//! Members of an entry of the catalogue that nobody writes.

use serde::de::{Deserializer, Error};

/// Refuses a member that is worked out from the rest of the guidance when it loads.
pub(super) fn worked_out<'de, D: Deserializer<'de>, T>(_: D) -> Result<T, D::Error> {
    Err(D::Error::custom(
        "this is worked out from the rest of the guidance: leave it out",
    ))
}
