//! An answer with all that can be asked for, read back from its JSON: what a client sees, and no more than the tests
//! look at. What it says of an item in several places is gathered in one.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use signpost::advise::advise;
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::guidance::Guidance;

use super::case::Items;
use super::members::{
    Caution, Facts, Ground, Item, Named, Question, Reasons, Sources, Urgency, Waiting,
};

#[derive(Debug, Deserialize)]
pub(super) struct Shown {
    pub(super) scope: String,
    pub(super) urgency: Urgency,
    pub(super) danger: String,
    pub(super) card: BTreeMap<String, Value>,
    pub(super) controls: Vec<Value>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) contacts: Vec<Named>,
    pub(super) not_covered: Vec<Named>,
    pub(super) completeness: String,
    pub(super) reasons: Vec<Reasons>,
    pub(super) possible: Vec<Item>,
    #[serde(rename = "all_questions")]
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Named>,
    sources: Sources,
    pub(super) facts: Facts,
}

impl Shown {
    /// The answer to the facts of an incident, of the packs that it names.
    pub(super) fn to(guidance: &Guidance, incident: &Incident) -> Self {
        let incident = Incident {
            include: [Include::All].into(),
            ..incident.clone()
        };
        let answer = serde_json::to_string(&advise(guidance, &incident)).unwrap();
        let mut shown: Self = serde_json::from_str(&answer).unwrap();
        shown.gather();
        shown
    }

    /// Gives each item what the answer says of it elsewhere.
    fn gather(&mut self) {
        for group in &mut self.waiting {
            for item in &mut group.items {
                "withheld".clone_into(&mut item.status);
                item.withheld_until.clone_from(&group.until);
                item.release_hint.clone_from(&group.release_hint);
            }
        }
        let waiting = self.waiting.iter_mut().flat_map(|group| &mut group.items);
        let items = self.prohibitions.iter_mut().chain(&mut self.actions);
        for item in items.chain(waiting).chain(&mut self.possible) {
            let mut reasons = self.reasons.iter();
            let own = reasons.find(|reasons| reasons.item == item.id);
            item.reasons = own.cloned().unwrap_or_default();
        }
    }

    /// Every item, wherever it stands.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        let first = self.prohibitions.iter().chain(&self.actions);
        first.chain(self.withheld()).chain(&self.possible)
    }

    pub(super) fn withheld(&self) -> impl Iterator<Item = &Item> {
        self.waiting.iter().flat_map(|group| &group.items)
    }

    /// The item of that id, wherever it stands.
    pub(super) fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == id)
    }

    /// The items to which a question may add a reason, each with the statements of its open grounds.
    pub(super) fn adds(&self, question: &str) -> Items {
        let asked = self.questions.iter().filter(|asked| asked.id == question);
        let added = asked.flat_map(|asked| &asked.adds_to);
        let added = added.filter_map(|id| self.item(id));
        let open = |ground: &&Ground| ground.basis != "known";
        let cites = |item: &Item| cited(item.reasons.grounds.iter().filter(open));
        added.map(|item| (item.id.clone(), cites(item))).collect()
    }

    /// The items under each question that has any.
    pub(super) fn consequences(&self) -> BTreeMap<String, Items> {
        let mut consequences = BTreeMap::<_, Items>::new();
        for item in self.possible.iter().filter(|one| one.status == "pending") {
            let under = consequences.entry(item.question.clone()).or_default();
            under.extend(citing([item].into_iter()));
        }
        consequences
    }

    /// The statements by which the actions that give the answer its urgency are so urgent.
    pub(super) fn urgent_because(&self) -> BTreeSet<String> {
        let items = self.urgency.items.iter().filter_map(|id| self.item(id));
        let grounds = items.flat_map(|item| &item.reasons.grounds);
        cited(grounds.filter(|one| [&*self.urgency.level, "emergency"].contains(&&*one.urgency)))
    }

    /// Every statement that something in the answer cites.
    pub(super) fn cited(&self) -> BTreeSet<&str> {
        let reasons = self.reasons.iter().flat_map(|reasons| {
            let grounds = reasons.grounds.iter().map(|ground| &ground.citations);
            let held = reasons.withheld_because.iter().map(|held| &held.citations);
            grounds.chain(held)
        });
        let cautions = self.items().flat_map(|item| &item.cautions);
        let cautions = cautions.chain(self.waiting.iter().flat_map(|group| &group.cautions));
        let cautions = cautions.filter_map(Caution::citations);
        let named = self.facts.situations.iter().chain(&self.explanations);
        let named = named.map(|one| &one.citations);
        let asked = self.questions.iter().map(|asked| &asked.citations);
        let listed = self
            .sources
            .statements
            .iter()
            .map(|statement| &statement.id);
        let all = reasons.chain(cautions).chain(named).chain(asked);
        all.flatten().chain(listed).map(String::as_str).collect()
    }
}

/// The items with the statements that their grounds cite together.
pub(super) fn citing<'a>(items: impl Iterator<Item = &'a Item>) -> Items {
    let cites = |item: &Item| (item.id.clone(), cited(item.reasons.grounds.iter()));
    items.map(cites).collect()
}

fn cited<'a>(grounds: impl Iterator<Item = &'a Ground>) -> BTreeSet<String> {
    let cited = grounds.flat_map(|ground| &ground.citations);
    cited.cloned().collect()
}
