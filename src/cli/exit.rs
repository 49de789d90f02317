//! How a command ends.

use std::io::{self, ErrorKind};

/// What a command comes to: done, or another exit.
pub(super) type CommandResult = Result<(), Exit>;

/// An exit other than "done": its code, and what is still to print.
#[derive(Debug)]
pub(super) struct Exit {
    pub(super) code: u8,
    pub(super) message: String,
}

impl Exit {
    /// The answer is no.
    pub(super) fn no(mut message: String) -> Self {
        message.push('\n');
        Self { code: 1, message }
    }

    /// It could not be tried.
    pub(super) fn unable(message: String) -> Self {
        Self {
            code: 2,
            ..Self::no(message)
        }
    }

    /// The answer is no, and everything is printed.
    pub(super) fn no_as_printed() -> Self {
        Self {
            code: 1,
            message: String::new(),
        }
    }

    /// Something could not be printed. That a reader has seen enough, such as `head`, is no failure.
    pub(super) fn unprinted(error: &io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self {
                code: 0,
                message: String::new(),
            };
        }
        Self::unable(format!("signpost cannot print: {error}"))
    }
}
