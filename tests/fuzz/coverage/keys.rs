//! A file of keys: it is read, or each line that cannot be used is told of, and nothing that stands there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signpost::http::KeyRing;

fuzz_target!(|text: &str| {
    let lines = text.lines().count().max(1);
    if let Err(faults) = KeyRing::read(text) {
        assert!(!faults.is_empty());
        for fault in &faults {
            let fault = fault.to_string();
            let line = fault.strip_prefix("line ").and_then(|rest| rest.split(':').next());
            let line: usize = line.and_then(|line| line.parse().ok()).expect("a line");
            assert!((1..=lines).contains(&line));
        }
    }
});
