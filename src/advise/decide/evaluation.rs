//! What every condition of the guidance comes to, over all interpretations.

use crate::advise::decision::DecidedGround;
use crate::advise::interpret::Interpreted;
use crate::advise::partial_eval::PartialEval;
use crate::advise::truth::{Truth, Truths};
use crate::contract::advice::{Basis, Outcome, Scope};
use crate::facts::FactSet;
use crate::guidance::{CompiledGround, Core, Guidance};
use crate::mdd::Condition;

/// The guidance, partially evaluated in every interpretation of the stated facts.
#[derive(Debug)]
pub(super) struct Evaluation<'d> {
    pub(super) guidance: &'d Guidance,
    pub(super) facts: &'d Interpreted<'d>,
    interpretations: Vec<(Scope, PartialEval<'d, Condition>)>,
    scope: Scope,
}

impl<'d> Evaluation<'d> {
    /// Evaluates the guidance.
    pub(super) fn of(guidance: &'d Guidance, facts: &'d Interpreted<'d>) -> Self {
        let interpretations = facts.interpretations.iter().map(|one| {
            let evaluated = PartialEval::of(&guidance.forest, one);
            (one.scope, evaluated)
        });
        let scopes = facts.interpretations.iter().map(|one| one.scope);
        Self {
            guidance,
            facts,
            interpretations: interpretations.collect(),
            // An incident where any interpretation is one, else prevention where any is.
            scope: scopes.min().unwrap_or_default(),
        }
    }

    /// The kind of answer (SEMANTICS 4.2).
    pub(super) fn scope(&self) -> Scope {
        self.scope
    }

    /// Where a condition stands in each interpretation.
    pub(super) fn condition(&self, condition: Condition) -> Truths {
        self.truths(|_| Some(condition))
    }

    /// What a condition comes to (SEMANTICS 2.3).
    pub(super) fn outcome(&self, condition: Condition) -> Outcome {
        self.condition(condition).outcome()
    }

    /// Whether a condition holds in every interpretation.
    pub(super) fn known(&self, condition: Condition) -> bool {
        self.outcome(condition) == Outcome::Holds
    }

    /// Whether a condition holds in some interpretation.
    pub(super) fn holds_somewhere(&self, condition: Condition) -> bool {
        self.condition(condition).some_hold
    }

    /// What a ground comes to, and whether it is shown and known (SEMANTICS 4.3, 7.1, 7.2).
    pub(super) fn ground(&self, ground: &CompiledGround) -> DecidedGround {
        let truths = self.truths(|scope| (scope == ground.scope).then_some(ground.when));
        let basis = if truths.certain(ground.protective) {
            Basis::Known
        } else {
            Basis::NotRuledOut
        };
        DecidedGround {
            outcome: truths.outcome(),
            basis: (!truths.all_refuted).then_some(basis),
        }
    }

    /// Where the trigger of an item stands (SEMANTICS 6.1).
    pub(super) fn trigger(&self, item: &Core) -> Truths {
        self.truths(|scope| item.trigger_in(scope))
    }

    /// The open facts that can change a condition in some interpretation.
    pub(super) fn depends_on(&self, condition: Condition) -> FactSet {
        self.support(|_| Some(condition))
    }

    /// The open facts that can change a ground in some interpretation of its scope (SEMANTICS 4.3).
    pub(super) fn ground_depends_on(&self, ground: &CompiledGround) -> FactSet {
        self.support(|scope| (scope == ground.scope).then_some(ground.when))
    }

    /// The open facts that can change the trigger of an item in some interpretation.
    pub(super) fn trigger_depends_on(&self, item: &Core) -> FactSet {
        self.support(|scope| item.trigger_in(scope))
    }

    fn support(&self, condition: impl Fn(Scope) -> Option<Condition>) -> FactSet {
        let mut all = FactSet::default();
        for (scope, evaluated) in &self.interpretations {
            if let Some(condition) = condition(*scope) {
                all = all.union(evaluated.depends_on(condition));
            }
        }
        all
    }

    /// Where a condition stands in each interpretation; refuted where there is none.
    #[inline]
    fn truths(&self, condition: impl Fn(Scope) -> Option<Condition>) -> Truths {
        let truths = self.interpretations.iter().map(|(scope, evaluated)| {
            condition(*scope).map_or(Truth::Refuted, |condition| evaluated.truth(condition))
        });
        Truths::of(truths)
    }
}
