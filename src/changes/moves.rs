//! What moved from one sheet to another, and in which incidents.

use std::collections::BTreeMap;

use super::explain::explain;
use super::order;
use super::sequence;
use super::sheet::{Form, Kind, Line, Member, Part, Said, Sheet, Subject};
use crate::atlas::Incidents;
use crate::guidance::diagram::Node;

/// Something that an answer says in another way, and the incidents in which it does.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) of: Subject,
    pub(super) member: Member,
    pub(super) change: Change,
    pub(super) incidents: Node,
    /// Those in which something else explains it: it is told in the others.
    pub(super) explained: Node,
}

/// How it moved. Nothing on one side: it is not said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    From(Option<Said>, Option<Said>),
    /// The same, in another order.
    Order,
}

/// Everything that moved; what only follows from something else stands last.
pub(super) fn moves(incidents: &mut Incidents, old: &Sheet, new: &Sheet) -> Vec<Move> {
    let mut finder = Finder {
        incidents,
        old: by_part(old),
        new: by_part(new),
        moves: Vec::new(),
    };
    let olds = old.parts.iter().map(|part| (&part.of, part.member));
    let added = new.parts.iter().map(|part| (&part.of, part.member));
    let added = added.filter(|part| !finder.old.contains_key(part));
    let all: Vec<_> = olds.chain(added.collect::<Vec<_>>()).collect();
    for (of, member) in all {
        finder.part(of, member);
    }
    let mut moves = finder.moves;
    let told = incidents.any(moves.iter().map(|one| one.incidents));
    let rest = incidents.builder.not(told);
    let reordered = order::differs(incidents, &old.plan, &new.plan, rest);
    if reordered != Node::FALSE {
        moves.push(Move {
            of: Subject {
                kind: Kind::Answer,
                id: None,
            },
            member: Member::Questions,
            change: Change::Order,
            incidents: reordered,
            explained: Node::FALSE,
        });
    }
    explain(incidents, &mut moves);
    moves
}

type Parts<'s> = BTreeMap<(&'s Subject, Member), &'s Part>;

fn by_part(sheet: &Sheet) -> Parts<'_> {
    let parts = sheet.parts.iter();
    parts.map(|part| ((&part.of, part.member), part)).collect()
}

struct Finder<'a> {
    incidents: &'a mut Incidents,
    old: Parts<'a>,
    new: Parts<'a>,
    moves: Vec<Move>,
}

impl Finder<'_> {
    fn part(&mut self, of: &Subject, member: Member) {
        let [old, new] = [&self.old, &self.new].map(|parts| lines(parts, of, member));
        if old == new {
            return;
        }
        match member.form(of.kind) {
            Form::Standing => self.choice((of, member), old, new, Node::TRUE),
            Form::Choice => {
                let both = self.both_shown(of, old, new);
                self.choice((of, member), old, new, both);
            }
            Form::List => self.list((of, member), old, new),
            Form::Order => {
                let reordered = self.reordered(old, new);
                self.moved((of, member), Change::Order, reordered);
            }
        }
    }

    fn moved(&mut self, (of, member): (&Subject, Member), change: Change, incidents: Node) {
        if incidents != Node::FALSE {
            self.moves.push(Move {
                of: of.clone(),
                member,
                change,
                incidents,
                explained: Node::FALSE,
            });
        }
    }

    /// The incidents in which the thing stands in both answers. What has no status stands where
    /// something is said of it.
    fn both_shown(&mut self, of: &Subject, old: &[Line], new: &[Line]) -> Node {
        let [old, new] = [(&self.old, old), (&self.new, new)].map(|(parts, here)| {
            let status = lines(parts, of, Member::Status);
            let lines = if status.is_empty() { here } else { status };
            self.incidents.any(lines.iter().map(|line| line.shown))
        });
        self.incidents.builder.and(old, new)
    }

    /// One line at most: from what it was to what it is.
    fn choice(&mut self, part: (&Subject, Member), old: &[Line], new: &[Line], care: Node) {
        let [old, new] = [old, new].map(|lines| self.alternatives(lines, care));
        for (from, was) in &old {
            for (to, is) in &new {
                if from != to {
                    let both = self.incidents.builder.and(*was, *is);
                    let change = Change::From(from.clone(), to.clone());
                    self.moved(part, change, both);
                }
            }
        }
    }

    /// Each thing that is said, and nothing, with its incidents among those that count.
    fn alternatives(&mut self, lines: &[Line], care: Node) -> Vec<(Option<Said>, Node)> {
        let mut silent = care;
        let mut alternatives = Vec::new();
        for (says, shown) in self.said(lines) {
            let here = self.incidents.builder.and(shown, care);
            silent = self.incidents.without(silent, shown);
            alternatives.push((Some(says), here));
        }
        alternatives.push((None, silent));
        alternatives
    }

    /// Lines that came or went, and where those that stayed stand in another order.
    fn list(&mut self, part: (&Subject, Member), old: &[Line], new: &[Line]) {
        let both = self.both_shown(part.0, old, new);
        let [gone, come] = [self.left_out(old, new), self.left_out(new, old)];
        for (says, here) in gone {
            let here = self.incidents.builder.and(here, both);
            self.moved(part, Change::From(Some(says), None), here);
        }
        for (says, here) in come {
            let here = self.incidents.builder.and(here, both);
            self.moved(part, Change::From(None, Some(says)), here);
        }
        let reordered = self.reordered(old, new);
        let reordered = self.incidents.builder.and(reordered, both);
        self.moved(part, Change::Order, reordered);
    }

    /// The incidents in which both say the same, but not in the same order.
    fn reordered(&mut self, old: &[Line], new: &[Line]) -> Node {
        let differs = sequence::differs(&mut self.incidents.builder, old, new);
        let [gone, come] = [self.left_out(old, new), self.left_out(new, old)];
        let others = self
            .incidents
            .any(gone.into_iter().chain(come).map(|(_, here)| here));
        self.incidents.without(differs, others)
    }

    /// What the one lines say and the others do not, and where.
    fn left_out(&mut self, ones: &[Line], others: &[Line]) -> Vec<(Said, Node)> {
        let [ones, others] = [ones, others].map(|lines| self.said(lines));
        let mut left_out = Vec::new();
        for (says, shown) in ones {
            let other = others.iter().find(|(other, _)| *other == says);
            let other = other.map_or(Node::FALSE, |(_, shown)| *shown);
            left_out.push((says, self.incidents.without(shown, other)));
        }
        left_out
    }

    /// Each thing that the lines say, once.
    fn said(&mut self, lines: &[Line]) -> Vec<(Said, Node)> {
        let mut said: Vec<(Said, Node)> = Vec::new();
        for line in lines {
            match said.iter_mut().find(|(says, _)| *says == line.says) {
                Some((_, shown)) => *shown = self.incidents.builder.or(*shown, line.shown),
                None => said.push((line.says.clone(), line.shown)),
            }
        }
        said
    }
}

fn lines<'a>(parts: &Parts<'a>, of: &Subject, member: Member) -> &'a [Line] {
    parts.get(&(of, member)).map_or(&[], |part| &part.lines)
}
