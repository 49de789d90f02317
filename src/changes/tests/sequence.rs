//! Lists compared in every incident, against the lists of one incident at a time.

use crate::changes::sequence::differs;
use crate::changes::sheet::{Line, Said};
use crate::guidance::diagram::{Builder, Node, Space};
use crate::facts::{AnswerSet, FactId};

/// A few facts that are answered yes or no.
fn facts() -> Vec<FactId> {
    let facts = FactId::all().filter(|fact| fact.fact().is_yes_no());
    facts.take(4).collect()
}

/// A list of a few lines, each shown where one of the facts is yes, or always.
fn list(random: &mut fastrand::Rng, builder: &mut Builder, facts: &[FactId]) -> Vec<(Line, usize)> {
    let mut lines = Vec::new();
    for _ in 0..random.usize(..6) {
        let place = random.usize(..=facts.len());
        let shown = facts.get(place).map_or(Node::TRUE, |fact| {
            builder.literal(*fact, AnswerSet::only(0))
        });
        let says = Said(random.choice(["a", "b", "c"]).unwrap().to_owned());
        lines.push((Line { says, shown }, place));
    }
    lines
}

#[test]
fn lists_differ_where_they_do_in_some_incident() {
    let facts = facts();
    let mut random = fastrand::Rng::with_seed(5);
    let mut different = 0;
    for _ in 0..3_000 {
        let mut builder = Builder::new(Space::of_answers());
        let lists = [0, 1].map(|_| list(&mut random, &mut builder, &facts));
        let [one, other] = lists.each_ref().map(|list| {
            let lines = list.iter().map(|(line, _)| line.clone());
            lines.collect::<Vec<_>>()
        });
        let mut node = differs(&mut builder, &one, &other);
        let yes: Vec<bool> = facts.iter().map(|_| random.bool()).collect();
        let [one, other] = lists.map(|list| {
            let shown = list
                .into_iter()
                .filter(|(_, place)| *yes.get(*place).unwrap_or(&true));
            shown.map(|(line, _)| line.says).collect::<Vec<_>>()
        });
        for (fact, yes) in facts.iter().zip(yes) {
            node = builder.restrict(node, *fact, usize::from(!yes));
        }
        assert_eq!(node == Node::TRUE, one != other, "{one:?} {other:?}");
        assert!(node == Node::TRUE || node == Node::FALSE);
        different += usize::from(one != other);
    }
    assert!((500..2_800).contains(&different), "{different}");
}
