//! How many random incidents the tests look at.

use std::env;

/// `few`, or `all` where the tests that are ignored run too: `cargo test -- --include-ignored`, as `.ci/run` does.
pub(crate) fn few_or_all(few: u64, all: u64) -> u64 {
    if env::args().any(|argument| argument == "--include-ignored") {
        all
    } else {
        few
    }
}
