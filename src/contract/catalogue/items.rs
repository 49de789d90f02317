//! What is told of items beside what their packs say.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::advice::Reason;
use crate::contract::open_enum::open_enum;

open_enum! {
    /// What kind of item something is.
    pub enum ItemKind {
        /// Something to do.
        Action = "action",
        /// Something not to do.
        Prohibition = "prohibition",
        /// Something to ask.
        Question = "question",
        /// Something to know.
        Explanation = "explanation",
    }
}

open_enum! {
    /// What becomes of an action while it is not known whether it is due.
    pub enum WhenUnknown {
        /// Protective: what is not ruled out counts.
        Act = "act",
        /// It waits for the facts.
        Wait = "wait",
    }

    /// Where an action stands that never waits for the answer to a question.
    pub enum Listed {
        /// Among the actions, wherever it is not ruled out, lifted or held back.
        Always = "always",
    }

    /// What a prohibition that protects welfare is while it is neither certain nor ruled out.
    pub enum WhileOpen {
        /// Nothing.
        Absent = "absent",
        /// A caution in the actions that it would hold back.
        Caution = "caution",
        /// In force, as a precaution.
        InForce = "in_force",
    }

    /// What a question is about that comes before those that are ordered by what they settle.
    pub enum QuestionRank {
        /// Whether somebody is in danger.
        Life = "life",
        /// Whether whoever is responsible still reaches the child.
        Contact = "contact",
        /// Whether it is safe at home.
        Home = "home",
        /// Who can be told where the caller works.
        Telling = "telling",
    }
}

/// An item in brief: what an id stands for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemEntry {
    /// Stable id.
    #[schema(example = "contact_police")]
    pub id: String,
    /// What kind of item it is.
    pub kind: ItemKind,
    /// The item in one line.
    pub title: String,
    /// Where the whole of it stands, from the root of the service.
    #[schema(example = "/v1/actions/contact_police")]
    pub href: String,
    /// Present once it is no longer given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retired: Option<Retired>,
}

/// Why an item is no longer given. Its id still resolves and is never used again.
#[derive(Debug, Clone, Serialize, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// The first edition of its pack without it.
    pub since: String,
    /// Why.
    pub because: String,
    /// The item that stands in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub replaced_by: Option<String>,
}

/// What must be known before an action may go ahead.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GateEntry {
    /// What it waits for.
    pub until: String,
    /// That in short, of each way that is enough at most fourteen words; absent where it is as short.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub short: Option<String>,
    /// What can be done so that it may go ahead.
    pub release_hint: String,
    /// What holds it back while something is not known.
    pub conditions: Vec<Reason>,
}

/// Something to do or to know so that nothing happens.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreventionEntry {
    /// Stable id.
    #[schema(example = "let_them_talk")]
    pub id: String,
    /// Whether it is something to do or something to know.
    pub kind: ItemKind,
    /// It in one line.
    #[schema(max_length = 80)]
    pub title: String,
    /// The rest of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// Where the whole of it stands, from the root of the service.
    pub href: String,
}
