//! A pack as somebody writes it: it is refused with faults that name their line and what to do, or it answers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signpost::guidance::from_files;

mod answers;

fuzz_target!(|text: &str| {
    let files = vec![("sexting_advice/pack.yaml".into(), text.to_owned())];
    answers::or_says_why_not(from_files(files));
});
