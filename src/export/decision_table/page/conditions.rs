//! Conditions in plain words: the questions of the facts, and the answers that count.

use maud::{Markup, html};

use super::id;
use crate::contract::advice::{Scope, Situation};
use crate::facts::{AnswerSet, FactId};
use crate::export::decision_table::alternative::{Alternative, shared};
use crate::export::decision_table::when::When;
use crate::guidance::Guidance;
use crate::guidance::diagram::Condition;

/// A condition that counts in that scope.
pub(super) fn condition(guidance: &Guidance, scope: Scope, condition: Condition) -> Markup {
    let when = When::of(guidance, scope, condition);
    html! {
        (within(&when))
        @if when.situations.is_empty() && when.besides.iter().any(Alternative::is_always) { "Always" }
    }
}

/// What must be so: situations, and facts besides.
pub(super) fn within(when: &When<'_>) -> Markup {
    html! {
        (situations(&when.situations))
        (facts(&when.besides))
    }
}

/// Situations that must all hold.
pub(super) fn situations(situations: &[&Situation]) -> Markup {
    html! {
        @for situation in situations {
            div { "Situation " (id(&situation.id)) }
        }
    }
}

/// One of the alternatives, with what they have in common first.
pub(super) fn facts(alternatives: &[Alternative]) -> Markup {
    let (common, rest) = shared(alternatives);
    html! {
        @for (fact, answers) in common.facts() {
            div { (stated(fact, answers)) }
        }
        @if rest.len() > 1 {
            @if common.facts().next().is_some() { "and one of:" } @else { "One of:" }
            ul {
                @for one in &rest {
                    li {
                        @for (place, (fact, answers)) in one.facts().enumerate() {
                            @if place > 0 { " and " }
                            (stated(fact, answers))
                        }
                    }
                }
            }
        }
    }
}

/// A fact with the answers that count.
pub(super) fn stated(fact: FactId, counted: AnswerSet) -> Markup {
    let answers = fact.fact().answers.iter().zip(0..);
    let labels = answers.filter(|(_, place)| counted.contains(*place));
    html! {
        (fact.fact().label)
        @for (place, (answer, _)) in labels.enumerate() {
            @if place > 0 { " or" }
            " " strong { (answer.label) }
        }
    }
}
