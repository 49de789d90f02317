//! What an operator adds beside sound guidance.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signpost::guidance::from_files;

mod answers;

/// Small guidance, which loads at once.
const PACK: &str = include_str!("../../small_pack/sexting_advice/pack.yaml");

fuzz_target!(|text: &str| {
    let files = vec![
        ("sexting_advice/pack.yaml".into(), PACK.to_owned()),
        ("local/pack.yaml".into(), text.to_owned()),
    ];
    answers::or_says_why_not(from_files(files));
});
