//! How many random incidents the tests look at that are also run by themselves, on many more. Apart
//! from `how_many`, which the tests in `src` read too.

use std::env;

use crate::how_many::few_or_all;

/// As many as `SIGNPOST_INCIDENTS` says, or else `few` or `all`.
#[expect(
    clippy::disallowed_methods,
    reason = "how many are looked at is a setting of the tests alone"
)]
pub(crate) fn asked_or(few: u64, all: u64) -> u64 {
    let asked = env::var("SIGNPOST_INCIDENTS").ok();
    let asked = asked.map(|asked| asked.parse().unwrap());
    asked.unwrap_or_else(|| few_or_all(few, all))
}
