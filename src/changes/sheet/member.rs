//! What a part of an answer is about, and how it is read.

use serde::Serialize;

/// What a part is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    /// Its kind.
    pub kind: Kind,
    /// Its id; nothing for the answer as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The kinds of what an answer speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the contract")]
pub enum Kind {
    Prohibition,
    Action,
    Question,
    Explanation,
    NotCovered,
    Situation,
    Contact,
    Statement,
    Answer,
}

/// The members of what an answer speaks of, by the names that they have there. `status` is also
/// whether a thing is there at all; the members of the answer stand for the order of its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words of the contract")]
pub enum Member {
    Status,
    Title,
    Detail,
    Actor,
    Protects,
    LiftedWhen,
    WithheldUntil,
    ReleaseHint,
    Note,
    Voice,
    Words,
    Completeness,
    Grounds,
    Cautions,
    Contacts,
    HoldsBack,
    Facts,
    Citations,
    WithheldBecause,
    DependsOn,
    Settles,
    Explains,
    Situations,
    Prohibitions,
    Actions,
    Questions,
    Explanations,
    NotCovered,
}

/// How a part is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Whether the thing is there, and as what: one line at most.
    Standing,
    /// One line at most.
    Choice,
    /// Lines that come and go.
    List,
    /// Lines that are parts of their own: only their order counts.
    Order,
}

impl Member {
    pub(crate) fn form(self, kind: Kind) -> Form {
        match self {
            _ if kind == Kind::Answer && self != Self::Completeness => Form::Order,
            Self::Status => Form::Standing,
            Self::Grounds
            | Self::Cautions
            | Self::Contacts
            | Self::HoldsBack
            | Self::Facts
            | Self::Citations
            | Self::WithheldBecause
            | Self::DependsOn
            | Self::Settles
            | Self::Explains => Form::List,
            _ => Form::Choice,
        }
    }
}
