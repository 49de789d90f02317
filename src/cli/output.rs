//! What commands print, and how.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::exit::{CommandResult, Exit};

/// Prints on standard output.
pub(super) fn print(bytes: &[u8]) -> CommandResult {
    let mut out = io::stdout().lock();
    let printed = out.write_all(bytes).and_then(|()| out.flush());
    printed.map_err(|error| Exit::unprinted(&error))
}

/// Writes to standard error. That nobody reads it is no failure.
pub(super) fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Ends a command: prints the message of its exit.
pub(super) fn report(result: CommandResult) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Exit { code, message }) => {
            say(&message);
            code.into()
        }
    }
}

/// What ends the line for a person who looks at it; a file gets the answer alone.
pub(super) fn line_end(out: &impl IsTerminal) -> &'static str {
    if out.is_terminal() { "\n" } else { "" }
}

/// The message of a panic can carry what was being worked on; its place cannot.
///
/// Whoever can make it fail is not to fill what it prints: it says so once a minute, and the metrics count each.
pub(super) fn report_panics_by_place(comfort: &'static str) {
    let seldom: Mutex<Seldom> = Mutex::default();
    std::panic::set_hook(Box::new(move |panic| {
        let mut seldom = seldom.lock().unwrap_or_else(PoisonError::into_inner);
        if !seldom.may_be_said(Instant::now()) {
            return;
        }
        match panic.location() {
            Some(place) => say(&format!("signpost failed at {place}{comfort}\n")),
            None => say(&format!("signpost failed{comfort}\n")),
        }
    }));
}

const MINUTE: Duration = Duration::from_secs(60);

/// What is said once a minute, however often there is reason to.
#[derive(Debug, Default)]
struct Seldom {
    said: Option<Instant>,
}

impl Seldom {
    fn may_be_said(&mut self, now: Instant) -> bool {
        let may = self.said.is_none_or(|said| now - said >= MINUTE);
        if may {
            self.said = Some(now);
        }
        may
    }
}

/// So many things of a kind.
pub(super) fn number(of: usize, kind: &str) -> String {
    match of {
        1 => format!("1 {kind}"),
        _ => format!("{of} {kind}s"),
    }
}

/// Digits in groups of three.
#[cfg(feature = "authoring")]
pub(super) fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_reason_each_second_is_said_once_a_minute() {
        let mut seldom = Seldom::default();
        let start = Instant::now();
        let said =
            (0..240).filter(|second| seldom.may_be_said(start + Duration::from_secs(*second)));
        assert_eq!(said.collect::<Vec<_>>(), [0, 60, 120, 180]);
    }
}
