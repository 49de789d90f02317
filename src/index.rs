//! Ids that are types: a vector that only its own ids can index.
//!
//! An id is made by pushing into an [`IndexVec`], or by going through one, and in no other way. So an
//! id of another kind does not compile. One of another vector is a fault of the program: to use it is
//! a panic. There is no lookup that answers with nothing, and none with a default.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// Where something is in its vector. Only this module makes one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Position(u32);

impl fmt::Debug for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// An id of one kind of thing; `typed_id!` declares one.
pub(crate) trait Id: Copy {
    /// The id of what is there.
    fn at(position: Position) -> Self;
    /// Where it is.
    fn place(self) -> Position;
}

/// Declares the id of a kind of thing.
macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name($crate::index::Position);

        impl $crate::index::Id for $name {
            fn at(position: $crate::index::Position) -> Self {
                Self(position)
            }

            fn place(self) -> $crate::index::Position {
                self.0
            }
        }
    )*};
}

pub(crate) use typed_id;

/// A vector that is indexed by one kind of id.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct IndexVec<I, T> {
    items: Vec<T>,
    ids: PhantomData<fn(I) -> I>,
}

impl<I: Id, T> IndexVec<I, T> {
    /// Puts something at the end, and says which it is.
    pub(crate) fn push(&mut self, item: T) -> I {
        let id = id(self.items.len());
        self.items.push(item);
        id
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Every id.
    pub(crate) fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.items.len()).map(id)
    }

    /// Everything as it lies there, for whoever needs no ids.
    pub(crate) fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// Everything, in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Everything with its id, in order.
    pub(crate) fn iter_enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.ids().zip(self.iter())
    }

    /// For each thing what is made of it, under the same id.
    pub(crate) fn map<U>(&self, make: impl FnMut(&T) -> U) -> IndexVec<I, U> {
        self.iter().map(make).collect()
    }
}

#[expect(
    clippy::expect_used,
    reason = "guidance that no memory holds is not loaded either"
)]
fn id<I: Id>(place: usize) -> I {
    I::at(Position(u32::try_from(place).expect("a place has 32 bits")))
}

fn place<I: Id>(id: I) -> usize {
    id.place().0 as usize
}

impl<I: Id, T> Index<I> for IndexVec<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "an id of another vector is a fault of the program, and never nothing"
    )]
    fn index(&self, id: I) -> &T {
        &self.items[place(id)]
    }
}

impl<I: Id, T> IndexMut<I> for IndexVec<I, T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "an id of another vector is a fault of the program, and never nothing"
    )]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[place(id)]
    }
}

impl<I, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self {
            items,
            ids: PhantomData,
        }
    }
}

impl<I, T> FromIterator<T> for IndexVec<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I, T> IntoIterator for IndexVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'v, I, T> IntoIterator for &'v IndexVec<I, T> {
    type Item = &'v T;
    type IntoIter = std::slice::Iter<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'v, I, T> IntoIterator for &'v mut IndexVec<I, T> {
    type Item = &'v mut T;
    type IntoIter = std::slice::IterMut<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<I, T: fmt::Debug> fmt::Debug for IndexVec<I, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::IndexVec;

    typed_id! {
        /// A letter.
        LetterId
    }

    fn letters(letters: &str) -> IndexVec<LetterId, char> {
        letters.chars().collect()
    }

    #[test]
    fn what_is_pushed_is_found_under_its_id() {
        let mut letters = letters("ab");
        let c = letters.push('c');
        assert_eq!(letters[c], 'c');
        letters[c] = 'd';
        let all: Vec<_> = letters.iter_enumerated().map(|(_, one)| *one).collect();
        assert_eq!(all, ['a', 'b', 'd']);
        assert_eq!(letters.ids().last(), Some(c));
        assert_eq!(letters.len(), 3);
    }

    #[test]
    fn what_is_made_of_each_has_the_same_id() {
        let letters = letters("ab");
        let upper = letters.map(char::to_ascii_uppercase);
        for (id, letter) in letters.iter_enumerated() {
            assert_eq!(upper[id], letter.to_ascii_uppercase());
        }
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn an_id_of_a_longer_vector_is_a_panic() {
        let (long, short) = (letters("abc"), letters("ab"));
        let last = long.ids().next_back().unwrap();
        assert_ne!(short[last], 'b');
    }
}
