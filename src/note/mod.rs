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
use crate::advise::advise;
use crate::contract::incident::Incident;
use crate::contract::include::Include;
use crate::guidance::Guidance;

/// The form of a case note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown (`CommonMark`).
    Markdown,
    /// Plain text that reads well on a phone: no line is broken, nothing needs a fixed width.
    Plain,
}

/// The case note of the advice on an incident.
pub fn case_note(guidance: &Guidance, incident: &Incident, form: Form) -> String {
    let incident = Incident {
        include: [Include::All].into(),
        ..incident.clone()
    };
    let advice = advise(guidance, &incident);
    let mut page = Page::default();
    sections::fill(&mut page, guidance.vocabulary(), &advice);
    match form {
        Form::Markdown => markdown::written(&page),
        Form::Plain => plain::written(&page),
    }
}
