//! The table as a page to read and to sign: one HTML file that needs nothing else, made for A4 across.

mod conditions;
mod exclusions;
mod grounds;
mod head;
mod index;
mod item;
mod items;
mod notes;
mod situations;
mod talk;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::notes::Notes;
use crate::guidance::Guidance;

const STYLE: &str = include_str!("page.css");

/// The page. `digest` is that of the CSV, and stands on every sheet.
pub(super) fn written(guidance: &Guidance, digest: &str) -> String {
    let notes = Notes::of(guidance);
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Decision table" }
                style { (PreEscaped(STYLE)) (PreEscaped(foot(digest))) }
            }
            body {
                (head::head(guidance, digest))
                main {
                    (situations::situations(guidance))
                    (grounds::grounds(guidance, &notes))
                    (items::items(guidance))
                    (notes.section())
                    (talk::questions(guidance))
                    (talk::explanations(guidance, &notes))
                    (talk::not_covered(guidance))
                    (index::statements(guidance))
                    (exclusions::exclusions(guidance))
                    (index::retired(guidance))
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// What stands at the foot of each sheet, so that no sheet of another table gets among them. A digest
/// is made of hexadecimal digits, which mean nothing to a style sheet.
fn foot(digest: &str) -> String {
    let short = digest.get(..16).unwrap_or(digest);
    format!("@page {{ @bottom-left {{ content: \"Decision table {short}\"; }} }}\n")
}

/// A numbered section.
fn section(id: &str, heading: &str, content: &Markup) -> Markup {
    html! {
        section id=(id) {
            h2 { (heading) }
            (content)
        }
    }
}

/// A table with its columns, each with its share of the width in percent.
fn table(caption: &str, shares: &[(&str, u8)], rows: &Markup) -> Markup {
    html! {
        table {
            caption { (caption) }
            (columns(shares))
            thead { (heads(shares)) }
            (rows)
        }
    }
}

/// The same, with a title that stands above the columns on every sheet.
fn titled_table(title: &Markup, shares: &[(&str, u8)], rows: &Markup) -> Markup {
    html! {
        table {
            caption { (title) }
            (columns(shares))
            thead {
                tr { th scope="colgroup" colspan=(shares.len()) { (title) } }
                (heads(shares))
            }
            (rows)
        }
    }
}

fn columns(shares: &[(&str, u8)]) -> Markup {
    html! {
        colgroup {
            @for (_, share) in shares { col style={ "width:" (share) "%" }; }
        }
    }
}

fn heads(shares: &[(&str, u8)]) -> Markup {
    html! {
        tr {
            @for (column, _) in shares { th scope="col" { (column) } }
        }
    }
}

/// Words that stand for something elsewhere: ids, and the names of facts.
fn id(id: &str) -> Markup {
    html! { code { (id) } }
}

/// Several of them.
fn ids<S: AsRef<str>>(all: impl IntoIterator<Item = S>) -> Markup {
    html! {
        @for (place, one) in all.into_iter().enumerate() {
            @if place > 0 { ", " }
            (id(one.as_ref()))
        }
    }
}

/// Something by its title and its id, and what follows it.
fn named(title: &str, item: &str, detail: Option<&str>) -> Markup {
    html! {
        strong { (title) } " " (id(item))
        @if let Some(detail) = detail { div { (detail) } }
    }
}

/// Statements, which are short and are read as words.
fn cited<S: AsRef<str>>(statements: &[S]) -> Markup {
    let statements: Vec<&str> = statements.iter().map(AsRef::as_ref).collect();
    html! { (statements.join(", ")) }
}
