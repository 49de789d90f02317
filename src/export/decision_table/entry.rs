//! The one shape of the page: entries with an id and a title, each with rows that say when what is so.

use maud::{Markup, html};

/// A part of the guidance.
#[derive(Debug, Default)]
pub(super) struct TableEntry {
    pub(super) id: String,
    pub(super) title: String,
    /// What is said of it whatever the facts, line by line.
    pub(super) about: Vec<Markup>,
    pub(super) rows: Vec<TableRow>,
}

/// What is so once a condition holds.
#[derive(Debug, Default)]
pub(super) struct TableRow {
    /// What the row comes to.
    pub(super) rule: String,
    pub(super) when: Markup,
    /// What is said then.
    pub(super) says: Markup,
    /// How strongly, and by whom.
    pub(super) voice: String,
    pub(super) citations: Vec<String>,
}

const COLUMNS: [&str; 5] = [
    "What comes of it",
    "Where all of this is so",
    "What is said",
    "Strength, voice",
    "Rests on",
];

/// A numbered section.
pub(super) fn section(number: usize, title: &str, entries: &[TableEntry]) -> Markup {
    html! {
        section {
            h2 { (number) " " (title) }
            table {
                caption { (title) }
                thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
                @for entry in entries { (written(entry)) }
            }
        }
    }
}

fn written(entry: &TableEntry) -> Markup {
    html! {
        tbody {
            tr class="entry" {
                th scope="rowgroup" colspan=(COLUMNS.len()) {
                    (entry.title) " " (id(&entry.id))
                    @for line in &entry.about { div { (line) } }
                }
            }
            @for row in &entry.rows {
                tr {
                    th scope="row" { (row.rule) }
                    td { (row.when) }
                    td { (row.says) }
                    td { (row.voice) }
                    td { (row.citations.join(", ")) }
                }
            }
        }
    }
}

/// A name that stands for something elsewhere.
pub(super) fn id(id: &str) -> Markup {
    html! { code { (id) } }
}

/// Several of them, after what they are.
pub(super) fn ids<'i>(what: &str, all: impl IntoIterator<Item = &'i str>) -> Option<Markup> {
    let mut all = all.into_iter().peekable();
    all.peek()?;
    Some(html! {
        (what) ": "
        @for (place, one) in all.enumerate() {
            @if place > 0 { ", " }
            (id(one))
        }
    })
}
