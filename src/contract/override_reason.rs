//! Why a professional did not follow an item: codes for the case system to record.
//!
//! They are published so that records of different systems agree. There is nowhere to send them:
//! what was decided in a case stays with those who decided it.

use serde::Serialize;
use utoipa::ToSchema;

/// A reason for not following an item.
#[derive(Debug, Serialize, ToSchema)]
pub struct OverrideReason {
    /// The code to record.
    #[schema(value_type = String, example = "already_done")]
    pub id: &'static str,
    /// The reason as a form would show it.
    #[schema(value_type = String)]
    pub label: &'static str,
    /// When it applies.
    #[schema(value_type = String)]
    pub description: &'static str,
}

/// Every reason.
pub static OVERRIDE_REASONS: &[OverrideReason] = &[
    OverrideReason {
        id: "already_done",
        label: "It has been done already",
        description: "Somebody did it before this advice was given. Record who, and when.",
    },
    OverrideReason {
        id: "police_advised_otherwise",
        label: "The police advised otherwise",
        description: "An officer who knows this incident said to do something else. Record who \
                      said it, and when.",
    },
    OverrideReason {
        id: "would_increase_risk",
        label: "It would put the child, or someone else, at greater risk",
        description: "Following it here would do harm. Record what harm, and what was done \
                      instead.",
    },
    OverrideReason {
        id: "local_procedure_differs",
        label: "The local procedure differs",
        description: "The procedures of the organisation, or of its safeguarding partners, say \
                      otherwise. Record which.",
    },
];
