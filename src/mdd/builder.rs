//! Diagrams while they are made.

use super::forest::{Condition, ConditionPart, KnownCondition};
use super::ite_cache::IteCache;
use super::limit::LimitReached;
use super::node::Node;
use super::store::NodeStore;
use super::variables::Variables;
use crate::facts::{AnswerSet, FactId};
use crate::index::IndexVec;

/// The most branches that a node can have: an [`AnswerSet`] holds as many.
const MOST_BRANCHES: usize = 16;

/// Builds diagrams that share their parts.
///
/// Once more nodes would be needed than it may have, it is exhausted: from then on every operation
/// comes to [`Node::NOTHING`], at once. Whoever reads a result off its diagrams asks [`Builder::check`] first.
#[derive(Debug)]
pub(crate) struct Builder {
    pub(super) variables: Variables,
    pub(super) store: NodeStore,
    ite_cache: IteCache,
    pub(super) exhausted: bool,
    pub(super) kept: IndexVec<Condition, Node>,
    pub(super) parts: IndexVec<ConditionPart, Node>,
    pub(super) known: IndexVec<KnownCondition, Node>,
}

impl Builder {
    /// A builder without any diagram, for at most so many nodes.
    pub(crate) fn new(variables: Variables, limit: usize) -> Self {
        Self {
            variables,
            store: NodeStore::new(limit),
            ite_cache: IteCache::new(),
            exhausted: false,
            kept: IndexVec::default(),
            parts: IndexVec::default(),
            known: IndexVec::default(),
        }
    }

    /// Whether everything was drawn that was asked for.
    ///
    /// # Errors
    ///
    /// The limit was reached: nothing that was drawn may be taken for a result.
    pub(crate) fn check(&self) -> Result<(), LimitReached> {
        if self.exhausted {
            let nodes = self.store.limit();
            return Err(LimitReached { nodes });
        }
        Ok(())
    }

    /// What the diagrams ask for.
    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }

    /// The condition that the fact has one of the answers.
    pub(crate) fn literal(&mut self, fact: FactId, answers: AnswerSet) -> Node {
        self.branch_by(fact, |_, answer| {
            let answer = u8::try_from(answer).unwrap_or(u8::MAX);
            truth(answers.contains(answer))
        })
    }

    /// The condition that the other does not hold.
    pub(crate) fn not(&mut self, condition: Node) -> Node {
        self.ite(condition, Node::FALSE, Node::TRUE)
    }

    /// The condition that both hold.
    pub(crate) fn and(&mut self, one: Node, other: Node) -> Node {
        // It is remembered for either order.
        self.ite(one.min(other), one.max(other), Node::FALSE)
    }

    /// The condition that either holds.
    pub(crate) fn or(&mut self, one: Node, other: Node) -> Node {
        self.ite(one.min(other), Node::TRUE, one.max(other))
    }

    /// What `then` says where the condition holds, and what `otherwise` says elsewhere.
    pub(crate) fn ite(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        // Where the condition is asked for again, what it comes to there is known.
        let then = if then == condition { Node::TRUE } else { then };
        let otherwise = if otherwise == condition {
            Node::FALSE
        } else {
            otherwise
        };
        if condition == Node::TRUE || then == otherwise {
            return then;
        }
        if condition == Node::FALSE {
            return otherwise;
        }
        if then == Node::TRUE && otherwise == Node::FALSE {
            return condition;
        }
        let choice = (condition, then, otherwise);
        if let Some(known) = self.ite_cache.get(choice) {
            return known;
        }
        let first = [condition, then, otherwise]
            .into_iter()
            .filter_map(|node| self.store.fact(node))
            .min_by_key(|fact| self.variables.level(*fact));
        // INVARIANT: a condition that is no terminal has a fact.
        let Some(fact) = first else { return otherwise };
        let node = self.branch_by(fact, |builder, branch| {
            let [condition, then, otherwise] =
                [condition, then, otherwise].map(|node| builder.follow(node, fact, branch));
            builder.ite(condition, then, otherwise)
        });
        self.ite_cache.insert(choice, node, self.store.len());
        node
    }

    /// The diagram that asks for the fact first. Its branches ask only for facts below it.
    pub(crate) fn branch(&mut self, fact: FactId, branches: &[Node]) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        if let [first, rest @ ..] = branches
            && rest.iter().all(|node| node == first)
        {
            return *first;
        }
        let node = self.store.node(fact, branches);
        self.exhausted = node.is_none();
        node.unwrap_or(Node::NOTHING)
    }

    /// The diagram that asks for the fact first, with what is said of each of its branches.
    pub(crate) fn branch_by(
        &mut self,
        fact: FactId,
        mut branch: impl FnMut(&mut Self, usize) -> Node,
    ) -> Node {
        let mut branches = [Node::FALSE; MOST_BRANCHES];
        let arity = self.variables.arity(fact);
        for (place, node) in branches.iter_mut().enumerate().take(arity) {
            *node = branch(self, place);
        }
        self.branch(fact, branches.get(..arity).unwrap_or_default())
    }

    /// The fact that a node asks for, and where it leads to; nothing for a terminal.
    pub(crate) fn branching(&self, node: Node) -> Option<(FactId, &[Node])> {
        self.store.get(node)
    }

    /// How many nodes there are.
    pub(crate) fn node_count(&self) -> usize {
        self.store.len()
    }

    /// Where a node leads to on a branch of a fact, which it may not ask for.
    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer of its fact"
    )]
    pub(super) fn follow(&self, node: Node, fact: FactId, branch: usize) -> Node {
        match self.branching(node) {
            Some((asked, branches)) if asked == fact => branches[branch],
            _ => node,
        }
    }
}

/// The terminal of a truth value.
pub(super) fn truth(holds: bool) -> Node {
    if holds { Node::TRUE } else { Node::FALSE }
}
