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

/// What the page tells of what an answer holds only where it is asked for.
const OF_THE_PAGE: [Include; 4] = [
    Include::Possible,
    Include::AllQuestions,
    Include::Explanations,
    Include::Facts,
];

/// The case note of the advice on an incident: a page of at most 450 words and 4,000 characters, or, where the
/// incident asks for all of it, the whole.
pub fn case_note(guidance: &Guidance, incident: &Incident, form: Form) -> String {
    let guidance = guidance.restricted(incident.packs);
    let whole = incident.include.contains(&Include::All);
    let mut told = incident.clone();
    told.include = if whole {
        [Include::All].into()
    } else {
        OF_THE_PAGE.into()
    };
    let advice = advise(guidance, &told);
    let sheet = if whole {
        whole::written(guidance, &advice)
    } else {
        page::written(guidance, &advice)
    };
    match form {
        Form::Markdown => markdown::written(&sheet),
        Form::Plain => plain::written(&sheet),
    }
}
