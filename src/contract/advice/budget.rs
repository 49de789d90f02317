//! How long an answer may be, and what yields where it is longer (SEMANTICS 12.15, 12.16).

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::answer::Advice;
use crate::contract::prerendered::Text;
use crate::contract::write_json::{IfAny, WriteJson, as_raw};

/// The most bytes of an answer, without what `include` adds.
const MOST: usize = 24_000;

/// The most bytes of an answer with all that `include` adds but `what_if` and `trace`: as much as a text field of a record system holds.
const MOST_OF_ALL: usize = 131_072;

impl Advice<'_> {
    /// The answer as JSON, at the end of what `json` holds.
    pub fn write(&self, json: &mut Vec<u8>) {
        let start = json.len();
        self.write_json(json);
        if json.len() - start <= MOST {
            return;
        }
        let mut answer = Cow::Borrowed(self);
        let over = self.size_without_included().saturating_sub(MOST);
        if over > 0 {
            let shorter = answer.to_mut();
            shorter.give_up(over);
            json.truncate(start);
            shorter.write_json(json);
        }
        if json.len() - start > MOST_OF_ALL {
            let all = Self {
                what_if: None,
                trace: None,
                ..answer.clone().into_owned()
            };
            let over = all.bytes().saturating_sub(MOST_OF_ALL);
            let shorter = answer.to_mut();
            shorter.give_up_of_all(over);
            json.truncate(start);
            shorter.write_json(json);
        }
    }

    /// The bytes of the answer without what `include` adds.
    fn size_without_included(&self) -> usize {
        let lean = Self {
            reasons: None,
            possible: None,
            all_questions: None,
            explanations: None,
            sources: None,
            facts: None,
            what_if: None,
            trace: None,
            ..self.clone()
        };
        lean.bytes()
    }

    fn bytes(&self) -> usize {
        let mut json = Vec::new();
        self.write_json(&mut json);
        json.len()
    }

    /// Gives up at least so many bytes of reasons, then of details, those of actions before those of prohibitions, then
    /// of what lifts them, of hints, of the items of controls, of links behind the card and of whom an action names: of each
    /// what comes last first.
    fn give_up(&mut self, bytes: usize) {
        let (actions, prohibitions) = (&mut self.actions, &mut self.prohibitions);
        let mut over = Over(bytes);
        for action in actions.iter_mut().rev() {
            over.take("because", &mut action.because);
        }
        for prohibition in prohibitions.iter_mut().rev() {
            over.take("because", &mut prohibition.because);
        }
        for action in actions.iter_mut().rev() {
            over.take("detail", &mut action.detail);
        }
        for prohibition in prohibitions.iter_mut().rev() {
            over.take("detail", &mut prohibition.detail);
        }
        for prohibition in prohibitions.iter_mut().rev() {
            over.take("lifted_when", &mut prohibition.lifted_when);
        }
        for group in self.waiting.iter_mut().rev() {
            over.take("release_hint", &mut group.release_hint);
        }
        for control in self.controls.iter_mut().rev() {
            over.take_list("items", &mut control.items);
        }
        for line in self.card.then.iter_mut().rev() {
            over.take_list("call", &mut line.call);
        }
        for action in self.actions.iter_mut().rev() {
            over.take_list("contacts", &mut action.contacts);
        }
    }

    /// Gives up at least so many bytes of the reasons for what is only possible, then of how questions are asked, then of
    /// the facts that what is possible hangs on: of each what comes last first.
    fn give_up_of_all(&mut self, bytes: usize) {
        let mut over = Over(bytes);
        for action in self.possible.iter_mut().flatten().rev() {
            over.take("because", &mut action.because);
        }
        for question in self.all_questions.iter_mut().flatten().rev() {
            over.take("detail", &mut question.detail);
        }
        for action in self.possible.iter_mut().flatten().rev() {
            over.take_list("depends_on", &mut action.depends_on);
        }
    }
}

impl Serialize for Advice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_raw(|json| self.write(json), serializer)
    }
}

/// How many bytes an answer is too long.
struct Over(usize);

impl Over {
    /// Takes a member out, as long as the answer is too long.
    fn take(&mut self, name: &str, member: &mut Option<&Text>) {
        if self.0 > 0
            && let Some(text) = member.take()
        {
            self.is_without(name, text.json().len());
        }
    }

    /// The same for a list.
    fn take_list<T: WriteJson>(&mut self, name: &str, list: &mut IfAny<T>) {
        if self.0 > 0 && !list.is_empty() {
            let mut json = Vec::new();
            list.write_json(&mut json);
            list.clear();
            self.is_without(name, json.len());
        }
    }

    /// Counts a member that is gone.
    fn is_without(&mut self, name: &str, value: usize) {
        let member = r#","":"#.len() + name.len() + value;
        self.0 = self.0.saturating_sub(member);
    }
}
