//! What items, questions and explanations refer to.

use super::contacts::Contacts;
use super::references::References;
use super::voices::Voices;
use crate::guidance::parsed::Parsed;

/// What there is before any of them is compiled.
#[derive(Debug)]
pub(super) struct Known<'k> {
    pub(super) parsed: &'k Parsed,
    pub(super) references: &'k References,
    pub(super) contacts: &'k Contacts,
    pub(super) voices: &'k Voices,
}
