//! The situations and the gates: the names that rows refer to, in words and facts.

use maud::{Markup, html};

use super::conditions::{condition, within};
use super::{cited, id, named, section, table};
use crate::contract::advice::Scope;
use crate::export::decision_table::when::When;
use crate::guidance::{CompiledGate, Guidance};

/// The section.
pub(super) fn situations(guidance: &Guidance) -> Markup {
    let situations = table(
        "Situations",
        &[("Situation", 42), ("Facts", 50), ("Statements", 8)],
        &html! {
            tbody {
                @for (situation, when) in When::of_situations(guidance) {
                    tr {
                        th scope="row" { (named(&situation.title, &situation.id, None)) }
                        td { (within(guidance, &when)) }
                        td { (cited(&situation.citations)) }
                    }
                }
            }
        },
    );
    let gates = table(
        "Gates",
        &[
            ("Gate", 22),
            ("Needs all of these to be known", 26),
            ("While it is not known", 17),
            ("Once it is known not to be so", 27),
            ("Statements", 8),
        ],
        &html! {
            @for gate in &guidance.gates { (gate_rows(guidance, gate)) }
        },
    );
    section(
        "situations",
        "1 Situations and gates",
        &html! { (situations) (gates) },
    )
}

fn gate_rows(guidance: &Guidance, gate: &CompiledGate) -> Markup {
    html! {
        tbody {
            @for (place, needs) in guidance.conditions_of(gate).enumerate() {
                tr {
                    @if place == 0 {
                        th scope="rowgroup" rowspan=(gate.conditions().count()) {
                            "Until " (gate.until.as_str()) " " (id(&gate.id))
                            div class="plain" { (gate.release_hint.as_str()) }
                        }
                    }
                    td { (condition(guidance, Scope::Incident, needs.when)) }
                    td { (needs.not_known.because) }
                    td { (needs.refuted.because) }
                    td { (cited(&needs.not_known.citations)) }
                }
            }
        }
    }
}
