//! The ids of compiled guidance.

use crate::index::typed_id;

typed_id! {
    /// A statement of a source.
    StatementId
    /// A service or a role to turn to.
    ContactId
    /// A situation.
    SituationId
    /// A gate.
    GateId
    /// A condition of a gate.
    GateConditionId
    /// A ground of an item.
    GroundId
    /// A prohibition.
    ProhibitionId
    /// An action.
    ActionId
    /// A rewording, among those of its action.
    RewordingId
    /// A question.
    QuestionId
    /// An explanation.
    ExplanationId
    /// Something that is not covered.
    GapId
    /// A line of the card.
    LineId
    /// A word in braces of a line.
    TermId
}

/// An item with a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemId {
    Prohibition(ProhibitionId),
    Action(ActionId),
}
