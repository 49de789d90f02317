//! The answer: advice for a professional about one incident, in reading order.
//!
//! Everything that is known when guidance loads is a [`Prerendered`](super::prerendered::Prerendered); an
//! answer borrows it.

mod answer;
mod card;
mod controls;
mod edition;
mod explanations;
mod ground;
mod items;
mod questions;
mod scope;
mod trace;
mod urgency;
mod what_if;

pub use self::answer::{Advice, Contradiction, NotCovered, Situation, Waiting};
pub use self::card::{Ask, AskedFact, Call, Card, Danger, Line, More, Who};
pub use self::controls::{Control, ControlName, ControlState};
pub use self::edition::{Edition, Source};
pub use self::explanations::Explanation;
pub use self::ground::{Basis, Citation, Ground, StatementKind, Strength, Voice};
pub use self::items::{
    Action, ActionStatus, Actor, Caution, ItemStatus, Prohibition, ProhibitionStatus, Protects,
    Reason,
};
pub use self::questions::{AddedGround, OpenFact, Question};
pub use self::scope::{Completeness, Scope};
pub use self::trace::{
    Outcome, Part, Term, Trace, TracedCondition, TracedGate, TracedGround, TracedItem,
    TracedSituation,
};
pub use self::urgency::{Urgency, UrgencyLevel};
pub use self::what_if::{Move, PossibleAnswer, WhatIf};
