//! What a line can come to say: no variant waits in vain, and what can be said together is short.
//!
//! What is known holds in every way in which the incident can turn out. So what a variant asks to be known is taken as
//! one condition, and whether it can hold at all, or follows from what another asks, is looked up in its diagram.

use super::texts::{most_words, words};
use crate::contract::catalogue::VariantBasis;
use crate::guidance::compile::conditions::Conditions;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, WrittenLine, WrittenTermWords, WrittenVariant, line};
use crate::guidance::parsed::{In, Parsed};
use crate::mdd::Node;

pub(super) fn check(
    parsed: &Parsed,
    entry: &In<WrittenLine>,
    terms: &[&In<WrittenTermWords>],
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) {
    let parts = entry.part.parts.iter();
    let parts = parts.map(|variants| drawn(entry, variants, terms, conditions));
    let parts: Vec<_> = parts.collect();
    let exit = drawn(entry, &entry.part.exit, terms, conditions);
    for variants in parts.iter().chain([&exit]) {
        for (place, variant) in variants.iter().enumerate() {
            let before = variants.iter().take(place);
            is_said(entry, variant, before, conditions, faults);
        }
    }
    let most = |first: &Reach<'_>| {
        let slot = first.written.slot.unwrap_or(entry.part.slot);
        most_words(parsed, entry, slot)
    };
    if let Some((said, words, most)) = too_long(&parts, &most, conditions) {
        let message = format!("`{said}` have {words} words together");
        let help = format!("keep to {most}, or let fewer of them be said at once");
        let place = (&*entry.file, line(&entry.part.id));
        faults.add(Code::TooLong, place, message, help);
    }
}

/// Where each of some variants can be said.
fn drawn<'r>(
    entry: &In<WrittenLine>,
    variants: &'r [WrittenVariant],
    terms: &[&In<WrittenTermWords>],
    conditions: &mut Conditions<'_>,
) -> Vec<Reach<'r>> {
    let variants = variants.iter();
    let drawn = variants.map(|variant| Reach::of(entry, variant, terms, conditions));
    drawn.collect()
}

/// Says so where the items of a variant and its `when` cannot be together, or another is said wherever it fits.
fn is_said<'r>(
    entry: &In<WrittenLine>,
    variant: &Reach<'_>,
    mut before: impl Iterator<Item = &'r Reach<'r>>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) {
    let id = &variant.written.id;
    let place = (&*entry.file, line(id));
    // A `when` that can never be is told where it is drawn.
    if conditions.is_possible(variant.when) && !variant.fits_within(Node::TRUE, conditions) {
        let message = format!("`{}` can never be said", id.value);
        let help =
            "its items do not stand together where its `when` holds: mend `for`, `basis` or `when`";
        faults.add(Code::NeverHolds, place, message, help);
    } else if let Some(other) = before.find(|other| variant.is_behind(other, conditions)) {
        let message = format!("`{}` can never be said", id.value);
        let other = &other.written.id.value;
        let help =
            format!("`{other}` above it is said wherever it fits: put it first, or take it away");
        faults.add(Code::NeverHolds, place, message, help);
    }
}

/// The longest that some variants can be together, where that is too long.
fn too_long(
    parts: &[Vec<Reach<'_>>],
    most: &impl Fn(&Reach<'_>) -> usize,
    conditions: &mut Conditions<'_>,
) -> Option<(String, usize, usize)> {
    let mut choices: Vec<Vec<&Reach<'_>>> = vec![Vec::new()];
    for variants in parts {
        let with = choices.iter().flat_map(|chosen| {
            variants.iter().map(|variant| {
                let mut chosen = chosen.clone();
                chosen.push(variant);
                chosen
            })
        });
        let with: Vec<_> = with.collect();
        choices.extend(with);
    }
    let mut too_long: Vec<_> = choices
        .into_iter()
        .filter(|chosen| chosen.len() > 1)
        .filter_map(|chosen| {
            let words = chosen.iter().map(|variant| variant.words).sum();
            let most = most(chosen.first()?);
            (words > most).then_some((chosen, words, most))
        })
        .collect();
    too_long.sort_by_key(|(_, words, _)| std::cmp::Reverse(*words));
    let (chosen, words, most) = too_long.into_iter().find(|(chosen, ..)| {
        let said = Said::of(chosen.clone(), conditions);
        said.are_possible(parts, conditions)
    })?;
    let ids: Vec<_> = chosen.iter().map(|one| &*one.written.id.value).collect();
    Some((ids.join("+"), words, most))
}

/// Where a variant can be said.
struct Reach<'r> {
    written: &'r WrittenVariant,
    basis: VariantBasis,
    /// Its own condition.
    when: Node,
    /// That, and that the items are due which must be certain.
    known: Node,
    /// For each item that it names, that it is due.
    due: Vec<Node>,
    words: usize,
}

impl<'r> Reach<'r> {
    fn of(
        entry: &In<WrittenLine>,
        written: &'r WrittenVariant,
        terms: &[&In<WrittenTermWords>],
        conditions: &mut Conditions<'_>,
    ) -> Self {
        // What is wrong with the condition is told where it is kept.
        let mut told = Faults::default();
        let when = conditions
            .optional(&mut told, &entry.file, written.when.as_ref())
            .now;
        let basis = match written.basis.unwrap_or(VariantBasis::Known) {
            _ if entry.part.full_strength => VariantBasis::Any,
            basis => basis,
        };
        let mut due = Vec::new();
        for item in &written.names {
            let triggered = conditions.triggered.get(&item.value).copied();
            // An item that is never due is told where its grounds are.
            let triggered = triggered.filter(|when| conditions.is_possible(*when));
            due.push(triggered.unwrap_or(Node::TRUE));
        }
        let certain = match basis {
            VariantBasis::Known => &*due,
            VariantBasis::FirstKnown => due.get(..1).unwrap_or_default(),
            VariantBasis::NotRuledOut | VariantBasis::Any => &[],
        };
        let known = certain
            .iter()
            .fold(when, |all, one| conditions.builder.and(all, *one));
        Self {
            written,
            basis,
            when,
            known,
            due,
            words: words(&written.text.value, terms),
        }
    }

    /// Whether it can fit where something more is known.
    fn fits_within(&self, known: Node, conditions: &mut Conditions<'_>) -> bool {
        let known = conditions.builder.and(known, self.known);
        let uncertain = self.basis == VariantBasis::NotRuledOut;
        conditions.is_possible(known)
            && self.due.iter().all(|due| {
                let both = conditions.builder.and(known, *due);
                let not_due = conditions.builder.not(*due);
                let open = conditions.builder.and(known, not_due);
                conditions.is_possible(both) && (!uncertain || conditions.is_possible(open))
            })
    }

    /// Whether another fits wherever this one does.
    fn is_behind(&self, other: &Self, conditions: &mut Conditions<'_>) -> bool {
        let said = Said::of(vec![self], conditions);
        other.written.scope == self.written.scope && other.surely_fits(&said, conditions)
    }

    /// Whether it fits wherever some variants do that are said.
    fn surely_fits(&self, said: &Said<'_>, conditions: &mut Conditions<'_>) -> bool {
        let mut items = self.written.names.iter();
        let fits = match self.basis {
            VariantBasis::NotRuledOut => {
                let uncertain = said.variants.iter().copied();
                let uncertain = uncertain.filter(|one| one.basis == VariantBasis::NotRuledOut);
                let uncertain: Vec<_> = uncertain.collect();
                items.all(|item| stands(item, &uncertain))
            }
            // What must be certain is asked of what is known.
            VariantBasis::Known | VariantBasis::FirstKnown | VariantBasis::Any => {
                items.all(|item| stands(item, &said.variants))
            }
        };
        let not_known = conditions.builder.not(self.known);
        let besides = conditions.builder.and(said.known, not_known);
        fits && !conditions.is_possible(besides)
    }
}

/// Whether some variants name an item, all of which stand.
fn stands(item: &Word, among: &[&Reach<'_>]) -> bool {
    let mut names = among.iter().flat_map(|one| &one.written.names);
    names.any(|name| name.value == item.value)
}

/// Variants that are said together, and what is known where they are.
struct Said<'s> {
    variants: Vec<&'s Reach<'s>>,
    known: Node,
}

impl<'s> Said<'s> {
    fn of(variants: Vec<&'s Reach<'s>>, conditions: &mut Conditions<'_>) -> Self {
        let known = variants.iter().map(|variant| variant.known);
        let known = known.fold(Node::TRUE, |all, one| conditions.builder.and(all, one));
        Self { variants, known }
    }

    /// Whether they can be said together, one of each of some of these parts: nothing before them fits as well.
    fn are_possible(&self, parts: &[Vec<Reach<'_>>], conditions: &mut Conditions<'_>) -> bool {
        let mut variants = self.variants.iter();
        if !variants.all(|one| one.fits_within(self.known, conditions)) {
            return false;
        }
        let mut parts = parts.iter();
        !parts.any(|part| {
            let Some(said) = part.iter().find(|one| self.says(one)) else {
                return false;
            };
            let before = part.iter().take_while(|one| !self.says(one));
            let mut before = before.filter(|one| one.written.scope == said.written.scope);
            before.any(|one| one.surely_fits(self, conditions))
        })
    }

    fn says(&self, one: &Reach<'_>) -> bool {
        let mut variants = self.variants.iter();
        variants.any(|said| std::ptr::eq(said.written, one.written))
    }
}
