//! How many random incidents the tests look at.

/// `few`, or `all` where the environment holds `ALL_INCIDENTS`: `.ci/run` sets it and builds with optimisation.
pub(crate) fn few_or_all(few: u64, all: u64) -> u64 {
    if std::env::var_os("ALL_INCIDENTS").is_some() {
        all
    } else {
        few
    }
}
