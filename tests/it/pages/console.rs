//! A block that shows a console: commands, each with what it prints.

use super::page::Block;

/// Stands for any lines that are left out.
const LEFT_OUT: &str = "...";

/// A command and what the page prints under it.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) command: String,
    pub(super) printed: Vec<String>,
}

/// The commands of a block; or why it is no console.
pub(super) fn calls(block: &Block) -> Result<Vec<Call>, String> {
    let mut calls: Vec<Call> = Vec::new();
    let mut goes_on = false;
    for line in block.text.lines() {
        if goes_on {
            let call = calls.last_mut().ok_or("a line goes on from nothing")?;
            call.command.push('\n');
            call.command.push_str(line);
            goes_on = line.ends_with('\\');
        } else if let Some(command) = line.strip_prefix("$ ") {
            goes_on = command.ends_with('\\');
            calls.push(Call {
                command: command.to_owned(),
                printed: Vec::new(),
            });
        } else {
            let call = calls
                .last_mut()
                .ok_or("it begins with no command: `$ ...`")?;
            call.printed.push(line.trim_end().to_owned());
        }
    }
    // An empty line before the next command belongs to neither.
    for call in &mut calls {
        while call.printed.last().is_some_and(String::is_empty) {
            call.printed.pop();
        }
    }
    Ok(calls)
}

/// Whether a printed line stands for the real one, of which `...` may leave out the end.
fn stands_for(printed: &str, real: &str) -> bool {
    let start = printed.strip_suffix(LEFT_OUT);
    printed == real || start.is_some_and(|start| real.starts_with(start))
}

/// Whether the printed lines are the real ones, `...` standing for any number of them.
pub(super) fn shows(printed: &[String], real: &[String]) -> Result<(), String> {
    let runs: Vec<&[String]> = printed.split(|line| line.trim() == LEFT_OUT).collect();
    let last = runs.len() - 1;
    let mut at = 0;
    for (number, run) in runs.iter().enumerate() {
        let rest = &real[at..];
        let furthest = rest.len().checked_sub(run.len());
        let mut starts = match (number, furthest) {
            // What nothing is left out before stands at the beginning, and likewise at the end.
            (0, Some(_)) => 0..1,
            (_, Some(furthest)) => 0..furthest + 1,
            (_, None) => 0..0,
        };
        if let (true, Some(furthest)) = (number == last, furthest) {
            starts = starts.start.max(furthest)..starts.end;
        }
        let found = starts.find(|start| alike(run, &rest[*start..]) == run.len());
        at += found.ok_or_else(|| first_difference(run, rest))? + run.len();
    }
    Ok(())
}

/// How many lines of the run stand for the first of the real ones.
fn alike(run: &[String], real: &[String]) -> usize {
    let pairs = run.iter().zip(real);
    pairs
        .take_while(|(printed, real)| stands_for(printed, real))
        .count()
}

/// The line at which the best attempt to find the run ends.
fn first_difference(run: &[String], rest: &[String]) -> String {
    let far = |start: &usize| (alike(run, &rest[*start..]), rest.len() - start);
    let best = (0..rest.len()).max_by_key(far).unwrap_or_default();
    let same = alike(run, &rest[best..]);
    match (run.get(same), rest.get(best + same)) {
        (Some(printed), real) => format!("the page prints {printed:?}, the answer has {real:?}"),
        (None, Some(real)) => format!("the page leaves out {real:?} without `...`"),
        (None, None) => "the page prints more than the answer has".to_owned(),
    }
}
