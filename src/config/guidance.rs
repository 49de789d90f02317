//! Which guidance a command works with, and on which day.

use std::path::{Path, PathBuf};

use clap::Args;
use time::Date;

use super::setting::{Faults, Given, Setting};
use crate::guidance::day;

pub(super) const DAY: Setting<Date> = Setting {
    allowed: "a day written year-month-day, such as 2026-11-22",
    read: |given| day(given.to_str()?),
};

pub(super) const DIRECTORY: Setting<PathBuf> = Setting {
    allowed: "the path of a directory",
    read: |given| Some(PathBuf::from(given)).filter(|path| path != Path::new("")),
};

/// What is added to the guidance.
#[derive(Debug, Args)]
pub struct Added {
    /// A directory with guidance of your own, which is added
    #[arg(long, value_name = "DIRECTORY")]
    guidance_dir: Option<PathBuf>,
}

impl Added {
    /// The directory.
    pub fn directory(&self) -> Option<&Path> {
        self.guidance_dir.as_deref()
    }
}

/// The day on which guidance is looked at.
#[derive(Debug, Args)]
pub struct OnDay {
    /// The day on which it is, year-month-day [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = DAY)]
    today: Option<Given<Date>>,
}

impl OnDay {
    /// The day, where one is named.
    ///
    /// # Errors
    ///
    /// It is not a day.
    pub fn named(&self) -> Result<Option<Date>, Faults> {
        let today = self.today.clone().transpose();
        today.map_err(|fault| Faults::of([Some(fault)]))
    }
}
