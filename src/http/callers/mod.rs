//! Who may call, and how often.
//!
//! Keys are compared with all that are known, in constant time, and never kept: a file of them holds their digests.

mod address;
mod guard;
mod keys;
mod rates;

pub(super) use self::guard::Guard;
pub use self::keys::{FaultInKeys, KeyRing, Keys, new_key};
