//! How long an answer may be, and what yields where it is longer (SEMANTICS 12.15, 12.16).

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
    pub fn write(mut self, json: &mut Vec<u8>) {
        let start = json.len();
        self.write_json(json);
        if json.len() - start <= MOST {
            return;
        }
        let over = (json.len() - start - self.size_of_included()).saturating_sub(MOST);
        if over > 0 {
            self.give_up(over);
            json.truncate(start);
            self.write_json(json);
        }
        let apart = size_of("what_if", &self.what_if) + size_of("trace", &self.trace);
        let over = (json.len() - start - apart).saturating_sub(MOST_OF_ALL);
        if over > 0 {
            self.give_up_of_all(over);
            json.truncate(start);
            self.write_json(json);
        }
    }

    /// The bytes of what `include` adds.
    fn size_of_included(&self) -> usize {
        let sizes = [
            size_of("reasons", &self.reasons),
            size_of("possible", &self.possible),
            size_of("all_questions", &self.all_questions),
            size_of("explanations", &self.explanations),
            size_of("sources", &self.sources),
            size_of("facts", &self.facts),
            size_of("what_if", &self.what_if),
            size_of("trace", &self.trace),
        ];
        sizes.iter().sum()
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
        as_raw(|json| self.clone().write(json), serializer)
    }
}

/// How many bytes an answer is too long.
struct Over(usize);

impl Over {
    /// Takes a member out, as long as the answer is too long.
    fn take(&mut self, name: &str, member: &mut Option<&Text>) {
        if self.0 > 0 {
            self.0 = self.0.saturating_sub(size_of(name, member));
            *member = None;
        }
    }

    /// The same for a list.
    fn take_list<T: WriteJson>(&mut self, name: &str, list: &mut IfAny<T>) {
        if self.0 > 0 {
            self.0 = self.0.saturating_sub(size_of(name, list));
            list.clear();
        }
    }
}

/// The bytes of a member; none where it is left out.
fn size_of<T: WriteJson>(name: &str, member: &T) -> usize {
    if member.is_left_out() {
        return 0;
    }
    let mut json = Vec::new();
    member.write_json(&mut json);
    r#","":"#.len() + name.len() + json.len()
}
