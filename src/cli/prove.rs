//! `signpost prove`: what holds in every incident, or an incident in which it does not.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use signpost::facts::{Facts, Vocabulary};
use signpost::guidance::Guidance;
use signpost::prove::{self, Counterexample, Proof, Proved};

use super::arguments::Added;
use super::exit::{CommandResult, Exit};
use super::limit::Limit;
use super::load::load;
use super::output::{grouped, print};

/// Prove what must hold in every incident, or show one in which it does not.
///
/// Not a sample: every fact with each of its answers, asked and not known, or not
/// asked, contradictions included. For each invariant it prints how many incidents it
/// holds in; where it does not, a smallest incident to post. It takes about half a minute.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/prove.txt"))]
pub(super) struct ProveArguments {
    /// The guidance: a directory with facts.yaml, exclusions.yaml, contacts.yaml and one folder for each pack
    /// [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment)]
    directory: Option<PathBuf>,
    /// Write what was proved to a file, as the service publishes it
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    #[command(flatten)]
    added: Added,
    #[command(flatten)]
    limit: Limit,
}

/// Proves the invariants of the guidance of a directory, or of that which the program carries.
pub(super) fn prove(asked: &ProveArguments) -> CommandResult {
    let guidance = load(asked.directory.as_deref(), asked.added.directory());
    let guidance = guidance.map_err(Exit::no)?;
    let mut proofs = Vec::new();
    for choice in guidance.selections() {
        let proof = prove::prove(choice, asked.limit.most_nodes);
        let proof = proof.map_err(|limit| Exit::unable(format!("signpost prove {limit}")))?;
        let report = format!(
            "{}\n\n{}",
            packs(choice),
            report(choice.vocabulary(), &proof)
        );
        print(report.as_bytes())?;
        proofs.push(proof);
    }
    if !proofs.iter().all(Proof::holds) {
        return Err(Exit::no_as_printed());
    }
    let whole = proofs.first();
    if let Some(proof) = whole
        && let Some(file) = &asked.record
    {
        let mut record = serde_json::to_string_pretty(&proof.assurance(&guidance))
            .map_err(|error| Exit::unable(error.to_string()))?;
        record.push('\n');
        fs::write(file, record)
            .map_err(|error| Exit::unable(format!("{}: {error}", file.display())))?;
    }
    Ok(())
}

/// Which packs a body of guidance is made of.
fn packs(guidance: &Guidance) -> String {
    let packs = guidance.packs().iter().map(|one| one.pack.as_str());
    format!("Answers made of {}:", packs.collect::<Vec<_>>().join(", "))
}

fn report(vocabulary: &Vocabulary, proof: &Proof) -> String {
    let mut report = String::new();
    for proved in &proof.invariants {
        line(&mut report, vocabulary, proved);
    }
    let broken = proof.invariants.iter().filter(|one| !one.holds()).count();
    let summary = match broken {
        0 => format!("\nall {} hold", proof.invariants.len()),
        _ => format!("\n{broken} of {} do not hold", proof.invariants.len()),
    };
    let (nodes, took) = proof.drawn;
    let seconds = took.as_secs_f64();
    // Writing to a string cannot fail.
    let _ = writeln!(
        report,
        "{summary}; {} nodes of diagrams, drawn and judged in {seconds:.1} s\n\nNot covered:",
        grouped(&nodes.to_string())
    );
    for gap in proof.not_covered() {
        let _ = writeln!(report, "- {gap}");
    }
    report
}

fn line(report: &mut String, vocabulary: &Vocabulary, proved: &Proved) {
    let word = if proved.holds() { "holds " } else { "BROKEN" };
    let milliseconds = proved.took.as_secs_f64() * 1000.0;
    let _ = writeln!(
        report,
        "{word} {}: in {} of {} incidents ({} facts; {milliseconds:.1} ms)\n       {}",
        proved.id,
        number(proved.holding),
        number(proved.incidents),
        proved.facts.iter().count(),
        proved.says
    );
    if let Some(most) = proved.most {
        let _ = writeln!(report, "       The most in any incident: {most}.");
    }
    if let Some(found) = &proved.counterexample {
        counterexample(report, vocabulary, found);
    }
}

fn counterexample(report: &mut String, vocabulary: &Vocabulary, found: &Counterexample) {
    let _ = writeln!(report, "       {}, for example here:", found.what);
    let _ = writeln!(report, "       {}", incident(vocabulary, &found.facts));
    if let Some((fact, stated)) = found.then {
        let mut facts = found.facts;
        facts.state(fact, stated);
        let _ = writeln!(
            report,
            "       and then here:\n       {}",
            incident(vocabulary, &facts)
        );
    }
}

fn incident(vocabulary: &Vocabulary, facts: &Facts) -> String {
    json!({ "facts": facts.with(vocabulary) }).to_string()
}

fn number(count: Option<u128>) -> String {
    count.map_or("more than can be counted".to_owned(), |count| {
        grouped(&count.to_string())
    })
}
