//! What holds of guidance whatever its files hold.

use serde_json::Value;
use signpost::advise::advise;
use signpost::contract::incident::Incident;
use signpost::facts::{Facts, Stated};
use signpost::guidance::Guidance;
use signpost::guidance::diagnostic::Diagnostic;

/// Every fault says what to do; guidance without a fault answers when nothing is known, and when nobody knows anything.
pub(crate) fn or_says_why_not(loaded: Result<Guidance, Vec<Diagnostic>>) {
    let guidance = match loaded {
        Ok(guidance) => guidance,
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(faults.iter().all(|fault| !fault.help.is_empty()));
            return;
        }
    };
    let nothing = Facts::default();
    let mut unknown = Facts::default();
    for fact in guidance.vocabulary().ids() {
        unknown.state(fact, Stated::Unknown);
    }
    for facts in [nothing, unknown] {
        let mut json = Vec::new();
        advise(&guidance, &Incident::from(facts)).write(&mut json);
        serde_json::from_slice::<Value>(&json).expect("JSON");
    }
}
