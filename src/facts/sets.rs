//! Small sets of answers and of facts, each one number.

use super::id::FactId;

/// A set of answers of one fact, by their places; a statement that it is not known, or was not
/// asked, can be given a place behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerSet(u16);

impl AnswerSet {
    /// The set without any answer.
    pub const EMPTY: Self = Self(0);

    /// The set of one answer.
    pub fn only(answer: u8) -> Self {
        Self(1 << answer)
    }

    /// Whether the answer is in the set.
    pub fn contains(self, answer: u8) -> bool {
        self.0 >> answer & 1 == 1
    }

    /// Whether the sets have an answer in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The answers of either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The answers of this set that are not in the other.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set of the first answers, so many of them.
    pub fn first(count: usize) -> Self {
        Self((0..count).fold(0, |set, place| set | 1 << place))
    }

    /// Whether the set holds no answer.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The answer, where there is exactly one.
    pub fn single(self) -> Option<u8> {
        let place = u8::try_from(self.0.trailing_zeros()).ok()?;
        self.0.is_power_of_two().then_some(place)
    }

    /// The places of the answers.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            u8::try_from(first).ok()
        })
    }
}

impl FromIterator<u8> for AnswerSet {
    fn from_iter<I: IntoIterator<Item = u8>>(answers: I) -> Self {
        let sets = answers.into_iter().map(Self::only);
        sets.fold(Self::EMPTY, Self::union)
    }
}

/// A set of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactSet(u128);

impl FactSet {
    /// Adds a fact.
    pub fn insert(&mut self, fact: FactId) {
        self.0 |= 1 << fact.index();
    }

    /// Whether the fact is in the set.
    pub fn contains(self, fact: FactId) -> bool {
        self.0 >> fact.index() & 1 == 1
    }

    /// Whether the set holds no fact.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the sets have a fact in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The facts of either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The facts of this set that are not in the other.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The facts of both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The facts, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = FactId> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            u8::try_from(first).ok().map(FactId::at)
        })
    }
}

impl FromIterator<FactId> for FactSet {
    fn from_iter<I: IntoIterator<Item = FactId>>(facts: I) -> Self {
        let mut set = Self::default();
        facts.into_iter().for_each(|fact| set.insert(fact));
        set
    }
}
