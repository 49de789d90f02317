//! Conditions in plain words: situations, and the questions of the facts with the answers that count.

use maud::{Markup, html};

use super::entry::id;
use super::implicants::{Cube, implicants, implies};
use crate::contract::advice::{Scope, Situation};
use crate::facts::{AnswerSet, FactId};
use crate::guidance::Guidance;
use crate::guidance::scope;
use crate::index::IndexVec;
use crate::mdd::{Builder, Condition, KnownCondition, LimitReached, Node};

/// How many nodes it may take to put all conditions in words: a hundred times what it does.
const MOST_NODES: usize = 10_000_000;

/// The conditions of guidance.
pub(super) struct SpokenConditions<'g> {
    pub(super) guidance: &'g Guidance,
    builder: Builder,
    nodes: IndexVec<Condition, Node>,
    known: IndexVec<KnownCondition, Node>,
}

impl<'g> SpokenConditions<'g> {
    pub(super) fn of(guidance: &'g Guidance) -> Self {
        let mut builder = Builder::new(scope::variables(guidance.vocabulary()), MOST_NODES);
        Self {
            guidance,
            nodes: builder.copy(&guidance.forest),
            known: builder.copy(&guidance.known),
            builder,
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
        self.words_of(named, self.nodes[condition])
    }

    /// What a condition asks to be known.
    pub(super) fn words_of_known(&mut self, condition: KnownCondition) -> Markup {
        self.words_of(self.guidance.situations.len(), self.known[condition])
    }

    fn words_of(&mut self, named: usize, wanted: Node) -> Markup {
        let implied = self.implied(named, wanted);
        let (situations, nodes): (Vec<&Situation>, Vec<Node>) = implied.into_iter().unzip();
        let given = nodes.into_iter().fold(Node::TRUE, |given, situation| {
            self.builder.and(given, situation)
        });
        let cubes = implicants(&mut self.builder, given, wanted);
        written(self.guidance, &situations, &cubes)
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
fn written(guidance: &Guidance, situations: &[&Situation], cubes: &[Cube]) -> Markup {
    let (common, rest) = shared(cubes);
    let always = situations.is_empty() && common.is_empty() && rest.len() < 2;
    html! {
        ul {
            @for situation in situations { li { "Situation " (id(&situation.id)) } }
            @for (fact, answers) in common { li { (stated(guidance, fact, answers)) } }
            @if rest.len() > 1 {
                li { "One of:" ul {
                    @for one in rest {
                        li {
                            @for (place, (fact, answers)) in one.into_iter().enumerate() {
                                @if place > 0 { " and " }
                                (stated(guidance, fact, answers))
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

/// A fact with the answers that count; what is derived is a question of its own, with an entry on the page.
pub(super) fn stated(guidance: &Guidance, fact: FactId, counted: AnswerSet) -> Markup {
    let (label, answers) = match guidance.vocabulary().get(fact) {
        Some(fact) => {
            let answers = fact.answers.iter().map(|answer| &*answer.label);
            (fact.label.clone(), answers.collect())
        }
        None => (
            format!("Is {} so?", derived_id(guidance, fact)),
            vec!["No", "Yes"],
        ),
    };
    let counted = (0..)
        .zip(&answers)
        .filter(|(place, _)| counted.contains(*place));
    html! {
        (label)
        @for (place, (_, answer)) in counted.enumerate() {
            @if place > 0 { " or" }
            " " strong { (answer) }
        }
    }
}

/// What the page calls a derived fact.
pub(super) fn derived_id(guidance: &Guidance, fact: FactId) -> String {
    let number = fact.index() - guidance.vocabulary().facts().len();
    format!("K{}", number + 1)
}
