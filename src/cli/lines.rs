//! `signpost advise --lines`: a line for a line, as they come.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use signpost::advise::advise;
use signpost::guidance::Guidance;
use signpost::intake::{Intake, LIMIT};

use super::exit::{CommandResult, Exit};
use super::input::{ENOUGH, Input, problem, unread};

/// Answers each line of the input with a line: its advice or its problem.
pub(super) fn answer_each(input: Input, intake: &Intake, guidance: &Guidance) -> CommandResult {
    let mut reader = BufReader::new(input.reader);
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    let mut refused = false;
    loop {
        // Before the next line is waited for, whoever sent this one gets the answer.
        if !reader.buffer().contains(&b'\n') {
            out.flush().map_err(|error| Exit::unprinted(&error))?;
        }
        let read = next_line(&mut reader, &mut line);
        if !read.map_err(|error| unread(&input.name, &error))? {
            break;
        }
        answer.clear();
        match intake.read(&line) {
            Ok(incident) => advise(guidance, &incident).write(&mut answer),
            Err(refusal) => {
                refused = true;
                answer.extend_from_slice(problem(&refusal).as_bytes());
            }
        }
        answer.push(b'\n');
        out.write_all(&answer)
            .map_err(|error| Exit::unprinted(&error))?;
    }
    if refused {
        Err(Exit::no_as_printed())
    } else {
        Ok(())
    }
}

/// Reads the next line without its end; there is none where the input has ended.
///
/// Of a line that is too long no more is kept than shows that it is.
fn next_line(mut reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = Read::take(&mut reader, ENOUGH).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read > LIMIT {
        reader.skip_until(b'\n')?;
    }
    Ok(read > 0)
}
