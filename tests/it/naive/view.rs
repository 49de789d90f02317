//! What an item is in one interpretation: functions of the facts that are still open.

use super::function::{Function, all, any, is, not, put_in};
use super::interpretation::Interpretation;
use super::pack::{Ground, Item};

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
        let grounds: Vec<_> = item
            .grounds
            .iter()
            .map(|ground| put_in(&ground.when, interpretation))
            .collect();
        let of_scope = |scope: &str| {
            let of_scope = |(ground, function): (&Ground, &Function)| {
                if ground.scope == scope {
                    function.clone()
                } else {
                    Function::Constant(false)
                }
            };
            item.grounds
                .iter()
                .zip(&grounds)
                .map(of_scope)
                .collect::<Vec<_>>()
        };
        let out_of_scope = is("anyone_under_18", &["no"], &interpretation.possible);
        let prevention = is("incident_has_happened", &["no"], &interpretation.possible);
        let triggered = any([
            all([prevention.clone(), any(of_scope("prevention"))]),
            all([not(prevention), any(of_scope("incident"))]),
        ]);
        let lifted = item
            .lifted_when
            .iter()
            .map(|when| put_in(when, interpretation));
        let gates = item
            .gate
            .iter()
            .map(|gate| interpretation.gates[gate.as_str()].clone());
        let present = all([not(out_of_scope), triggered, not(any(lifted))]);
        let withheld = all([present.clone(), any([not(all(gates)), held])]);
        Self {
            counting: of_scope(interpretation.scope),
            present,
            withheld,
        }
    }
}
