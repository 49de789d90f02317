//! The members of an answer, as far as the scenarios look at them.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Urgency {
    pub(super) level: String,
    pub(super) items: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) id: String,
    #[serde(default)]
    pub(super) citations: Vec<String>,
}

/// An action or a prohibition.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) actor: String,
    pub(super) status: String,
    pub(super) voice: String,
    /// The question that an action stands under.
    pub(super) question: String,
    pub(super) cautions: Vec<Caution>,
    #[serde(skip)]
    pub(super) withheld_until: String,
    #[serde(skip)]
    pub(super) release_hint: String,
    #[serde(skip)]
    pub(super) reasons: Reasons,
}

/// Why an item stands where it stands.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Reasons {
    pub(super) item: String,
    pub(super) grounds: Vec<Ground>,
    #[serde(default)]
    pub(super) withheld_because: Vec<Reason>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Ground {
    pub(super) because: String,
    pub(super) basis: String,
    #[serde(default)]
    pub(super) urgency: String,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Reason {
    pub(super) because: String,
    pub(super) citations: Vec<String>,
}

/// A withheld action names it, any other action says it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Caution {
    Named(String),
    Said {
        prohibition: String,
        citations: Vec<String>,
    },
}

/// Withheld actions that the same step releases.
#[derive(Debug, Deserialize)]
pub(super) struct Waiting {
    pub(super) until: String,
    pub(super) release_hint: String,
    pub(super) items: Vec<Item>,
    #[serde(default)]
    pub(super) cautions: Vec<Caution>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) facts: Vec<Fact>,
    #[serde(default)]
    pub(super) adds_to: Vec<String>,
    pub(super) citations: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Sources {
    pub(super) statements: Vec<Named>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Facts {
    pub(super) counted: Vec<Fact>,
    #[serde(default)]
    pub(super) contradictions: Vec<Contradiction>,
    pub(super) situations: Vec<Named>,
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

impl Caution {
    pub(super) fn prohibition(&self) -> &String {
        match self {
            Self::Named(prohibition) | Self::Said { prohibition, .. } => prohibition,
        }
    }

    pub(super) fn citations(&self) -> Option<&Vec<String>> {
        match self {
            Self::Named(_) => None,
            Self::Said { citations, .. } => Some(citations),
        }
    }
}
