//! A body as a caller sends it: it is refused with all its faults, or answered within every budget.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::Value;
use signpost::advise::advise;
use signpost::guidance::{Guidance, embedded};
use signpost::intake::Intake;
use signpost::note::{Form, case_note};

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| embedded().expect("sound guidance"));
static INTAKE: LazyLock<Intake> = LazyLock::new(|| Intake::new(&GUIDANCE));

fuzz_target!(|body: &[u8]| -> Corpus {
    let Ok(mut incident) = INTAKE.read(body) else {
        return Corpus::Keep;
    };
    for form in [Form::Plain, Form::Markdown] {
        let note = case_note(&GUIDANCE, &incident, form);
        let long = !incident.include.is_empty();
        assert!(long || note.split_whitespace().count() <= 450);
    }
    let mut json = Vec::new();
    advise(&GUIDANCE, &incident).write(&mut json);
    serde_json::from_slice::<Value>(&json).expect("JSON");
    incident.include.clear();
    json.clear();
    advise(&GUIDANCE, &incident).write(&mut json);
    assert!(json.len() <= 24_000);
    Corpus::Keep
});
