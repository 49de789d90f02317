//! An answer, read back from its JSON: what a client sees, and no more than the tests look at.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use signpost::advise::advise;
use signpost::contract::incident::Incident;
use signpost::guidance::Guidance;

use super::case::Items;

#[derive(Debug, Deserialize)]
pub(super) struct Shown {
    pub(super) scope: String,
    pub(super) urgency: Urgency,
    pub(super) danger: String,
    pub(super) card: BTreeMap<String, Value>,
    pub(super) controls: Vec<Value>,
    pub(super) situations: Vec<Named>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Named>,
    pub(super) contacts: Vec<Named>,
    pub(super) citations: Vec<Named>,
    pub(super) contradictions: Vec<Contradiction>,
    pub(super) not_covered: Vec<Named>,
    pub(super) completeness: String,
    pub(super) facts: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Urgency {
    pub(super) level: String,
    #[serde(default)]
    pub(super) citations: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) id: String,
    #[serde(default)]
    pub(super) citations: Vec<String>,
}

/// An action or a prohibition.
#[derive(Debug, Deserialize)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) detail: String,
    #[serde(default)]
    pub(super) actor: String,
    pub(super) status: String,
    #[serde(default)]
    pub(super) voice: String,
    pub(super) grounds: Vec<Ground>,
    #[serde(default)]
    pub(super) withheld_because: Vec<Reason>,
    #[serde(default)]
    pub(super) withheld_until: String,
    #[serde(default)]
    pub(super) release_hint: String,
    #[serde(default)]
    pub(super) cautions: Vec<Caution>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Ground {
    pub(super) because: String,
    pub(super) basis: String,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Reason {
    pub(super) because: String,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Caution {
    pub(super) prohibition: String,
    pub(super) citations: Vec<String>,
}

/// Withheld actions in one line.
#[derive(Debug, Deserialize)]
pub(super) struct Waiting {
    pub(super) items: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) facts: Vec<Fact>,
    pub(super) consequences: Vec<Item>,
    pub(super) adds_to: Vec<Added>,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Added {
    pub(super) item: String,
    pub(super) ground: Ground,
}

#[derive(Debug, Deserialize)]
pub(super) struct Fact {
    pub(super) fact: String,
    #[serde(default)]
    pub(super) basis: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Contradiction {
    pub(super) facts: Vec<Fact>,
}

impl Shown {
    /// The answer to an incident.
    pub(super) fn to(guidance: &Guidance, incident: &Incident) -> Self {
        let answer = serde_json::to_string(&advise(guidance, incident)).unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    /// Every item, wherever it stands.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        let under = self.questions.iter().flat_map(|asked| &asked.consequences);
        self.prohibitions.iter().chain(&self.actions).chain(under)
    }

    /// The item of that id, wherever it stands.
    pub(super) fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == id)
    }

    /// The further reasons under a question, by item.
    pub(super) fn adds(&self, question: &str) -> Items {
        let mut adds = Items::new();
        let asked = self.questions.iter().filter(|asked| asked.id == question);
        for added in asked.flat_map(|asked| &asked.adds_to) {
            let cited = added.ground.citations.iter().cloned();
            adds.entry(added.item.clone()).or_default().extend(cited);
        }
        adds
    }

    /// Every statement that something in the answer cites.
    pub(super) fn cited(&self) -> BTreeSet<&str> {
        let items = self.items().flat_map(|item| {
            let grounds = item.grounds.iter().map(|ground| &ground.citations);
            let held = item.withheld_because.iter().map(|held| &held.citations);
            let cautions = item.cautions.iter().map(|caution| &caution.citations);
            grounds.chain(held).chain(cautions)
        });
        let named = self.situations.iter().chain(&self.explanations);
        let asked = self.questions.iter().map(|asked| &asked.citations);
        let listed = self.citations.iter().map(|citation| &citation.id);
        let all = items.chain(named.map(|one| &one.citations)).chain(asked);
        all.flatten().chain(listed).map(String::as_str).collect()
    }

    /// The items under each question that has any.
    pub(super) fn consequences(&self) -> BTreeMap<String, Items> {
        let asked = self.questions.iter();
        let under = asked.filter(|asked| !asked.consequences.is_empty());
        under
            .map(|asked| (asked.id.clone(), citing(asked.consequences.iter())))
            .collect()
    }
}

/// The items with the statements that their grounds cite together.
pub(super) fn citing<'a>(items: impl Iterator<Item = &'a Item>) -> Items {
    items
        .map(|item| {
            let cited = item.grounds.iter().flat_map(|ground| &ground.citations);
            (item.id.clone(), cited.cloned().collect())
        })
        .collect()
}
