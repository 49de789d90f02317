//! Every fact that can be stated, and every pair of answers that cannot both be true.

use std::collections::HashMap;
use std::ops::Index;

use super::exclusion::Exclusion;
use super::fact::Fact;
use super::id::{FactId, MOST_FACTS};
use super::sets::AnswerSet;

/// The facts and exclusions of a body of guidance.
#[derive(Debug)]
pub struct Vocabulary {
    facts: Vec<Fact>,
    /// For each place of a fact all its answers; none where no fact has it.
    all: [AnswerSet; MOST_FACTS],
    by_name: HashMap<String, FactId>,
    exclusions: Vec<Exclusion>,
    scope: ScopeFacts,
    jurisdiction: FactId,
}

/// The facts that decide whether advice is given at all, each with its `no`.
#[derive(Debug, Clone, Copy)]
pub struct ScopeFacts {
    /// Whether anyone concerned is under 18: a `no` is out of scope.
    pub anyone_under_18: (FactId, u8),
    /// Whether anything has happened: a `no` is about prevention.
    pub incident_has_happened: (FactId, u8),
}

impl ScopeFacts {
    /// The names of these facts.
    pub const NAMES: [&'static str; 2] = ["anyone_under_18", "incident_has_happened"];

    /// Each of these facts with its `no`.
    pub fn noes(self) -> [(FactId, u8); 2] {
        [self.anyone_under_18, self.incident_has_happened]
    }

    /// Whether the fact is one of these.
    pub fn contains(self, fact: FactId) -> bool {
        self.noes().iter().any(|(scope, _)| *scope == fact)
    }
}

/// A vocabulary lacks a fact, or the answer `no` of it, that every vocabulary has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingFact(pub &'static str);

impl Vocabulary {
    /// The name of the fact that says where the child is. Its answers are the codes of service areas.
    pub const JURISDICTION: &'static str = "jurisdiction";

    /// The vocabulary of these facts, in their order, without any exclusion.
    ///
    /// # Errors
    ///
    /// The name of a fact that every vocabulary has and this one lacks.
    pub fn new(facts: Vec<Fact>) -> Result<Self, MissingFact> {
        let ids = (0..=u8::MAX).map(FactId::at);
        let by_name = facts.iter().map(|fact| fact.name.clone()).zip(ids);
        let by_name: HashMap<String, FactId> = by_name.collect();
        let named = |name| by_name.get(name).copied().ok_or(MissingFact(name));
        let with_no = |name| {
            let fact = named(name)?;
            let no = facts.get(fact.index()).and_then(|fact| fact.answer("no"));
            no.map(|no| (fact, no)).ok_or(MissingFact(name))
        };
        let [anyone_under_18, incident_has_happened] = ScopeFacts::NAMES.map(with_no);
        let mut all = [AnswerSet::EMPTY; MOST_FACTS];
        for (all, fact) in all.iter_mut().zip(&facts) {
            *all = fact.all();
        }
        Ok(Self {
            all,
            scope: ScopeFacts {
                anyone_under_18: anyone_under_18?,
                incident_has_happened: incident_has_happened?,
            },
            jurisdiction: named(Self::JURISDICTION)?,
            facts,
            by_name,
            exclusions: Vec::new(),
        })
    }

    /// The vocabulary with exclusions of its facts.
    #[must_use]
    pub fn excluding(mut self, exclusions: Vec<Exclusion>) -> Self {
        self.exclusions.extend(exclusions);
        self
    }

    /// Every fact, in the order in which a form would ask.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = FactId> + use<> {
        let count = u8::try_from(self.facts.len()).unwrap_or(u8::MAX);
        (0..count).map(FactId::at)
    }

    /// The ids behind those of the facts: what is derived of these can take them, as many as there are.
    pub fn derivable(&self) -> impl DoubleEndedIterator<Item = FactId> + use<> {
        let [count, most] =
            [self.facts.len(), MOST_FACTS].map(|count| u8::try_from(count).unwrap_or(u8::MAX));
        (count..most).map(FactId::at)
    }

    /// The declarations of the facts, in their order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The fact of that id; nothing for one that is derived.
    pub fn get(&self, fact: FactId) -> Option<&Fact> {
        self.facts.get(fact.index())
    }

    /// The fact of that name.
    pub fn named(&self, name: &str) -> Option<FactId> {
        self.by_name.get(name).copied()
    }

    /// For each place of a fact all its answers; none where no fact has it.
    pub fn all(&self) -> &[AnswerSet; MOST_FACTS] {
        &self.all
    }

    /// Every exclusion, in the order in which contradictions are told.
    pub fn exclusions(&self) -> &[Exclusion] {
        &self.exclusions
    }

    /// The facts that decide whether advice is given at all.
    pub fn scope(&self) -> ScopeFacts {
        self.scope
    }

    /// The fact that says where the child is. Its answers are the codes of service areas.
    pub fn jurisdiction(&self) -> FactId {
        self.jurisdiction
    }
}

impl Index<FactId> for Vocabulary {
    type Output = Fact;

    #[expect(
        clippy::indexing_slicing,
        reason = "an id of another vocabulary is a fault of the program"
    )]
    fn index(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }
}
