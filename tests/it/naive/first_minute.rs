//! What is known of an incident where its card and its controls are made, and each line by itself.

use super::ask::Asked;
use super::decided::{Decided, Status};
use super::evaluator::Evaluator;
use super::places::pending;
use super::summary::{Level, urgency_of};
use super::written_card::{Line, Variant};

/// What the card and the controls are made of.
pub(super) struct FirstMinute<'f, 'i, 'm> {
    pub(super) evaluator: &'f mut Evaluator<'i, 'm>,
    pub(super) items: &'f [Decided],
    pub(super) asked: &'f [Asked],
}

/// A line that is made.
pub(super) struct Made {
    pub(super) written: &'static Line,
    pub(super) variant: String,
    pub(super) text: String,
    pub(super) items: Vec<&'static str>,
    pub(super) slot: &'static str,
    pub(super) stop: Option<u8>,
    pub(super) who: &'static str,
    pub(super) level: Level,
    /// The strongest of what is certain.
    pub(super) certain_level: Level,
    pub(super) known: bool,
    pub(super) state: &'static str,
    pub(super) after: Option<&'static str>,
    pub(super) call: Vec<&'static str>,
}

impl FirstMinute<'_, '_, '_> {
    pub(super) fn item(&self, id: &str) -> &Decided {
        let mut items = self.items.iter();
        items
            .find(|decided| decided.item.id == id)
            .expect("an item")
    }

    /// SEMANTICS 16.1.
    pub(super) fn stands(&self, id: &str) -> bool {
        let decided = self.item(id);
        decided.status <= Status::Precautionary && pending(decided, self.asked).is_none()
    }

    fn certain(&self, id: &str) -> bool {
        self.stands(id) && self.item(id).certain
    }

    /// Every line that is made, in the order of the guidance: SEMANTICS 16.2.
    pub(super) fn lines(&mut self) -> Vec<Made> {
        let lines = &self.evaluator.interpreted.pack.lines;
        lines.iter().filter_map(|line| self.line(line)).collect()
    }

    fn line(&mut self, line: &'static Line) -> Option<Made> {
        let items = line.items.iter().map(String::as_str);
        let items: Vec<_> = items.filter(|id| self.stands(id)).collect();
        // SEMANTICS 16.3.
        let made = match (self.evaluator.interpreted.scope(), &*line.slot) {
            (_, "danger") => true,
            ("incident", _) | ("prevention", "do") => !items.is_empty(),
            _ => false,
        };
        if !made {
            return None;
        }
        // SEMANTICS 16.5.
        let mut said: Vec<&'static Variant> = Vec::new();
        for part in &line.parts {
            said.extend(self.first(line, part));
        }
        let head = *said.first()?;
        let exit = self.first(line, &line.exit);
        let texts = said.iter().chain(&exit).map(|one| self.resolved(&one.text));
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        let variant: Vec<_> = said.iter().map(|one| one.id.as_str()).collect();
        // SEMANTICS 16.7: nothing that stands is left unsaid.
        for id in &items {
            let says = |one: &&Variant| one.names.iter().chain(&one.covers).any(|own| own == id);
            let said = said.iter().any(says) || line.covers.iter().any(|own| own == id);
            assert!(said, "the line {} leaves {id} unsaid", line.id);
        }
        let level = |counts: &dyn Fn(&str) -> bool| {
            let actions = items.iter().map(|id| self.item(id));
            let actions = actions.filter(|one| one.item.protects.is_none() && counts(&one.item.id));
            actions.map(urgency_of).min().unwrap_or(Level::Standard)
        };
        let said_first = |own: &dyn Fn(&'static Variant) -> Option<&'static str>| {
            said.iter().find_map(|one| own(one))
        };
        Some(Made {
            variant: variant.join("+"),
            text: texts.join(" "),
            slot: said_first(&|one| one.slot.as_deref()).unwrap_or(&line.slot),
            stop: said.iter().find_map(|one| one.stop),
            who: said_first(&|one| one.who.as_deref())
                .or(line.who.as_deref())
                .unwrap_or("you"),
            level: level(&|_| true),
            certain_level: level(&|id| self.certain(id)),
            known: items.is_empty() || items.iter().any(|id| self.certain(id)),
            // SEMANTICS 16.8.
            state: said_first(&|one| one.state.as_deref()).unwrap_or("none"),
            after: head.after.as_deref(),
            call: self.call(line, &items),
            written: line,
            items,
        })
    }

    fn first(&mut self, line: &Line, variants: &'static [Variant]) -> Option<&'static Variant> {
        variants.iter().find(|variant| self.fits(line, variant))
    }

    /// SEMANTICS 16.4.
    fn fits(&mut self, line: &Line, variant: &'static Variant) -> bool {
        let scope = self.evaluator.interpreted.scope();
        let in_scope = match &*variant.scope {
            [] => scope == "incident" || line.slot != "danger" && scope == "prevention",
            scopes => scopes.iter().any(|one| one == scope),
        };
        let names = &variant.names;
        let basis = match &*variant.basis {
            _ if line.full_strength => true,
            "" | "known" => names.iter().all(|id| self.certain(id)),
            "first_known" => names.iter().take(1).all(|id| self.certain(id)),
            "not_ruled_out" => !names.iter().any(|id| self.certain(id)),
            "any" => true,
            other => panic!("no basis {other}"),
        };
        in_scope
            && basis
            && names.iter().all(|id| self.stands(id))
            && self.evaluator.known(&variant.when)
    }

    /// SEMANTICS 16.5, 16.6.
    fn resolved(&mut self, text: &str) -> String {
        let mut resolved = text.to_owned();
        for term in &self.evaluator.interpreted.pack.terms {
            let word = format!("{{{}}}", term.id);
            if resolved.contains(&word) {
                let mut says = term.says.iter();
                let says = says.find(|one| self.evaluator.known(&one.when));
                resolved = resolved.replace(&word, &says.expect("a text").text);
            }
        }
        let mut letters = resolved.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect()
    }

    /// The contacts that a line can offer, by themselves: SEMANTICS 16.14.
    fn call(&self, line: &'static Line, items: &[&'static str]) -> Vec<&'static str> {
        let interpreted = self.evaluator.interpreted;
        let named = |id: &&str| interpreted.contacts(&self.item(id).item.contacts);
        let named: Vec<_> = items.iter().flat_map(named).collect();
        let call = interpreted.contacts(&line.call).into_iter();
        call.filter(|id| named.contains(id)).collect()
    }
}
