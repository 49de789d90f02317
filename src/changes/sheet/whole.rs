//! What belongs to the answer as a whole: its lists, and what it lists once at its end.

use super::talk::ids;
use super::{Kind, Line, Member, Said, Subject, Writer, line, placed, subject};
use crate::atlas::{Atlas, Judged};
use crate::guidance::diagram::Node;

const ANSWER: Subject = Subject {
    kind: Kind::Answer,
    id: None,
};

/// For each contact, the incidents in which it serves where the child is.
pub(super) fn serving(atlas: &mut Atlas<'_>) -> Vec<Node> {
    let guidance = atlas.guidance;
    let judge = &mut atlas.judge;
    let known = guidance.jurisdiction.map(|fact| judge.answered(fact));
    let known = known.unwrap_or_default();
    let somewhere = judge.incidents.any(known.iter().copied());
    let open = judge.incidents.builder.not(somewhere);
    let mut serving = vec![Node::FALSE; guidance.contacts.len()];
    for (row, here) in guidance.serving.iter().zip(known.into_iter().chain([open])) {
        for (serves, serving) in row.iter().zip(&mut serving) {
            if *serves {
                *serving = judge.incidents.builder.or(*serving, here);
            }
        }
    }
    serving
}

pub(super) fn situations(writer: &mut Writer<'_, '_>) {
    let mut listed = Vec::new();
    for situation in &writer.atlas.guidance.situations {
        let judge = &mut writer.atlas.judge;
        let when = Judged::Condition(judge.root(situation.when));
        let holds = judge.holds(when);
        let shown = judge.incidents.builder.and(holds, judge.scopes.incident);
        let of = subject(Kind::Situation, &situation.words.id);
        writer.part(&of, Member::Status, vec![line("shown", shown)]);
        let words = Some(Said::piece(&situation.words));
        writer.always(&of, Member::Words, shown, words);
        listed.push(line(&situation.words.id, shown));
    }
    writer.part(&ANSWER, Member::Situations, listed);
}

/// The order of the lists, and what is listed once at the end.
pub(super) fn listed(writer: &mut Writer<'_, '_>) {
    let guidance = writer.atlas.guidance;
    let prohibitions = prohibitions(writer.atlas);
    writer.part(&ANSWER, Member::Prohibitions, prohibitions);
    let actions = placed::actions(writer);
    writer.part(&ANSWER, Member::Actions, actions);
    let explanations = guidance.explanations.iter().map(|it| &it.id);
    let explanations = ids(explanations.zip(writer.talk.explained.iter().copied()));
    writer.part(&ANSWER, Member::Explanations, explanations);
    let gaps = guidance.not_covered.iter().map(|it| &it.id);
    let gaps = ids(gaps.zip(writer.talk.not_covered.iter().copied()));
    writer.part(&ANSWER, Member::NotCovered, gaps);

    let named = writer.named.clone();
    let contacts = guidance.contacts.iter().zip(named);
    let contacts = contacts.map(|(contact, shown)| (&contact.id, Said::piece(contact), shown));
    once(writer, Kind::Contact, Member::Contacts, contacts.collect());
    let cited = writer.talk.cited.clone();
    let cited = guidance.citations.iter().zip(cited);
    let cited = cited.map(|(citation, shown)| (&citation.id, Said::piece(citation), shown));
    once(writer, Kind::Statement, Member::Citations, cited.collect());
}

/// What is listed once: what it says of each, and its order.
fn once(writer: &mut Writer<'_, '_>, kind: Kind, list: Member, all: Vec<(&String, Said, Node)>) {
    let lines = ids(all.iter().map(|(id, _, shown)| (*id, *shown)));
    for (id, says, shown) in all {
        let of = subject(kind, id);
        writer.part(&of, Member::Status, vec![line("listed", shown)]);
        writer.always(&of, Member::Words, shown, Some(says));
    }
    writer.part(&ANSWER, list, lines);
}

/// First what is certain, then what is not ruled out.
fn prohibitions(atlas: &Atlas<'_>) -> Vec<Line> {
    let ids = || atlas.guidance.prohibitions.iter().map(|it| &it.core.id);
    let certain = ids().zip(atlas.prohibitions.iter().map(|it| it.certain));
    let open = ids().zip(atlas.prohibitions.iter().map(|it| it.precautionary));
    let certain = certain.map(|(id, shown)| line(&(id, "prohibited"), shown));
    let open = open.map(|(id, shown)| line(&(id, "precautionary"), shown));
    certain.chain(open).collect()
}

pub(super) fn completeness(writer: &mut Writer<'_, '_>) {
    let asked = &writer.talk.asked;
    let incidents = &mut writer.atlas.judge.incidents;
    let settled = incidents.builder.or(asked.complete, asked.decided_in_vain);
    let lines = vec![
        line("complete", asked.complete),
        line("all_asked", asked.decided_in_vain),
        line("questions_remain", incidents.builder.not(settled)),
    ];
    writer.part(&ANSWER, Member::Completeness, lines);
}
