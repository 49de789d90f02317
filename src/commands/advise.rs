//! `signpost advise`: what the service answers, without a service.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use signpost::advise::advise as advise_on;
use signpost::config::{Advise, Form};
use signpost::contract::advice::Advice;
use signpost::contract::incident::Incident;
use signpost::intake::{Intake, LIMIT};
use signpost::note::case_note;

use super::{Done, Ending, day, line_end, lines, loaded, print, tell_panics_by_place};

/// What is taken of an incident: a byte more than it may have shows that it is too large.
pub(super) const ENOUGH: u64 = LIMIT as u64 + 1;

/// Advises on what stands in a file.
pub(crate) fn advise(asked: &Advise) -> Done {
    tell_panics_by_place("");
    let day = day(&asked.day)?;
    let guidance = loaded(None, asked.added.directory()).map_err(Ending::unable)?;
    let guidance = guidance.on(day);
    let intake = Intake::new(&guidance);
    let input = Input::open(&asked.file)?;
    match asked.form() {
        Form::Incident => print_answer(json(&advise_on(&guidance, &one(&intake, input)?))),
        Form::Note(form) => {
            let note = case_note(
                guidance.vocabulary(),
                &advise_on(&guidance, &one(&intake, input)?),
                form,
            );
            print(note.as_bytes())
        }
        Form::Lines => lines::answer_each(input, &intake, &guidance),
    }
}

/// The one incident that the input holds.
fn one(intake: &Intake, input: Input) -> Result<Incident, Ending> {
    let mut json = Vec::new();
    let read = input.reader.take(ENOUGH).read_to_end(&mut json);
    read.map_err(|error| unread(&input.name, &error))?;
    let read = intake.read(&json);
    read.map_err(|refusal| Ending::refused(&refusal))
}

fn json(advice: &Advice<'_>) -> Vec<u8> {
    let mut json = Vec::new();
    advice.write(&mut json);
    json
}

fn print_answer(mut answer: Vec<u8>) -> Done {
    answer.extend_from_slice(line_end(&io::stdout()).as_bytes());
    print(&answer)
}

/// Where incidents come from.
pub(super) struct Input {
    pub(super) reader: Box<dyn Read>,
    pub(super) name: String,
}

impl Input {
    fn open(file: &Path) -> Result<Self, Ending> {
        if file == Path::new("-") {
            return Ok(Self {
                reader: Box::new(io::stdin()),
                name: "standard input".to_owned(),
            });
        }
        let name = file.display().to_string();
        match File::open(file) {
            Ok(file) => Ok(Self {
                reader: Box::new(file),
                name,
            }),
            Err(error) => Err(unread(&name, &error)),
        }
    }
}

/// The input cannot be read.
pub(super) fn unread(name: &str, error: &io::Error) -> Ending {
    Ending::unable(format!("signpost cannot read {name}: {error}"))
}
