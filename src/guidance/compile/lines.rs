//! The lines of the card and what the words in them stand for (SEMANTICS 16.2, 16.6).

use std::path::Path;

use super::conditions::Conditions;
use super::contacts::Contacts;
use super::line_checks;
use super::names::Names;
use crate::contract::catalogue::{LineClass, VariantBasis};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    CompiledLine, CompiledSaying, CompiledVariant, ItemId, LineId, Piece, TermId, words_of,
};
use crate::guidance::pack_schema::{
    Word, WrittenCondition, WrittenLine, WrittenTermWords, WrittenVariant, line,
};
use crate::guidance::parsed::{In, Parsed};
use crate::index::IndexVec;
use crate::mdd::Condition;

/// The terms, and what they are called.
pub(super) struct Terms {
    pub(super) texts: IndexVec<TermId, Vec<CompiledSaying>>,
    names: Names<TermId>,
}

/// Every term; that of a later pack counts.
pub(super) fn terms(
    parsed: &Parsed,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> Terms {
    let mut texts = IndexVec::default();
    let mut names = Names::new("term", Code::Line);
    for In { file, part } in last_of_each(&parsed.terms, |part: &WrittenTermWords| &part.id) {
        let says = part.says.iter().map(|saying| CompiledSaying {
            when: when(conditions, faults, file, saying.when.as_ref(), &saying.text),
            text: saying.text.value.clone(),
        });
        let says: Vec<_> = says.collect();
        if says.last().is_none_or(|last| last.when.is_some()) {
            let message = format!(
                "nothing is said for `{}` where no condition is known",
                part.id.value
            );
            let help = "end its texts with one that has no `when`";
            faults.add(Code::Line, (file, line(&part.id)), message, help);
        }
        names.give(faults, file, &part.id, texts.push(says));
    }
    Terms { texts, names }
}

/// Every line, in the order of the guidance: one of a later pack takes the place of an earlier one of that id.
pub(super) fn lines(
    parsed: &Parsed,
    contacts: &Contacts,
    items: &Names<ItemId>,
    terms: &Terms,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> IndexVec<LineId, CompiledLine> {
    let written = last_of_each(&parsed.lines, |part: &WrittenLine| &part.id);
    let sayings = last_of_each(&parsed.terms, |part: &WrittenTermWords| &part.id);
    line_checks::check(parsed, &written, &sayings, conditions, faults);
    let mut ids = Names::new("line", Code::Line);
    let places: IndexVec<LineId, &In<WrittenLine>> = written.into_iter().collect();
    for (id, In { file, part }) in places.iter_enumerated() {
        ids.give(faults, file, &part.id, id);
    }
    let mut scribe = Scribe {
        contacts,
        items,
        terms,
        ids: &ids,
        conditions,
        faults,
    };
    places.map(|entry| scribe.line(entry))
}

/// The parts of each id, that of the last pack which has one.
fn last_of_each<T>(parts: &[In<T>], id: impl Fn(&T) -> &Word) -> Vec<&In<T>> {
    let folder = |entry: &In<T>| entry.file.parent().map(Path::to_owned);
    let is_last = |place: usize, entry: &In<T>| {
        let mut later = parts.iter().skip(place + 1);
        !later.any(|other| {
            id(&other.part).value == id(&entry.part).value && folder(other) != folder(entry)
        })
    };
    let parts = parts.iter().enumerate();
    let last = parts.filter(|(place, entry)| is_last(*place, entry));
    last.map(|(_, entry)| entry).collect()
}

/// What a line refers to.
struct Scribe<'s, 'v> {
    contacts: &'s Contacts,
    items: &'s Names<ItemId>,
    terms: &'s Terms,
    ids: &'s Names<LineId>,
    conditions: &'s mut Conditions<'v>,
    faults: &'s mut Faults,
}

impl Scribe<'_, '_> {
    fn line(&mut self, In { file, part }: &In<WrittenLine>) -> CompiledLine {
        let call: Vec<_> = part.call.iter().map(|word| (&**file, word)).collect();
        let asks = part.asks.iter();
        let asks = asks.filter_map(|fact| self.conditions.named_fact(self.faults, file, fact));
        let asks = asks.collect();
        let parts = part.parts.iter();
        let parts = parts
            .map(|variants| self.variants(file, part, variants))
            .collect();
        CompiledLine {
            id: part.id.value.clone(),
            slot: part.slot,
            class: part.class.unwrap_or(LineClass::Safety),
            items: self.items.find_all(self.faults, file, &part.items),
            covers: self.items.find_all(self.faults, file, &part.covers),
            who: part.who,
            call: self.contacts.named(self.faults, &call),
            asks,
            full_strength: part.full_strength,
            never_cut: part.never_cut,
            parts,
            exit: self.variants(file, part, &part.exit),
        }
    }

    fn variants(
        &mut self,
        file: &Path,
        line: &WrittenLine,
        variants: &[WrittenVariant],
    ) -> Vec<CompiledVariant> {
        let variants = variants.iter();
        variants.map(|one| self.variant(file, line, one)).collect()
    }

    fn variant(
        &mut self,
        file: &Path,
        line: &WrittenLine,
        variant: &WrittenVariant,
    ) -> CompiledVariant {
        let after = variant.after.as_ref();
        let text = self.pieces(file, &variant.text);
        let says_terms = text.iter().any(|piece| matches!(piece, Piece::Term(_)));
        CompiledVariant {
            id: variant.id.value.clone(),
            text,
            words: (!says_terms).then(|| words_of(&variant.text.value)),
            names: self.items.find_all(self.faults, file, &variant.names),
            covers: self.items.find_all(self.faults, file, &variant.covers),
            basis: variant.basis.unwrap_or(VariantBasis::Known),
            when: when(
                self.conditions,
                self.faults,
                file,
                variant.when.as_ref(),
                &variant.id,
            ),
            scopes: variant.scopes(line.slot),
            slot: variant.slot,
            stop: variant.stop,
            who: variant.who,
            after: after.and_then(|word| self.ids.find(self.faults, file, word)),
            state: variant.state,
        }
    }

    /// A text, taken apart where a term stands.
    fn pieces(&mut self, file: &Path, text: &Word) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = &*text.value;
        while let Some((before, from)) = rest.split_once('{') {
            let (name, after) = from.split_once('}').unwrap_or((from, ""));
            if !before.is_empty() {
                pieces.push(Piece::Words(before.to_owned()));
            }
            let name = Word::new(name.to_owned(), text.referenced, text.defined);
            let term = self.terms.names.find(self.faults, file, &name);
            pieces.extend(term.map(Piece::Term));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        pieces
    }
}

/// A condition that must be known, where there is one; it is possible.
pub(super) fn when(
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    file: &Path,
    written: Option<&WrittenCondition>,
    word: &Word,
) -> Option<Condition> {
    written.map(|written| {
        let drawn = conditions.condition(faults, file, written);
        let place = (file, line(word));
        conditions.must_be_possible(faults, place, "the time for these words", drawn);
        conditions.builder.keep(drawn.now)
    })
}
