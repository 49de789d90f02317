//! The commands, a file for each, and what they share: how they print, and how they end.

mod advise;
mod check;
mod export;
mod health;
mod lines;
mod prove;
mod serve;

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use signpost::config::{Faults, OnDay};
use signpost::contract::problem::Refusal;
use signpost::guidance::diagnostic::Diagnostic;
use signpost::guidance::{Files, Guidance};
use time::{Date, OffsetDateTime};

pub(crate) use self::advise::advise;
pub(crate) use self::check::check;
pub(crate) use self::export::export;
pub(crate) use self::health::health;
pub(crate) use self::prove::prove;
pub(crate) use self::serve::serve;

/// How a command ends: well, or in another way.
pub(crate) type Done = Result<(), Ending>;

/// How a command ends otherwise: its exit code, and what is still to be said.
#[derive(Debug)]
pub(crate) struct Ending {
    code: u8,
    message: String,
}

impl Ending {
    /// The answer is no.
    fn no(mut message: String) -> Self {
        message.push('\n');
        Self { code: 1, message }
    }

    /// It could not be tried.
    fn unable(message: String) -> Self {
        Self {
            code: 2,
            ..Self::no(message)
        }
    }

    /// The answer is no, and everything has been said.
    fn no_as_said() -> Self {
        Self {
            code: 1,
            message: String::new(),
        }
    }

    /// An incident was refused: the problem is told in the bytes that HTTP sends.
    fn refused(refusal: &Refusal) -> Self {
        let end = line_end(&io::stderr());
        Self {
            code: 1,
            message: problem(refusal) + end,
        }
    }

    /// Something could not be printed. That a reader has seen enough, such as `head`, is no failure.
    fn unprinted(error: &io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self {
                code: 0,
                message: String::new(),
            };
        }
        Self::unable(format!("signpost cannot print: {error}"))
    }

    /// Says what is still to be said.
    pub(crate) fn tell(self) -> ExitCode {
        say(&self.message);
        self.code.into()
    }
}

/// Settings that cannot be used leave nothing to try.
impl From<Faults> for Ending {
    fn from(faults: Faults) -> Self {
        Self::unable(faults.to_string())
    }
}

/// What a refusal says, in the bytes that HTTP sends.
fn problem(refusal: &Refusal) -> String {
    serde_json::to_string(&refusal.problem()).unwrap_or_default()
}

/// What ends the line for a person who looks at it; a file gets the answer alone.
fn line_end(out: &impl IsTerminal) -> &'static str {
    if out.is_terminal() { "\n" } else { "" }
}

fn print(bytes: &[u8]) -> Done {
    let mut out = io::stdout().lock();
    let printed = out.write_all(bytes).and_then(|()| out.flush());
    printed.map_err(|error| Ending::unprinted(&error))
}

/// Says something on standard error. That nobody listens there is no failure.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The message of a panic can carry what was being worked on; its place cannot.
fn tell_panics_by_place(comfort: &'static str) {
    std::panic::set_hook(Box::new(move |panic| match panic.location() {
        Some(place) => say(&format!("signpost failed at {place}{comfort}\n")),
        None => say(&format!("signpost failed{comfort}\n")),
    }));
}

/// The guidance of a directory, or the guidance that the program carries, with what stands in another
/// directory added; or every fault in it.
fn loaded(directory: Option<&Path>, added: Option<&Path>) -> Result<Guidance, String> {
    let mut files = directory.map_or_else(Files::embedded, Files::read);
    if let Some(added) = added {
        files = files.with_local(added);
    }
    files.load().map_err(|faults| told(&faults))
}

/// Every fault, and how many there are.
fn told(faults: &[Diagnostic]) -> String {
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.push(number(faults.len(), "fault"));
    lines.join("\n")
}

/// So many things of a kind.
fn number(of: usize, kind: &str) -> String {
    match of {
        1 => format!("1 {kind}"),
        _ => format!("{of} {kind}s"),
    }
}

/// The day that is named, or the day that it is.
fn day(named: &OnDay) -> Result<Date, Ending> {
    Ok(named.named()?.unwrap_or_else(today))
}

/// The day that it is, in UTC.
fn today() -> Date {
    OffsetDateTime::now_utc().date()
}
