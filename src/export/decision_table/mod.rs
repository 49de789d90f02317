//! The decision table: which facts lead to which advice, as one page to be read and signed on paper by
//! whoever answers for the guidance.
//!
//! It is made from the compiled diagrams and nothing in it is written by hand. A test decides from the
//! rows of the page alone, and comes to what the engine decides.

mod conditions;
mod entry;
mod head;
mod implicants;
mod items;
mod sections;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use self::conditions::SpokenConditions;
use self::entry::{TableEntry, section};
use crate::guidance::Guidance;
use crate::mdd::LimitReached;

const STYLE: &str = include_str!("page.css");

/// The page, one HTML file that needs nothing else, made for A4 across.
///
/// # Errors
///
/// A condition of the guidance cannot be put in words within the memory that this may take.
pub fn page(guidance: &Guidance) -> Result<String, LimitReached> {
    let rules = rules(guidance)?;
    let digest = Sha256::digest(rules.0.as_bytes());
    let digest = digest.iter();
    let digest = digest.fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Decision table" }
                style { (PreEscaped(STYLE)) (PreEscaped(foot(&digest))) }
            }
            body {
                (head::head(guidance, &digest))
                main { (rules) }
            }
        }
    };
    Ok(page.into_string() + "\n")
}

/// All that is signed.
fn rules(guidance: &Guidance) -> Result<Markup, LimitReached> {
    let mut conditions = SpokenConditions::of(guidance);
    let mut numbers = 1..;
    let mut rules = |title: &str, entries: Vec<TableEntry>| {
        let number = numbers.next().unwrap_or_default();
        section(number, title, &entries)
    };
    let rules = html! {
        (rules("Scope", sections::scopes(&conditions)))
        (rules("Situations", sections::situations(&mut conditions)))
        (rules("What is known", sections::known(&mut conditions)))
        (rules("Gates", sections::gates(&mut conditions)))
        (rules("Prohibitions", items::prohibitions(&mut conditions)))
        (rules("Actions", items::actions(&mut conditions)))
        (rules("Explanations", sections::explanations(&mut conditions)))
        (rules("What is not covered", sections::not_covered(&mut conditions)))
        (rules("Questions", sections::questions(&mut conditions)))
        (rules("Contacts that are not named", sections::not_named(&mut conditions)))
    };
    conditions.check()?;
    Ok(rules)
}

/// What stands at the foot of each sheet, so that no sheet of another table gets among them. A digest
/// is made of hexadecimal digits, which mean nothing to a style sheet.
fn foot(digest: &str) -> String {
    let short = digest.get(..16).unwrap_or(digest);
    format!("@page {{ @bottom-left {{ content: \"Decision table {short}\"; }} }}\n")
}
