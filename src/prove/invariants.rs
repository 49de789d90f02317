//! The invariants as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::contract::advice::{Basis, ControlName, ControlState, Danger, UrgencyLevel, Who};
use crate::guidance::WrittenCondition;

const WRITTEN: &str = include_str!("invariants.yaml");

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InvariantsFile {
    invariants: Vec<Invariant>,
}

/// One thing that must hold in every incident.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invariant {
    pub(super) id: String,
    pub(super) says: String,
    /// The pack that it is about: without that it says nothing.
    #[serde(default)]
    pub(super) needs: Option<String>,
    /// What must be so in no incident.
    #[serde(default)]
    pub(super) never: Option<Claim>,
    /// What is too large for that.
    #[serde(default)]
    pub(super) check: Option<Check>,
    /// The items that the check is about.
    #[serde(default)]
    pub(super) items: Vec<String>,
}

/// The checks that are written in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Check {
    Strength,
    OneStatus,
    Release,
    Monotone,
    EverythingCited,
    QuestionsCount,
    FactsAsked,
    Complete,
    Answered,
    DangerFirst,
    CautionShown,
    Exit,
    ProhibitionsSaid,
    UrgentSaid,
    StandingSaid,
    MostToDo,
    MostProhibitions,
    MostWords,
}

/// Where a line stands on the card of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CardSlot {
    Danger,
    Stop,
    DoNot,
    /// In `do` or `then`.
    Do,
    Say,
}

/// A condition on the answer to an incident: every member holds at once.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Claim {
    pub(super) contradictory: bool,
    pub(super) known: Option<WrittenCondition>,
    pub(super) possible: Option<WrittenCondition>,
    pub(super) refuted: Option<WrittenCondition>,
    pub(super) in_a_reading: Option<WrittenCondition>,
    pub(super) in_vain: Vec<String>,
    pub(super) recommended: Vec<String>,
    pub(super) withheld: Vec<String>,
    pub(super) conditional: Vec<String>,
    pub(super) pending: Vec<String>,
    pub(super) emergency: Vec<String>,
    pub(super) in_force: Vec<String>,
    pub(super) absent: Vec<String>,
    /// Prohibitions.
    pub(super) caution: Vec<String>,
    /// For an action that is shown, by whom.
    pub(super) acts: BTreeMap<String, Vec<String>>,
    /// For an item that is shown, how its title begins.
    pub(super) worded: BTreeMap<String, Vec<String>>,
    /// For a withheld action, the alternatives of its gate, counted from 1: it says of one that it waits for it.
    pub(super) waits_for: BTreeMap<String, Vec<usize>>,
    /// Contacts: an item that is shown, or a gap, names one of them.
    pub(super) names: Vec<String>,
    pub(super) explained: Vec<String>,
    pub(super) cites: BTreeMap<String, Vec<String>>,
    pub(super) cited: Vec<String>,
    /// Lines: one of them is on the card.
    pub(super) line: Vec<String>,
    /// For a line that is on the card, what it says.
    pub(super) variant: BTreeMap<String, Vec<String>>,
    /// For a line, where it stands.
    pub(super) slot: BTreeMap<String, Vec<CardSlot>>,
    /// For a line that is on the card, who does it.
    pub(super) who: BTreeMap<String, Vec<Who>>,
    /// A line of the card is done by one of these.
    pub(super) by: Vec<Who>,
    pub(super) level: BTreeMap<String, Vec<UrgencyLevel>>,
    pub(super) basis: BTreeMap<String, Vec<Basis>>,
    /// Contacts: a line of the card offers one of them.
    pub(super) calls: Vec<String>,
    pub(super) danger: Vec<Danger>,
    /// For a control, its state.
    pub(super) control: BTreeMap<ControlName, Vec<ControlState>>,
    pub(super) any: Vec<Claim>,
    pub(super) not: Option<Box<Claim>>,
}

/// Every invariant, in the order of the file.
///
/// # Panics
///
/// Never in a released program: the file is part of it, and a test reads it.
#[expect(
    clippy::expect_used,
    reason = "the file is embedded, and a test reads it"
)]
pub(super) fn invariants() -> Vec<Invariant> {
    let file: InvariantsFile = serde_saphyr::from_str(WRITTEN).expect("the invariants can be read");
    file.invariants
}
