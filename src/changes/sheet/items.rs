//! Prohibitions and actions, as answers show them.

use super::{Kind, Line, Member, Said, Subject, Writer, holds, line, subject};
use crate::atlas::{Judged, Standing};
use crate::guidance::diagram::Node;
use crate::guidance::{Action, Core, Ground};
use crate::facts::FactId;

pub(super) fn prohibitions(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    for (place, prohibition) in guidance.prohibitions.iter().enumerate() {
        let Some(standing) = writer.atlas.prohibitions.get(place).cloned() else {
            continue;
        };
        let of = subject(Kind::Prohibition, &prohibition.core.id);
        let statuses = vec![
            line("prohibited", standing.certain),
            line("precautionary", standing.precautionary),
        ];
        writer.part(&of, Member::Status, statuses);
        let shown = standing.shown;
        let core = &prohibition.core;
        let title = Some(Said::piece(&core.title));
        writer.always(&of, Member::Title, shown, title);
        let detail = core.detail.as_ref().map(Said::piece);
        writer.always(&of, Member::Detail, shown, detail);
        let protects = Some(Said::value(&prohibition.protects));
        writer.always(&of, Member::Protects, shown, protects);
        let lifted = prohibition.lifted_says.as_ref().map(Said::piece);
        writer.always(&of, Member::LiftedWhen, shown, lifted);
        let held = prohibition.holds_back.iter();
        let held = held.map(|id| line(id, shown)).collect();
        writer.part(&of, Member::HoldsBack, held);
        common(writer, &of, core, &standing);
    }
}

pub(super) fn actions(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    for (place, action) in guidance.actions.iter().enumerate() {
        let Some(standing) = writer.atlas.actions.get(place).cloned() else {
            continue;
        };
        let of = subject(Kind::Action, &action.core.id);
        let pending = writer.pending(place);
        let incidents = &mut writer.atlas.judge.incidents;
        let acting = incidents.without(standing.precautionary, pending);
        let statuses = vec![
            line("recommended", standing.certain),
            line("precautionary", acting),
            line("pending", pending),
            line("withheld", standing.withheld),
            line("conditional", standing.conditional),
        ];
        writer.part(&of, Member::Status, statuses);
        let shown = standing.shown;
        worded(writer, &of, action, shown);
        let actor = Some(Said::value(&action.actor));
        writer.always(&of, Member::Actor, shown, actor);
        holds::held(writer, &of, action, &standing);
        cautions(writer, &of, action, &standing);
        common(writer, &of, &action.core, &standing);
    }
}

/// The words of an action: the first rewording whose time has come, or else its own.
fn worded(writer: &mut Writer<'_, '_>, of: &Subject, action: &Action, shown: Node) {
    let [mut titles, mut details] = [Vec::new(), Vec::new()];
    let mut left = shown;
    let mut say = |title, detail: Option<_>, shown| {
        let title = Said::piece(title);
        titles.push(Line { says: title, shown });
        let detail = detail.map(Said::piece);
        details.extend(detail.map(|says| Line { says, shown }));
    };
    for words in &action.rewordings {
        let judge = &mut writer.atlas.judge;
        let once = Judged::Condition(judge.root(words.once));
        let once = judge.holds(once);
        let here = judge.incidents.builder.and(left, once);
        left = judge.incidents.without(left, once);
        say(&words.title, words.detail.as_ref(), here);
    }
    say(&action.core.title, action.core.detail.as_ref(), left);
    writer.part(of, Member::Title, titles);
    writer.part(of, Member::Detail, details);
}

/// What prohibitions and actions share: grounds, the facts they depend on, contacts.
fn common(writer: &mut Writer<'_, '_>, of: &Subject, core: &Core, standing: &Standing) {
    let [mut known, mut open] = [Vec::new(), Vec::new()];
    for (ground, shown) in core.grounds.iter().zip(&standing.grounds) {
        let [on_known, on_open] = [shown.known, shown.not_ruled_out].map(|basis| {
            writer
                .atlas
                .judge
                .incidents
                .builder
                .and(basis, standing.shown)
        });
        known.push(said_ground(ground, true, on_known));
        open.push(said_ground(ground, false, on_open));
    }
    known.extend(open);
    writer.part(of, Member::Grounds, known);
    let depends_on = depends_on(writer, core, standing);
    writer.part(of, Member::DependsOn, depends_on);
    writer.contacts(of, standing.shown, &core.contacts);
}

fn said_ground(ground: &Ground, known: bool, shown: Node) -> Line {
    let spoken = if known {
        &ground.known
    } else {
        &ground.not_ruled_out
    };
    Line {
        says: Said::piece(&spoken.ground),
        shown,
    }
}

/// The facts that an item which is shown and not certain depends on: those that its trigger depends
/// on, and, where the contradiction decides, those that contradict each other.
fn depends_on(writer: &mut Writer<'_, '_>, core: &Core, standing: &Standing) -> Vec<Line> {
    let judge = &mut writer.atlas.judge;
    let trigger = judge.trigger(core);
    let open = judge.incidents.builder.and(standing.open, standing.shown);
    let in_a_reading = judge.holds_in_a_reading(trigger);
    let decided = judge.incidents.builder.and(open, in_a_reading);
    let mut lines = Vec::new();
    for fact in FactId::all() {
        let depends = judge.depend_on(&[trigger], fact);
        let contradictory = judge.incidents.contradictory(fact);
        let builder = &mut judge.incidents.builder;
        let depends = builder.and(depends, open);
        let contradictory = builder.and(contradictory, decided);
        let shown = builder.or(depends, contradictory);
        if shown != Node::FALSE {
            lines.push(line(fact.fact().name, shown));
        }
    }
    lines
}

/// What to make sure of before an action that is not withheld.
fn cautions(writer: &mut Writer<'_, '_>, of: &Subject, action: &Action, standing: &Standing) {
    let incidents = &mut writer.atlas.judge.incidents;
    let free = incidents.without(standing.shown, standing.withheld);
    let mut lines = Vec::new();
    for place in &action.held_by {
        let prohibition = writer.atlas.guidance.prohibitions.get(*place);
        let held = writer
            .atlas
            .prohibitions
            .get(*place)
            .map(|held| held.caution);
        if let Some(caution) = prohibition.and_then(|one| one.caution.as_ref())
            && let Some(held) = held
        {
            lines.push(Line {
                says: Said::piece(&caution.words),
                shown: writer.and(held, free),
            });
        }
    }
    writer.part(of, Member::Cautions, lines);
}
