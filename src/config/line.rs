//! The commands and their options.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use time::Date;

use super::guidance::{Added, DAY, DIRECTORY, OnDay};
use super::setting::{Faults, Given, Setting};
use crate::note;

const ADDRESS: Setting<SocketAddr> = Setting {
    allowed: "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080",
    read: |given| given.to_str()?.parse().ok(),
};

const WORKERS: Setting<u16> = Setting {
    allowed: "a whole number from 1 to 512",
    read: |given| {
        let number = given.to_str()?.parse().ok();
        number.filter(|number| (1..=512).contains(number))
    },
};

const LOG: Setting<Log> = Setting {
    allowed: "requests or none",
    read: |given| match given.to_str()? {
        "requests" => Some(Log::Requests),
        "none" => Some(Log::None),
        _ => None,
    },
};

/// Cited advice for professionals when a child or young person is involved in sexting.
#[derive(Debug, Parser)]
#[command(name = "signpost", version, args_conflicts_with_subcommands = true)]
#[command(long_about = include_str!("help/signpost_first.txt").trim_end())]
#[command(after_long_help = include_str!("help/signpost.txt"))]
pub struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

impl CommandLine {
    /// The command; to serve, where none is named.
    pub fn command(self) -> Command {
        self.command.unwrap_or(Command::Serve(self.serve))
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Advise on an incident in a file, without a server.
    ///
    /// Reads what is known about an incident as JSON and writes the advice as JSON:
    /// byte for byte what POST /v1/advice takes and answers. Nothing is kept.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/advise.txt"))]
    Advise(Advise),
    /// Check guidance, and list the items that rest on each statement.
    ///
    /// Prints every fault with its file, its line and what to do about it, and warns of
    /// packs and contacts whose review is over or due within 60 days.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/check.txt"))]
    Check(Check),
    /// Write the OpenAPI documents and the JSON Schemas, or the decision table.
    ///
    /// Writes what the service publishes, made from the code: openapi/*.json, which is
    /// OpenAPI 3.1, 3.0 and 2.0, and schemas/*.json. Or, with --decision-table, which facts lead to which advice: as
    /// a page to print and to sign, and as CSV.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/export.txt"))]
    Export(Export),
    /// Ask a running service whether it takes requests.
    ///
    /// For whatever runs the service where there is neither a shell nor curl, such as a
    /// container. Asks /health/ready at the address that the service is told to listen
    /// at; where that is every address (0.0.0.0 or ::), it asks this machine.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/health.txt"))]
    Health(Health),
    /// Prove what must hold in every incident, or show one in which it does not.
    ///
    /// Not a sample: every fact with each of its answers, asked and not known, or not
    /// asked, contradictions included. For each invariant it prints how many incidents it
    /// holds in; where it does not, a smallest incident to post. It takes about half a minute.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/prove.txt"))]
    Prove(Prove),
    /// Serve advice over HTTP: what happens without a command.
    ///
    /// Says on standard error where it listens. It reads --guidance-dir again on SIGHUP,
    /// and stops on SIGTERM or SIGINT, after answering what it has taken.
    #[command(verbatim_doc_comment, after_long_help = include_str!("help/serve.txt"))]
    Serve(Serve),
}

/// What to advise on.
#[derive(Debug, Args)]
pub struct Advise {
    /// The file with the incident; - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Read an incident in each line, and write a line for each: its advice or its problem
    #[arg(long, conflicts_with = "note")]
    lines: bool,
    /// Write the case note instead of JSON: Markdown, or plain text
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "markdown")]
    note: Option<NoteForm>,
    /// What is added to the guidance.
    #[command(flatten)]
    pub added: Added,
    /// The day on which it is.
    #[command(flatten)]
    pub day: OnDay,
}

/// The form of a case note, as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NoteForm {
    Markdown,
    Text,
}

impl Advise {
    /// What comes in and what goes out.
    pub fn form(&self) -> Form {
        match self.note {
            Some(NoteForm::Markdown) => Form::Note(note::Form::Markdown),
            Some(NoteForm::Text) => Form::Note(note::Form::Plain),
            None if self.lines => Form::Lines,
            None => Form::Incident,
        }
    }
}

/// What comes in and what goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One incident, and advice on it.
    Incident,
    /// An incident in each line, and a line for each.
    Lines,
    /// One incident, and a case note on it.
    Note(note::Form),
}

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// The guidance: a directory with contacts.yaml and one folder for each pack
    /// [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment)]
    pub directory: Option<PathBuf>,
    /// What is added to the guidance.
    #[command(flatten)]
    pub added: Added,
    /// The day on which it is.
    #[command(flatten)]
    pub day: OnDay,
}

/// What to write, and where.
#[derive(Debug, Args)]
pub struct Export {
    /// Write the decision table of guidance instead
    #[arg(long)]
    decision_table: bool,
    /// The guidance of the decision table: a directory with contacts.yaml and one folder
    /// for each pack [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment, requires = "decision_table")]
    guidance: Option<PathBuf>,
    /// A directory with guidance of your own, which is added to it
    #[arg(long, value_name = "DIRECTORY", requires = "decision_table")]
    guidance_dir: Option<PathBuf>,
    /// The directory to write under
    #[arg(long, default_value = ".", value_name = "DIRECTORY")]
    pub dir: PathBuf,
}

impl Export {
    /// What to write.
    pub fn what(&self) -> Exported<'_> {
        if self.decision_table {
            Exported::DecisionTable {
                guidance: self.guidance.as_deref(),
                added: self.guidance_dir.as_deref(),
            }
        } else {
            Exported::Documents
        }
    }
}

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exported<'e> {
    /// What the service publishes.
    Documents,
    /// The decision table of guidance.
    DecisionTable {
        /// The directory of the guidance; what the program carries, where none is named.
        guidance: Option<&'e Path>,
        /// A directory whose guidance is added.
        added: Option<&'e Path>,
    },
}

/// What to prove.
#[derive(Debug, Args)]
pub struct Prove {
    /// The guidance: a directory with contacts.yaml and one folder for each pack
    /// [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment)]
    pub directory: Option<PathBuf>,
    /// Write what was proved to a file, as the service publishes it
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// What is added to the guidance.
    #[command(flatten)]
    pub added: Added,
}

/// Whom to ask.
#[derive(Debug, Args)]
pub struct Health {
    #[command(flatten)]
    listen: Listen,
}

impl Health {
    /// The address that the service is told to listen at.
    ///
    /// # Errors
    ///
    /// It is not an address.
    pub fn address(self) -> Result<SocketAddr, Faults> {
        self.listen.bind.map_err(|fault| Faults::of([Some(fault)]))
    }
}

/// How to serve, as it was given.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    listen: Listen,
    /// The number of worker threads [default: one for each core]
    #[arg(long, env = "SIGNPOST_WORKERS", value_name = "NUMBER", value_parser = WORKERS)]
    workers: Option<Given<u16>>,
    /// What to write on standard output while serving: requests (a line of JSON for each), or none
    #[arg(long, env = "SIGNPOST_LOG", value_name = "WHAT", value_parser = LOG)]
    #[arg(default_value = "requests")]
    log: Given<Log>,
    /// A directory with guidance of your own, which is added; read again on SIGHUP
    #[arg(long, env = "SIGNPOST_GUIDANCE_DIR", value_name = "DIRECTORY")]
    #[arg(value_parser = DIRECTORY)]
    guidance_dir: Option<Given<PathBuf>>,
    /// The day on which it is, year-month-day [default: today, and each day as it comes, in UTC]
    #[arg(long, env = "SIGNPOST_TODAY", value_name = "DATE", value_parser = DAY)]
    today: Option<Given<Date>>,
}

/// What to write on standard output while serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    /// One line of JSON for each request: its id, route, status and latency, and the guidance.
    Requests,
    /// Nothing.
    None,
}

impl Serve {
    /// How to serve.
    ///
    /// # Errors
    ///
    /// Every setting that cannot be used.
    pub fn service(self) -> Result<Service, Faults> {
        let (bind, workers, log) = (self.listen.bind, self.workers.transpose(), self.log);
        let (guidance_dir, today) = (self.guidance_dir.transpose(), self.today.transpose());
        match (bind, workers, log, guidance_dir, today) {
            (Ok(bind), Ok(workers), Ok(log), Ok(guidance_dir), Ok(today)) => Ok(Service {
                bind,
                workers,
                log,
                guidance_dir,
                today,
            }),
            (bind, workers, log, guidance_dir, today) => Err(Faults::of([
                bind.err(),
                workers.err(),
                log.err(),
                guidance_dir.err(),
                today.err(),
            ])),
        }
    }
}

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The address and port to listen at.
    pub bind: SocketAddr,
    /// The number of worker threads; one for each core where nothing is said.
    pub workers: Option<u16>,
    /// What to write on standard output.
    pub log: Log,
    /// The directory with what is added to the guidance.
    pub guidance_dir: Option<PathBuf>,
    /// The day on which it always is; each day as it comes, where nothing is said.
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
struct Listen {
    /// The address and port that the service listens at
    #[arg(long, env = "SIGNPOST_BIND", value_name = "ADDRESS", value_parser = ADDRESS)]
    #[arg(default_value = "127.0.0.1:8080")]
    bind: Given<SocketAddr>,
}
