//! Guidance as its authors write it: one type for each part of the YAML files.
//!
//! Files are read straight into these types, never through an untyped value, because YAML would
//! turn a word such as `no` or a number such as `0800 1111` into something else on the way. Words
//! that must be known elsewhere keep their place, so that a fault can point at its line.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_saphyr::Spanned;

use crate::contract::advice::{
    Actor, Protects, Scope, Source, StatementKind, Strength, UrgencyLevel, Voice,
};
use crate::contract::catalogue::{Retired, WhenUnknown};
use crate::contract::contact::{Assurance, Contact};

/// A word together with the place where it is written.
pub(crate) type Word = Spanned<String>;

/// One file of a pack. Each part may stand in any file of the pack's folder.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PackFile {
    pub(super) pack: Option<Spanned<Header>>,
    pub(super) statements: Vec<Statement>,
    pub(super) situations: Vec<Situation>,
    pub(super) gates: Vec<Gate>,
    pub(super) prohibitions: Vec<Prohibition>,
    pub(super) actions: Vec<Action>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) not_covered: Vec<NotCovered>,
    pub(super) extends: Vec<Extension>,
}

/// The file of contacts.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactFile {
    pub(super) contacts: Vec<Spanned<Contact>>,
}

/// The editions that an operator has withdrawn.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithdrawnFile {
    pub(super) withdrawn: Vec<Withdrawn>,
}

/// An edition that is not to be served.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Withdrawn {
    pub(super) pack: Word,
    pub(super) edition: String,
    pub(super) because: String,
}

/// What a pack is and what it rests on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) id: Word,
    pub(super) title: String,
    pub(super) edition: String,
    /// Who speaks in whatever says no other.
    #[serde(default = "source_voice")]
    pub(super) voice: Voice,
    pub(super) effective_from: String,
    pub(super) review_by: String,
    /// What this edition changed.
    pub(super) changes: String,
    pub(super) limits: String,
    /// What an answer says that was made without this pack. The first pack is never left out.
    #[serde(default)]
    pub(super) left_out: Option<LeftOut>,
    /// The gaps of earlier packs that this one closes: with it they are not told.
    #[serde(default)]
    pub(super) addresses: Vec<Word>,
    pub(super) sources: Vec<Source>,
}

/// What is not covered because a pack was left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeftOut {
    pub(super) title: Word,
    pub(super) detail: String,
}

/// One numbered statement of a source, by where it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    pub(super) id: Word,
    pub(super) kind: StatementKind,
    /// How strongly it asks for something; left out where it asks for nothing.
    #[serde(default)]
    pub(super) strength: Option<Strength>,
    /// How pressing it says that it is; left out where it says nothing of it.
    #[serde(default)]
    pub(super) urgency: Option<UrgencyLevel>,
    /// The source's id; left out where the pack rests on one source.
    #[serde(default)]
    pub(super) source: Option<Word>,
    /// Further sources of the pack that say the same.
    #[serde(default)]
    pub(super) also: Vec<Word>,
    /// How far it is verified; left out where the whole document was read.
    #[serde(default)]
    pub(super) assurance: Option<Assurance>,
    pub(super) section: String,
    pub(super) position: String,
}

/// A named condition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Situation {
    pub(super) id: Word,
    pub(super) title: Word,
    pub(super) when: When,
    pub(super) statements: Vec<Word>,
}

/// What must be known before an action may go ahead.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gate {
    pub(super) id: Word,
    pub(super) until: String,
    pub(super) release_hint: String,
    pub(super) conditions: Vec<GateCondition>,
}

/// One thing that a gate asks for, and what to say while it is not known or is refuted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GateCondition {
    pub(super) when: When,
    pub(super) not_known: String,
    pub(super) refuted: String,
    pub(super) statements: Vec<Word>,
}

/// One reason for an item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ground {
    #[serde(default)]
    pub(super) scope: Scope,
    /// Left out: always.
    #[serde(default)]
    pub(super) when: Option<When>,
    pub(super) because: Word,
    pub(super) statements: Vec<Word>,
    pub(super) strength: Strength,
    /// How pressing the statements say that it is; left out where they say nothing of it.
    #[serde(default)]
    pub(super) urgency: Option<UrgencyLevel>,
    /// Left out: the pack's.
    #[serde(default)]
    pub(super) voice: Option<Voice>,
    #[serde(default)]
    pub(super) note: Option<String>,
}

/// Reasons of a pack for an item of an earlier one: one act stays one item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Extension {
    pub(super) item: Word,
    #[serde(default)]
    pub(super) contacts: Vec<Word>,
    pub(super) grounds: Vec<Ground>,
}

/// Other words for an item, once something is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rewording {
    pub(super) once: When,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
}

/// Something not to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prohibition {
    pub(super) id: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
    pub(super) protects: Protects,
    /// What, once it is known, lifts it.
    #[serde(default)]
    pub(super) lifted_when: Option<When>,
    /// The same in words.
    #[serde(default)]
    pub(super) lifted_says: Option<String>,
    /// The actions that it holds back while it is in force.
    #[serde(default)]
    pub(super) holds_back: Vec<Word>,
    /// What the professional can do so that those may go ahead.
    #[serde(default)]
    pub(super) release_hint: Option<String>,
    /// What to say inside those actions while nobody has asked (welfare only).
    #[serde(default)]
    pub(super) caution: Option<Caution>,
    #[serde(default)]
    pub(super) contacts: Vec<Word>,
    pub(super) grounds: Vec<Ground>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(super) retired: Option<Retired>,
}

/// What to make sure of before doing what a prohibition would hold back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Caution {
    pub(super) says: String,
    pub(super) statements: Vec<Word>,
}

/// Something to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub(super) id: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
    pub(super) actor: Actor,
    pub(super) when_unknown: WhenUnknown,
    /// The action of an earlier pack that it stands before. Left out: it stands where it is written.
    #[serde(default)]
    pub(super) before: Option<Word>,
    /// What must be known before it may go ahead.
    #[serde(default)]
    pub(super) gate: Option<Word>,
    /// What, once it is known, means that it is done or no longer needed.
    #[serde(default)]
    pub(super) lifted_when: Option<When>,
    #[serde(default)]
    pub(super) rewordings: Vec<Rewording>,
    /// Once this is known, the action comes first among those that wait, with words of its own.
    #[serde(default)]
    pub(super) escalates_when: Option<Escalation>,
    #[serde(default)]
    pub(super) contacts: Vec<Word>,
    pub(super) grounds: Vec<Ground>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(super) retired: Option<Retired>,
}

/// What makes a waiting action press.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Escalation {
    pub(super) once: When,
    pub(super) release_hint: String,
}

/// Where a question stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Rank {
    /// By what its answer can settle.
    #[default]
    ByEffect,
    /// Before all others.
    First,
}

/// Something to ask.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub(super) id: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
    /// Where it applies: it is used once this is known. Left out: always.
    #[serde(default)]
    pub(super) when: Option<When>,
    #[serde(default)]
    pub(super) rank: Rank,
    /// It is asked in every incident as long as nobody has answered, whether or not an item hangs on it.
    #[serde(default)]
    pub(super) until_answered: bool,
    pub(super) facts: Vec<Word>,
    pub(super) statements: Vec<Word>,
    /// Left out: the pack's.
    #[serde(default)]
    pub(super) voice: Option<Voice>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(super) retired: Option<Retired>,
}

/// Why something is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Explanation {
    pub(super) id: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
    #[serde(default)]
    pub(super) scope: Scope,
    #[serde(default)]
    pub(super) when: Option<When>,
    pub(super) explains: Vec<Word>,
    pub(super) statements: Vec<Word>,
    /// Left out: the pack's.
    #[serde(default)]
    pub(super) voice: Option<Voice>,
    #[serde(default)]
    pub(super) note: Option<String>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(super) retired: Option<Retired>,
}

/// Something that the guidance does not address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotCovered {
    pub(super) id: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) detail: Option<String>,
    #[serde(default)]
    pub(super) scope: Scope,
    #[serde(default)]
    pub(super) when: Option<When>,
    #[serde(default)]
    pub(super) contacts: Vec<Word>,
}

fn source_voice() -> Voice {
    Voice::Source
}

/// A condition: every entry of the mapping must hold.
///
/// The grammar is closed: `all`, `any` (lists of conditions), `not` (a condition), `situation` and
/// `gate` (a name), or the name of a fact with the answers that count.
#[derive(Debug)]
pub(crate) struct When(pub(crate) Vec<Term>);

/// One entry of a condition.
#[derive(Debug)]
pub(crate) enum Term {
    All(Vec<When>),
    Any(Vec<When>),
    Not(When),
    Situation(Word),
    Gate(Word),
    Fact(Word, Vec<Word>),
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WhenVisitor)
    }
}

struct WhenVisitor;

impl<'de> Visitor<'de> for WhenVisitor {
    type Value = When;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a condition: all, any, not, situation, gate, or a fact with answers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<When, A::Error> {
        let mut terms = Vec::new();
        while let Some(key) = map.next_key::<Word>()? {
            terms.push(match key.value.as_str() {
                "all" => Term::All(map.next_value()?),
                "any" => Term::Any(map.next_value()?),
                "not" => Term::Not(map.next_value()?),
                "situation" => Term::Situation(map.next_value()?),
                "gate" => Term::Gate(map.next_value()?),
                _ => Term::Fact(key, map.next_value()?),
            });
        }
        Ok(When(terms))
    }
}
