//! What the table is of, how to read it, and where to sign.

use maud::{Markup, html};

use crate::contract::advice::{Edition, Source};
use crate::guidance::Guidance;

/// How to read the page, in a few words each.
const LEGEND: [(&str, &str); 8] = [
    (
        "A row",
        "where every line of its second column is so, what its first column says comes of it. Of answers with \
         \u{201c}or\u{201d}, and of lines under \u{201c}one of\u{201d}, one is enough. An item needs one row.",
    ),
    (
        "While open",
        "what an item is while its facts are not known and it is not ruled out. What is not known is never read as \
         a no.",
    ),
    (
        "Prohibited, precautionary",
        "a prohibition is in force either way. One that protects welfare says what it is while it is open; a caution \
         is said inside the actions that it would hold back.",
    ),
    (
        "Recommended, precautionary, conditional",
        "do it; act as if it were so; do it if the facts turn out that way.",
    ),
    (
        "Waits",
        "the action is withheld until every row of its gate, or of one way to open it, is known to be so, and while a \
         prohibition that holds it back is in force. Where no row says that it can still come, the action is absent.",
    ),
    (
        "Is K1 so?",
        "what is known as the facts are now, by its entry under \u{201c}What is known\u{201d}. What is open there counts as not so.",
    ),
    (
        "Lifted",
        "the item is gone once the row is known to be so. While answers contradict each other nothing is lifted and no \
         gate opens.",
    ),
    (
        "Not on this page",
        "the contacts, which carry dates of their own; and the facts, with what counts as an answer and which answers \
         exclude each other: facts.yaml and exclusions.yaml of the guidance, or /v1/facts.",
    ),
];

/// The top of the page. `digest` is that of all that is signed, and stands on every sheet.
pub(super) fn head(guidance: &Guidance, digest: &str) -> Markup {
    html! {
        header {
            h1 { "Decision table: which facts lead to which advice" }
            @for edition in &guidance.editions {
                p {
                    strong { (edition.title) } " (" code { (edition.pack) } "), edition "
                    strong { (edition.edition) } ", to be reviewed by " (edition.review_by) ". It rests on "
                    @for (place, source) in documents(guidance, edition).enumerate() {
                        @if place > 0 { "; " }
                        (source.title) " (" (source.publisher)
                        @if let Some(warning) = source.how_read.warning() { "; " (warning) }
                        ")"
                    }
                    ". " (edition.limits)
                }
            }
            p {
                "Made by signpost " (env!("CARGO_PKG_VERSION")) ". The SHA-256 of the tables below is "
                code { (digest) } "; the same guidance gives it again."
            }
            table class="sign" {
                caption { "Read and agreed" }
                thead { tr { @for column in ["Read and agreed by", "Role", "Date", "Signature"] { th scope="col" { (column) } } } }
                tbody { tr { @for _ in 0..4 { td {} } } }
            }
            h2 { "How to read it" }
            dl {
                @for (term, meaning) in LEGEND { div { dt { (term) } dd { (meaning) } } }
            }
        }
    }
}

/// The documents that an edition rests on.
fn documents<'g>(guidance: &'g Guidance, edition: &Edition) -> impl Iterator<Item = &'g Source> {
    let documents = guidance.catalogue.sources.iter();
    documents.filter(|source| edition.sources.contains(&source.id))
}
