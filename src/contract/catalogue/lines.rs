//! What a line of the card is, as guidance holds it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::advice::{Danger, Scope, Who};
use crate::contract::open_enum::open_enum;

open_enum! {
    /// Where a line stands on the card.
    pub enum Slot {
        /// On top: what is done about danger.
        Danger = "danger",
        /// Among what must not be done, or, read before acting, in `stop`.
        DoNot = "do_not",
        /// Among what to do, or after it in `then`.
        Do = "do",
        /// What to say to the child.
        Say = "say",
    }
}

open_enum! {
    /// What a line of `do` is about: what comes first among equally pressing lines.
    pub enum LineClass {
        /// The child's own safety.
        Safety = "safety",
        /// The people to tell.
        People = "people",
        /// What goes with that.
        GoesWith = "goes_with",
        /// Paperwork.
        Paperwork = "paperwork",
    }
}

open_enum! {
    /// How certain the items must be that a variant names.
    pub enum VariantBasis {
        /// Each of them is.
        Known = "known",
        /// The first is.
        FirstKnown = "first_known",
        /// None is: the words carry the condition.
        NotRuledOut = "not_ruled_out",
        /// Either way.
        Any = "any",
    }
}

/// A line of the card, as each pack has it that has one of this id.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineEntry {
    /// Stable id.
    #[schema(example = "police")]
    pub id: String,
    /// As the packs have it, in the order of the packs. In an answer that of the last of its packs counts.
    pub versions: Vec<LineVersion>,
}

/// A line of the card, as a pack has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineVersion {
    /// The pack.
    pub pack: String,
    /// The edition of the pack.
    pub edition: String,
    /// Where it stands, where a variant says nothing else.
    pub slot: Slot,
    /// What it is about, where it is something to do.
    pub class: LineClass,
    /// The items that it is for: each action and each prohibition is in exactly one line.
    pub items: Vec<String>,
    /// Those of them that every variant says.
    pub covers: Vec<String>,
    /// Who does it, where a variant says nothing else; absent where it is the professional who asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub who: Option<Who>,
    /// The contacts that it offers, by id, each where an item of it names it.
    pub call: Vec<String>,
    /// The facts that it asks for itself.
    pub asks: Vec<String>,
    /// What is only not ruled out is said as if it were known.
    pub full_strength: bool,
    /// It is never moved to what is done after the card.
    pub never_cut: bool,
    /// Its parts, one after the other: of each the first variant that fits is said.
    pub parts: Vec<LinePart>,
    /// What to do where it cannot be done; one part more, or none.
    pub exit: Vec<LinePart>,
    /// What the words in braces of its texts stand for.
    pub terms: Vec<TermEntry>,
}

/// A part of a line of the card.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinePart {
    /// Its wordings, in the order in which they are tried.
    pub variants: Vec<VariantEntry>,
}

/// A wording of a part of a line. Its id survives rewording, and changes with the meaning.
#[derive(Debug, Serialize, ToSchema)]
pub struct VariantEntry {
    /// Its id among those of the line.
    #[schema(example = "advice")]
    pub id: String,
    /// What it says; words in braces are terms.
    pub text: String,
    /// The items that it names, all of which stand where it is said.
    pub r#for: Vec<String>,
    /// The items that it says as well where they stand.
    pub covers: Vec<String>,
    /// How certain the items must be that it names.
    pub basis: VariantBasis,
    /// The facts that it hangs on, apart from those of its items.
    pub facts: Vec<String>,
    /// In what kind of answer it can be said.
    pub scope: Vec<Scope>,
    /// Where the line then stands; absent where it stands in its own slot.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub slot: Option<Slot>,
    /// Its place among what is to be read before acting; absent where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub stop: Option<u8>,
    /// Who then does it; absent where it is as the line says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub who: Option<Who>,
    /// The line that it then follows, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub after: Option<String>,
    /// What it says of danger; absent but for the line of danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub state: Option<Danger>,
}

/// A word in braces, and what can stand in its place.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermEntry {
    /// The word.
    #[schema(example = "child")]
    pub id: String,
    /// Its texts, in the order in which they are tried.
    pub texts: Vec<TermText>,
}

/// What can stand in the place of a word in braces.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermText {
    /// The text.
    pub text: String,
    /// The facts that it hangs on.
    pub facts: Vec<String>,
}
