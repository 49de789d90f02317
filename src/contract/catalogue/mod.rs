//! The catalogue: everything that an answer can be made of, to be read and kept apart from any
//! incident.
//!
//! An entry says what guidance holds of an item; where the item stands in an incident only advice
//! says.

mod assurance;
mod front_door;
mod items;
mod sources;
mod vocabulary;

use serde::Serialize;
use utoipa::ToSchema;

pub use self::assurance::{PackAssurance, ProvedInvariant, ProvedPack};
pub use self::front_door::{FrontDoor, Link};
pub use self::items::{
    ActionEntry, ExplanationEntry, GateEntry, GroundEntry, ItemEntry, ItemKind, Listed,
    PreventionEntry, ProhibitionEntry, QuestionEntry, QuestionRank, Retired, WhenUnknown,
    WhileOpen, Wording,
};
pub use self::sources::{RestingItem, StatementEntry};
pub use self::vocabulary::{ExcludedAnswers, FactEntry, facts};
use super::advice::{Edition, Source};
use super::contact::Contact;
use super::override_reason::OverrideReason;
use super::prerendered::Prerendered;

/// What a body of guidance holds, in the order of the guidance. Entries of what is retired stand at
/// the end of their kind.
#[derive(Debug)]
pub struct Catalogue {
    /// Every item of advice, whatever its kind.
    pub items: Vec<ItemEntry>,
    /// What to do.
    pub actions: Vec<ActionEntry>,
    /// What not to do.
    pub prohibitions: Vec<ProhibitionEntry>,
    /// What to ask.
    pub questions: Vec<QuestionEntry>,
    /// What to know.
    pub explanations: Vec<ExplanationEntry>,
    /// How to work with children, and why they do it.
    pub prevention: Vec<PreventionEntry>,
    /// The documents.
    pub sources: Vec<Source>,
    /// Their statements.
    pub statements: Vec<StatementEntry>,
}

/// Declares lists: an object with one member, so that more can stand beside it one day.
macro_rules! lists {
    ($($(#[$about:meta])* $name:ident { $member:ident: $entry:ty as $schema:ty })*) => {$(
        $(#[$about])*
        #[derive(Debug, Serialize, ToSchema)]
        pub struct $name<'c> {
            /// In the order of the guidance.
            #[schema(value_type = Vec<$schema>)]
            pub $member: &'c [$entry],
        }
    )*};
}

lists! {
    /// Every fact that can be stated about an incident.
    FactList { facts: FactEntry<'c> as FactEntry }
    /// Every item of advice in brief.
    ItemList { items: ItemEntry as ItemEntry }
    /// Every action.
    ActionList { actions: ActionEntry as ActionEntry }
    /// Every prohibition.
    ProhibitionList { prohibitions: ProhibitionEntry as ProhibitionEntry }
    /// Every question.
    QuestionList { questions: QuestionEntry as QuestionEntry }
    /// Every explanation.
    ExplanationList { explanations: ExplanationEntry as ExplanationEntry }
    /// How to work with children so that nothing happens, and why they do it.
    PreventionList { prevention: PreventionEntry as PreventionEntry }
    /// Contacts: every one, or those that were asked for.
    ContactList { contacts: &'c Prerendered<Contact> as Contact }
    /// Every document that guidance rests on.
    SourceList { sources: Source as Source }
    /// Every statement of a document.
    StatementList { statements: &'c StatementEntry as StatementEntry }
    /// Every pack of guidance.
    GuidanceList { packs: Prerendered<Edition> as Edition }
    /// Every reason for not following an item.
    OverrideReasonList { override_reasons: OverrideReason as OverrideReason }
}
