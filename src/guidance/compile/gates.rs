//! Gates: what must be known before an action may go ahead.

use std::path::Path;

use super::conditions::Conditions;
use super::drawn::Drawn;
use super::names::Named;
use super::statements::Statements;
use super::text::{HINT, REASON, SHORT_WAIT, UNTIL, short, values, within};
use crate::contract::advice::Reason;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    CompiledAlternative, CompiledGate, CompiledGateCondition, GateConditionId, GateId, any_of,
};
use crate::guidance::pack_schema::{Word, WrittenGateCondition, line};
use crate::guidance::parsed::{In, Parsed};
use crate::index::IndexVec;

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
    for In { file, part } in &parsed.gates {
        let place = (&**file, line(&part.id));
        if part.alternatives.is_empty() {
            let help = "give it at least one alternative, with what it waits for";
            faults.add(Code::Gate, place, "this gate can never open", help);
        }
        let mut open = Drawn::FALSE;
        let mut alternatives = Vec::new();
        for alternative in &part.alternatives {
            if alternative.conditions.is_empty() {
                let message = "an alternative of this gate waits for nothing";
                let help =
                    "say in `conditions` what must be known; without any it is open from the start";
                faults.add(Code::Gate, place, message, help);
            }
            let mut all = Drawn::TRUE;
            let mut needed = Vec::new();
            for condition in &alternative.conditions {
                let (when, parts) = conditions.in_parts(faults, file, Some(&condition.when));
                all = all.and(&mut conditions.builder, when);
                let cites = statements.cited(faults, file, &part.id, &condition.statements);
                needed.push(compiled.conditions.push(CompiledGateCondition {
                    when: conditions.builder.keep(when.now),
                    parts,
                    not_known: reason(faults, file, condition, &condition.not_known),
                    refuted: reason(faults, file, condition, &condition.refuted),
                    cites,
                }));
            }
            conditions.must_be_possible(faults, place, "an alternative of this gate", all);
            open = open.or(&mut conditions.builder, all);
            let in_reach = conditions.in_reach(all);
            alternatives.push(CompiledAlternative {
                conditions: needed,
                in_reach: conditions.builder.keep(in_reach),
                until: within(&UNTIL, faults, file, &alternative.until),
                short: short(
                    SHORT_WAIT,
                    faults,
                    file,
                    alternative.short.as_ref(),
                    &alternative.until,
                ),
                release_hint: Prerendered::new(within(
                    &HINT,
                    faults,
                    file,
                    &alternative.release_hint,
                )),
            });
        }
        let untils = part.alternatives.iter().map(|one| &*one.until.value);
        let says = any_of(untils).into();
        let id = compiled.gates.push(CompiledGate {
            id: part.id.value.clone(),
            open: conditions.builder.keep_part(open.now),
            alternatives,
        });
        let named = Named {
            id,
            drawn: open,
            says,
        };
        conditions.gates.give(faults, file, &part.id, named);
    }
    compiled
}

/// Why a gate is not open, in the words for where its condition stands.
fn reason(
    faults: &mut Faults,
    file: &Path,
    condition: &WrittenGateCondition,
    because: &Word,
) -> Prerendered<Reason> {
    Prerendered::new(Reason {
        because: within(&REASON, faults, file, because),
        citations: values(&condition.statements),
    })
}
