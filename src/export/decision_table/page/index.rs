//! From the statements back to the items, and what is no longer given.

use maud::{Markup, html};

use super::{id, ids, named, section, table};
use crate::guidance::Guidance;

/// Every statement with the items that rest on it, by the sections of the sources.
pub(super) fn statements(guidance: &Guidance) -> Markup {
    let several = guidance.catalogue.sources.len() > 1;
    let statements = &guidance.catalogue.statements;
    let sections = statements
        .chunk_by(|one, next| (&one.source, &one.section) == (&next.source, &next.section));
    let rows = html! {
        @for section in sections {
            tbody {
                @if let Some(first) = section.first() {
                    tr class="group" {
                        th scope="rowgroup" colspan="3" {
                            (first.section)
                            @if several { " (" (id(&first.source)) ")" }
                        }
                    }
                }
                @for statement in section {
                    tr {
                        th scope="row" { (statement.id) }
                        td { (statement.position) }
                        td { (ids(statement.items.iter().map(|item| &item.id))) }
                    }
                }
            }
        }
    };
    let columns = [("Statement", 12), ("Where it stands", 31), ("Items", 57)];
    let table = table("Statements", &columns, &rows);
    section(
        "statements",
        "8 Statements and the items that rest on them",
        &html! { div class="columns" { (table) } },
    )
}

/// What is no longer given; nothing where there is nothing.
pub(super) fn retired(guidance: &Guidance) -> Markup {
    let items = guidance.catalogue.items.iter();
    let retired: Vec<_> = items
        .filter_map(|item| Some((item, item.retired.as_ref()?)))
        .collect();
    if retired.is_empty() {
        return Markup::default();
    }
    let rows = html! {
        tbody {
            @for (item, retired) in &retired {
                tr {
                    th scope="row" { (named(&item.title, &item.id, None)) }
                    td { (retired.since) }
                    td { (retired.because) }
                    td { (ids(&retired.replaced_by)) }
                }
            }
        }
    };
    let columns = [
        ("Item", 40),
        ("Since edition", 10),
        ("Because", 30),
        ("In its place", 20),
    ];
    section(
        "retired",
        "10 No longer given",
        &table("No longer given", &columns, &rows),
    )
}
