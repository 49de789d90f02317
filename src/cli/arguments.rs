//! Options that more than one command has, and how a day is read.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use signpost::guidance::day;
use time::{Date, OffsetDateTime};

/// What is added to the guidance.
#[derive(Debug, Args)]
pub(super) struct Added {
    /// A directory with guidance of your own, which is added
    #[arg(long, value_name = "DIRECTORY")]
    guidance_dir: Option<PathBuf>,
}

impl Added {
    /// The directory.
    pub(super) fn directory(&self) -> Option<&Path> {
        self.guidance_dir.as_deref()
    }
}

/// The day on which guidance is looked at.
#[derive(Debug, Args)]
pub(super) struct OnDay {
    /// The day on which it is, year-month-day [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
}

impl OnDay {
    /// The day that is named, or the day that it is.
    pub(super) fn day(&self) -> Date {
        self.today.unwrap_or_else(today)
    }
}

/// Where a service listens.
#[derive(Debug, Args)]
pub(super) struct Listen {
    /// The address and port that the service listens at
    #[arg(long, env = "SIGNPOST_BIND", value_name = "ADDRESS", value_parser = address)]
    #[arg(default_value = "127.0.0.1:8080")]
    pub(super) bind: SocketAddr,
}

/// Reads a day.
pub(super) fn date(text: &str) -> Result<Date, &'static str> {
    day(text).ok_or("it must be a day written year-month-day, such as 2026-11-22")
}

/// Reads an address. The message of the standard library does not say what an address looks like.
pub(super) fn address(text: &str) -> Result<SocketAddr, &'static str> {
    const FORM: &str = "it must be an IP address and a port, such as 127.0.0.1:8080 or [::]:8080";
    text.parse().or(Err(FORM))
}

/// The day that it is, in UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "what is overdue is told by the day, which is a setting"
)]
pub(super) fn today() -> Date {
    OffsetDateTime::now_utc().date()
}
