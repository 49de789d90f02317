//! The file of keys: a line for each, with its name, the SHA-256 digest of the key, and what limits it.
//!
//! ```text
//! # name     digest of the key           until             requests a minute
//! caseworks  sha256:5e88…                expires=2027-03-31 rate=600
//! ```

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::num::NonZeroU32;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use prometheus_client::metrics::gauge::Gauge;
use sha2::{Digest, Sha256};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use time::Date;

use super::rates::Rate;
use crate::guidance::day;

/// The keys that are known.
#[derive(Debug)]
pub struct KeyRing(Vec<Arc<Key>>);

/// The keys in force, which can be read again. Everybody may call where there are none.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    now: Arc<ArcSwapOption<KeyRing>>,
    stale: Gauge,
}

impl Keys {
    /// These are in force from now on.
    pub fn take(&self, keys: KeyRing) {
        self.now.store(Some(keys.into()));
        self.stale.set(0);
    }

    /// Newer ones cannot be used: those in force go on.
    pub fn refuse(&self) {
        self.stale.set(1);
    }

    /// 1 while newer ones were refused.
    pub(in crate::http) fn stale(&self) -> Gauge {
        self.stale.clone()
    }

    pub(super) fn now(&self) -> Option<Arc<KeyRing>> {
        self.now.load_full()
    }
}

/// One key.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: Arc<str>,
    digest: [u8; 32],
    /// The last day on which it is taken.
    expires: Option<Date>,
    pub(super) rate: Option<Rate>,
}

/// A line of the file that cannot be used. It names nothing of the line but its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaultInKeys {
    line: usize,
    fault: &'static str,
}

impl fmt::Display for FaultInKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.fault)
    }
}

impl KeyRing {
    /// Reads a file of keys. Where there is none in it, nobody can call.
    ///
    /// # Errors
    ///
    /// Every line that cannot be used.
    pub fn read(text: &str) -> Result<Self, Vec<FaultInKeys>> {
        let (mut keys, mut faults) = (Vec::new(), Vec::new());
        let (mut names, mut digests) = (BTreeSet::new(), BTreeSet::new());
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.split('#').next().unwrap_or_default().trim();
            if text.is_empty() {
                continue;
            }
            match Key::read(text) {
                Ok(key) if !names.insert(key.name.clone()) => faults.push(FaultInKeys {
                    line,
                    fault: "this name is taken by a line before it",
                }),
                Ok(key) if !digests.insert(key.digest) => faults.push(FaultInKeys {
                    line,
                    fault: "this key stands on a line before it, under another name",
                }),
                Ok(key) => keys.push(Arc::new(key)),
                Err(fault) => faults.push(FaultInKeys { line, fault }),
            }
        }
        if faults.is_empty() {
            Ok(Self(keys))
        } else {
            Err(faults)
        }
    }

    /// Whether there is none in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key that was presented, where it is known. It takes the same time whichever it is, or none.
    pub(super) fn find(&self, presented: &[u8]) -> Option<&Arc<Key>> {
        let digest = Sha256::digest(presented);
        let mut found = u32::MAX;
        for (place, key) in (0..u32::MAX).zip(&self.0) {
            let same: Choice = key.digest.ct_eq(&digest);
            found.conditional_assign(&place, same);
        }
        self.0.get(usize::try_from(found).ok()?)
    }
}

impl Key {
    fn read(text: &str) -> Result<Self, &'static str> {
        let mut words = text.split_whitespace();
        let name = words.next().unwrap_or_default();
        let plain =
            |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "_-".contains(sign);
        if name.len() > 64 || !name.chars().all(plain) {
            return Err("a name has at most 64 small letters, digits, _ and -");
        }
        let digest = words.next().and_then(|word| word.strip_prefix("sha256:"));
        let digest = digest
            .and_then(bytes)
            .ok_or("after the name comes sha256: and 64 hexadecimal digits")?;
        let mut key = Self {
            name: name.into(),
            digest,
            expires: None,
            rate: None,
        };
        for word in words {
            match word.split_once('=') {
                Some(("expires", date)) => {
                    let date = day(date).ok_or("expires= is a day written year-month-day")?;
                    key.expires = Some(date);
                }
                Some(("rate", number)) => {
                    let number: Option<NonZeroU32> = number.parse().ok();
                    let number = number.ok_or("rate= is how many requests a minute")?;
                    key.rate = Some(Rate::a_minute(number));
                }
                _ => return Err("after the digest come expires= and rate= alone"),
            }
        }
        Ok(key)
    }

    /// Whether it is no longer taken on that day.
    pub(super) fn is_expired(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| today > last)
    }
}

/// The bytes that 64 hexadecimal digits stand for.
fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        let two = digits.get(place * 2..place * 2 + 2)?;
        *byte = u8::from_str_radix(two, 16).ok()?;
    }
    Some(bytes)
}

/// The key that these random bytes make, for the caller, and its line for the file of keys.
///
/// # Errors
///
/// What is wrong with the name.
pub fn new_key(name: &str, random: [u8; 32]) -> Result<(String, String), &'static str> {
    let key = format!("signpost_{}", hexadecimal(&random));
    let digest = Sha256::digest(key.as_bytes());
    let line = format!("{name} sha256:{}", hexadecimal(&digest));
    if name.is_empty() {
        return Err("a key has a name");
    }
    Key::read(&line).map(|_| (key, line))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // A string takes everything.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
