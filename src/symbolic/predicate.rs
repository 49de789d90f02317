//! What is evaluated, and how.

use crate::mdd::{Builder, Node};

/// What is evaluated: a condition whatever the scope, or the trigger of an item, which is one condition
/// in an incident, another in prevention, and never holds out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Predicate {
    Condition(Node),
    Trigger { incident: Node, prevention: Node },
}

/// What is asked of the completions of an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Quantifier {
    /// It holds in every one.
    Every,
    /// It holds in one at least.
    Some,
}

impl Quantifier {
    /// What it comes to where there is no completion.
    pub(super) fn of_none(self) -> Node {
        match self {
            Self::Every => Node::TRUE,
            Self::Some => Node::FALSE,
        }
    }

    /// What it comes to for the completions of both sides together.
    pub(super) fn join(self, builder: &mut Builder, one: Node, other: Node) -> Node {
        match self {
            Self::Every => builder.and(one, other),
            Self::Some => builder.or(one, other),
        }
    }
}
