//! The command line: a file for each command, with its options and what
//! it does. Nothing else of the crate prints, and settings come from nowhere else.
//!
//! clap reads the line and writes the help. The examples, exit codes and variables at the end of each
//! help are the plain texts in `help/`.

mod advise;
mod any_certificate;
mod arguments;
mod check;
#[cfg(feature = "authoring")]
mod diff;
#[cfg(feature = "authoring")]
mod diff_page;
mod exit;
#[cfg(feature = "authoring")]
mod export;
mod health;
mod input;
mod key;
#[cfg(feature = "authoring")]
mod limit;
mod lines;
mod load;
mod output;
#[cfg(feature = "authoring")]
mod prove;
mod serve;

use std::env::args_os;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::advise::AdviseArguments;
use self::check::CheckArguments;
#[cfg(feature = "authoring")]
use self::diff::DiffArguments;
#[cfg(feature = "authoring")]
use self::export::ExportArguments;
use self::health::HealthArguments;
use self::key::KeyArguments;
use self::output::report;
#[cfg(feature = "authoring")]
use self::prove::ProveArguments;
use self::serve::ServeArguments;

/// Cited advice for professionals when a child or young person is involved in sexting.
#[derive(Debug, Parser)]
#[command(name = "signpost", version)]
#[command(override_usage = "signpost [COMMAND] [OPTIONS]")]
#[command(long_about = include_str!("help/signpost_first.txt").trim_end())]
#[command(after_long_help = include_str!("help/signpost.txt"))]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Advise(AdviseArguments),
    Check(CheckArguments),
    #[cfg(feature = "authoring")]
    Diff(DiffArguments),
    #[cfg(feature = "authoring")]
    Export(ExportArguments),
    Health(HealthArguments),
    Key(KeyArguments),
    #[cfg(feature = "authoring")]
    Prove(ProveArguments),
    Serve(Box<ServeArguments>),
}

/// Does what the command line asks for.
pub(crate) fn run() -> ExitCode {
    report(
        match CommandLine::parse_from(with_a_command(args_os())).command {
            Command::Advise(arguments) => advise::advise(&arguments),
            Command::Check(arguments) => check::check(&arguments),
            #[cfg(feature = "authoring")]
            Command::Diff(arguments) => diff::diff(&arguments),
            #[cfg(feature = "authoring")]
            Command::Export(arguments) => export::export(&arguments),
            Command::Health(arguments) => health::health(&arguments),
            Command::Key(arguments) => key::key(&arguments),
            #[cfg(feature = "authoring")]
            Command::Prove(arguments) => prove::prove(&arguments),
            Command::Serve(arguments) => serve::serve(&arguments),
        },
    )
}

/// The command line as it would be with the command that can be left out: to serve.
///
/// The options of that command are no options of the program, because clap would then refuse every other
/// command wherever a variable of the service cannot be used.
fn with_a_command(line: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut line: Vec<_> = line.into_iter().collect();
    let of_the_program = ["-h", "--help", "-V", "--version"];
    let names_none = line.get(1).is_none_or(|first| {
        first.to_string_lossy().starts_with('-') && of_the_program.iter().all(|own| first != own)
    });
    if names_none {
        line.insert(line.len().min(1), "serve".into());
    }
    line
}
