//! Gates: what must be known before an action may go ahead.

use super::conditions::Conditions;
use super::names::Named;
use super::statements::Statements;
use super::text::values;
use crate::contract::advice::Reason;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::Faults;
use crate::guidance::model::{CompiledGate, CompiledGateCondition, GateConditionId, GateId};
use crate::guidance::pack_schema::line;
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
    let mut gates = IndexVec::default();
    let mut gate_conditions = IndexVec::default();
    for entry in &parsed.gates {
        let (file, part) = (&*entry.file, &entry.part);
        let mut open = Node::TRUE;
        let mut asked = Vec::new();
        for condition in &part.conditions {
            let (when, parts) = conditions.in_parts(faults, file, Some(&condition.when));
            open = conditions.builder.and(open, when);
            let cites = statements.cited(faults, file, &part.id, &condition.statements);
            let reason = |because: &String| {
                let citations = values(&condition.statements);
                Prerendered::new(Reason {
                    because: because.clone(),
                    citations,
                })
            };
            asked.push(gate_conditions.push(CompiledGateCondition {
                when: conditions.builder.keep(when),
                parts,
                not_known: reason(&condition.not_known),
                refuted: reason(&condition.refuted),
                cites,
            }));
        }
        conditions.must_be_possible(faults, (file, line(&part.id)), "this gate", open);
        let id = gates.push(CompiledGate {
            id: part.id.value.clone(),
            open: conditions.builder.keep_part(open),
            until: Prerendered::new(part.until.clone()),
            release_hint: Prerendered::new(part.release_hint.clone()),
            conditions: asked,
        });
        let named = Named {
            id,
            node: open,
            says: part.until.as_str().into(),
        };
        conditions.gates.give(faults, file, &part.id, named);
    }
    Gates {
        gates,
        conditions: gate_conditions,
    }
}
