//! What packs no longer give: its ids are kept, so that an old record still finds its words.

use std::path::Path;

use super::Compiler;
use super::names::nearest;
use crate::contract::catalogue::Retired;
use crate::guidance::diagnostic::Code;
use crate::guidance::pack_schema::{
    Word, WrittenAction, WrittenExplanation, WrittenProhibition, WrittenQuestion, line,
};
use crate::guidance::parsed::{In, Parsed};

/// Takes from the list what is retired.
fn take<T>(list: &mut Vec<In<T>>, retired: impl Fn(&T) -> bool) -> Vec<In<T>> {
    let all = std::mem::take(list);
    let (gone, kept) = all.into_iter().partition(|entry| retired(&entry.part));
    *list = kept;
    gone
}

impl Parsed {
    /// What is retired, taken out of what is given (SEMANTICS 3.8).
    pub(super) fn take_retired(&mut self) -> Self {
        Self {
            prohibitions: take(&mut self.prohibitions, |part: &WrittenProhibition| {
                part.retired.is_some()
            }),
            actions: take(&mut self.actions, |part: &WrittenAction| {
                part.retired.is_some()
            }),
            questions: take(&mut self.questions, |part: &WrittenQuestion| {
                part.retired.is_some()
            }),
            explanations: take(&mut self.explanations, |part: &WrittenExplanation| {
                part.retired.is_some()
            }),
            ..Self::default()
        }
    }

    /// The id of every item, with its file and whether it is retired.
    pub(super) fn ids(&self) -> impl Iterator<Item = (&Path, &Word, Option<&Retired>)> {
        let prohibitions = self.prohibitions.iter();
        let actions = self.actions.iter();
        let questions = self.questions.iter();
        let explanations = self.explanations.iter();
        prohibitions
            .map(|In { file, part }| (&**file, &part.id, part.retired.as_ref()))
            .chain(actions.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
            .chain(questions.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
            .chain(explanations.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
    }
}

impl Compiler {
    /// An id stands for one item, whatever its kind, and what replaces an item is there.
    pub(super) fn check_ids(&mut self, given: &Parsed, retired: &Parsed) {
        for (file, id, _) in retired.ids() {
            self.talk.give(&mut self.faults, file, id, ());
        }
        let talk = given
            .questions
            .iter()
            .map(|entry| (&*entry.file, &entry.part.id));
        let talk = talk.chain(
            given
                .explanations
                .iter()
                .map(|entry| (&*entry.file, &entry.part.id)),
        );
        let talk = talk.chain(retired.ids().map(|(file, id, _)| (file, id)));
        for (file, id) in talk {
            if self.items.knows(&id.value) {
                let message = format!("the item `{}` is given twice", id.value);
                let help = "an id stands for one thing and is never reused";
                self.faults
                    .add(Code::DuplicateId, (file, line(id)), message, help);
            }
        }
        for (file, id, retirement) in retired.ids() {
            if let Some(retirement) = retirement {
                self.edition_is_numbers((file, line(id)), &retirement.since);
            }
            let successor = retirement.and_then(|retirement| retirement.replaced_by.as_deref());
            let Some(successor) = successor else { continue };
            let mut known = given.ids().map(|(_, id, _)| id.value.as_str());
            if !known.any(|id| id == successor) {
                let message = format!("there is no item `{successor}` to replace `{}`", id.value);
                let help = nearest(successor, given.ids().map(|(_, id, _)| id.value.as_str()));
                self.faults
                    .add(Code::UnknownItem, (file, line(id)), message, help);
            }
        }
    }
}
