//! The answer: advice for a professional about one incident, in reading order.
//!
//! Everything that is known when guidance loads is a [`Prerendered`](super::prerendered::Prerendered); an
//! answer borrows it.

mod answer;
mod budget;
mod card;
mod contact;
mod contradiction;
mod controls;
mod explanations;
mod ground;
mod items;
mod left_out;
mod questions;
mod reasons;
mod receipt;
mod scope;
mod sources;
mod trace;
mod understood;
mod urgency;
mod waiting;
mod what_if;

pub use self::answer::{Advice, NotCovered};
pub use self::card::{Ask, AskedFact, Call, Card, Danger, Line, More, Who};
pub use self::contact::NamedContact;
pub use self::contradiction::Contradiction;
pub use self::controls::{Control, ControlName, ControlState};
pub use self::explanations::Explanation;
pub use self::ground::{Basis, Citation, Ground, StatementKind, Strength, Voice};
pub use self::items::{
    Action, ActionStatus, Actor, Caution, ItemStatus, Possible, PossibleStatus, Prohibition,
    ProhibitionStatus, Protects,
};
pub use self::left_out::LeftOut;
pub use self::questions::{AskNext, FactToAsk, IfNotKnown, OpenFact, Question};
pub use self::reasons::{Reason, Reasons};
pub use self::receipt::{GivenFacts, PackReceipt, Receipt};
pub use self::scope::{Completeness, Scope};
pub use self::sources::{CitedDocument, CitedEdition, Edition, Source, Sources};
pub use self::trace::{
    Outcome, Part, Term, Trace, TracedCondition, TracedGate, TracedGround, TracedItem,
    TracedSituation,
};
pub use self::understood::{Situation, UnderstoodFacts};
pub use self::urgency::{Urgency, UrgencyLevel};
pub use self::waiting::{Waiting, WaitingItem};
pub use self::what_if::{Move, PossibleAnswer, WhatIf};
