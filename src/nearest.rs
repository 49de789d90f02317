//! The known name that is most like one that is not known.

/// How alike two names are at least, where the one may be meant by the other (Jaro-Winkler, 0 to 1).
const LIKE: f64 = 0.8;

/// The known name that is most like the unknown one, unless none is like it.
pub(crate) fn nearest<'n>(unknown: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let alike = known.map(|name| (name, strsim::jaro_winkler(unknown, name)));
    let best = alike.max_by(|one, other| one.1.total_cmp(&other.1));
    best.filter(|(_, likeness)| *likeness > LIKE)
        .map(|(name, _)| name)
}
