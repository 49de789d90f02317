//! Words that keep the place where they are written.

use serde_saphyr::Spanned;

/// A word together with the place where it is written.
pub(crate) type Word = Spanned<String>;

/// Whether a word can be an id.
pub(in crate::guidance) fn is_id(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// The line that a word is written on.
pub(in crate::guidance) fn line(word: &Word) -> u64 {
    word.referenced.line()
}
