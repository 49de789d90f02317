//! The command line: the only place from which settings come.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};

/// Cited advice for professionals when a child or young person is involved in sexting.
///
/// Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "signpost", version, args_conflicts_with_subcommands = true)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to serve where there is no command.
    #[command(flatten)]
    pub serve: Serve,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve advice over HTTP (what happens without a command).
    ///
    /// It stops on SIGTERM or SIGINT, after answering what it has taken.
    Serve(Serve),
    /// Check guidance, and list the items that rest on each statement.
    ///
    /// Prints every fault with its file, its line and what to do about it, and fails if there is
    /// one.
    Check {
        /// The directory of the guidance: contacts.yaml and one folder for each pack. Without it,
        /// the guidance that the program carries is checked.
        directory: Option<PathBuf>,
    },
    /// Write the OpenAPI document and the JSON Schemas.
    ///
    /// They are derived from the code: openapi/signpost.json and schemas/*.json.
    Export {
        /// The directory to write them under.
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address and port to listen at.
    #[arg(
        long,
        env = "SIGNPOST_BIND",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8080"
    )]
    pub bind: SocketAddr,
    /// The number of worker threads [default: one for each core].
    #[arg(long, env = "SIGNPOST_WORKERS", value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u16).range(1..=512))]
    pub workers: Option<u16>,
    /// What to write on standard output while serving.
    #[arg(
        long,
        env = "SIGNPOST_LOG",
        value_name = "WHAT",
        default_value = "requests"
    )]
    pub log: Log,
}

/// What to write on standard output while serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Log {
    /// One line of JSON for each request: its id, route, status and latency, and the guidance.
    Requests,
    /// Nothing.
    None,
}
