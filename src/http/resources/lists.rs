//! The lists of the catalogue.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::advice::{Edition, Source};
use crate::contract::catalogue::{
    FactEntry, ItemEntry, LineEntry, PreventionEntry, StatementEntry,
};
use crate::contract::contact::Contact;
use crate::contract::override_reason::OverrideReason;
use crate::contract::prerendered::Prerendered;
use crate::guidance::{WrittenAction, WrittenExplanation, WrittenProhibition, WrittenQuestion};

/// Declares lists: an object with one member, so that more can stand beside it one day.
macro_rules! lists {
    ($($(#[$about:meta])* $name:ident { $member:ident: $entry:ty as $schema:ty })*) => {$(
        $(#[$about])*
        #[derive(Debug, Serialize, ToSchema)]
        pub(super) struct $name<'c> {
            /// In the order of the guidance.
            #[schema(value_type = Vec<$schema>)]
            pub(super) $member: &'c [$entry],
        }
    )*};
}

lists! {
    /// Every fact that can be stated about an incident.
    FactList { facts: FactEntry<'c> as FactEntry }
    /// Every item of advice in brief.
    ItemList { items: ItemEntry as ItemEntry }
    /// Every action.
    ActionList { actions: WrittenAction as WrittenAction }
    /// Every prohibition.
    ProhibitionList { prohibitions: WrittenProhibition as WrittenProhibition }
    /// Every question.
    QuestionList { questions: WrittenQuestion as WrittenQuestion }
    /// Every explanation.
    ExplanationList { explanations: WrittenExplanation as WrittenExplanation }
    /// Every line of the card.
    LineList { lines: LineEntry as LineEntry }
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
