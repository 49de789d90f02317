//! What says who may call, while the service runs: it can be read again.

use std::path::PathBuf;
use std::sync::Arc;

use signpost::http::{Keys, Settings, Tls};

use super::who::read_keys;
use crate::cli::output::say;

/// What says who may call.
#[derive(Debug, Clone)]
pub(super) struct Access {
    file: Option<PathBuf>,
    keys: Keys,
    tls: Option<Arc<Tls>>,
}

impl Access {
    pub(super) fn new(file: Option<PathBuf>, settings: &Settings) -> Self {
        Self {
            file,
            keys: settings.keys.clone(),
            tls: settings.tls.clone(),
        }
    }

    /// Reads keys and certificates again. Where they cannot be used, those in force go on.
    pub(super) fn read_again(&self) {
        if let Some(file) = &self.file {
            match read_keys(file) {
                Ok(keys) => {
                    self.keys.take(keys);
                    say("signpost has read its keys again\n");
                }
                Err(faults) => {
                    self.keys.refuse();
                    say(&format!(
                        "signpost has not taken the keys that it was told to read: those before go on\n{faults}\n"
                    ));
                }
            }
        }
        if let Some(tls) = &self.tls {
            match tls.read_again() {
                Ok(()) => say("signpost has read its certificates again\n"),
                Err(fault) => say(&format!(
                    "signpost has not taken the certificates that it was told to read: those before go on\n{fault}\n"
                )),
            }
        }
    }
}
