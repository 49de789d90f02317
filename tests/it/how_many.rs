//! How many random incidents the tests look at.

use std::env;

/// `few`, or `all` where the tests that are ignored run too: `cargo test -- --include-ignored`, as `.ci/run` does in
/// an optimised build.
pub(crate) fn few_or_all(few: u64, all: u64) -> u64 {
    if env::args().any(|argument| argument == "--include-ignored") {
        all
    } else {
        few
    }
}

/// As many as `SIGNPOST_INCIDENTS` says, or else as above: for the tests that are also run by themselves, on many more.
#[expect(
    clippy::disallowed_methods,
    reason = "how many are looked at is a setting of the tests alone"
)]
pub(crate) fn asked_or(few: u64, all: u64) -> u64 {
    let asked = env::var("SIGNPOST_INCIDENTS").ok();
    let asked = asked.map(|asked| asked.parse().unwrap());
    asked.unwrap_or_else(|| few_or_all(few, all))
}
