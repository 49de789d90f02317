//! The line of danger: there is one, and it always says something (SEMANTICS 16.3, 16.8).

use super::fault::{add, variants};
use crate::contract::advice::Scope;
use crate::contract::catalogue::Slot;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{WrittenLine, WrittenVariant};
use crate::guidance::parsed::{In, Parsed};

pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    let all = lines.iter().copied();
    let (danger, others): (Vec<_>, Vec<&In<_>>) =
        all.partition(|entry| entry.part.slot == Slot::Danger);
    if let Some((only, more)) = danger.split_first() {
        says_something(only, faults);
        for entry in more {
            let message = "another line says already what is done about danger";
            let help = "make them one, or give this one another `slot`";
            add(faults, entry, &entry.part.id, message, help);
        }
    } else if let Some(first) = parsed.headers.first() {
        let message = "no line says what is done about danger";
        let help = "write a line with `slot: danger`";
        faults.add(Code::Line, (&first.file, 0), message, help);
    }
    for entry in others {
        let states = variants(&entry.part).filter(|variant| variant.state.is_some());
        let of_danger = states.map(|variant| &variant.id).chain(&entry.part.asks);
        for word in of_danger {
            let message = "only the line of danger has a `state`, and asks for something";
            let help = "leave it out";
            add(faults, entry, word, message, help);
        }
    }
}

/// Its first part says something in every answer, and says what it says of danger.
fn says_something(entry: &In<WrittenLine>, faults: &mut Faults) {
    let first = entry.part.parts.first();
    let first = first.map_or(&[] as &[_], |variants| variants.as_slice());
    for scope in [Scope::Incident, Scope::Prevention, Scope::OutOfScope] {
        if !first.iter().any(|variant| always_fits(variant, scope)) {
            let message = format!(
                "danger may be left out where the scope is `{}`",
                scope.word()
            );
            let help =
                "end the first part with a variant of this scope that has no `for` and no `when`";
            add(faults, entry, &entry.part.id, message, help);
        }
    }
    for variant in first.iter().filter(|variant| variant.state.is_none()) {
        let message = "this says nothing of danger";
        let help = "give it a `state`: act, check or none";
        add(faults, entry, &variant.id, message, help);
    }
    let further = entry
        .part
        .parts
        .iter()
        .skip(1)
        .flatten()
        .chain(&entry.part.exit);
    for variant in further.filter(|variant| variant.state.is_some()) {
        let message = "the first part says already whether there is danger";
        let help = "leave `state` out";
        add(faults, entry, &variant.id, message, help);
    }
}

fn always_fits(variant: &WrittenVariant, scope: Scope) -> bool {
    let in_scope = variant.scopes(Slot::Danger).contains(&scope);
    in_scope && variant.names.is_empty() && variant.when.is_none()
}
