//! The conditions of the guidance, judged in every incident and over all readings of it.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use super::reading::Reading;
use crate::contract::advice::Scope;
use crate::facts::{FactId, FactSet, Stated};
use crate::guidance::diagram::{Builder, Condition, Node, Space};
use crate::guidance::{Core, Guidance};

/// Judges conditions in every incident.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(crate) incidents: Incidents,
    /// Conditions over incidents of which everything is known.
    pub(crate) totals: Builder,
    /// For each kept condition of the guidance, its diagram among those.
    roots: Vec<Node>,
    readings: Vec<Read>,
    pub(crate) scopes: Scopes,
    /// For each fact, the incidents in which its answer follows from another.
    implied: Vec<Node>,
    /// The incidents in which something depends on a fact, once found.
    depends: HashMap<(Judged, FactId), Node>,
}

/// A reading and the scope that it gives each incident; only where it applies does that mean anything.
#[derive(Debug)]
struct Read {
    reading: Reading,
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

/// What is judged: a condition whatever the scope, or the trigger of an item, which is one condition
/// in an incident, another in prevention, and never holds out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Judged {
    Condition(Node),
    Trigger { incident: Node, prevention: Node },
}

impl Judge {
    /// The judge of all conditions of the guidance.
    pub(crate) fn of(guidance: &Guidance) -> Self {
        let vocabulary = guidance.vocabulary();
        let mut totals = Builder::new(Space::of_answers(vocabulary));
        let roots = guidance.forest.copy_into(&mut totals);
        let mut incidents = Incidents::new(vocabulary);
        let kept = vocabulary
            .ids()
            .filter(|fact| incidents.contradictory(*fact) != Node::FALSE);
        let kept: Vec<_> = [None].into_iter().chain(kept.map(Some)).collect();
        let no_to_scope = totals.no_to_scope(vocabulary.scope());
        let readings: Vec<Read> = kept
            .into_iter()
            .map(|kept| {
                let reading = Reading::new(&mut incidents, kept);
                Read::new(reading, &mut incidents, &totals, no_to_scope)
            })
            .collect();
        let mut some = |scope: fn(&Read) -> Node| {
            let mut some = Node::FALSE;
            for read in &readings {
                let here = incidents.builder.and(scope(read), read.reading.applies);
                some = incidents.builder.or(some, here);
            }
            some
        };
        let incident = some(|read| read.incident);
        let prevented = some(|read| read.prevention);
        let prevention = incidents.without(prevented, incident);
        let in_scope = incidents.builder.or(incident, prevention);
        let out = incidents.builder.not(in_scope);
        let mut judge = Self {
            incidents,
            totals,
            roots,
            readings,
            scopes: Scopes {
                incident,
                prevention,
                out,
            },
            implied: Vec::new(),
            depends: HashMap::default(),
        };
        judge.implied = vocabulary.ids().map(|fact| judge.follows(fact)).collect();
        judge
    }

    /// The diagram of a condition of the guidance.
    pub(crate) fn root(&self, condition: Condition) -> Node {
        self.roots
            .get(condition.place())
            .copied()
            .unwrap_or(Node::FALSE)
    }

    /// The trigger of an item.
    pub(crate) fn trigger(&self, core: &Core) -> Judged {
        Judged::Trigger {
            incident: self.root(core.trigger),
            prevention: self.root(core.prevention),
        }
    }

    /// A condition of the guidance that counts in one scope.
    pub(crate) fn within(&self, scope: Scope, condition: Condition) -> Judged {
        let node = self.root(condition);
        let [incident, prevention] = match scope {
            Scope::Incident => [node, Node::FALSE],
            Scope::Prevention => [Node::FALSE, node],
            Scope::OutOfScope => [Node::FALSE; 2],
        };
        Judged::Trigger {
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

    /// The incidents in which it holds in every completion of every reading.
    pub(crate) fn holds(&mut self, judged: Judged) -> Node {
        let mut failing = Node::FALSE;
        for read in &mut self.readings {
            let incidents = &mut self.incidents;
            let here = read.judge(incidents, &self.totals, judged, How::Holds);
            let fails = incidents.without(read.reading.applies, here);
            failing = incidents.builder.or(failing, fails);
        }
        self.incidents.builder.not(failing)
    }

    /// The incidents in which it holds in every completion of some reading.
    pub(crate) fn holds_in_a_reading(&mut self, judged: Judged) -> Node {
        self.in_some_reading(judged, How::Holds)
    }

    /// The incidents in which it holds in some completion of some reading.
    pub(crate) fn can_hold(&mut self, judged: Judged) -> Node {
        self.in_some_reading(judged, How::CanHold)
    }

    fn in_some_reading(&mut self, judged: Judged, how: How) -> Node {
        let mut some = Node::FALSE;
        for read in &mut self.readings {
            let here = read.judge(&mut self.incidents, &self.totals, judged, how);
            let here = self.incidents.builder.and(here, read.reading.applies);
            some = self.incidents.builder.or(some, here);
        }
        some
    }

    /// The incidents in which any of these still depends on the fact in some reading.
    pub(crate) fn depend_on(&mut self, any: &[Judged], fact: FactId) -> Node {
        let mut depend = Node::FALSE;
        for judged in any {
            let here = self.depends(*judged, fact);
            depend = self.incidents.builder.or(depend, here);
        }
        depend
    }

    fn depends(&mut self, judged: Judged, fact: FactId) -> Node {
        if !self.support(judged).contains(fact) {
            return Node::FALSE;
        }
        if let Some(known) = self.depends.get(&(judged, fact)) {
            return *known;
        }
        let answers = self.answers(fact);
        let mut depends = Node::FALSE;
        for one in 0..answers {
            for other in one + 1..answers {
                let differing = self.differing(judged, fact, one, other);
                let here = self.can_differ(differing, fact, one, other);
                depends = self.incidents.builder.or(depends, here);
            }
        }
        self.depends.insert((judged, fact), depends);
        depends
    }

    /// Where two answers to the fact make a difference to it.
    fn differing(&mut self, judged: Judged, fact: FactId, one: usize, other: usize) -> Judged {
        let mut differing = |node| {
            let [one, other] = [one, other].map(|answer| self.totals.restrict(node, fact, answer));
            self.totals.differ(one, other)
        };
        match judged {
            Judged::Condition(node) => Judged::Condition(differing(node)),
            Judged::Trigger {
                incident,
                prevention,
            } => Judged::Trigger {
                incident: differing(incident),
                prevention: differing(prevention),
            },
        }
    }

    /// The incidents in which some reading leaves both answers to the fact possible, and can be
    /// completed so that they make the difference.
    fn can_differ(&mut self, differing: Judged, fact: FactId, one: usize, other: usize) -> Node {
        let mut differ = Node::FALSE;
        for read in &mut self.readings {
            let incidents = &mut self.incidents;
            let can = read.judge(incidents, &self.totals, differing, How::CanHold);
            let possible = read.reading.possible(fact);
            let [one, other] =
                [one, other].map(|answer| possible.get(answer).copied().unwrap_or(Node::FALSE));
            let both = incidents.builder.and(one, other);
            let here = incidents.builder.and(both, can);
            let here = incidents.builder.and(here, read.reading.applies);
            differ = incidents.builder.or(differ, here);
        }
        differ
    }

    /// The incidents in which nobody has asked about the fact and no answer implies it.
    pub(crate) fn never_asked(&mut self, fact: FactId) -> Node {
        self.open_as(fact, Stated::NotAsked)
    }

    /// The incidents in which the fact was asked, and is not known or implied.
    pub(crate) fn asked_in_vain(&mut self, fact: FactId) -> Node {
        self.open_as(fact, Stated::Unknown)
    }

    fn open_as(&mut self, fact: FactId, stated: Stated) -> Node {
        let stated = self.incidents.stated(fact, stated);
        let implied = self
            .implied
            .get(fact.index())
            .copied()
            .unwrap_or(Node::FALSE);
        self.incidents.without(stated, implied)
    }

    /// The incidents in which every reading leaves the fact the same one answer.
    fn follows(&mut self, fact: FactId) -> Node {
        let answered = self.answered(fact);
        self.incidents.any(answered)
    }

    /// For each answer of the fact, the incidents in which every reading leaves it that one.
    pub(crate) fn answered(&mut self, fact: FactId) -> Vec<Node> {
        let mut answered = Vec::new();
        for answer in 0..self.answers(fact) {
            let mut otherwise = Node::FALSE;
            for read in &self.readings {
                let known = read.reading.known(&mut self.incidents, fact, answer);
                let here = self.incidents.without(read.reading.applies, known);
                otherwise = self.incidents.builder.or(otherwise, here);
            }
            answered.push(self.incidents.builder.not(otherwise));
        }
        answered
    }

    /// How many answers the fact has.
    fn answers(&self, fact: FactId) -> usize {
        self.totals.space().ways(fact)
    }

    /// The facts that it asks for.
    pub(crate) fn support(&self, judged: Judged) -> FactSet {
        match judged {
            Judged::Condition(node) => self.totals.support(node),
            Judged::Trigger {
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

impl Read {
    fn new(
        mut reading: Reading,
        incidents: &mut Incidents,
        totals: &Builder,
        [nobody_under_18, nothing_happened]: [Node; 2],
    ) -> Self {
        let out = reading.holds(incidents, totals, nobody_under_18);
        let nothing = reading.holds(incidents, totals, nothing_happened);
        let prevention = incidents.without(nothing, out);
        let elsewhere = incidents.builder.or(out, nothing);
        let incident = incidents.builder.not(elsewhere);
        Self {
            reading,
            prevention,
            incident,
        }
    }

    /// The incidents, read in this way, in which it holds or can hold.
    fn judge(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        judged: Judged,
        how: How,
    ) -> Node {
        let mut judge = |incidents: &mut Incidents, condition| match how {
            How::Holds => self.reading.holds(incidents, totals, condition),
            How::CanHold => self.reading.can_hold(incidents, totals, condition),
        };
        match judged {
            Judged::Condition(condition) => judge(incidents, condition),
            Judged::Trigger {
                incident,
                prevention,
            } => {
                let [in_incident, in_prevention] =
                    [(incident, self.incident), (prevention, self.prevention)].map(
                        |(condition, scope)| {
                            let holds = judge(incidents, condition);
                            incidents.builder.and(holds, scope)
                        },
                    );
                incidents.builder.or(in_incident, in_prevention)
            }
        }
    }
}
