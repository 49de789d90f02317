//! The card: terms, lines and controls.

use serde::Deserialize;

use super::conditions::WrittenCondition;
use super::word::Word;
use crate::contract::advice::{Actor, ControlName, Danger, Scope, Who};
use crate::contract::catalogue::{LineClass, Slot, VariantBasis};

/// A word in braces, and what is said for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenTermWords {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) says: Vec<WrittenSaying>,
}

/// What is said for a term, once something is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenSaying {
    /// Left out: always.
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    pub(in crate::guidance) text: Word,
}

/// One line of the card.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenLine {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) slot: Slot,
    #[serde(default)]
    pub(in crate::guidance) class: Option<LineClass>,
    /// The items that it stands for.
    pub(in crate::guidance) items: Vec<Word>,
    /// Those of them that every variant says.
    #[serde(default)]
    pub(in crate::guidance) covers: Vec<Word>,
    #[serde(default)]
    pub(in crate::guidance) who: Option<Who>,
    /// The contacts that it offers.
    #[serde(default)]
    pub(in crate::guidance) call: Vec<Word>,
    /// The facts that it asks for itself.
    #[serde(default)]
    pub(in crate::guidance) asks: Vec<Word>,
    /// What is not ruled out is said as if it were known.
    #[serde(default)]
    pub(in crate::guidance) full_strength: bool,
    /// It is never moved to what is done after the card.
    #[serde(default)]
    pub(in crate::guidance) never_cut: bool,
    pub(in crate::guidance) parts: Vec<Vec<WrittenVariant>>,
    /// What to do where the line cannot be done.
    #[serde(default)]
    pub(in crate::guidance) exit: Vec<WrittenVariant>,
}

/// One wording of a part of a line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenVariant {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) text: Word,
    /// The items that it names, all of which stand.
    #[serde(default, rename = "for")]
    pub(in crate::guidance) names: Vec<Word>,
    /// Items that it says without naming them.
    #[serde(default)]
    pub(in crate::guidance) covers: Vec<Word>,
    #[serde(default)]
    pub(in crate::guidance) basis: Option<VariantBasis>,
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    /// Left out: an incident, and of a line other than that of danger, prevention.
    #[serde(default)]
    pub(in crate::guidance) scope: Vec<Scope>,
    #[serde(default)]
    pub(in crate::guidance) slot: Option<Slot>,
    #[serde(default)]
    pub(in crate::guidance) stop: Option<u8>,
    #[serde(default)]
    pub(in crate::guidance) who: Option<Who>,
    /// The line that it follows.
    #[serde(default)]
    pub(in crate::guidance) after: Option<Word>,
    /// What the line of danger says of danger.
    #[serde(default)]
    pub(in crate::guidance) state: Option<Danger>,
}

impl WrittenVariant {
    /// In what kind of answer it counts, in a line of that slot (SEMANTICS 16.4).
    pub(in crate::guidance) fn scopes(&self, slot: Slot) -> Vec<Scope> {
        match (&*self.scope, slot) {
            ([], Slot::Danger) => vec![Scope::Incident],
            ([], _) => vec![Scope::Incident, Scope::Prevention],
            (written, _) => written.to_vec(),
        }
    }
}

/// Something that a caller's own screen can do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenControl {
    pub(in crate::guidance) id: serde_saphyr::Spanned<ControlName>,
    #[serde(default)]
    pub(in crate::guidance) blocked: Vec<WrittenControlEntry>,
    #[serde(default)]
    pub(in crate::guidance) ask_police_first: Vec<WrittenControlEntry>,
    #[serde(default)]
    pub(in crate::guidance) not_by_you: Vec<WrittenControlEntry>,
    #[serde(default)]
    pub(in crate::guidance) open: Vec<WrittenControlEntry>,
}

/// What makes a control have a state: all that it says must be so.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::guidance) struct WrittenControlEntry {
    /// One of these prohibitions is in force.
    pub(in crate::guidance) in_force: Vec<Word>,
    /// One of these actions is withheld.
    pub(in crate::guidance) withheld: Vec<Word>,
    /// One of these actions is to be taken, and is the lead's.
    pub(in crate::guidance) leads: Vec<Word>,
    /// One of these actions is recommended.
    pub(in crate::guidance) recommended: Vec<Word>,
    /// And has this actor.
    pub(in crate::guidance) actor: Option<Actor>,
    /// None of these prohibitions is in force.
    pub(in crate::guidance) absent: Vec<Word>,
    /// None of these prohibitions is a caution.
    pub(in crate::guidance) no_caution: Vec<Word>,
    pub(in crate::guidance) when: Option<WrittenCondition>,
}
