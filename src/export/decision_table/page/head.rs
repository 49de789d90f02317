//! What the table is of, how to read it, and where to sign.

use maud::{Markup, html};

use super::table;
use crate::contract::advice::Edition;
use crate::guidance::Guidance;

/// The line to sign.
const SIGNED: [(&str, u8); 4] = [
    ("Read and agreed by", 25),
    ("Role", 25),
    ("Date", 15),
    ("Signature", 35),
];

/// How to read the page, in a few words each.
const LEGEND: [(&str, &str); 9] = [
    (
        "A row",
        "where its facts are so, its item has its status. Every fact that it names must be so; of \
         lines with a dot one is enough, and of answers with \u{201c}or\u{201d} one is enough. A \
         row is one reason, and one reason is enough.",
    ),
    (
        "Status",
        "what the item is once the facts are known, and in brackets what it is while they are open \
         and it is not ruled out. What is not known is never read as a no.",
    ),
    (
        "Prohibited, precautionary",
        "a prohibition is in force either way. One that protects welfare is no more than a caution \
         inside the actions that it holds back until somebody has asked.",
    ),
    (
        "Recommended, precautionary, conditional",
        "do it; act as if it were so; do it if the facts turn out that way. Only an action that does \
         no harm if the worst is not so is precautionary.",
    ),
    (
        "Waits",
        "the action is withheld until all that the gate needs is known, and while a prohibition \
         that holds it back is in force.",
    ),
    (
        "Lifted",
        "the item is gone once what section 3 names is known. While answers contradict each other nothing is lifted \
         and no gate opens.",
    ),
    (
        "Must, should, may",
        "doing otherwise is or may be an offence; the source tells the reader to; the source says \
         that it can be done or may be necessary.",
    ),
    (
        "Voice",
        "the source; or the editors of this guidance, with the number of their reasoning in \
         section 4; or later guidance (supplement); or the operator (local).",
    ),
    (
        "Not in this table",
        "the contacts themselves, which carry dates of their own, and what exactly counts as an \
         answer: the description of each fact.",
    ),
];

/// The top of the page.
pub(super) fn head(guidance: &Guidance, digest: &str) -> Markup {
    html! {
        header {
            h1 { "Decision table: which facts lead to which advice" }
            @for edition in &guidance.editions {
                (edition_of(edition))
            }
            p {
                "Made by signpost " (env!("CARGO_PKG_VERSION")) " together with "
                code { "decision_table.csv" }
                ", which says the same for a spreadsheet or a program. The SHA-256 of that file is "
                code { (digest) } "; the same guidance gives it again."
            }
            div class="sign" { (table("Read and agreed", &SIGNED, &html! { tr { @for _ in SIGNED { td {} } } })) }
            h2 { "How to read it" }
            dl class="legend" {
                @for (term, meaning) in LEGEND {
                    div { dt { (term) } dd { (meaning) } }
                }
                div { dt { "Scope" } dd { (scope(guidance)) } }
            }
        }
    }
}

fn edition_of(edition: &Edition) -> Markup {
    html! {
        p {
            strong { (edition.title) } " (" code { (edition.pack) } "), edition "
            strong { (edition.edition) } ", to be reviewed by " (edition.review_by) ". It rests on "
            @for (place, source) in edition.sources.iter().enumerate() {
                @if place > 0 { "; " }
                (source.title) " (" (source.publisher) "; published: "
                @if source.published == "not_stated" { "not stated" } @else { (source.published) }
                "; " (source.jurisdiction) ")"
            }
            ". " (edition.limits)
        }
    }
}

fn scope(guidance: &Guidance) -> Markup {
    let vocabulary = guidance.vocabulary();
    let [under_18, happened] = vocabulary
        .scope()
        .noes()
        .map(|(fact, _)| &vocabulary[fact].label);
    html! {
        "\u{201c}" (under_18) "\u{201d} No: no item. Otherwise \u{201c}" (happened) "\u{201d} No: what is marked as \
        prevention, and nothing else. Otherwise, and while either is open: everything else."
    }
}
