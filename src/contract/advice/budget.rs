//! How long an answer may be, and what yields where it is longer (SEMANTICS 12.15).

use serde::{Serialize, Serializer};

use super::answer::Advice;
use crate::contract::prerendered::Text;
use crate::contract::write_json::{IfAny, WriteJson, as_raw};

/// The most bytes of an answer, without what `include` adds.
const MOST: usize = 24_000;

impl Advice<'_> {
    /// The answer as JSON, at the end of what `json` holds.
    pub fn write(&self, json: &mut Vec<u8>) {
        let start = json.len();
        self.write_json(json);
        if json.len() - start <= MOST {
            return;
        }
        // What `include` adds does not count.
        let over = self.size().saturating_sub(MOST);
        if over > 0 {
            let mut shorter = self.clone();
            shorter.give_up(over);
            json.truncate(start);
            shorter.write_json(json);
        }
    }

    /// The bytes of the answer without what `include` adds.
    fn size(&self) -> usize {
        let mut json = Vec::new();
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
        lean.write_json(&mut json);
        json.len()
    }

    /// Gives up at least so many bytes of reasons, then of details, those of actions before those of prohibitions, then
    /// of what lifts them, of hints and of the items of controls: of each what comes last first.
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
    fn take_list(&mut self, name: &str, list: &mut IfAny<&str>) {
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
