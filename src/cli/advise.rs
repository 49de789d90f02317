//! `signpost advise`: what the service answers, without a service.

use std::io::{self, Read};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use signpost::advise::advise as advise_on;
use signpost::contract::advice::Advice;
use signpost::contract::incident::Incident;
use signpost::contract::problem::Refusal;
use signpost::intake::Intake;
use signpost::note::{Form, case_note};

use super::arguments::{Added, OnDay};
use super::exit::{CommandResult, Exit};
use super::input::{ENOUGH, Input, problem, unread};
use super::lines::answer_each;
use super::load::load;
use super::output::{line_end, print, report_panics_by_place};

/// Advise on an incident in a file, without a server.
///
/// Reads what is known about an incident as JSON and writes the advice as JSON:
/// byte for byte what POST /v1/advice takes and answers. Nothing is kept.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/advise.txt"))]
pub(super) struct AdviseArguments {
    /// The file with the incident; - for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Read an incident in each line, and write a line for each: its advice or its problem
    #[arg(long, conflicts_with = "note")]
    lines: bool,
    /// Write the case note instead of JSON: Markdown, or plain text
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "markdown")]
    note: Option<NoteForm>,
    #[command(flatten)]
    added: Added,
    #[command(flatten)]
    day: OnDay,
}

/// The form of a case note, as it is asked for.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum NoteForm {
    Markdown,
    Text,
}

impl From<NoteForm> for Form {
    fn from(form: NoteForm) -> Self {
        match form {
            NoteForm::Markdown => Self::Markdown,
            NoteForm::Text => Self::Plain,
        }
    }
}

/// Advises on the incidents of a file.
pub(super) fn advise(asked: &AdviseArguments) -> CommandResult {
    report_panics_by_place("");
    let guidance = load(None, asked.added.directory()).map_err(Exit::unable)?;
    let guidance = guidance.on(asked.day.day());
    let intake = Intake::new(&guidance);
    let input = Input::open(&asked.file)?;
    if asked.lines {
        return answer_each(input, &intake, &guidance);
    }
    let incident = one(&intake, input)?;
    match asked.note {
        Some(form) => print(case_note(&guidance, &incident, form.into()).as_bytes()),
        None => print_answer(json(advise_on(&guidance, &incident))),
    }
}

/// The one incident that the input holds.
fn one(intake: &Intake, input: Input) -> Result<Incident, Exit> {
    let mut json = Vec::new();
    let read = input.reader.take(ENOUGH).read_to_end(&mut json);
    read.map_err(|error| unread(&input.name, &error))?;
    let read = intake.read(&json);
    read.map_err(|refusal| refused(&refusal))
}

fn json(advice: Advice<'_>) -> Vec<u8> {
    let mut json = Vec::new();
    advice.write(&mut json);
    json
}

fn print_answer(mut answer: Vec<u8>) -> CommandResult {
    answer.extend_from_slice(line_end(&io::stdout()).as_bytes());
    print(&answer)
}

/// The incident was refused: the problem is printed in the bytes that HTTP sends.
fn refused(refusal: &Refusal) -> Exit {
    Exit {
        code: 1,
        message: problem(refusal) + line_end(&io::stderr()),
    }
}
