//! What the guidance of this repository gives no occasion for, on the small pack that the broken ones are made of.

use signpost::advise::advise;
use signpost::contract::advice::{Advice, Voice};
use signpost::guidance::Guidance;
use signpost::intake::Intake;

use crate::bad_packs::sound_but;

/// The answer to some facts, as they stand in a request.
fn advised<'g>(guidance: &'g Guidance, facts: &str) -> Advice<'g> {
    let body = format!(r#"{{"facts": {{{facts}}}}}"#);
    let incident = Intake::new(guidance).read(body.as_bytes());
    advise(guidance, &incident.unwrap())
}

#[test]
fn the_source_speaks_in_an_item_where_one_of_its_best_grounds_is_of_the_source() {
    let editorial_first = "    grounds:
      - when: { police_decision: [no_investigation] }
        because: Nobody investigates.
        statements: [A2]
        strength: may
        voice: editorial
        note: We carry it over.
      - when: { situation: received }";
    let when = "    grounds:\n      - when: { situation: received }";
    let guidance = sound_but(&[(when, editorial_first)]);
    let (source, editorial) = (
        r#""child_received": "yes""#,
        r#""police_decision": "no_investigation""#,
    );
    for (facts, voice) in [
        (String::new(), Voice::Source),
        (source.to_owned(), Voice::Source),
        (editorial.to_owned(), Voice::Editorial),
        (format!("{source}, {editorial}"), Voice::Source),
    ] {
        let advice = advised(&guidance, &facts);
        assert_eq!(advice.actions[0].voice, voice, "{facts}");
    }
}
