//! `signpost key`: a key for somebody who may call.

use clap::Args;
use signpost::http::new_key;

use super::exit::{CommandResult, Exit};
use super::output::print;

/// Make a key for somebody who may call.
///
/// Prints two lines: the key, which is for the caller and is kept nowhere, and the line
/// for the file of --keys, which holds its digest alone.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/key.txt"))]
pub(super) struct KeyArguments {
    /// The name of the key, as the log is to say it: small letters, digits, _ and -
    #[arg(value_name = "NAME")]
    name: String,
}

/// Makes a key.
pub(super) fn key(asked: &KeyArguments) -> CommandResult {
    let mut random = [0; 32];
    getrandom::fill(&mut random)
        .map_err(|error| Exit::unable(format!("signpost gets no random numbers: {error}")))?;
    let (key, line) = new_key(&asked.name, random)
        .map_err(|fault| Exit::unable(format!("signpost makes no key of that name: {fault}")))?;
    print(format!("{key}\n{line}\n").as_bytes())
}
