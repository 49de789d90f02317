//! Everything that can be stated about an incident, as diagrams.
//!
//! A diagram here asks, of each fact, what was stated: one of its answers, that it is not known, or
//! nothing at all. So a path is a request, not a set of facts that are true.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::facts::{AnswerSet, ByFact, Exclusion, FactId, Side, Stated, Vocabulary};
use crate::mdd::{Builder, Node, Variables};

/// The incidents that can be stated.
#[derive(Debug)]
pub(crate) struct Incidents {
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) builder: Builder,
    /// Those in which no two stated answers exclude each other.
    pub(crate) consistent: Node,
    /// For each fact, those in which its answer and another exclude each other.
    contradictory: ByFact<Node>,
}

impl Incidents {
    /// All incidents, with room for so many nodes.
    pub(crate) fn new(vocabulary: &Arc<Vocabulary>, limit: usize) -> Self {
        // Answers that exclude many others settle most of what is below them: they are asked first.
        let excluding = |fact: FactId| {
            let exclusions = vocabulary.exclusions().iter();
            exclusions.filter(|one| one.concerns(fact)).count()
        };
        let variables = Variables::new(
            vocabulary.ids(),
            |fact| vocabulary[fact].answers.len() + 2,
            |fact| Reverse(excluding(*fact)),
        );
        let mut incidents = Self {
            vocabulary: vocabulary.clone(),
            builder: Builder::new(variables, limit),
            consistent: Node::TRUE,
            contradictory: vocabulary.by_fact(|_| Node::FALSE),
        };
        for exclusion in vocabulary.exclusions() {
            incidents.contradict(exclusion);
        }
        incidents
    }

    fn contradict(&mut self, exclusion: &Exclusion) {
        let builder = &mut self.builder;
        let sides = [exclusion.one, exclusion.other];
        let [one, other] = sides.map(|side| builder.literal(side.fact, side.answers));
        let both = builder.and(one, other);
        self.consistent = builder.ite(both, Node::FALSE, self.consistent);
        for Side { fact, .. } in sides {
            let contradictory = &mut self.contradictory[fact];
            *contradictory = builder.or(*contradictory, both);
        }
    }

    /// The incidents in which the fact's answer and another exclude each other.
    pub(crate) fn contradictory(&self, fact: FactId) -> Node {
        self.contradictory[fact]
    }

    /// The incidents of which something is stated about the fact.
    pub(crate) fn stated(&mut self, fact: FactId, stated: Stated) -> Node {
        let branch = branch(self.builder.variables(), fact, stated);
        self.builder.literal(fact, AnswerSet::only(branch))
    }

    /// What is left of a set of incidents once this is stated about the fact: it no longer asks.
    pub(crate) fn once(&mut self, node: Node, fact: FactId, stated: Stated) -> Node {
        let branch = branch(self.builder.variables(), fact, stated);
        self.builder.restrict(node, fact, usize::from(branch))
    }

    /// Those in which some stated answers exclude each other.
    pub(crate) fn inconsistent(&mut self) -> Node {
        self.builder.not(self.consistent)
    }

    /// What is in any of the sets. Neighbours are joined before others: sets that speak of the same facts
    /// stay small together, where one that grows past all of them would not.
    pub(crate) fn any(&mut self, sets: impl IntoIterator<Item = Node>) -> Node {
        let mut sets: Vec<Node> = sets.into_iter().collect();
        while sets.len() > 1 {
            let pairs = sets.chunks(2);
            let joined = pairs.map(|pair| {
                let mut pair = pair.iter();
                let first = pair.next().copied().unwrap_or(Node::FALSE);
                pair.fold(first, |one, other| self.builder.or(one, *other))
            });
            sets = joined.collect();
        }
        sets.pop().unwrap_or(Node::FALSE)
    }

    /// The incidents of the one set that are not in the other.
    pub(crate) fn without(&mut self, set: Node, other: Node) -> Node {
        self.builder.ite(other, Node::FALSE, set)
    }
}

/// The branch that a node has for what is stated: the answers, then not known, then nothing.
pub(crate) fn branch(variables: &Variables, fact: FactId, stated: Stated) -> u8 {
    let answers = u8::try_from(variables.arity(fact) - 2).unwrap_or(u8::MAX - 1);
    match stated {
        Stated::Answer(answer) => answer,
        Stated::Unknown => answers,
        Stated::NotAsked => answers + 1,
    }
}

/// What is stated on a branch.
pub(crate) fn on_branch(variables: &Variables, fact: FactId, branch: usize) -> Stated {
    let answers = variables.arity(fact) - 2;
    match u8::try_from(branch) {
        Ok(answer) if branch < answers => Stated::Answer(answer),
        _ if branch == answers => Stated::Unknown,
        _ => Stated::NotAsked,
    }
}
