//! Where incidents come from, and the problem of one that is refused.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use signpost::contract::problem::Refusal;
use signpost::intake::LIMIT;

use super::exit::Exit;

/// What is taken of an incident: a byte more than it may have shows that it is too large.
pub(super) const ENOUGH: u64 = LIMIT as u64 + 1;

/// Where incidents come from.
pub(super) struct Input {
    pub(super) reader: Box<dyn Read>,
    pub(super) name: String,
}

impl Input {
    pub(super) fn open(file: &Path) -> Result<Self, Exit> {
        if file == Path::new("-") {
            return Ok(Self {
                reader: Box::new(io::stdin()),
                name: "standard input".to_owned(),
            });
        }
        let name = file.display().to_string();
        match File::open(file) {
            Ok(file) => Ok(Self {
                reader: Box::new(file),
                name,
            }),
            Err(error) => Err(unread(&name, &error)),
        }
    }
}

/// The input cannot be read.
pub(super) fn unread(name: &str, error: &io::Error) -> Exit {
    Exit::unable(format!("signpost cannot read {name}: {error}"))
}

/// The problem of a refusal, in the bytes that HTTP sends.
pub(super) fn problem(refusal: &Refusal) -> String {
    serde_json::to_string(&refusal.problem()).unwrap_or_default()
}
