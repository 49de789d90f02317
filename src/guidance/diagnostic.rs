//! Faults in guidance: what is wrong, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

use super::file::is_withdrawal;

/// One fault in a body of guidance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of fault.
    pub code: Code,
    /// The file, relative to the guidance directory.
    pub file: PathBuf,
    /// The line, counted from 1; 0 where the fault is of the file as a whole.
    pub line: u64,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The faults found so far: checking goes on after each, so that all are told at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Faults(Vec<Diagnostic>);

impl Faults {
    /// Adds a fault.
    pub(super) fn add(
        &mut self,
        code: Code,
        (file, line): (&Path, u64),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (message, help) = (message.into(), help.into());
        self.0.push(Diagnostic {
            code,
            file: file.to_owned(),
            line,
            message,
            help,
        });
    }

    /// Adds other faults.
    pub(super) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether a fault of this kind was found so far.
    pub(super) fn have(&self, code: Code) -> bool {
        self.0.iter().any(|fault| fault.code == code)
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every fault, file by file.
    pub(super) fn into_sorted(self) -> Vec<Diagnostic> {
        let mut faults = self.0;
        faults.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        faults
    }
}

impl From<Vec<Diagnostic>> for Faults {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self(faults)
    }
}

impl Diagnostic {
    /// Whether an edition is withdrawn, or may be: what cannot be read may say so.
    pub fn withdraws(&self) -> bool {
        self.code == Code::Withdrawn || is_withdrawal(&self.file)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{}:{}: {} [{}]",
            self.file.display(),
            self.line,
            self.message,
            self.code.name()
        )?;
        write!(formatter, "    help: {}", self.help)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The kinds of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every kind of fault.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// A directory or file that cannot be read.
    Unreadable = "unreadable",
    /// A file that is not the YAML that a pack is made of.
    Malformed = "malformed",
    /// A pack without exactly one header.
    Header = "header",
    /// An id, edition or date that is not written as it must be.
    BadWord = "bad_word",
    /// Words that are longer than they may be where they are read.
    TooLong = "too_long",
    /// Two things with one id.
    DuplicateId = "duplicate_id",
    /// A fact that is not what a fact must be.
    Fact = "fact",
    /// A fact that every body of guidance has and this one lacks.
    MissingFact = "missing_fact",
    /// Answers that cannot be true together and are not put as one question, or not soundly.
    Exclusion = "exclusion",
    /// A fact that the vocabulary does not have.
    UnknownFact = "unknown_fact",
    /// An answer that the fact does not have.
    UnknownAnswer = "unknown_answer",
    /// A scope fact inside a condition.
    ScopeFact = "scope_fact",
    /// A situation that no pack names.
    UnknownSituation = "unknown_situation",
    /// A gate that no pack names.
    UnknownGate = "unknown_gate",
    /// A contact that the file of contacts does not have.
    UnknownContact = "unknown_contact",
    /// A statement that no source has.
    UnknownStatement = "unknown_statement",
    /// A source that the header does not name.
    UnknownSource = "unknown_source",
    /// An item that no pack has.
    UnknownItem = "unknown_item",
    /// Something that rests on no statement.
    Uncited = "uncited",
    /// A statement that no item rests on.
    OrphanStatement = "orphan_statement",
    /// A voice that needs a note giving the reasoning, or has one too many.
    Note = "note",
    /// A reason that is more urgent than its statements say.
    Urgency = "urgency",
    /// A condition that can never hold.
    NeverHolds = "never_holds",
    /// A condition whose diagram outgrows what all conditions may take together.
    TooLarge = "too_large",
    /// Two items that cannot stand beside each other.
    Clash = "clash",
    /// A fact that decides something and that no question asks for.
    Unasked = "unasked",
    /// A prohibition whose parts do not fit together.
    Lift = "lift",
    /// A gate that can never open, or that waits for nothing.
    Gate = "gate",
    /// A contact without what a contact must have.
    Contact = "contact",
    /// Words that can be read as sending someone to the material.
    Wording = "wording",
    /// A line of the card that cannot be read in the first minute, or leaves something unsaid.
    Line = "line",
    /// A control that is opened where none may be, or that asks for what is no item of its kind.
    Control = "control",
    /// Something that an operator's own guidance may not do.
    Local = "local",
    /// An edition that the operator has withdrawn.
    Withdrawn = "withdrawn",
}
