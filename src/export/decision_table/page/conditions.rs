//! Conditions in plain words: the questions of the facts, and the answers that count.

use maud::{Markup, html};

use super::id;
use crate::contract::advice::{Scope, Situation};
use crate::export::decision_table::alternative::{Alternative, shared};
use crate::export::decision_table::when::When;
use crate::facts::{AnswerSet, FactId};
use crate::guidance::Guidance;
use crate::mdd::Condition;

/// A condition that counts in that scope.
pub(super) fn condition(guidance: &Guidance, scope: Scope, condition: Condition) -> Markup {
    let when = When::of(guidance, scope, condition);
    html! {
        (within(guidance, &when))
        @if when.situations.is_empty() && when.besides.iter().any(Alternative::is_always) { "Always" }
    }
}

/// What must be so: situations, and facts besides.
pub(super) fn within(guidance: &Guidance, when: &When<'_>) -> Markup {
    html! {
        (situations(&when.situations))
        (facts(guidance, &when.besides))
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
pub(super) fn facts(guidance: &Guidance, alternatives: &[Alternative]) -> Markup {
    let Some((common, rest)) = shared(alternatives) else {
        return html! {};
    };
    html! {
        @for (fact, answers) in common.facts() {
            div { (stated(guidance, fact, answers)) }
        }
        @if rest.len() > 1 {
            @if common.facts().next().is_some() { "and one of:" } @else { "One of:" }
            ul {
                @for one in &rest {
                    li {
                        @for (place, (fact, answers)) in one.facts().enumerate() {
                            @if place > 0 { " and " }
                            (stated(guidance, fact, answers))
                        }
                    }
                }
            }
        }
    }
}

/// A fact with the answers that count.
pub(super) fn stated(guidance: &Guidance, fact: FactId, counted: AnswerSet) -> Markup {
    let fact = &guidance.vocabulary()[fact];
    let answers = fact.answers.iter().zip(0..);
    let labels = answers.filter(|(_, place)| counted.contains(*place));
    html! {
        (fact.label)
        @for (place, (answer, _)) in labels.enumerate() {
            @if place > 0 { " or" }
            " " strong { (answer.label) }
        }
    }
}
