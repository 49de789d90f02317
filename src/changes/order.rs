//! Where the questions stand in another order, although everything that is shown of them is the same.
//!
//! The order goes by counts, and counting over all incidents is dear. So it is done only in the
//! incidents where something that gives a question its place differs and shows nowhere else.

use std::collections::BTreeMap;

use super::counts::compare;
use super::sequence;
use super::sheet::{Line, Plan, Ranked, Said, Subject, Under};
use crate::atlas::Incidents;
use crate::guidance::diagram::Node;

/// Among these incidents, in which all else is the same, those whose questions or what stands under
/// them stand in another order.
pub(super) fn differs(incidents: &mut Incidents, old: &Plan, new: &Plan, rest: Node) -> Node {
    let mut orders = Orders { incidents };
    let reordered = orders.questions(old, new, rest);
    let left = orders.incidents.without(rest, reordered);
    let moved = [
        orders.under((old, &old.pending), (new, &new.pending), left),
        orders.under((old, &old.added), (new, &new.added), left),
    ];
    let moved = incidents.any(moved);
    incidents.builder.or(reordered, moved)
}

struct Orders<'a> {
    incidents: &'a mut Incidents,
}

/// Two questions of a plan: the places of the one and of the other.
type Pair = (usize, usize);

/// What stands under each question.
type Placed<'p> = BTreeMap<&'p Subject, Vec<Line>>;

impl Orders<'_> {
    /// Where two questions stand the other way round.
    fn questions(&mut self, old: &Plan, new: &Plan, rest: Node) -> Node {
        let mut reordered = Node::FALSE;
        for (pair, new_pair) in pairs(old, new) {
            let care = self.can_turn((old, pair), (new, new_pair), rest);
            if care != Node::FALSE {
                let was = self.before(old, pair, care);
                let is = self.before(new, new_pair, care);
                let turned = self.xor(was, is);
                reordered = self.incidents.builder.or(reordered, turned);
            }
        }
        reordered
    }

    fn xor(&mut self, one: Node, other: Node) -> Node {
        let [ones, others] = [
            self.incidents.without(one, other),
            self.incidents.without(other, one),
        ];
        self.incidents.builder.or(ones, others)
    }

    /// The incidents in which both are asked and something that gives them their order differs.
    fn can_turn(
        &mut self,
        (old, pair): (&Plan, Pair),
        (new, new_pair): (&Plan, Pair),
        rest: Node,
    ) -> Node {
        let (Some([one, other]), Some([new_one, new_other])) =
            (ranked(old, pair), ranked(new, new_pair))
        else {
            return Node::FALSE;
        };
        let turned = (pair.0 < pair.1) != (new_pair.0 < new_pair.1)
            || (one.first, other.first) != (new_one.first, new_other.first);
        let cause = if turned {
            Node::TRUE
        } else {
            let counted = [(one, new_one), (other, new_other)];
            let counted = counted.map(|(old, new)| self.counted(&old.protects, &new.protects));
            self.incidents.any(counted)
        };
        [one.asked, other.asked, rest]
            .into_iter()
            .fold(cause, |care, set| self.incidents.builder.and(care, set))
    }

    /// The incidents in which some item counts on one side only.
    fn counted(&mut self, old: &[(String, Node)], new: &[(String, Node)]) -> Node {
        let [old, new] = [old, new].map(|all| all.iter().cloned().collect::<BTreeMap<_, _>>());
        let mut counted = Node::FALSE;
        for id in old.keys().chain(new.keys()) {
            let [was, is] = [&old, &new].map(|all| all.get(id).copied().unwrap_or(Node::FALSE));
            let here = self.xor(was, is);
            counted = self.incidents.builder.or(counted, here);
        }
        counted
    }

    /// Among these incidents, in which both are asked, those in which the one stands before the
    /// other.
    fn before(&mut self, plan: &Plan, pair: Pair, care: Node) -> Node {
        let Some([one, other]) = ranked(plan, pair) else {
            return Node::FALSE;
        };
        if one.first != other.first {
            return if one.first { care } else { Node::FALSE };
        }
        let pairs = |ones: &[(String, Node)], others: &[(String, Node)]| -> Vec<(Node, Node)> {
            let pairs = ones.iter().zip(others);
            pairs.map(|((_, one), (_, other))| (*one, *other)).collect()
        };
        let protects = pairs(&one.protects, &other.protects);
        let protects = compare(self.incidents, protects, care);
        let settles = pairs(&one.settles, &other.settles);
        let settles = compare(self.incidents, settles, protects.same);
        let by_place = if pair.0 < pair.1 {
            settles.same
        } else {
            Node::FALSE
        };
        self.incidents.any([protects.more, settles.more, by_place])
    }

    /// Where something stands under another question, or in another order there. The questions
    /// themselves stand in the same order.
    fn under(
        &mut self,
        (old, olds): (&Plan, &[Under]),
        (new, news): (&Plan, &[Under]),
        rest: Node,
    ) -> Node {
        let hanging = self.differ(&hanging(old, olds), &hanging(new, news));
        let care = self.incidents.builder.and(hanging, rest);
        if care == Node::FALSE {
            return Node::FALSE;
        }
        let was = self.placed(old, olds, care);
        let is = self.placed(new, news, care);
        self.differ(&was, &is)
    }

    fn differ(&mut self, old: &Placed<'_>, new: &Placed<'_>) -> Node {
        let mut differ = Node::FALSE;
        for question in old.keys().chain(new.keys()) {
            let [was, is] = [old, new].map(|all| all.get(question).map_or(&[][..], Vec::as_slice));
            let here = sequence::differs(&mut self.incidents.builder, was, is);
            differ = self.incidents.builder.or(differ, here);
        }
        differ
    }

    /// Among these incidents, what stands under each question: what hangs on no question before it.
    fn placed<'p>(&mut self, plan: &'p Plan, all: &[Under], care: Node) -> Placed<'p> {
        let mut placed = Placed::new();
        for (at, question) in plan.questions.iter().enumerate() {
            let mut lines = Vec::new();
            for under in all {
                let hangs = under.hangs.get(at).copied().unwrap_or(Node::FALSE);
                let mut here = self.incidents.builder.and(hangs, care);
                for (other, hangs) in under.hangs.iter().enumerate() {
                    let both = self.incidents.builder.and(here, *hangs);
                    if other != at && both != Node::FALSE {
                        let before = self.before(plan, (other, at), both);
                        here = self.incidents.without(here, before);
                    }
                }
                lines.push(Line {
                    says: under.says.clone(),
                    shown: here,
                });
            }
            placed.insert(&question.of, lines);
        }
        placed
    }
}

fn ranked(plan: &Plan, pair: Pair) -> Option<[&Ranked; 2]> {
    let one = plan.questions.get(pair.0)?;
    Some([one, plan.questions.get(pair.1)?])
}

/// Every two questions that both plans have, by their places in each.
fn pairs(old: &Plan, new: &Plan) -> Vec<(Pair, Pair)> {
    let places: BTreeMap<_, _> = new.questions.iter().map(|it| &it.of).zip(0..).collect();
    let shared = old.questions.iter().enumerate();
    let shared = shared.filter_map(|(place, it)| Some((place, *places.get(&it.of)?)));
    let shared: Vec<(usize, usize)> = shared.collect();
    let mut pairs = Vec::new();
    for (at, one) in shared.iter().enumerate() {
        let others = shared.iter().skip(at + 1);
        pairs.extend(others.map(|other| ((one.0, other.0), (one.1, other.1))));
    }
    pairs
}

/// What hangs on each question. Of those that say the same each counts for itself.
fn hanging<'p>(plan: &'p Plan, all: &[Under]) -> Placed<'p> {
    let mut hanging = Placed::new();
    for (at, question) in plan.questions.iter().enumerate() {
        let mut seen: BTreeMap<&Said, usize> = BTreeMap::new();
        let mut lines = Vec::new();
        for Under { says, hangs } in all {
            let earlier = seen.entry(says).or_default();
            *earlier += 1;
            lines.push(Line {
                says: Said::value(&(&says.0, *earlier)),
                shown: hangs.get(at).copied().unwrap_or(Node::FALSE),
            });
        }
        hanging.insert(&question.of, lines);
    }
    hanging
}
