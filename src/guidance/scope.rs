//! The diagrams of conditions: they ask first for the facts that decide whether advice is given at all.

use crate::facts::{AnswerSet, ScopeFacts, Vocabulary};
use crate::mdd::{Builder, Node, Variables};

/// How many nodes the conditions of a body of guidance may take together: a hundred times what they do.
pub(crate) const MOST_NODES: usize = 100_000;

/// Diagrams over incidents of which everything is known: a branch for each answer. They ask last for what
/// is derived, which is so or not.
pub(crate) fn variables(vocabulary: &Vocabulary) -> Variables {
    Variables::new(
        vocabulary.ids().chain(vocabulary.derivable()),
        |fact| vocabulary.get(fact).map_or(2, |fact| fact.answers.len()),
        |fact| !vocabulary.scope().contains(*fact),
    )
}

/// For each of the facts of the scope, the condition that it is answered with no.
pub(crate) fn nodes_of_no(builder: &mut Builder, scope: ScopeFacts) -> [Node; 2] {
    scope
        .noes()
        .map(|(fact, no)| builder.literal(fact, AnswerSet::only(no)))
}
