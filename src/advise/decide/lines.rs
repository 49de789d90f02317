//! What each line of the card says (SEMANTICS 16.1 to 16.7).

use std::borrow::Cow;

use super::standing::Standing;
use crate::advise::decision::DecidedLine;
use crate::contract::advice::{Basis, Scope, UrgencyLevel, Who};
use crate::contract::catalogue::{Slot, VariantBasis};
use crate::few::Few;
use crate::guidance::{
    CompiledLine, CompiledVariant, Guidance, ItemId, LineId, Piece, TermId, words_of,
};
use crate::index::IndexVec;

/// What lines are made of: the decided items, and what the terms stand for.
pub(super) struct Lines<'e, 'g> {
    guidance: &'g Guidance,
    standing: Standing<'e>,
    terms: IndexVec<TermId, &'g str>,
}

impl<'e, 'g> Lines<'e, 'g> {
    pub(super) fn new(guidance: &'g Guidance, standing: Standing<'e>) -> Self {
        let terms = guidance.card.terms.iter().map(|texts| {
            let mut texts = texts.iter();
            let text =
                texts.find(|text| text.when.is_none_or(|when| standing.evaluation.known(when)));
            text.map_or("", |text| &*text.text)
        });
        Self {
            guidance,
            standing,
            terms: terms.collect(),
        }
    }

    /// Every line that is made, in the order of the guidance.
    pub(super) fn made(&self) -> impl Iterator<Item = DecidedLine<'g>> {
        let lines = self.guidance.card.lines.iter_enumerated();
        lines.filter_map(|(id, line)| self.line(id, line))
    }

    /// A line, where it is made (SEMANTICS 16.3, 16.5).
    fn line(&self, id: LineId, line: &'g CompiledLine) -> Option<DecidedLine<'g>> {
        let items = line.items.iter().copied();
        let items: Few<_> = items
            .filter(|item| self.standing.basis(*item).is_some())
            .collect();
        let made = match (line.slot, self.standing.evaluation.scope()) {
            (Slot::Danger, _) => true,
            (_, Scope::Incident) | (Slot::Do, Scope::Prevention) => !items.is_empty(),
            _ => false,
        };
        if !made {
            return None;
        }
        let parts = line.parts.iter();
        let said: Few<_> = parts.filter_map(|part| self.first(line, part)).collect();
        let head = *said.first()?;
        let exit = self.first(line, &line.exit);
        let (text, words) = self.text(said.iter().copied().chain(exit));
        Some(DecidedLine {
            id,
            slot: said
                .iter()
                .find_map(|variant| variant.slot)
                .unwrap_or(line.slot),
            stop: said.iter().find_map(|variant| variant.stop),
            who: said
                .iter()
                .find_map(|one| one.who)
                .or(line.who)
                .unwrap_or(Who::You),
            level: self.level(&items, |_| true),
            known_level: self.level(&items, |basis| basis == Basis::Known),
            basis: self.basis_of(&items),
            text,
            words,
            after: head.after,
            state: said.iter().find_map(|variant| variant.state),
            variant: variant(&said),
            items,
            call: Few::new(),
        })
    }

    /// The first of some variants that fits (SEMANTICS 16.5).
    fn first(
        &self,
        line: &CompiledLine,
        variants: &'g [CompiledVariant],
    ) -> Option<&'g CompiledVariant> {
        variants.iter().find(|variant| self.fits(line, variant))
    }

    /// Whether a variant fits (SEMANTICS 16.4).
    fn fits(&self, line: &CompiledLine, variant: &CompiledVariant) -> bool {
        let certain = |item: &ItemId| self.standing.basis(*item) == Some(Basis::Known);
        let names = &variant.names;
        variant.scopes.contains(&self.standing.evaluation.scope())
            && names
                .iter()
                .all(|item| self.standing.basis(*item).is_some())
            && (line.full_strength
                || match variant.basis {
                    VariantBasis::Known => names.iter().all(certain),
                    VariantBasis::FirstKnown => names.first().is_none_or(certain),
                    VariantBasis::NotRuledOut => !names.iter().any(certain),
                    VariantBasis::Any => true,
                })
            && variant
                .when
                .is_none_or(|when| self.standing.evaluation.known(when))
    }

    /// The basis of a line (SEMANTICS 16.7).
    fn basis_of(&self, items: &[ItemId]) -> Basis {
        let known = items
            .iter()
            .any(|item| self.standing.basis(*item) == Some(Basis::Known));
        if known || items.is_empty() {
            Basis::Known
        } else {
            Basis::NotRuledOut
        }
    }

    /// The strongest urgency of those actions of a line that have one of these bases (SEMANTICS 16.7).
    fn level(&self, items: &[ItemId], counts: impl Fn(Basis) -> bool) -> UrgencyLevel {
        let counting = items
            .iter()
            .filter(|item| self.standing.basis(**item).is_some_and(&counts));
        let levels = counting.filter_map(|item| match item {
            ItemId::Action(id) => Some(self.standing.actions[*id].item.best.urgency()),
            ItemId::Prohibition(_) => None,
        });
        levels.max().unwrap_or(UrgencyLevel::Standard)
    }

    /// What the variants say, one after the other, and how many words that are (SEMANTICS 16.5, 16.6).
    fn text(
        &self,
        said: impl Iterator<Item = &'g CompiledVariant> + Clone,
    ) -> (Cow<'g, str>, usize) {
        let said = said.filter(|variant| !variant.text.is_empty());
        let mut first = said.clone().map(|variant| (&*variant.text, variant.words));
        if let (Some(([Piece::Words(words)], Some(count))), None) = (first.next(), first.next()) {
            return (words.into(), count);
        }
        let pieces = said.clone().flat_map(|variant| &variant.text);
        let length: usize = pieces.map(|piece| self.piece(piece).len()).sum();
        let mut line = String::with_capacity(length + said.clone().count());
        let mut words = 0;
        for variant in said {
            if !line.is_empty() {
                line.push(' ');
            }
            let start = line.len();
            for piece in &variant.text {
                line.push_str(self.piece(piece));
            }
            capitalise(&mut line, start);
            let counted = || line.get(start..).map_or(0, words_of);
            words += variant.words.unwrap_or_else(counted);
        }
        (line.into(), words)
    }

    fn piece(&self, piece: &'g Piece) -> &'g str {
        match piece {
            Piece::Words(words) => words,
            Piece::Term(term) => self.terms[*term],
        }
    }
}

/// The ids of what is said, joined.
fn variant<'g>(said: &[&'g CompiledVariant]) -> Cow<'g, str> {
    match said {
        [one] => (&*one.id).into(),
        several => {
            let ids: Vec<_> = several.iter().map(|variant| &*variant.id).collect();
            ids.join("+").into()
        }
    }
}

/// Makes a capital of what stands there. A term can begin a text, and its words begin with no capital.
fn capitalise(line: &mut str, start: usize) {
    if let Some(first) = line.get_mut(start..=start) {
        first.make_ascii_uppercase();
    }
}
