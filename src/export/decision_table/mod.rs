//! The decision table: which facts lead to which items with which statements, to be read and signed
//! on paper by whoever answers for the guidance, and as CSV from which a program can decide.
//!
//! Both are made from the compiled guidance, and nothing in them is written by hand.

mod alternative;
mod page;
mod rows;
mod spreadsheet;
mod when;
mod within;

use sha2::{Digest, Sha256};

use crate::contract::advice::ActionStatus;
use crate::guidance::{CompiledAction, Guidance};

/// The table in both its forms, each by the name of its file.
pub fn files(guidance: &Guidance) -> Vec<(String, String)> {
    let spreadsheet = spreadsheet::written(guidance.vocabulary(), &rows::rows(guidance));
    let digest = Sha256::digest(&spreadsheet);
    let digest = digest.iter();
    let digest = digest.fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let page = page::written(guidance, &digest);
    vec![
        ("decision_table.html".to_owned(), page),
        ("decision_table.csv".to_owned(), spreadsheet),
    ]
}

/// How an action stands while its facts are open and it is not ruled out.
fn while_open(action: &CompiledAction) -> ActionStatus {
    if action.core.protective {
        ActionStatus::Precautionary
    } else {
        ActionStatus::Conditional
    }
}
