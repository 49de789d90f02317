//! What an item is in one interpretation: functions of the facts that are still open.

use super::function::{Function, all, any, is, not};
use super::interpretation::Interpretation;
use super::pack::{Ground, Item};
use super::reading::{Reading, put_in};

/// An item in one interpretation. Two interpretations with the same view of an item say the same of it.
#[derive(PartialEq)]
pub(super) struct View {
    /// For each ground: whether it holds and counts in the scope of the interpretation, SEMANTICS 4.3.
    pub(super) counting: Vec<Function>,
    /// Whether the item is not absent once everything is known: SEMANTICS 10.1.
    pub(super) present: Function,
    /// Whether it is withheld once everything is known.
    pub(super) withheld: Function,
}

impl View {
    /// `held`: whether a prohibition holds it back once everything is known.
    pub(super) fn of(item: &Item, interpretation: &Interpretation, held: Function) -> Self {
        let then = &interpretation.then;
        // SEMANTICS 4.3.
        let in_scope = |scope: &str, reading: &Reading| {
            let one = |ground: &Ground| {
                if ground.scope == scope {
                    put_in(&ground.when, reading)
                } else {
                    Function::Constant(false)
                }
            };
            item.grounds.iter().map(one).collect::<Vec<_>>()
        };
        let out_of_scope = is("anyone_under_18", &["no"], &then.possible);
        let prevention = is("incident_has_happened", &["no"], &then.possible);
        let triggered = any([
            all([prevention.clone(), any(in_scope("prevention", then))]),
            all([not(prevention), any(in_scope("incident", then))]),
        ]);
        let lifted = item.lifted_when.iter().map(|when| put_in(when, then));
        let gate = item.gate.as_deref();
        let gates = gate.map(|gate| any(then.gates[gate].iter().cloned()));
        let reach = gate.map(|gate| any(interpretation.reach[gate].iter().cloned()));
        let present = all([not(out_of_scope), triggered, not(any(lifted)), all(reach)]);
        let withheld = all([present.clone(), any([not(all(gates)), held])]);
        Self {
            counting: in_scope(interpretation.scope, &interpretation.now),
            present,
            withheld,
        }
    }
}
