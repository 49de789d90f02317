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
    Ok(calls)
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
        let found = starts.clone().find(|start| rest[*start..].starts_with(run));
        at += found.ok_or_else(|| first_difference(run, rest))? + run.len();
    }
    Ok(())
}

/// The line at which the best attempt to find the run ends.
fn first_difference(run: &[String], rest: &[String]) -> String {
    let alike = |start: usize| {
        let pairs = run.iter().zip(&rest[start..]);
        pairs.take_while(|(one, other)| one == other).count()
    };
    let best = (0..rest.len()).max_by_key(|start| (alike(*start), rest.len() - start));
    let best = best.unwrap_or_default();
    let same = alike(best);
    match (run.get(same), rest.get(best + same)) {
        (Some(printed), real) => format!("the page prints {printed:?}, the answer has {real:?}"),
        (None, Some(real)) => format!("the page leaves out {real:?} without `...`"),
        (None, None) => "the page prints more than the answer has".to_owned(),
    }
}
