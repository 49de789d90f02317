//! Which answers cannot both be true of one incident, told together where they are alike.

use maud::{Markup, html};

use super::conditions::stated;
use super::{section, table};
use crate::facts::{Exclusion, Side};
use crate::guidance::Guidance;

/// Answers of which none can be true together with any of the others.
struct Excluding {
    each: Vec<Side>,
    all: Vec<Side>,
    implies: bool,
}

/// Every exclusion; those of the same answers are told together.
fn excluding(guidance: &Guidance) -> Vec<Excluding> {
    let mut by_other: Vec<Excluding> = Vec::new();
    for exclusion in guidance.vocabulary().exclusions() {
        let Exclusion {
            one,
            other,
            implies,
            ..
        } = *exclusion;
        let like = |group: &&mut Excluding| group.all == [other] && group.implies == implies;
        match by_other.iter_mut().find(like) {
            Some(group) => group.each.push(one),
            None => by_other.push(Excluding {
                each: vec![one],
                all: vec![other],
                implies,
            }),
        }
    }
    let mut groups: Vec<Excluding> = Vec::new();
    for single in by_other {
        let like =
            |group: &&mut Excluding| group.each == single.each && group.implies == single.implies;
        match groups.iter_mut().find(like) {
            Some(group) => group.all.extend(single.all),
            None => groups.push(single),
        }
    }
    groups
}

/// Which answers cannot both be true.
pub(super) fn exclusions(guidance: &Guidance) -> Markup {
    let rows = html! {
        tbody {
            @for Excluding { each, all, implies } in excluding(guidance) {
                tr {
                    th scope="row" { (sides(guidance, &each)) }
                    td {
                        (sides(guidance, &all))
                        @if !implies { " (put back as a question; neither answer proves the other wrong)" }
                    }
                }
            }
        }
    };
    let columns = [
        ("Each of these answers", 32),
        ("cannot be true together with any of these", 68),
    ];
    section(
        "exclusions",
        "9 Answers that exclude each other",
        &table("Answers that exclude each other", &columns, &rows),
    )
}

fn sides(guidance: &Guidance, sides: &[Side]) -> Markup {
    html! {
        @for (place, one) in sides.iter().enumerate() {
            @if place > 0 { "; " }
            (stated(guidance, one.fact, one.answers))
        }
    }
}
