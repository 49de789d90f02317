//! What is evaluated, and how.

use crate::mdd::Node;

/// What is evaluated: a condition whatever the scope, or the trigger of an item, which is one condition
/// in an incident, another in prevention, and never holds out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Predicate {
    Condition(Node),
    Trigger { incident: Node, prevention: Node },
}

/// What is asked of the completions of an incident.
#[derive(Debug, Clone, Copy)]
pub(super) enum Quantifier {
    /// It holds in every one.
    Every,
    /// It holds in one at least.
    Some,
}
