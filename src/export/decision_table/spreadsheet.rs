//! The table as CSV (RFC 4180): a row for each alternative of each condition, with a column for each
//! fact. Every part of a row's meaning is in the row, so that the table alone decides.

use std::collections::BTreeSet;

use csv::{Terminator, WriterBuilder};

use super::alternative::Alternative;
use crate::facts::{FactId, Vocabulary};

/// Between several values in one cell.
const BETWEEN: &str = "|";

macro_rules! columns {
    ($($(#[$about:meta])* $column:ident,)*) => {
        /// What a row says apart from the facts. What it has nothing to say of is empty.
        #[derive(Debug, Clone, Default)]
        pub(super) struct Cells {
            $($(#[$about])* pub(super) $column: String,)*
        }

        /// The names of these columns.
        const COLUMNS: &[&str] = &[$(stringify!($column),)*];

        impl Cells {
            fn values(&self) -> [&str; COLUMNS.len()] {
                [$(&self.$column,)*]
            }
        }
    };
}

columns! {
    /// What kind of thing the row is about.
    kind,
    /// Its id.
    id,
    /// What it is called. A rewording has its own.
    title,
    /// What follows for it where the facts are so.
    rule,
    /// Which of its grounds or conditions this is, counted from 1.
    number,
    /// The situations that hold wherever the row does.
    situations,
    /// The status while the row's facts are known.
    when_known,
    /// The status while they are open and not ruled out.
    while_open,
    /// How strongly the statements say so.
    strength,
    /// Who speaks.
    voice,
    /// The statements that the row rests on.
    citations,
    /// The gate that the item waits for.
    gate,
    /// The prohibitions that hold the item back while they are in force.
    held_back_by,
    /// What it protects.
    protects,
    /// Who does it.
    actor,
    /// How pressing it is.
    urgency,
    /// The facts that a question fills.
    fills,
    /// The items that an explanation explains.
    explains,
    /// Whom to turn to.
    contacts,
    /// How, and what to mind.
    detail,
    /// Why, in one line.
    because,
    /// What is said where a gate's condition is known not to hold.
    where_refuted,
    /// What can be done so that what waits may go ahead.
    release_hint,
    /// What is said inside the actions that a prohibition would hold back.
    caution,
    /// The statements that this rests on.
    caution_citations,
    /// The reasoning, where the editors speak.
    note,
    /// The pack that it belongs to.
    pack,
    /// The edition of the pack.
    edition,
}

/// How many of the columns stand before the facts.
const BEFORE_FACTS: usize = 6;

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Cells,
    /// The facts that must be so.
    pub(super) facts: Alternative,
}

/// Several values for one cell.
pub(super) fn joined<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> String {
    let values: Vec<S> = values.into_iter().collect();
    let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
    values.join(BETWEEN)
}

/// The table as text.
#[expect(
    clippy::expect_used,
    reason = "rows of one length are written to memory, and text stays text"
)]
pub(super) fn written(vocabulary: &Vocabulary, rows: &[Row]) -> String {
    let used = rows.iter().flat_map(|row| row.facts.facts());
    let used: BTreeSet<FactId> = used.map(|(fact, _)| fact).collect();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let mut write = |cells: &[&str], facts: Vec<String>| {
        let (before, after) = cells.split_at(BEFORE_FACTS);
        let facts = facts.iter().map(String::as_str);
        let cells = before.iter().copied().chain(facts);
        let cells = cells.chain(after.iter().copied());
        writer.write_record(cells).expect("it is written");
    };
    let names = used.iter().map(|fact| vocabulary[*fact].name.clone());
    write(COLUMNS, names.collect());
    for row in rows {
        let facts = used
            .iter()
            .map(|fact| answers(vocabulary, &row.facts, *fact));
        write(&row.cells.values(), facts.collect());
    }
    let bytes = writer.into_inner().expect("it is written");
    String::from_utf8(bytes).expect("it is text")
}

/// The answers that count, by their values; none are named where the fact does not matter.
fn answers(vocabulary: &Vocabulary, facts: &Alternative, fact: FactId) -> String {
    let allowed = facts.answers(fact);
    if allowed == facts.every(fact) {
        return String::new();
    }
    let answers = vocabulary[fact].answers.iter().zip(0..);
    let counted = answers.filter(|(_, place)| allowed.contains(*place));
    joined(counted.map(|(answer, _)| &answer.value))
}
