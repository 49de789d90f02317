//! Conditions in plain words: situations, and the questions of the facts with the answers that count.

use maud::{Markup, html};

use super::entry::id;
use super::implicants::{Cube, implicants, implies};
use crate::contract::advice::{Scope, Situation};
use crate::facts::{AnswerSet, FactId, Vocabulary};
use crate::guidance::Guidance;
use crate::guidance::scope;
use crate::index::IndexVec;
use crate::mdd::{Builder, Condition, LimitReached, Node};

/// How many nodes it may take to put all conditions in words: a hundred times what it does.
const MOST_NODES: usize = 10_000_000;

/// The conditions of guidance.
pub(super) struct SpokenConditions<'g> {
    pub(super) guidance: &'g Guidance,
    builder: Builder,
    nodes: IndexVec<Condition, Node>,
}

impl<'g> SpokenConditions<'g> {
    pub(super) fn of(guidance: &'g Guidance) -> Self {
        let mut builder = Builder::new(scope::variables(guidance.vocabulary()), MOST_NODES);
        let nodes = builder.copy(&guidance.forest);
        Self {
            guidance,
            builder,
            nodes,
        }
    }

    /// Whether all of it could be put in words.
    pub(super) fn check(&self) -> Result<(), LimitReached> {
        self.builder.check()
    }

    /// Whether the condition holds for no answers at all.
    pub(super) fn never(&self, condition: Condition) -> bool {
        self.nodes[condition] == Node::FALSE
    }

    /// A condition that counts in that scope. Situations are named in an incident only.
    pub(super) fn words(&mut self, scope: Scope, condition: Condition) -> Markup {
        let named = match scope {
            Scope::Incident => self.guidance.situations.len(),
            Scope::Prevention | Scope::OutOfScope => 0,
        };
        self.words_among(named, condition)
    }

    /// The condition, with the first so many situations to say it by.
    pub(super) fn words_among(&mut self, named: usize, condition: Condition) -> Markup {
        let wanted = self.nodes[condition];
        let implied = self.implied(named, wanted);
        let (situations, nodes): (Vec<&Situation>, Vec<Node>) = implied.into_iter().unzip();
        let given = nodes.into_iter().fold(Node::TRUE, |given, situation| {
            self.builder.and(given, situation)
        });
        let vocabulary = self.guidance.vocabulary();
        let cubes = implicants(&mut self.builder, vocabulary, given, wanted);
        written(vocabulary, &situations, &cubes)
    }

    /// Those of the first so many situations that hold wherever the condition does, without those that
    /// follow from another of them.
    fn implied(&mut self, named: usize, wanted: Node) -> Vec<(&'g Situation, Node)> {
        let guidance = self.guidance;
        let mut implied: Vec<(&Situation, Node)> = Vec::new();
        for situation in guidance.situations.iter().take(named) {
            let node = self.nodes[situation.when];
            let mut follows = |one: Node, other: Node| implies(&mut self.builder, one, other);
            if follows(wanted, node) && !implied.iter().any(|(_, other)| follows(*other, node)) {
                implied.retain(|(_, other)| !follows(node, *other));
                implied.push((&situation.words, node));
            }
        }
        implied
    }
}

/// What must be so: all of these lines.
fn written(vocabulary: &Vocabulary, situations: &[&Situation], cubes: &[Cube]) -> Markup {
    let (common, rest) = shared(cubes);
    let always = situations.is_empty() && common.is_empty() && rest.len() < 2;
    html! {
        ul {
            @for situation in situations { li { "Situation " (id(&situation.id)) } }
            @for (fact, answers) in common { li { (stated(vocabulary, fact, answers)) } }
            @if rest.len() > 1 {
                li { "One of:" ul {
                    @for one in rest {
                        li {
                            @for (place, (fact, answers)) in one.into_iter().enumerate() {
                                @if place > 0 { " and " }
                                (stated(vocabulary, fact, answers))
                            }
                        }
                    }
                } }
            }
            @if always { li { "Always" } }
        }
    }
}

/// What all cubes have in common, and each without it.
fn shared(cubes: &[Cube]) -> (Cube, Vec<Cube>) {
    let mut common = cubes.first().cloned().unwrap_or_default();
    common.retain(|fact, answers| cubes.iter().all(|cube| cube.get(fact) == Some(answers)));
    let mut rest = cubes.to_vec();
    for cube in &mut rest {
        cube.retain(|fact, _| !common.contains_key(fact));
    }
    (common, rest)
}

/// A fact with the answers that count.
pub(super) fn stated(vocabulary: &Vocabulary, fact: FactId, counted: AnswerSet) -> Markup {
    let fact = &vocabulary[fact];
    let answers = fact.answers.iter().zip(0..);
    let labels = answers.filter(|(_, place)| counted.contains(*place));
    html! {
        (fact.label)
        @for (place, (answer, _)) in labels.enumerate() {
            @if place > 0 { " or" }
            " " strong { (answer.label) }
        }
    }
}
