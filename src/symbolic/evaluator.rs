//! The conditions of the guidance, evaluated in every incident and over all interpretations of it.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use super::interpretation::DrawnInterpretation;
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
    interpretations: Vec<Scoped>,
    pub(crate) scopes: Scopes,
    /// For each fact, the incidents in which its answer follows from another.
    implied: ByFact<Node>,
    /// The incidents in which something depends on a fact, once found.
    depends: HashMap<(Predicate, FactId), Node>,
}

/// An interpretation and the scope that it gives each incident; only where it applies does that mean anything.
#[derive(Debug)]
struct Scoped {
    interpretation: DrawnInterpretation,
    prevention: Node,
    incident: Node,
}

/// The incidents of each scope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scopes {
    pub(crate) incident: Node,
    pub(crate) prevention: Node,
    pub(crate) out: Node,
}

/// What is asked of the completions of an incident.
#[derive(Debug, Clone, Copy)]
enum How {
    Holds,
    CanHold,
}

/// What is evaluated: a condition whatever the scope, or the trigger of an item, which is one condition
/// in an incident, another in prevention, and never holds out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Predicate {
    Condition(Node),
    Trigger { incident: Node, prevention: Node },
}

impl Evaluator {
    /// The evaluator of all conditions of the guidance, with room for so many nodes.
    pub(crate) fn of(guidance: &Guidance, limit: usize) -> Self {
        let vocabulary = guidance.vocabulary();
        let mut totals = Builder::new(scope::variables(vocabulary), limit);
        let roots = totals.copy(&guidance.forest);
        let mut incidents = Incidents::new(vocabulary, limit);
        let kept = vocabulary
            .ids()
            .filter(|fact| incidents.contradictory(*fact) != Node::FALSE);
        let kept: Vec<_> = [None].into_iter().chain(kept.map(Some)).collect();
        let no_to_scope = scope::nodes_of_no(&mut totals, vocabulary.scope());
        let interpretations: Vec<Scoped> = kept
            .into_iter()
            .map(|kept| {
                let interpretation = DrawnInterpretation::new(&mut incidents, kept);
                Scoped::new(interpretation, &mut incidents, &totals, no_to_scope)
            })
            .collect();
        let mut some = |scope: fn(&Scoped) -> Node| {
            let mut some = Node::FALSE;
            for scoped in &interpretations {
                let here = incidents
                    .builder
                    .and(scope(scoped), scoped.interpretation.applies);
                some = incidents.builder.or(some, here);
            }
            some
        };
        let incident = some(|scoped| scoped.incident);
        let prevented = some(|scoped| scoped.prevention);
        let prevention = incidents.without(prevented, incident);
        let in_scope = incidents.builder.or(incident, prevention);
        let out = incidents.builder.not(in_scope);
        let mut evaluator = Self {
            incidents,
            totals,
            roots,
            interpretations,
            scopes: Scopes {
                incident,
                prevention,
                out,
            },
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
            let here = scoped.evaluate(incidents, &self.totals, predicate, How::Holds);
            let fails = incidents.without(scoped.interpretation.applies, here);
            failing = incidents.builder.or(failing, fails);
        }
        self.incidents.builder.not(failing)
    }

    /// The incidents in which it holds in every completion of some interpretation.
    pub(crate) fn holds_in_an_interpretation(&mut self, predicate: Predicate) -> Node {
        self.in_some_interpretation(predicate, How::Holds)
    }

    /// The incidents in which it holds in some completion of some interpretation.
    pub(crate) fn can_hold(&mut self, predicate: Predicate) -> Node {
        self.in_some_interpretation(predicate, How::CanHold)
    }

    fn in_some_interpretation(&mut self, predicate: Predicate, how: How) -> Node {
        let mut some = Node::FALSE;
        for scoped in &mut self.interpretations {
            let here = scoped.evaluate(&mut self.incidents, &self.totals, predicate, how);
            let here = self
                .incidents
                .builder
                .and(here, scoped.interpretation.applies);
            some = self.incidents.builder.or(some, here);
        }
        some
    }

    /// The incidents in which any of these still depends on the fact in some interpretation.
    pub(crate) fn depend_on(&mut self, any: &[Predicate], fact: FactId) -> Node {
        let mut depend = Node::FALSE;
        for predicate in any {
            let here = self.depends(*predicate, fact);
            depend = self.incidents.builder.or(depend, here);
        }
        depend
    }

    fn depends(&mut self, predicate: Predicate, fact: FactId) -> Node {
        if !self.support(predicate).contains(fact) {
            return Node::FALSE;
        }
        if let Some(known) = self.depends.get(&(predicate, fact)) {
            return *known;
        }
        let answers = self.answers(fact);
        let mut depends = Node::FALSE;
        for one in 0..answers {
            for other in one + 1..answers {
                let differing = self.differing(predicate, fact, one, other);
                let here = self.can_differ(differing, fact, one, other);
                depends = self.incidents.builder.or(depends, here);
            }
        }
        self.depends.insert((predicate, fact), depends);
        depends
    }

    /// Where two answers to the fact make a difference to it.
    fn differing(
        &mut self,
        predicate: Predicate,
        fact: FactId,
        one: usize,
        other: usize,
    ) -> Predicate {
        let mut differing = |node| {
            let [one, other] = [one, other].map(|answer| self.totals.restrict(node, fact, answer));
            self.totals.differ(one, other)
        };
        match predicate {
            Predicate::Condition(node) => Predicate::Condition(differing(node)),
            Predicate::Trigger {
                incident,
                prevention,
            } => Predicate::Trigger {
                incident: differing(incident),
                prevention: differing(prevention),
            },
        }
    }

    /// The incidents in which some interpretation leaves both answers to the fact possible, and can be
    /// completed so that they make the difference.
    fn can_differ(&mut self, differing: Predicate, fact: FactId, one: usize, other: usize) -> Node {
        let mut differ = Node::FALSE;
        for scoped in &mut self.interpretations {
            let incidents = &mut self.incidents;
            let can = scoped.evaluate(incidents, &self.totals, differing, How::CanHold);
            let [one, other] =
                [one, other].map(|answer| scoped.interpretation.possible(fact, answer));
            let both = incidents.builder.and(one, other);
            let here = incidents.builder.and(both, can);
            let here = incidents.builder.and(here, scoped.interpretation.applies);
            differ = incidents.builder.or(differ, here);
        }
        differ
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
    fn answers(&self, fact: FactId) -> usize {
        self.totals.variables().arity(fact)
    }

    /// The facts that it asks for.
    pub(crate) fn support(&self, predicate: Predicate) -> FactSet {
        match predicate {
            Predicate::Condition(node) => self.totals.support(node),
            Predicate::Trigger {
                incident,
                prevention,
            } => {
                let [incident, prevention] =
                    [incident, prevention].map(|node| self.totals.support(node));
                incident.union(prevention)
            }
        }
    }
}

impl Scoped {
    fn new(
        mut interpretation: DrawnInterpretation,
        incidents: &mut Incidents,
        totals: &Builder,
        [nobody_under_18, nothing_happened]: [Node; 2],
    ) -> Self {
        let out = interpretation.holds(incidents, totals, nobody_under_18);
        let nothing = interpretation.holds(incidents, totals, nothing_happened);
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
    fn evaluate(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        predicate: Predicate,
        how: How,
    ) -> Node {
        let mut evaluate = |incidents: &mut Incidents, condition| match how {
            How::Holds => self.interpretation.holds(incidents, totals, condition),
            How::CanHold => self.interpretation.can_hold(incidents, totals, condition),
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
