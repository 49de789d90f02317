//! `signpost check`: whether guidance is sound, what is due for review, what rests on each statement, and what each
//! contact comes from.

use std::path::PathBuf;

use clap::Args;
use signpost::contract::contact::Contact;
use signpost::guidance::{Coverage, Review};

use super::arguments::{Added, OnDay};
use super::exit::{CommandResult, Exit};
use super::load::{files, listed};
use super::output::{number, print};

/// Check guidance, and list the items that rest on each statement and the pages that each contact comes from.
///
/// Prints every fault with its file, its line and what to do about it, and warns of
/// packs and contacts whose review is over or due within 60 days, and of words that are not plain.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/check.txt"))]
pub(super) struct CheckArguments {
    /// The guidance: a directory with facts.yaml, exclusions.yaml, contacts.yaml and one folder for each pack
    /// [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment)]
    directory: Option<PathBuf>,
    #[command(flatten)]
    added: Added,
    #[command(flatten)]
    day: OnDay,
}

/// How many days before a review is due it is warned of.
const AHEAD: i64 = 60;

/// Checks the guidance of a directory, or the guidance that the program carries.
pub(super) fn check(asked: &CheckArguments) -> CommandResult {
    let files = files(asked.directory.as_deref(), asked.added.directory());
    let guidance = files.check().map_err(|faults| Exit::no(listed(&faults)))?;
    let reviews = guidance.reviews(asked.day.day()).into_iter();
    let due = reviews.filter(|one| one.days_left <= AHEAD);
    let due = due.map(|review| told(&review));
    let warnings: Vec<_> = due.chain(files.unplain()).collect();
    let coverage = guidance.coverage();
    let uses: usize = coverage.iter().map(|entry| entry.items.len()).sum();
    let mut report = vec![format!(
        "0 faults, {}: {} statements with {uses} uses, {}, {} nodes of conditions",
        number(warnings.len(), "warning"),
        coverage.len(),
        number(guidance.catalogue().lines.len(), "line"),
        guidance.diagram_nodes()
    )];
    report.extend(warnings.iter().map(|warning| format!("warning: {warning}")));
    let row = |entry: &Coverage| format!("{:<5} {}", entry.statement, entry.items.join(", "));
    report.extend(coverage.iter().map(row));
    report.push(String::new());
    let contacts = guidance.contacts().iter();
    report.extend(contacts.flat_map(|contact| sources(contact)));
    report.push(String::new());
    print(report.join("\n").as_bytes())
}

/// What a contact comes from, a line each: the pages, how and when they were read, or the statements.
fn sources(contact: &Contact) -> Vec<String> {
    let id = &contact.id;
    let mut lines: Vec<_> = contact
        .pages
        .iter()
        .map(|page| {
            format!(
                "{id}: {}, {}, {} (published {}; {}, {})",
                page.publisher,
                page.title,
                page.url,
                page.published,
                page.how_read.word(),
                contact.checked_on
            )
        })
        .collect();
    if !contact.statements.is_empty() {
        lines.push(format!("{id}: {}", contact.statements.join(", ")));
    }
    lines
}

/// What is said of a review that is due.
fn told(review: &Review) -> String {
    let Review { of, by, days_left } = review;
    let days = |days: i64| number(days.unsigned_abs().try_into().unwrap_or(usize::MAX), "day");
    let due = match *days_left {
        0 => "is due today".to_owned(),
        left if left < 0 => format!("was due {} ago", days(left)),
        left => format!("is due in {}", days(left)),
    };
    format!("the review of {of} {due} ({by})")
}
