//! Lists that are mostly short: an answer has hundreds of them.

use smallvec::SmallVec;

/// A list that lies in place while it is short.
pub(crate) type Few<T> = SmallVec<[T; 4]>;
