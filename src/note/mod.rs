//! The case note: advice as a page to paste into a record that takes no JSON.
//!
//! The page holds the card and what stands behind it in at most 450 words (SEMANTICS 18); the whole says all that the
//! answer says, with its reasons. Either way the words are those of the guidance and a few headings; nothing else can
//! stand in it.

mod contacts;
mod markdown;
mod members;
mod page;
mod plain;
mod sheet;
mod whole;
mod words;

use crate::contract::advice::Advice;
use crate::facts::Vocabulary;

/// The form of a case note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown (`CommonMark`).
    Markdown,
    /// Plain text that reads well on a phone: no line is broken, nothing needs a fixed width.
    Plain,
}

/// How much a case note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// A page: at most 450 words and 4,000 characters.
    Page,
    /// Everything that the answer says.
    Whole,
}

/// The case note of an answer, with facts in the words of the vocabulary that they were stated in.
pub fn case_note(
    vocabulary: &Vocabulary,
    advice: &Advice<'_>,
    form: Form,
    length: Length,
) -> String {
    let sheet = match length {
        Length::Page => page::written(vocabulary, advice),
        Length::Whole => whole::written(vocabulary, advice),
    };
    match form {
        Form::Markdown => markdown::written(&sheet),
        Form::Plain => plain::written(&sheet),
    }
}
