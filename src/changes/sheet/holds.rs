//! What a withheld action waits for, why, and what can be done about it.

use super::{Line, Member, Said, Subject, Writer};
use crate::atlas::{Judged, Standing};
use crate::contract::piece::Text;
use crate::guidance::diagram::Node;
use crate::guidance::{Action, Gate};

/// What is said of a withheld action.
#[derive(Default)]
struct Hold {
    until: Vec<Line>,
    because: Vec<Line>,
    hint: Vec<Line>,
}

/// What a withheld action says of it.
pub(super) fn held(
    writer: &mut Writer<'_, '_>,
    of: &Subject,
    action: &Action,
    standing: &Standing,
) {
    let guidance = writer.atlas.guidance;
    let mut hold = Hold::default();
    let mut left = standing.withheld;
    if let Some(gate) = action.gate.and_then(|place| guidance.gates.get(place)) {
        left = behind_gate(writer, gate, left, &mut hold);
    }
    behind_prohibitions(writer, action, left, &mut hold);
    if let Some(escalation) = &action.escalates_when {
        let presses = presses(writer, action, standing);
        for line in &mut hold.hint {
            line.shown = writer.atlas.judge.incidents.without(line.shown, presses);
        }
        say(&mut hold.hint, &escalation.release_hint, presses);
    }
    writer.part(of, Member::WithheldUntil, hold.until);
    writer.part(of, Member::WithheldBecause, hold.because);
    writer.part(of, Member::ReleaseHint, hold.hint);
}

/// The incidents in which a withheld action presses.
pub(super) fn presses(writer: &mut Writer<'_, '_>, action: &Action, standing: &Standing) -> Node {
    let Some(escalation) = &action.escalates_when else {
        return Node::FALSE;
    };
    let judge = &mut writer.atlas.judge;
    let once = Judged::Condition(judge.root(escalation.once));
    let once = judge.holds(once);
    judge.incidents.builder.and(standing.withheld, once)
}

fn say(lines: &mut Vec<Line>, text: &Text, shown: Node) {
    lines.push(Line {
        says: Said::piece(text),
        shown,
    });
}

/// What it says behind a gate that is not known to be open. What is left waits for prohibitions.
fn behind_gate(writer: &mut Writer<'_, '_>, gate: &Gate, withheld: Node, hold: &mut Hold) -> Node {
    let judge = &mut writer.atlas.judge;
    let mut open = judge.incidents.consistent;
    let mut conditions = Vec::with_capacity(gate.conditions.len());
    for condition in &gate.conditions {
        let when = Judged::Condition(judge.root(condition.when));
        let [holds, refuted] = [judge.holds(when), judge.refuted(when)];
        open = judge.incidents.builder.and(open, holds);
        conditions.push((condition, holds, refuted));
    }
    let shut = judge.incidents.without(withheld, open);
    for (condition, holds, refuted) in conditions {
        let not_known = judge.incidents.without(shut, holds);
        let refuted_here = judge.incidents.builder.and(not_known, refuted);
        let not_known = judge.incidents.without(not_known, refuted);
        hold.because.extend([
            Line {
                says: Said::piece(&condition.not_known),
                shown: not_known,
            },
            Line {
                says: Said::piece(&condition.refuted),
                shown: refuted_here,
            },
        ]);
    }
    let unsettled = judge.incidents.without(shut, judge.incidents.consistent);
    hold.because.push(Line {
        says: Said::piece(&writer.atlas.guidance.unsettled),
        shown: unsettled,
    });
    say(&mut hold.until, &gate.until, shut);
    say(&mut hold.hint, &gate.release_hint, shut);
    judge.incidents.without(withheld, shut)
}

/// What it says where prohibitions in force hold it: the words of the first that has any, and the
/// grounds of all.
fn behind_prohibitions(
    writer: &mut Writer<'_, '_>,
    action: &Action,
    withheld: Node,
    hold: &mut Hold,
) {
    let [mut without_until, mut without_hint] = [withheld; 2];
    for place in &action.held_by {
        let guidance = writer.atlas.guidance;
        let Some(prohibition) = guidance.prohibitions.get(*place) else {
            continue;
        };
        let Some(standing) = writer.atlas.prohibitions.get(*place).cloned() else {
            continue;
        };
        let in_force = standing.in_force(&mut writer.atlas.judge);
        let here = writer.and(withheld, in_force);
        for (text, left, lines) in [
            (
                &prohibition.lifted_says,
                &mut without_until,
                &mut hold.until,
            ),
            (&prohibition.release_hint, &mut without_hint, &mut hold.hint),
        ] {
            if let Some(text) = text {
                let incidents = &mut writer.atlas.judge.incidents;
                say(lines, text, incidents.builder.and(*left, here));
                *left = incidents.without(*left, here);
            }
        }
        for (ground, shown) in prohibition.core.grounds.iter().zip(&standing.grounds) {
            for (spoken, basis) in [
                (&ground.known, shown.known),
                (&ground.not_ruled_out, shown.not_ruled_out),
            ] {
                hold.because.push(Line {
                    says: Said::piece(&spoken.reason),
                    shown: writer.and(here, basis),
                });
            }
        }
    }
}
