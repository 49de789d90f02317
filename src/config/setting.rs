//! A setting, from its flag or its variable.
//!
//! Reading one never fails the command line: clap would stop at the first that cannot be used, and
//! would let the variables of the service stand in the way of a command that needs none of them.

use std::ffi::{OsStr, OsString};
use std::fmt;

use clap::builder::TypedValueParser;
use clap::parser::ValueSource;
use clap::{Arg, Command, Error};

/// A setting as it was given: its value, or what is wrong with it.
pub type Given<T> = Result<T, Fault>;

/// A setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The flag or the variable.
    origin: String,
    allowed: &'static str,
    value: OsString,
}

impl fmt::Display for Fault {
    #[expect(
        clippy::unnecessary_debug_formatting,
        reason = "it shows where the value begins and ends, and what cannot be printed"
    )]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            origin,
            allowed,
            value,
        } = self;
        write!(formatter, "{origin} must be {allowed}; it is {value:?}")
    }
}

/// Every setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults among the settings.
    pub(super) fn of(faults: impl IntoIterator<Item = Option<Fault>>) -> Self {
        Self(faults.into_iter().flatten().collect())
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("signpost cannot use these settings:")?;
        self.0
            .iter()
            .try_for_each(|fault| write!(formatter, "\n  {fault}"))
    }
}

/// How a setting is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<T> {
    /// What it must be, in words.
    pub(super) allowed: &'static str,
    /// Its value, where it is allowed. A path need not be text.
    pub(super) read: fn(&OsStr) -> Option<T>,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Setting<T> {
    type Value = Given<T>;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Given<T>, Error> {
        self.parse_ref_(command, arg, value, ValueSource::CommandLine)
    }

    fn parse_ref_(
        &self,
        _: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
        source: ValueSource,
    ) -> Result<Given<T>, Error> {
        let read = (self.read)(value);
        Ok(read.ok_or_else(|| Fault {
            origin: arg.map(|arg| origin(arg, source)).unwrap_or_default(),
            allowed: self.allowed,
            value: value.to_owned(),
        }))
    }
}

/// The flag or the variable from which a value came.
fn origin(arg: &Arg, source: ValueSource) -> String {
    match (source, arg.get_env()) {
        (ValueSource::EnvVariable, Some(variable)) => variable.display().to_string(),
        _ => format!("--{}", arg.get_long().unwrap_or(arg.get_id().as_str())),
    }
}
