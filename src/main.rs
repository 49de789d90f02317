//! The program: it reads the command line, prints and exits. Everything else is the library's.

mod commands;

use std::process::ExitCode;

use clap::Parser;
use signpost::config::{Command, CommandLine};

fn main() -> ExitCode {
    let done = match CommandLine::parse().command() {
        Command::Advise(asked) => commands::advise(&asked),
        Command::Check(asked) => commands::check(&asked),
        Command::Export(asked) => commands::export(&asked),
        Command::Health(asked) => commands::health(asked),
        Command::Prove(asked) => commands::prove(&asked),
        Command::Serve(asked) => commands::serve(asked),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(ending) => ending.tell(),
    }
}
