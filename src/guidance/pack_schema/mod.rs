//! Guidance as its authors write it: one type for each part of the YAML files.
//!
//! Files are read straight into these types, never through an untyped value, because YAML would
//! turn a word such as `no` or a number such as `0800 1111` into something else on the way. Words
//! that must be known elsewhere keep their place, so that a fault can point at its line.
//!
//! The catalogue publishes items from these types as well: what it tells of an item and its author does not
//! write is a member that is worked out when the guidance loads, and refused in a file. Doc comments on what is
//! published are published too.

mod card;
mod conditions;
mod facts;
mod header;
mod items;
mod questions;
mod word;
mod worked_out;

use serde::Deserialize;
use serde_saphyr::Spanned;

pub(super) use self::card::{
    WrittenControl, WrittenControlEntry, WrittenLine, WrittenTermWords, WrittenVariant,
};
pub(crate) use self::conditions::{WrittenCondition, WrittenTerm};
pub(super) use self::conditions::{WrittenGate, WrittenGateCondition, WrittenSituation};
pub(super) use self::facts::{
    ExclusionsFile, FactsFile, WrittenExcluded, WrittenExclusions, WrittenFact, WrittenGroup,
    WrittenSide,
};
pub(super) use self::header::{WrittenHeader, WrittenStatement, WrittenWithdrawal};
pub use self::items::{WrittenAction, WrittenProhibition};
pub(super) use self::items::{WrittenCaution, WrittenExtension, WrittenGround, WrittenRewording};
pub(super) use self::questions::WrittenNotCovered;
pub use self::questions::{WrittenExplanation, WrittenQuestion};
pub(crate) use self::word::Word;
pub(super) use self::word::{is_id, line};
use crate::contract::contact::Contact;

/// One file of a pack. Each part may stand in any file of the pack's folder.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::guidance) struct PackFile {
    pub(in crate::guidance) pack: Option<Spanned<WrittenHeader>>,
    pub(in crate::guidance) statements: Vec<WrittenStatement>,
    pub(in crate::guidance) situations: Vec<WrittenSituation>,
    pub(in crate::guidance) gates: Vec<WrittenGate>,
    pub(in crate::guidance) prohibitions: Vec<WrittenProhibition>,
    pub(in crate::guidance) actions: Vec<WrittenAction>,
    pub(in crate::guidance) questions: Vec<WrittenQuestion>,
    pub(in crate::guidance) explanations: Vec<WrittenExplanation>,
    pub(in crate::guidance) not_covered: Vec<WrittenNotCovered>,
    pub(in crate::guidance) extends: Vec<WrittenExtension>,
    pub(in crate::guidance) terms: Vec<WrittenTermWords>,
    pub(in crate::guidance) lines: Vec<WrittenLine>,
    pub(in crate::guidance) controls: Vec<WrittenControl>,
}

/// The file of contacts.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct ContactFile {
    pub(in crate::guidance) contacts: Vec<Spanned<Contact>>,
    /// When contacts are named nowhere.
    #[serde(default)]
    pub(in crate::guidance) not_named: Vec<WrittenNotNamed>,
}

/// Contacts that are named nowhere while something is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenNotNamed {
    pub(in crate::guidance) when: WrittenCondition,
    pub(in crate::guidance) contacts: Vec<Word>,
}

/// The editions that an operator has withdrawn.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WithdrawnFile {
    pub(in crate::guidance) withdrawn: Vec<WrittenWithdrawal>,
}
