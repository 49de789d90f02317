//! Prohibitions and actions, with their grounds.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conditions::WrittenCondition;
use super::word::Word;
use super::worked_out::worked_out;
use crate::contract::advice::{Actor, Caution, Protects, Scope, Strength, UrgencyLevel, Voice};
use crate::contract::catalogue::{GateEntry, Listed, Retired, WhenUnknown, WhileOpen};

/// One reason for an item, as guidance holds it.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GroundEntry)]
pub(in crate::guidance) struct WrittenGround {
    /// In what kind of answer it counts.
    #[serde(default)]
    #[schema(required)]
    pub(in crate::guidance) scope: Scope,
    /// Left out: always.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    /// The reason in one line.
    #[schema(value_type = String, max_length = 90)]
    pub(in crate::guidance) because: Word,
    /// The statements that it rests on.
    #[serde(rename(serialize = "citations"))]
    #[schema(rename = "citations", value_type = Vec<String>)]
    pub(in crate::guidance) statements: Vec<Word>,
    /// How strongly they say so.
    pub(in crate::guidance) strength: Strength,
    /// How pressing they say that it is; absent where they say nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) urgency: Option<UrgencyLevel>,
    /// Whether that counts for the answer, and not only for the order of the actions.
    #[serde(default = "yes")]
    #[schema(required)]
    pub(in crate::guidance) raises_answer: bool,
    /// Who speaks.
    #[serde(default)]
    #[schema(value_type = Voice, required)]
    pub(in crate::guidance) voice: Option<Voice>,
    /// The reasoning, where the editors speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 300)]
    pub(in crate::guidance) note: Option<Word>,
    /// The facts that it hangs on. A ground without any always holds.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) facts: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Reasons of a pack for an item of an earlier one: one act stays one item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenExtension {
    pub(in crate::guidance) item: Word,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
}

/// Other words for an item, used once something is known.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Wording)]
pub(in crate::guidance) struct WrittenRewording {
    #[serde(skip_serializing)]
    pub(in crate::guidance) once: WrittenCondition,
    /// The item in one line.
    #[schema(value_type = String, max_length = 80)]
    pub(in crate::guidance) title: Word,
    /// It in at most eight words; absent where the title has no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false)]
    pub(in crate::guidance) short: Option<Word>,
    /// How, and what to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 170)]
    pub(in crate::guidance) detail: Option<Word>,
    /// Who does it then; absent where that does not change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) actor: Option<Actor>,
    /// The facts that it hangs on.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) facts: Vec<String>,
}

/// Something not to do, as guidance holds it.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProhibitionEntry)]
pub struct WrittenProhibition {
    /// Stable id.
    #[schema(value_type = String, example = "do_not_delete")]
    pub(crate) id: Word,
    /// The pack that it belongs to.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) pack: String,
    /// The prohibition in one line.
    #[schema(value_type = String, max_length = 80)]
    pub(in crate::guidance) title: Word,
    /// What it covers and what it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 170)]
    pub(in crate::guidance) detail: Option<Word>,
    /// What it protects.
    pub(in crate::guidance) protects: Protects,
    /// What, once it is known, lifts it.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) lifted_when: Option<WrittenCondition>,
    /// What would lift it; absent when nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename(serialize = "lifted_when"))]
    #[schema(rename = "lifted_when", value_type = Option<String>, nullable = false, max_length = 140)]
    pub(in crate::guidance) lifted_says: Option<Word>,
    /// That in at most fourteen words, as a clause; absent where nothing waits for it, or it has no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false)]
    pub(in crate::guidance) lifted_short: Option<Word>,
    /// The actions that it holds back while it is in force.
    #[serde(default)]
    #[schema(value_type = Vec<String>, required)]
    pub(in crate::guidance) holds_back: Vec<Word>,
    /// What can be done so that those may go ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 110)]
    pub(in crate::guidance) release_hint: Option<Word>,
    /// What it is while it is neither certain nor ruled out, where it protects welfare. Any other is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) while_open: Option<WrittenWhileOpen>,
    /// What is said inside those actions while it is a caution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Caution>, nullable = false)]
    pub(in crate::guidance) caution: Option<WrittenCaution>,
    /// The reasons for it.
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
    /// Contacts, by id.
    #[serde(default)]
    #[schema(value_type = Vec<String>, required)]
    pub(in crate::guidance) contacts: Vec<Word>,
    /// The explanations that come with it.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) explained_by: Vec<String>,
    /// Present once it is no longer given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// What a prohibition is while it is neither certain nor ruled out.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WhileOpenEntry)]
pub(in crate::guidance) struct WrittenWhileOpen {
    /// While nobody has asked.
    pub(in crate::guidance) not_asked: WhileOpen,
    /// Once somebody has asked, and it is not known.
    pub(in crate::guidance) not_known: WhileOpen,
    /// It is in force, whoever has asked, where this is so.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) in_force_when: Option<WrittenCondition>,
}

/// What to make sure of before doing what a prohibition would hold back.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenCaution {
    /// The prohibition that would hold the action back.
    #[serde(default, deserialize_with = "worked_out")]
    pub(in crate::guidance) prohibition: String,
    #[serde(rename(serialize = "because"))]
    pub(in crate::guidance) says: Word,
    #[serde(rename(serialize = "citations"))]
    pub(in crate::guidance) statements: Vec<Word>,
}

/// Something to do, as guidance holds it.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ActionEntry)]
pub struct WrittenAction {
    /// Stable id.
    #[schema(value_type = String, example = "contact_police")]
    pub(crate) id: Word,
    /// The pack that it belongs to.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) pack: String,
    /// The action in one line.
    #[schema(value_type = String, max_length = 80)]
    pub(in crate::guidance) title: Word,
    /// It in at most eight words, as a clause; absent where the title has no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false)]
    pub(in crate::guidance) short: Option<Word>,
    /// How, and what to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 170)]
    pub(in crate::guidance) detail: Option<Word>,
    /// Who does it.
    pub(in crate::guidance) actor: Actor,
    /// How pressing it can be: the strongest that any of its grounds says.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(value_type = UrgencyLevel, required)]
    pub(in crate::guidance) urgency: Option<UrgencyLevel>,
    /// What becomes of it while it is not known whether it is due.
    pub(in crate::guidance) when_unknown: WhenUnknown,
    /// Whether it is among the actions wherever it is not ruled out; absent where it can wait for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) listed: Option<Listed>,
    /// The action of an earlier pack that it stands before. Left out: it stands where it is written.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) before: Option<Word>,
    /// The gate by its name.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) gate: Option<Word>,
    /// What must be known before it may go ahead; absent where nothing must.
    #[serde(default, deserialize_with = "worked_out")]
    #[serde(rename(serialize = "gate"), skip_serializing_if = "Option::is_none")]
    #[schema(rename = "gate", nullable = false)]
    pub(in crate::guidance) waits_for: Option<GateEntry>,
    /// The prohibitions that hold it back while they are in force.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) held_back_by: Vec<String>,
    /// What, once it is known, means that it is done or no longer needed.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) lifted_when: Option<WrittenCondition>,
    /// Other words for it, the first that apply being used.
    #[serde(default, rename(serialize = "wordings"))]
    #[schema(rename = "wordings", required)]
    pub(in crate::guidance) rewordings: Vec<WrittenRewording>,
    /// Once this is known, the action comes first among those that wait, with words of its own.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) escalates_when: Option<WrittenEscalation>,
    /// The reasons for it.
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
    /// Contacts, by id, in the order in which to try them.
    #[serde(default)]
    #[schema(value_type = Vec<String>, required)]
    pub(in crate::guidance) contacts: Vec<Word>,
    /// The explanations that come with it.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) explained_by: Vec<String>,
    /// Present once it is no longer given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// What makes a waiting action press.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenEscalation {
    pub(in crate::guidance) once: WrittenCondition,
    pub(in crate::guidance) release_hint: Word,
}
