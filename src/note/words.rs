//! How words of the guidance are joined into a sentence.

/// The words inside a sentence: with a small first letter, unless they start with a name in capitals.
pub(super) fn inside(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next();
    let rest = characters.as_str();
    match first {
        Some(first) if !rest.starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => words.to_owned(),
    }
}

/// The words as a sentence: with a full stop, where they have no end of their own.
pub(super) fn ended(mut words: String) -> String {
    if words.ends_with(char::is_alphanumeric) {
        words.push('.');
    }
    words
}
