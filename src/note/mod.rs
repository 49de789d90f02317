//! The case note: advice as a page to paste into a record that takes no JSON.
//!
//! It says what the answer says, in the order in which a professional acts on it: danger, what not
//! to do, what to do, what waits, whom to contact, what to ask, and what all of it rests on. Its
//! words are those of the guidance and a few headings; nothing else can stand in it.

mod facts;
mod items;
mod markdown;
mod page;
mod people;
mod plain;
mod sections;

use self::page::Page;
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

/// The case note of an answer, with facts in the words of the vocabulary that they were stated in.
pub fn case_note(vocabulary: &Vocabulary, advice: &Advice<'_>, form: Form) -> String {
    let mut page = Page::default();
    sections::fill(&mut page, vocabulary, advice);
    match form {
        Form::Markdown => markdown::written(&page),
        Form::Plain => plain::written(&page),
    }
}
