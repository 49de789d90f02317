//! Items of advice as guidance holds them.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::advice::{
    Actor, Caution, Protects, Reason, Scope, Strength, UrgencyLevel, Voice,
};
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

/// One reason for an item, as guidance holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroundEntry {
    /// In what kind of answer it counts.
    pub scope: Scope,
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// How strongly they say so.
    pub strength: Strength,
    /// How pressing they say that it is; absent where they say nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub urgency: Option<UrgencyLevel>,
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the editors speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
    /// The facts that it hangs on. A ground without any always holds.
    pub facts: Vec<String>,
}

/// What must be known before an action may go ahead.
#[derive(Debug, Serialize, ToSchema)]
pub struct GateEntry {
    /// What it waits for.
    pub until: String,
    /// What can be done so that it may go ahead.
    pub release_hint: String,
    /// What holds it back while something is not known.
    pub conditions: Vec<Reason>,
}

/// Other words for an item, used once something is known.
#[derive(Debug, Serialize, ToSchema)]
pub struct Wording {
    /// The item in one line.
    pub title: String,
    /// How, and what to mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// The facts that it hangs on.
    pub facts: Vec<String>,
}

/// Something to do, as guidance holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionEntry {
    /// Stable id.
    #[schema(example = "contact_police")]
    pub id: String,
    /// The pack that it belongs to.
    pub pack: String,
    /// The action in one line.
    #[schema(max_length = 140)]
    pub title: String,
    /// How, and what to mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// Who does it.
    pub actor: Actor,
    /// How pressing it can be: the strongest that any of its grounds says.
    pub urgency: UrgencyLevel,
    /// What becomes of it while it is not known whether it is due.
    pub when_unknown: WhenUnknown,
    /// What must be known before it may go ahead; absent where nothing must.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub gate: Option<GateEntry>,
    /// The prohibitions that hold it back while they are in force.
    pub held_back_by: Vec<String>,
    /// Other words for it, the first that apply being used.
    pub wordings: Vec<Wording>,
    /// The reasons for it.
    pub grounds: Vec<GroundEntry>,
    /// Contacts, by id, in the order in which to try them.
    pub contacts: Vec<String>,
    /// The explanations that come with it.
    pub explained_by: Vec<String>,
    /// Present once it is no longer given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retired: Option<Retired>,
}

/// Something not to do, as guidance holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProhibitionEntry {
    /// Stable id.
    #[schema(example = "do_not_delete")]
    pub id: String,
    /// The pack that it belongs to.
    pub pack: String,
    /// The prohibition in one line.
    #[schema(max_length = 140)]
    pub title: String,
    /// What it covers and what it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// What it protects.
    pub protects: Protects,
    /// What would lift it; absent when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub lifted_when: Option<String>,
    /// The actions that it holds back while it is in force.
    pub holds_back: Vec<String>,
    /// What can be done so that those may go ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub release_hint: Option<String>,
    /// What is said inside those actions while nobody has asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub caution: Option<Caution>,
    /// The reasons for it.
    pub grounds: Vec<GroundEntry>,
    /// Contacts, by id.
    pub contacts: Vec<String>,
    /// The explanations that come with it.
    pub explained_by: Vec<String>,
    /// Present once it is no longer given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retired: Option<Retired>,
}

/// Something to ask, as guidance holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionEntry {
    /// Stable id.
    #[schema(example = "ask_who_has_it")]
    pub id: String,
    /// The pack that it belongs to.
    pub pack: String,
    /// The question in one line.
    #[schema(max_length = 140)]
    pub title: String,
    /// How to ask it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// The facts that its answer fills.
    pub facts: Vec<String>,
    /// The statements that it comes from.
    pub citations: Vec<String>,
    /// Who speaks.
    pub voice: Voice,
    /// Present once it is no longer asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retired: Option<Retired>,
}

/// Something to know, as guidance holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExplanationEntry {
    /// Stable id.
    pub id: String,
    /// The pack that it belongs to.
    pub pack: String,
    /// The explanation in one line.
    #[schema(max_length = 140)]
    pub title: String,
    /// The rest of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// In what kind of answer it counts.
    pub scope: Scope,
    /// The items that it explains.
    pub explains: Vec<String>,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the editors speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
    /// Present once it is no longer given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub retired: Option<Retired>,
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
    #[schema(max_length = 140)]
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
