//! Fills the state of a service, and keeps its guidance as new as the operator's files and the day.
//!
//! The files in force stay in memory, so that at midnight they are another day's without being read:
//! what an operator has half written is never served because of the hour. A fault in new files is no
//! reason to stop giving the old, which were sound; a withdrawn edition is, and then nothing comes
//! from guidance at all, for a wrong number is wrong in the catalogue as well.

use std::path::PathBuf;

use actix_web::web::Data;
use time::Date;

use super::documents::Documents;
use super::resources;
use super::state::{ActiveGuidance, Snapshot, State};
use crate::guidance::diagnostic::Diagnostic;
use crate::guidance::{Files, Guidance};
use crate::intake::Intake;

/// Loads the guidance of a service, and loads it anew. It blocks while it does.
#[derive(Debug, Clone)]
pub struct Reloader {
    /// Where the operator keeps what is added to the guidance that the program carries.
    local: Option<PathBuf>,
    /// What the guidance in force was made of; nothing where it was withdrawn.
    files: Option<Files>,
    day: Date,
    state: Data<State>,
}

impl Reloader {
    /// Loads the guidance that the program carries, with what the operator's directory adds, as
    /// it is on a day. The documents are made of its facts and of the names of its packs, which an operator cannot change.
    ///
    /// # Errors
    ///
    /// Every fault found.
    pub fn new(
        documents: impl FnOnce(&Guidance) -> Documents,
        local: Option<PathBuf>,
        day: Date,
    ) -> Result<Self, Vec<Diagnostic>> {
        let files = read(local.as_ref());
        let guidance = files.load()?.on(day);
        let documents = documents(&guidance);
        Ok(Self {
            local,
            files: Some(files),
            day,
            state: Data::new(initial_state(&documents, guidance)),
        })
    }

    /// What the requests of the service are answered from.
    pub fn state(&self) -> Data<State> {
        self.state.clone()
    }

    /// Reads the operator's directory again. Where it has a fault, what is in force goes on; where it
    /// withdraws an edition, nothing does.
    ///
    /// # Errors
    ///
    /// Every fault found.
    pub fn reload(&mut self, day: Date) -> Result<(), Vec<Diagnostic>> {
        let files = read(self.local.as_ref());
        match files.load() {
            Ok(guidance) => {
                self.files = Some(files);
                self.day = day;
                self.state.activate(snapshot(guidance.on(day)));
                Ok(())
            }
            Err(mut faults) => {
                // What was to take the place of a withdrawn edition can have faults of its own.
                let known = faults.clone();
                let withdrawn = self.withdrawn_by(&files).into_iter();
                faults.extend(withdrawn.filter(|fault| !known.contains(fault)));
                if faults.iter().any(Diagnostic::withdraws) {
                    self.files = None;
                    self.state.withdraw();
                } else {
                    self.refuse();
                }
                Err(faults)
            }
        }
    }

    /// What of these files withdraws what is in force.
    fn withdrawn_by(&self, files: &Files) -> Vec<Diagnostic> {
        let now = self.state.now();
        let active = now.active();
        active.map_or_else(|_| Vec::new(), |active| files.withdraw(&active.guidance))
    }

    /// What is in force goes on, although it was to be loaded anew.
    pub fn refuse(&self) {
        self.state.refuse();
    }

    /// Whether the guidance was last loaded on that day.
    pub fn is_of(&self, day: Date) -> bool {
        self.day == day
    }

    /// Another day has begun: what is in force is loaded on it, and nothing is read again.
    pub fn change_day(&mut self, day: Date) {
        self.day = day;
        // What had no fault on one day has none on another.
        if let Some(Ok(guidance)) = self.files.as_ref().map(Files::load) {
            self.state.change_day(snapshot(guidance.on(day)));
        }
    }
}

/// The state of a service with that guidance, which these documents describe.
pub fn initial_state(documents: &Documents, guidance: Guidance) -> State {
    State::new(resources::documents(documents), snapshot(guidance))
}

fn snapshot(guidance: Guidance) -> Snapshot {
    let intake = Intake::new(&guidance);
    let active = ActiveGuidance {
        catalogue: resources::catalogue(&guidance),
        guidance,
    };
    Snapshot::of(intake, active)
}

fn read(local: Option<&PathBuf>) -> Files {
    let files = Files::embedded();
    match local {
        Some(local) => files.with_local(local),
        None => files,
    }
}
