//! The answer: advice for a professional about one incident, in reading order.
//!
//! Everything that is known when guidance loads is a [`Piece`]; an answer borrows it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::contact::Contact;
use super::incident::{CountedFact, StatedAnswer};
use super::piece::{Piece, Text};

/// Advice about one incident. It advises a professional; it decides nothing.
///
/// Members stand in reading order. The same facts and guidance give the same bytes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Advice<'g> {
    /// What kind of answer this is.
    pub scope: Scope,
    /// How pressing it is.
    pub urgency: Urgency<'g>,
    /// The named conditions of the guidance that are known to hold.
    #[schema(value_type = Vec<Situation>)]
    pub situations: Vec<&'g Piece<Situation>>,
    /// What must not be done.
    pub prohibitions: Vec<Prohibition<'g>>,
    /// What to do: first what is recommended, then what is not ruled out, then what waits, then
    /// what depends on an answer.
    pub actions: Vec<Action<'g>>,
    /// The withheld actions, gathered by what they wait for: one line each on a screen.
    pub waiting: Vec<Waiting<'g>>,
    /// What to ask next, most useful first. No recommended action waits for an answer.
    pub questions: Vec<Question<'g>>,
    /// Why: they come with the items that they explain.
    pub explanations: Vec<Explanation<'g>>,
    /// Every contact that the answer names, once.
    #[schema(value_type = Vec<Contact>)]
    pub contacts: Vec<&'g Piece<Contact>>,
    /// Every statement that the answer cites, once.
    #[schema(value_type = Vec<Citation>)]
    pub citations: Vec<&'g Piece<Citation>>,
    /// Stated answers that cannot all be true. Until they are settled the protective reading
    /// counts and no gate opens.
    pub contradictions: Vec<Contradiction>,
    /// What the guidance does not address in this incident.
    pub not_covered: Vec<NotCovered<'g>>,
    /// Whether a fact that is still open could change this answer.
    pub completeness: Completeness,
    /// The facts as they were counted.
    pub facts: Vec<CountedFact>,
    /// The guidance that the answer rests on.
    #[schema(value_type = Vec<Edition>)]
    pub guidance: Vec<&'g Piece<Edition>>,
}

/// What kind of answer this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Advice about an incident.
    #[default]
    Incident,
    /// Nothing has happened: how to work with children so that it stays so.
    Prevention,
    /// Nobody involved was under 18: this guidance has no advice.
    OutOfScope,
}

/// How pressing the answer is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Urgency<'g> {
    /// The strongest level among the items in force.
    pub level: UrgencyLevel,
    /// The items that give that level.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<&'g str>,
}

/// A level of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UrgencyLevel {
    /// No statement calls for more.
    Standard,
    /// A life may be in danger now.
    Emergency,
}

/// A named condition of the guidance that is known to hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct Situation {
    /// Stable id.
    #[schema(example = "sent_or_posted")]
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The statements that describe it.
    pub citations: Vec<String>,
}

/// Something not to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Prohibition<'g> {
    /// Stable id.
    #[schema(value_type = String, example = "do_not_delete")]
    pub id: &'g str,
    /// The prohibition in one line.
    #[schema(value_type = String, max_length = 140)]
    pub title: &'g Text,
    /// What it covers and what it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub detail: Option<&'g Text>,
    /// Whether it is certain.
    pub status: ProhibitionStatus,
    /// What it protects.
    pub protects: Protects,
    /// What would lift it; absent when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub lifted_when: Option<&'g Text>,
    /// The open facts that its status depends on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub depends_on: Vec<&'static str>,
    /// The reasons for it that are not refuted.
    #[schema(value_type = Vec<Ground>)]
    pub grounds: Vec<&'g Piece<Ground>>,
    /// The actions that it holds back.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub holds_back: &'g [String],
    /// Contacts, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub contacts: Vec<&'g str>,
    /// Who speaks.
    pub voice: Voice,
}

/// How certain a prohibition is. Both are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProhibitionStatus {
    /// It holds whatever the open facts turn out to be.
    Prohibited,
    /// It is not ruled out: keep to it until it is.
    Precautionary,
}

/// What a prohibition protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Protects {
    /// Doing it would or may be an offence.
    Law,
    /// Doing it may destroy evidence.
    Evidence,
    /// Doing it may put the child at risk.
    Welfare,
}

/// Something to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct Action<'g> {
    /// Stable id.
    #[schema(value_type = String, example = "contact_police")]
    pub id: &'g str,
    /// The action in one line.
    #[schema(value_type = String, max_length = 140)]
    pub title: &'g Text,
    /// How, and what to mind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub detail: Option<&'g Text>,
    /// Where it stands.
    pub status: ActionStatus,
    /// Who does it.
    pub actor: Actor,
    /// What a withheld action waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub withheld_until: Option<&'g Text>,
    /// Why it is withheld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<Reason>)]
    pub withheld_because: Vec<&'g Piece<Reason>>,
    /// What can be done now so that a withheld action may go ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub release_hint: Option<&'g Text>,
    /// The open facts that the status depends on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub depends_on: Vec<&'static str>,
    /// The question that settles it, for an action that stands only as a consequence there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub pending_question: Option<&'g str>,
    /// What to make sure of before doing it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<Caution>)]
    pub cautions: Vec<&'g Piece<Caution>>,
    /// The reasons for it that are not refuted.
    #[schema(value_type = Vec<Ground>)]
    pub grounds: Vec<&'g Piece<Ground>>,
    /// Contacts, by id, in the order in which to try them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub contacts: Vec<&'g str>,
    /// Who speaks.
    pub voice: Voice,
}

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Do it now: it holds whatever the open facts turn out to be.
    Recommended,
    /// Not ruled out: act as if it is so.
    Precautionary,
    /// Not yet: something must be settled first.
    Withheld,
    /// Do it if the facts that it depends on turn out that way.
    Conditional,
}

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The professional who asked.
    Professional,
    /// The professional together with the child's parents or carers.
    ProfessionalAndParents,
    /// The child, with support.
    Child,
}

/// One reason for an item.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ground {
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// How strongly they say so.
    pub strength: Strength,
    /// Whether it is known to hold.
    pub basis: Basis,
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the voice is not the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
}

/// How strongly a source speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Doing otherwise is, or may be, an offence.
    Must,
    /// The source tells the reader to.
    Should,
    /// The source says that it can be done, or may be necessary.
    May,
}

/// Whether a ground is known to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// It holds whatever the open facts turn out to be.
    Known,
    /// It holds for some answers to the open facts.
    NotRuledOut,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The source document.
    Source,
    /// Later published guidance.
    Supplement,
    /// The editors of this guidance; a note gives the reasoning.
    Editorial,
    /// The operator of this service.
    Local,
}

/// Why something is held back.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reason {
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
}

/// Something to make sure of before doing an action.
#[derive(Debug, Serialize, ToSchema)]
pub struct Caution {
    /// The prohibition that would hold the action back.
    pub prohibition: String,
    /// What to make sure of.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
}

/// Withheld actions that wait for the same thing.
#[derive(Debug, Serialize, ToSchema)]
pub struct Waiting<'g> {
    /// What they wait for.
    #[schema(value_type = String)]
    pub until: &'g Text,
    /// What can be done now so that they may go ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub release_hint: Option<&'g Text>,
    /// The actions, by id.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<&'g str>,
}

/// Something to ask.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question<'g> {
    /// Stable id.
    #[schema(value_type = String, example = "ask_who_has_it")]
    pub id: &'g str,
    /// The question in one line.
    #[schema(value_type = String, max_length = 140)]
    pub title: &'g Text,
    /// How to ask it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub detail: Option<&'g Text>,
    /// The facts that its answer fills and that nobody has asked about yet.
    #[schema(value_type = Vec<OpenFact>)]
    pub facts: Vec<&'g Piece<OpenFact>>,
    /// The items that an answer can settle.
    #[schema(value_type = Vec<String>)]
    pub settles: Vec<&'g str>,
    /// Protective actions to take if the answer is "not known": shown here and nowhere else.
    pub consequences: Vec<Action<'g>>,
    /// Further reasons for items that stand already.
    pub adds_to: Vec<AddedGround<'g>>,
    /// The statements that the question comes from.
    #[schema(value_type = Vec<String>)]
    pub citations: &'g [String],
    /// Who speaks.
    pub voice: Voice,
}

/// A fact to fill.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenFact {
    /// The fact's name.
    pub fact: String,
    /// The fact as a question for a screen.
    pub label: String,
    /// The answers to choose from; `unknown` means asked and not known.
    pub answers: Vec<AnswerChoice>,
}

/// An answer to choose.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerChoice {
    /// The value to send.
    pub value: String,
    /// The value for a screen.
    pub label: String,
}

/// A further reason for an item that stands already.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddedGround<'g> {
    /// The item, by id.
    #[schema(value_type = String)]
    pub item: &'g str,
    /// The reason.
    #[schema(value_type = Ground)]
    pub ground: &'g Piece<Ground>,
}

/// Why something is so.
#[derive(Debug, Serialize, ToSchema)]
pub struct Explanation<'g> {
    /// Stable id.
    #[schema(value_type = String)]
    pub id: &'g str,
    /// The explanation in one line.
    #[schema(value_type = String, max_length = 140)]
    pub title: &'g Text,
    /// The rest of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub detail: Option<&'g Text>,
    /// The items of this answer that it explains.
    #[schema(value_type = Vec<String>)]
    pub explains: Vec<&'g str>,
    /// The statements that it rests on.
    #[schema(value_type = Vec<String>)]
    pub citations: &'g [String],
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the voice is not the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub note: Option<&'g Text>,
}

/// One numbered statement of a source, by where it stands. The source's own words are not copied.
#[derive(Debug, Serialize, ToSchema)]
pub struct Citation {
    /// The statement's id.
    #[schema(example = "S29")]
    pub id: String,
    /// What the statement does.
    pub kind: StatementKind,
    /// The source document, by id.
    pub source: String,
    /// The section of the document.
    pub section: String,
    /// The place in that section.
    pub position: String,
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// It says what a word means.
    Definition,
    /// It says why children do it.
    Reason,
    /// It says how to work with children.
    Prevention,
    /// It says when a section applies.
    Situation,
    /// It is a question to ask.
    Question,
    /// It says what to do.
    Action,
    /// It says what not to do.
    Prohibition,
    /// It says why something is so.
    Explanation,
    /// It says on what condition something applies.
    Condition,
}

/// Stated answers that cannot all be true.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Contradiction {
    /// The answers concerned.
    pub facts: Vec<StatedAnswer>,
    /// What to settle.
    #[schema(value_type = String)]
    pub ask: &'static str,
}

/// Something that the guidance does not address.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotCovered<'g> {
    /// Stable id.
    #[schema(value_type = String)]
    pub id: &'g str,
    /// What is not addressed.
    #[schema(value_type = String, max_length = 140)]
    pub title: &'g Text,
    /// What a careful professional does instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, nullable = false)]
    pub detail: Option<&'g Text>,
    /// Whom to ask, by contact id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub contacts: Vec<&'g str>,
}

/// Whether a fact that is still open could change the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// No open fact can change anything.
    Complete,
    /// Some could, and each of them was asked and is not known.
    AllAsked,
    /// Some that nobody has asked about could, or answers contradict each other.
    QuestionsRemain,
}

/// A body of guidance and its edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edition {
    /// The pack's id.
    pub pack: String,
    /// What it is called.
    pub title: String,
    /// Its edition.
    pub edition: String,
    /// The documents that it rests on.
    pub sources: Vec<Source>,
    /// What to know about it before relying on it.
    pub limits: String,
    /// The day by which it is to be reviewed (ISO 8601).
    #[schema(example = "2027-05-22")]
    pub review_by: String,
}

/// A published document.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, or `not_stated`.
    pub published: String,
    /// Whose law and services it assumes: a code of the fact `jurisdiction`.
    pub jurisdiction: String,
    /// How it was identified.
    pub provenance: String,
}
