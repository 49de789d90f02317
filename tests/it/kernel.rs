//! The facts of the guidance that the program carries, and what reads incidents in them: made once for all tests.

use std::sync::LazyLock;

use signpost::advise::advise;
use signpost::contract::advice::Advice;
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::contract::pack::Packs;
use signpost::contract::problem::Refusal;
use signpost::facts::Vocabulary;
use signpost::guidance::{Guidance, day, embedded};
use signpost::intake::Intake;

/// The day of all of these: the guidance is in force, and no review is overdue.
pub(crate) const TODAY: &str = "2026-11-23";

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| {
    let guidance = embedded().expect("sound guidance");
    guidance.on(day(TODAY).expect("a day"))
});
static INTAKE: LazyLock<Intake> = LazyLock::new(|| Intake::new(&GUIDANCE));

/// The guidance that the program carries.
pub(crate) fn guidance() -> &'static Guidance {
    &GUIDANCE
}

/// The packs that a request can name.
pub(crate) fn packs() -> &'static Packs {
    GUIDANCE.pack_names()
}

/// Every fact and every exclusion.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    GUIDANCE.vocabulary()
}

/// What reads incidents as the program does.
pub(crate) fn intake() -> &'static Intake {
    &INTAKE
}

/// The advice on an incident, with all of it.
pub(crate) fn with_all(guidance: &Guidance, mut incident: Incident) -> Advice<'_> {
    incident.include.insert(Include::All);
    advise(guidance, &incident)
}

/// Reads an incident as the program does.
pub(crate) fn read_incident(json: &[u8]) -> Result<Incident, Refusal> {
    INTAKE.read(json)
}
