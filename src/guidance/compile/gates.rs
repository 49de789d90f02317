//! Gates: what must be known before an action may go ahead.

use super::conditions::Conditions;
use super::names::Named;
use super::statements::Statements;
use super::text::values;
use crate::contract::advice::Reason;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{CompiledGate, CompiledGateCondition, GateConditionId, GateId};
use crate::guidance::pack_schema::{WrittenGateCondition, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;
use crate::mdd::Node;

/// Every gate, and every condition of one.
#[derive(Debug)]
pub(super) struct Gates {
    pub(super) gates: IndexVec<GateId, CompiledGate>,
    pub(super) conditions: IndexVec<GateConditionId, CompiledGateCondition>,
}

/// Every gate.
pub(super) fn gates(
    parsed: &Parsed,
    statements: &Statements,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> Gates {
    let mut compiled = Gates {
        gates: IndexVec::default(),
        conditions: IndexVec::default(),
    };
    for entry in &parsed.gates {
        let (file, part) = (&*entry.file, &entry.part);
        let place = (file, line(&part.id));
        let Some(first) = part.alternatives.first() else {
            let help = "give it at least one alternative, with what it waits for";
            faults.add(Code::Gate, place, "this gate can never open", help);
            continue;
        };
        let mut open = Node::FALSE;
        let mut alternatives = Vec::new();
        for alternative in &part.alternatives {
            if alternative.conditions.is_empty() {
                let message = "an alternative of this gate waits for nothing";
                let help =
                    "say in `conditions` what must be known; without any it is open from the start";
                faults.add(Code::Gate, place, message, help);
            }
            let mut all = Node::TRUE;
            let mut needed = Vec::new();
            for condition in &alternative.conditions {
                let (when, parts) = conditions.in_parts(faults, file, Some(&condition.when));
                all = conditions.builder.and(all, when);
                let cites = statements.cited(faults, file, &part.id, &condition.statements);
                needed.push(compiled.conditions.push(CompiledGateCondition {
                    when: conditions.builder.keep(when),
                    parts,
                    not_known: reason(condition, &condition.not_known),
                    refuted: reason(condition, &condition.refuted),
                    cites,
                }));
            }
            conditions.must_be_possible(faults, place, "an alternative of this gate", all);
            open = conditions.builder.or(open, all);
            alternatives.push(needed);
        }
        let until = part.until();
        let says = until.as_str().into();
        let id = compiled.gates.push(CompiledGate {
            id: part.id.value.clone(),
            open: conditions.builder.keep_part(open),
            until: Prerendered::new(until),
            release_hint: Prerendered::new(first.release_hint.clone()),
            alternatives,
        });
        let node = open;
        let named = Named { id, node, says };
        conditions.gates.give(faults, file, &part.id, named);
    }
    compiled
}

/// Why a gate is not open, in the words for where its condition stands.
fn reason(condition: &WrittenGateCondition, because: &str) -> Prerendered<Reason> {
    Prerendered::new(Reason {
        because: because.to_owned(),
        citations: values(&condition.statements),
    })
}
