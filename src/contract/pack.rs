//! The packs of guidance that an answer can be made of.

use serde::Deserialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::closed_enum;

/// A pack of guidance, by id. They are in the order in which they speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pack {
    /// The document that everything began with. No answer is made without it.
    SextingAdvice,
    /// Current practice, nation by nation.
    Supplement,
    /// What the operator of a service has added.
    Local,
}

impl Pack {
    /// Every pack.
    pub const ALL: [Self; 3] = [Self::SextingAdvice, Self::Supplement, Self::Local];

    /// The pack that no answer is made without.
    pub const FIRST: Self = Self::SextingAdvice;

    /// The pack's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::SextingAdvice => "sexting_advice",
            Self::Supplement => "supplement",
            Self::Local => "local",
        }
    }

    /// The pack of that id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.id() == id)
    }
}

impl PartialSchema for Pack {
    fn schema() -> RefOr<Schema> {
        let about = "A pack of guidance. `sexting_advice`: the document that everything began with; no answer \
                     is made without it. `supplement`: current practice, nation by nation. `local`: what the \
                     operator of this service has added, where anything was.";
        closed_enum::schema(about.to_owned(), Self::ALL.map(Self::id)).into()
    }
}

impl ToSchema for Pack {}
