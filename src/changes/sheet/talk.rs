//! Questions, explanations and gaps, as answers show them.

use super::Writer;
use super::{Kind, Line, Member, Said, line, subject};
use crate::atlas::{Atlas, Judged};
use crate::guidance::diagram::Node;
use crate::guidance::{Core, Item};

pub(super) fn questions(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    for (place, question) in guidance.questions.iter().enumerate() {
        let of = subject(Kind::Question, &question.id);
        let listed = writer.talk.asked.listed.get(place).cloned();
        let listed = listed.unwrap_or_default();
        let incidents = &mut writer.atlas.judge.incidents;
        let asked = incidents.any(listed.iter().map(|(_, node)| *node));
        writer.part(&of, Member::Status, vec![line("asked", asked)]);
        let facts = listed.iter();
        let facts = facts.map(|(fact, node)| line(fact.fact().name, *node));
        writer.part(&of, Member::Facts, facts.collect());
        let title = Some(Said::piece(&question.title));
        writer.always(&of, Member::Title, asked, title);
        let detail = question.detail.as_ref().map(Said::piece);
        writer.always(&of, Member::Detail, asked, detail);
        let citations = question.citations.iter();
        let citations = citations.map(|id| line(id, asked)).collect();
        writer.part(&of, Member::Citations, citations);
        let voice = Some(Said::value(&question.voice));
        writer.always(&of, Member::Voice, asked, voice);
        let mut settles = Vec::new();
        for core in guidance.cores() {
            let shown = settled_by(writer.atlas, core, place);
            if shown != Node::FALSE {
                settles.push(line(&core.id, shown));
            }
        }
        writer.part(&of, Member::Settles, settles);
    }
}

/// The incidents in which the facts that a question asks for can settle the item.
pub(super) fn settled_by(atlas: &mut Atlas<'_>, core: &Core, question: usize) -> Node {
    let judged = Judged::Condition(atlas.judge.root(core.settled));
    hangs_on(atlas, judged, question)
}

/// The incidents in which something depends on a fact that the question asks for.
pub(super) fn hangs_on(atlas: &mut Atlas<'_>, judged: Judged, question: usize) -> Node {
    let talk = atlas.talk();
    let judge = &mut atlas.judge;
    let mut hangs = Node::FALSE;
    for (fact, asks) in talk.asked.listed.get(question).into_iter().flatten() {
        let depends = judge.depend_on(&[judged], *fact);
        let here = judge.incidents.builder.and(*asks, depends);
        hangs = judge.incidents.builder.or(hangs, here);
    }
    hangs
}

pub(super) fn explanations(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    let explained = writer.talk.explained.clone();
    for (explanation, shown) in guidance.explanations.iter().zip(explained) {
        let of = subject(Kind::Explanation, &explanation.id);
        writer.part(&of, Member::Status, vec![line("shown", shown)]);
        let title = Some(Said::piece(&explanation.title));
        writer.always(&of, Member::Title, shown, title);
        let detail = explanation.detail.as_ref().map(Said::piece);
        writer.always(&of, Member::Detail, shown, detail);
        let note = explanation.note.as_ref().map(Said::piece);
        writer.always(&of, Member::Note, shown, note);
        let voice = Some(Said::value(&explanation.voice));
        writer.always(&of, Member::Voice, shown, voice);
        let citations = explanation.citations.iter();
        let citations = citations.map(|id| line(id, shown)).collect();
        writer.part(&of, Member::Citations, citations);
        let mut explains = Vec::new();
        for item in &explanation.explains {
            let stands = writer.stands(*item);
            let here = writer.and(stands, shown);
            let core = match item {
                Item::Prohibition(place) => guidance.prohibitions.get(*place).map(|it| &it.core),
                Item::Action(place) => guidance.actions.get(*place).map(|it| &it.core),
            };
            explains.extend(core.map(|core| line(&core.id, here)));
        }
        writer.part(&of, Member::Explains, explains);
    }
}

pub(super) fn not_covered(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    let not_covered = writer.talk.not_covered.clone();
    for (gap, shown) in guidance.not_covered.iter().zip(not_covered) {
        let of = subject(Kind::NotCovered, &gap.id);
        writer.part(&of, Member::Status, vec![line("shown", shown)]);
        let title = Some(Said::piece(&gap.title));
        writer.always(&of, Member::Title, shown, title);
        let detail = gap.detail.as_ref().map(Said::piece);
        writer.always(&of, Member::Detail, shown, detail);
        writer.contacts(&of, shown, &gap.contacts);
    }
}

/// A line for what an answer lists by its id.
pub(super) fn ids<'i>(lines: impl Iterator<Item = (&'i String, Node)>) -> Vec<Line> {
    lines.map(|(id, shown)| line(id, shown)).collect()
}
