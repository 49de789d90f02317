//! Writes a sheet, part by part.

use std::rc::Rc;

use serde::Serialize;

use super::{Kind, Line, Member, Part, Said, Subject, whole};
use crate::atlas::{Atlas, Talk};
use crate::guidance::Item;
use crate::guidance::diagram::Node;

/// Writes a sheet.
pub(super) struct Writer<'a, 'g> {
    pub(super) atlas: &'a mut Atlas<'g>,
    pub(super) talk: Rc<Talk>,
    /// For each contact, the incidents in which it serves where the child is.
    serving: Vec<Node>,
    /// For each contact, the incidents whose answers name it.
    pub(super) named: Vec<Node>,
    pub(super) parts: Vec<Part>,
}

impl<'a, 'g> Writer<'a, 'g> {
    pub(super) fn new(atlas: &'a mut Atlas<'g>) -> Self {
        let serving = whole::serving(atlas);
        Self {
            named: vec![Node::FALSE; serving.len()],
            serving,
            talk: atlas.talk(),
            atlas,
            parts: Vec::new(),
        }
    }

    pub(super) fn part(&mut self, of: &Subject, member: Member, lines: Vec<Line>) {
        self.parts.push(Part {
            of: of.clone(),
            member,
            lines,
        });
    }

    /// Words that stand wherever the thing does.
    pub(super) fn always(&mut self, of: &Subject, member: Member, shown: Node, says: Option<Said>) {
        let lines = says.map(|says| Line { says, shown });
        self.part(of, member, lines.into_iter().collect());
    }

    pub(super) fn and(&mut self, one: Node, other: Node) -> Node {
        self.atlas.judge.incidents.builder.and(one, other)
    }

    /// The incidents in which an action stands only as the consequence of a question.
    pub(super) fn pending(&self, action: usize) -> Node {
        let pending = self.talk.pending.get(action);
        pending.copied().unwrap_or(Node::FALSE)
    }

    /// The incidents in which an item stands among the prohibitions or the actions.
    pub(super) fn stands(&mut self, item: Item) -> Node {
        self.atlas.stands(&self.talk.pending, item)
    }

    /// The contacts of a thing that serve where the child is.
    pub(super) fn contacts(&mut self, of: &Subject, shown: Node, contacts: &[usize]) {
        let mut lines = Vec::new();
        for place in contacts {
            let serving = self.serving.get(*place).copied();
            let here = self.and(shown, serving.unwrap_or(Node::FALSE));
            if let Some(named) = self.named.get_mut(*place)
                && let Some(contact) = self.atlas.guidance.contacts.get(*place)
            {
                *named = self.atlas.judge.incidents.builder.or(*named, here);
                lines.push(line(&contact.id, here));
            }
        }
        self.part(of, Member::Contacts, lines);
    }
}

pub(super) fn subject(kind: Kind, id: &str) -> Subject {
    Subject {
        kind,
        id: Some(id.to_owned()),
    }
}

pub(super) fn line(says: &(impl Serialize + ?Sized), shown: Node) -> Line {
    Line {
        says: Said::value(&says),
        shown,
    }
}
