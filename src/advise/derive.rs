//! What follows in each interpretation from what is known in it: the derived facts, which conditions ask for
//! like any others (SEMANTICS 1.9, 1.10).

use super::interpret::{Interpretation, Interpreted};
use super::partial_eval::PartialEval;
use super::truth::Truth;
use crate::facts::AnswerSet;
use crate::guidance::{DerivedFact, DerivedTerm, Guidance};
use crate::mdd::KnownCondition;

/// Gives every interpretation its derived facts.
pub(super) fn derive(guidance: &Guidance, interpreted: &mut Interpreted<'_>) {
    for interpretation in &mut interpreted.interpretations {
        let known = PartialEval::of(&guidance.known, interpretation);
        for derived in &guidance.derived {
            let so = is_so(derived, interpretation, &known);
            let answer = if so {
                DerivedFact::YES
            } else {
                DerivedFact::NO
            };
            interpretation
                .possible
                .narrow(derived.fact, AnswerSet::only(answer));
        }
    }
}

fn is_so(
    derived: &DerivedFact,
    interpretation: &Interpretation,
    known: &PartialEval<'_, KnownCondition>,
) -> bool {
    match derived.term {
        DerivedTerm::Known(condition) => known.truth(condition) == Truth::Holds,
        DerivedTerm::NotKnown(facts) => facts.meets(interpretation.asked_not_known),
    }
}
