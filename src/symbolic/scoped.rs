//! An interpretation together with the scope that it gives.

use super::incidents::Incidents;
use super::interpretation::DrawnInterpretation;
use super::predicate::{Predicate, Quantifier};
use crate::mdd::{Builder, Node};

/// An interpretation and the scope that it gives each incident; only where it applies does that mean anything.
#[derive(Debug)]
pub(super) struct Scoped {
    pub(super) interpretation: DrawnInterpretation,
    pub(super) prevention: Node,
    pub(super) incident: Node,
}

impl Scoped {
    /// The scope of each incident in an interpretation, from the conditions that decide it.
    pub(super) fn new(
        mut interpretation: DrawnInterpretation,
        incidents: &mut Incidents,
        totals: &Builder,
        [nobody_under_18, nothing_happened]: [Node; 2],
    ) -> Self {
        let [out, nothing] = [nobody_under_18, nothing_happened]
            .map(|no| interpretation.walk(incidents, totals, no, Quantifier::Every));
        let prevention = incidents.without(nothing, out);
        let elsewhere = incidents.builder.or(out, nothing);
        let incident = incidents.builder.not(elsewhere);
        Self {
            interpretation,
            prevention,
            incident,
        }
    }

    /// The incidents, interpreted in this way, in which it holds or can hold.
    pub(super) fn evaluate(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        predicate: Predicate,
        quantifier: Quantifier,
    ) -> Node {
        let mut evaluate = |incidents: &mut Incidents, condition| {
            let interpretation = &mut self.interpretation;
            interpretation.walk(incidents, totals, condition, quantifier)
        };
        match predicate {
            Predicate::Condition(condition) => evaluate(incidents, condition),
            Predicate::Trigger {
                incident,
                prevention,
            } => {
                let [in_incident, in_prevention] =
                    [(incident, self.incident), (prevention, self.prevention)].map(
                        |(condition, scope)| {
                            let holds = evaluate(incidents, condition);
                            incidents.builder.and(holds, scope)
                        },
                    );
                incidents.builder.or(in_incident, in_prevention)
            }
        }
    }
}
