//! The conditions of the guidance, evaluated in every incident and over all interpretations of it.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use super::interpretation::DrawnInterpretation;
use super::predicate::{Predicate, Quantifier};
use super::scoped::Scoped;
use crate::contract::advice::Scope;
use crate::facts::{ByFact, FactId, FactSet, Stated};
use crate::guidance::scope;
use crate::guidance::{Core, Guidance};
use crate::index::IndexVec;
use crate::mdd::{Builder, Condition, LimitReached, Node};

/// Evaluates conditions in every incident.
#[derive(Debug)]
pub(crate) struct Evaluator {
    pub(crate) incidents: Incidents,
    /// Conditions over incidents of which everything is known.
    pub(crate) totals: Builder,
    /// For each kept condition of the guidance, its diagram among those.
    roots: IndexVec<Condition, Node>,
    pub(super) interpretations: Vec<Scoped>,
    pub(crate) scopes: Scopes,
    /// What follows from what is known, and nobody states.
    derived: FactSet,
    /// For each fact, the incidents in which its answer follows from another.
    implied: ByFact<Node>,
    /// The incidents in which something depends on a fact, once found.
    pub(super) depends: HashMap<(Predicate, FactId), Node>,
}

/// The incidents of each scope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scopes {
    pub(crate) incident: Node,
    pub(crate) prevention: Node,
    pub(crate) out: Node,
}

impl Scopes {
    /// An incident where any interpretation is one, else prevention where any is (SEMANTICS 4.2).
    fn of(incidents: &mut Incidents, interpretations: &[Scoped]) -> Self {
        let mut some = |scope: fn(&Scoped) -> Node| {
            let mut some = Node::FALSE;
            for scoped in interpretations {
                let applies = scoped.interpretation.applies;
                let here = incidents.builder.and(scope(scoped), applies);
                some = incidents.builder.or(some, here);
            }
            some
        };
        let incident = some(|scoped| scoped.incident);
        let prevented = some(|scoped| scoped.prevention);
        let prevention = incidents.without(prevented, incident);
        let in_scope = incidents.builder.or(incident, prevention);
        Self {
            incident,
            prevention,
            out: incidents.builder.not(in_scope),
        }
    }
}

/// Every way to read what was stated: without a contradiction, and for each fact that can contradict another
/// (SEMANTICS 2.2).
fn interpretations(
    guidance: &Guidance,
    incidents: &mut Incidents,
    totals: &mut Builder,
) -> Vec<Scoped> {
    let vocabulary = guidance.vocabulary();
    let known = totals.copy(&guidance.known);
    let no_to_scope = scope::nodes_of_no(totals, vocabulary.scope());
    let contradictory = vocabulary
        .ids()
        .filter(|fact| incidents.contradictory(*fact) != Node::FALSE);
    let kept: Vec<_> = [None].into_iter().chain(contradictory.map(Some)).collect();
    let interpretations = kept.into_iter().map(|kept| {
        let mut interpretation = DrawnInterpretation::new(incidents, kept);
        interpretation.derive(incidents, totals, &guidance.derived, &known);
        Scoped::new(interpretation, incidents, totals, no_to_scope)
    });
    interpretations.collect()
}

impl Evaluator {
    /// The evaluator of all conditions of the guidance, with room for so many nodes.
    pub(crate) fn of(guidance: &Guidance, limit: usize) -> Self {
        let vocabulary = guidance.vocabulary();
        let mut totals = Builder::new(scope::variables(vocabulary), limit);
        let roots = totals.copy(&guidance.forest);
        let mut incidents = Incidents::new(vocabulary, limit);
        let interpretations = interpretations(guidance, &mut incidents, &mut totals);
        let scopes = Scopes::of(&mut incidents, &interpretations);
        let mut evaluator = Self {
            incidents,
            totals,
            roots,
            interpretations,
            scopes,
            derived: guidance.derived.iter().map(|one| one.fact).collect(),
            implied: vocabulary.by_fact(|_| Node::FALSE),
            depends: HashMap::default(),
        };
        evaluator.implied = vocabulary.by_fact(|fact| evaluator.follows(fact));
        evaluator
    }

    /// Whether everything was drawn that was asked for.
    ///
    /// # Errors
    ///
    /// The limit was reached: nothing that was drawn may be taken for a result.
    pub(crate) fn check(&self) -> Result<(), LimitReached> {
        self.totals.check()?;
        self.incidents.builder.check()
    }

    /// The diagram of a condition of the guidance.
    pub(crate) fn root(&self, condition: Condition) -> Node {
        self.roots[condition]
    }

    /// The trigger of an item.
    pub(crate) fn trigger(&self, core: &Core) -> Predicate {
        Predicate::Trigger {
            incident: self.root(core.trigger),
            prevention: self.root(core.prevention),
        }
    }

    /// A condition of the guidance that counts in one scope.
    pub(crate) fn within(&self, scope: Scope, condition: Condition) -> Predicate {
        let node = self.root(condition);
        let [incident, prevention] = match scope {
            Scope::Incident => [node, Node::FALSE],
            Scope::Prevention => [Node::FALSE, node],
            Scope::OutOfScope => [Node::FALSE; 2],
        };
        Predicate::Trigger {
            incident,
            prevention,
        }
    }

    /// The incidents of one scope.
    pub(crate) fn scope(&self, scope: Scope) -> Node {
        match scope {
            Scope::Incident => self.scopes.incident,
            Scope::Prevention => self.scopes.prevention,
            Scope::OutOfScope => self.scopes.out,
        }
    }

    /// The incidents in which it holds in every completion of every interpretation.
    pub(crate) fn holds(&mut self, predicate: Predicate) -> Node {
        let mut failing = Node::FALSE;
        for scoped in &mut self.interpretations {
            let incidents = &mut self.incidents;
            let here = scoped.evaluate(incidents, &self.totals, predicate, Quantifier::Every);
            let fails = incidents.without(scoped.interpretation.applies, here);
            failing = incidents.builder.or(failing, fails);
        }
        self.incidents.builder.not(failing)
    }

    /// The incidents in which it holds in every completion of some interpretation.
    pub(crate) fn holds_in_an_interpretation(&mut self, predicate: Predicate) -> Node {
        self.in_some_interpretation(predicate, Quantifier::Every)
    }

    /// The incidents in which it holds in some completion of some interpretation.
    pub(crate) fn can_hold(&mut self, predicate: Predicate) -> Node {
        self.in_some_interpretation(predicate, Quantifier::Some)
    }

    fn in_some_interpretation(&mut self, predicate: Predicate, quantifier: Quantifier) -> Node {
        let mut some = Node::FALSE;
        for scoped in &mut self.interpretations {
            let here = scoped.evaluate(&mut self.incidents, &self.totals, predicate, quantifier);
            let here = self
                .incidents
                .builder
                .and(here, scoped.interpretation.applies);
            some = self.incidents.builder.or(some, here);
        }
        some
    }

    /// The incidents in which nobody has asked about the fact and no answer implies it.
    pub(crate) fn never_asked(&mut self, fact: FactId) -> Node {
        self.open_as(fact, Stated::NotAsked)
    }

    /// The incidents in which the fact was asked, and is not known or implied.
    pub(crate) fn asked_not_known(&mut self, fact: FactId) -> Node {
        self.open_as(fact, Stated::Unknown)
    }

    fn open_as(&mut self, fact: FactId, stated: Stated) -> Node {
        let stated = self.incidents.stated(fact, stated);
        self.incidents.without(stated, self.implied[fact])
    }

    /// The incidents in which every interpretation leaves the fact the same one answer.
    fn follows(&mut self, fact: FactId) -> Node {
        let answered = self.answered(fact);
        self.incidents.any(answered)
    }

    /// For each answer of the fact, the incidents in which every interpretation leaves it that one.
    pub(crate) fn answered(&mut self, fact: FactId) -> Vec<Node> {
        let mut answered = Vec::new();
        for answer in 0..self.answers(fact) {
            let mut otherwise = Node::FALSE;
            for scoped in &self.interpretations {
                let known = scoped
                    .interpretation
                    .known(&mut self.incidents, fact, answer);
                let here = self.incidents.without(scoped.interpretation.applies, known);
                otherwise = self.incidents.builder.or(otherwise, here);
            }
            answered.push(self.incidents.builder.not(otherwise));
        }
        answered
    }

    /// How many answers the fact has.
    pub(super) fn answers(&self, fact: FactId) -> usize {
        self.totals.variables().arity(fact)
    }

    /// The incidents in which the fact was put to somebody and is not settled all the same (SEMANTICS 2.5).
    pub(crate) fn unsettled(&mut self, fact: FactId) -> Node {
        let not_known = self.asked_not_known(fact);
        let contradictory = self.incidents.contradictory(fact);
        self.incidents.builder.or(not_known, contradictory)
    }

    /// The facts that it asks for. What is derived depends on others in no completion, so it is none of them.
    pub(crate) fn support(&self, predicate: Predicate) -> FactSet {
        let asked = match predicate {
            Predicate::Condition(node) => self.totals.support(node),
            Predicate::Trigger {
                incident,
                prevention,
            } => {
                let [incident, prevention] =
                    [incident, prevention].map(|node| self.totals.support(node));
                incident.union(prevention)
            }
        };
        asked.without(self.derived)
    }
}
