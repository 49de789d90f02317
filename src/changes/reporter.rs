//! From moves to what can be read: which are told together, and where.

use serde_json::{Map, Value};

use super::cover::{self, cover};
use super::moves::Move;
use super::report::{Change, Contradicting, Moved, Pattern};
use super::views::{NOT_ASKED, Views};
use crate::atlas::{Incidents, Judge, occurring, on_branch, smallest};
use crate::guidance::diagram::Node;
use crate::facts::{AnswerSet, FactId, Facts, Stated, UNKNOWN};

/// Moves that are told together: they move in the same incidents, and the same explains them.
struct Group {
    moves: Vec<Move>,
    incidents: Node,
    explained: Node,
}

/// Turns moves into what can be read.
pub(super) struct Reporter<'a> {
    incidents: &'a mut Incidents,
    views: Views,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(judge: &'a mut Judge) -> Self {
        Self {
            views: Views::of(judge),
            incidents: &mut judge.incidents,
        }
    }

    pub(super) fn changes(mut self, moves: Vec<Move>) -> Vec<Change> {
        let mut groups: Vec<Group> = Vec::new();
        for one in moves {
            let (incidents, explained) = (one.incidents, one.explained);
            let same =
                |group: &&mut Group| (group.incidents, group.explained) == (incidents, explained);
            match groups.iter_mut().find(same) {
                Some(group) => group.moves.push(one),
                None => groups.push(Group {
                    moves: vec![one],
                    incidents,
                    explained,
                }),
            }
        }
        let changes = groups.into_iter().map(|group| self.change(group));
        changes.flatten().collect()
    }

    /// The change, unless something else explains it everywhere.
    fn change(&mut self, group: Group) -> Option<Change> {
        let told = self.incidents.without(group.incidents, group.explained);
        if told == Node::FALSE {
            return None;
        }
        let consistent = self.incidents.consistent;
        let clear = self.incidents.builder.and(told, consistent);
        let contradicting = self.incidents.without(told, consistent);
        let allowed = self.incidents.builder.or(group.incidents, group.explained);
        let patterns = cover(self.incidents, &self.views, clear, allowed);
        Some(Change {
            otherwise_explained: group.explained != Node::FALSE,
            moved: group.moves.into_iter().map(Moved::from).collect(),
            patterns: patterns.iter().map(|one| self.pattern(one)).collect(),
            example: smallest(&self.incidents.builder, clear).map(|facts| incident(&facts)),
            contradicting: self.contradicting(contradicting),
        })
    }

    fn pattern(&self, pattern: &cover::Pattern) -> Pattern {
        let words = |(fact, places): &(FactId, Vec<usize>)| {
            let words = self.views.words(*fact, places);
            let words = words.into_iter().map(Value::String).collect();
            (fact.fact().name.to_owned(), words)
        };
        pattern.iter().map(words).collect()
    }

    fn contradicting(&self, differing: Node) -> Option<Contradicting> {
        let example = smallest(&self.incidents.builder, differing)?;
        Some(Contradicting {
            pattern: self.stated(differing),
            example: incident(&example),
        })
    }

    /// What is stated in these incidents of each fact, where it is not everything that can be.
    fn stated(&self, set: Node) -> Pattern {
        let builder = &self.incidents.builder;
        let mut pattern = Pattern::new();
        for fact in FactId::all() {
            let stated = occurring(builder, set, fact);
            if stated != AnswerSet::first(builder.space().ways(fact)) {
                let stated = stated.iter().map(|branch| on_branch(fact, branch.into()));
                let words = stated.map(|stated| word(fact, stated));
                pattern.insert(fact.fact().name.to_owned(), words.collect());
            }
        }
        pattern
    }
}

/// An incident as it can be posted.
fn incident(facts: &Facts) -> Value {
    let stated = FactId::all().map(|fact| (fact, facts.stated(fact)));
    let stated = stated.filter(|(_, stated)| *stated != Stated::NotAsked);
    let stated = stated.map(|(fact, stated)| (fact.fact().name.to_owned(), word(fact, stated)));
    let mut incident = Map::new();
    incident.insert("facts".to_owned(), Value::Object(stated.collect()));
    Value::Object(incident)
}

/// What is stated, in one word.
fn word(fact: FactId, stated: Stated) -> Value {
    let word = match stated {
        Stated::NotAsked => NOT_ASKED,
        Stated::Unknown => UNKNOWN,
        Stated::Answer(answer) => {
            let answers = fact.fact().answers;
            answers
                .get(usize::from(answer))
                .map_or(UNKNOWN, |it| it.value)
        }
    };
    Value::String(word.to_owned())
}
