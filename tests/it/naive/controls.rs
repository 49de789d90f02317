//! The controls of an incident.

use serde_json::{Value, json};

use super::decided::Status;
use super::first_minute::FirstMinute;
use super::items::Wording;
use super::json::if_any;
use super::written_card::{Control, Entry};

/// SEMANTICS 17.1.
const CONTROLS: [&str; 10] = [
    "material_delete",
    "material_share",
    "material_show",
    "material_copy",
    "material_view",
    "material_request",
    "suspect_contact",
    "parents_contact",
    "recipients_contact",
    "site_report",
];

impl FirstMinute<'_, '_, '_> {
    pub(super) fn controls(&mut self) -> Vec<Value> {
        CONTROLS.iter().map(|name| self.control(name)).collect()
    }

    /// SEMANTICS 17.3, 17.4.
    fn control(&mut self, name: &str) -> Value {
        let mut controls = self.evaluator.interpreted.pack.controls.iter();
        let control = controls.find(|control| control.id == name);
        let states = control.into_iter().flat_map(Control::states);
        if self.evaluator.interpreted.scope() == "incident" {
            for (state, entries) in states {
                let fitting: Vec<_> = entries
                    .iter()
                    .filter_map(|entry| self.fitted(entry))
                    .collect();
                if fitting.is_empty() {
                    continue;
                }
                let mut items: Vec<&str> = Vec::new();
                for id in fitting.into_iter().flatten() {
                    if !items.contains(&id) {
                        items.push(id);
                    }
                }
                return json!({ "control": name, "state": state, "items": if_any(&items) });
            }
        }
        json!({ "control": name, "state": "blocked" })
    }

    /// The items by which an entry fits, if it does: SEMANTICS 17.2.
    fn fitted(&mut self, entry: &'static Entry) -> Option<Vec<&'static str>> {
        let mut fitted = Vec::new();
        let in_force = |one: &Self, id: &str| one.item(id).status <= Status::Precautionary;
        let mut asks: Vec<(&'static [String], Vec<bool>)> = Vec::new();
        let each = |one: &mut Self,
                    ids: &'static [String],
                    so: &dyn Fn(&mut Self, &'static str) -> bool| {
            ids.iter().map(|id| so(one, id)).collect::<Vec<_>>()
        };
        asks.push((
            &entry.in_force,
            each(self, &entry.in_force, &|one, id| in_force(one, id)),
        ));
        let withheld = |one: &mut Self, id: &'static str| one.item(id).status == Status::Withheld;
        asks.push((&entry.withheld, each(self, &entry.withheld, &withheld)));
        let leads = |one: &mut Self, id: &'static str| {
            one.stands(id) && one.actor(id) == Some("safeguarding_lead")
        };
        asks.push((&entry.leads, each(self, &entry.leads, &leads)));
        let recommended = |one: &mut Self, id: &'static str| {
            let actor = one.actor(id);
            let by = entry
                .actor
                .as_deref()
                .is_none_or(|wanted| actor == Some(wanted));
            one.item(id).status == Status::Recommended && by
        };
        asks.push((
            &entry.recommended,
            each(self, &entry.recommended, &recommended),
        ));
        for (ids, so) in asks {
            if !ids.is_empty() && !so.contains(&true) {
                return None;
            }
            let found = ids.iter().zip(so).filter(|(_, so)| *so);
            fitted.extend(found.map(|(id, _)| id.as_str()));
        }
        let absent = entry.absent.iter().all(|id| !in_force(self, id));
        let caution = |id: &String| self.item(id).status == Status::Caution;
        let fits =
            absent && !entry.no_caution.iter().any(caution) && self.evaluator.known(&entry.when);
        fits.then_some(fitted)
    }

    /// Who does an action.
    fn actor(&mut self, id: &str) -> Option<&'static str> {
        let item = self.item(id).item;
        Wording::of(self.evaluator, item).actor
    }
}

impl Control {
    fn states(&'static self) -> [(&'static str, &'static [Entry]); 4] {
        [
            ("blocked", &self.blocked),
            ("ask_police_first", &self.ask_police_first),
            ("not_by_you", &self.not_by_you),
            ("open", &self.open),
        ]
    }
}
