//! What items, questions and explanations refer to.

use super::contacts::Contacts;
use super::statements::Statements;
use super::voices::Voices;
use crate::guidance::parsed::Parsed;

/// What there is before any of them is compiled.
#[derive(Debug)]
pub(super) struct Referable<'k> {
    pub(super) parsed: &'k Parsed,
    pub(super) statements: &'k Statements,
    pub(super) contacts: &'k Contacts,
    pub(super) voices: &'k Voices,
}
