//! The CSV, read back, and what it says of an incident: nothing here knows the guidance.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use super::answer::{Answer, Ground, Item};
use signpost::facts::{FactId, Facts, Stated};

use crate::kernel::vocabulary;

/// A row of the table.
pub(super) struct Row {
    /// Its cells by the names of their columns.
    cells: BTreeMap<String, String>,
    /// The facts that it names, each with the answers that count.
    facts: Vec<(FactId, Vec<u8>)>,
}

impl Row {
    fn of(cells: BTreeMap<String, String>) -> Self {
        let facts = cells.iter().filter_map(|(name, counted)| {
            let fact = vocabulary().named(name)?;
            let counted = values(counted).map(|answer| vocabulary()[fact].answer(answer).unwrap());
            Some((fact, counted.collect::<Vec<_>>()))
        });
        let facts = facts.filter(|(_, counted)| !counted.is_empty()).collect();
        Self { cells, facts }
    }

    /// Whether every fact that it names has one of the answers that it names.
    fn holds(&self, incident: &Facts) -> bool {
        self.facts
            .iter()
            .all(|(fact, counted)| match incident.stated(*fact) {
                Stated::Answer(answer) => counted.contains(&answer),
                Stated::NotAsked | Stated::Unknown => panic!("{fact:?} is open"),
            })
    }
}

impl Index<&str> for Row {
    type Output = String;

    fn index(&self, column: &str) -> &String {
        &self.cells[column]
    }
}

/// The table.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Reads it; every row must have a cell for each column, and every column a name of its own.
    pub(super) fn read(text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        let rows = reader.records().map(|record| {
            let record = record.unwrap();
            let cells = record.iter().map(str::to_owned);
            Row::of(names.iter().cloned().zip(cells).collect())
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// The first row about something.
    pub(super) fn row(&self, id: &str) -> &Row {
        self.rows.iter().find(|row| row["id"] == id).unwrap()
    }

    /// What it says of an incident.
    pub(super) fn decide(&self, incident: &Facts) -> Answer {
        let holding: Vec<&Row> = self.rows.iter().filter(|row| row.holds(incident)).collect();
        let ids = |kind: &'static str| {
            let of_kind = holding.iter().filter(move |row| row["kind"] == kind);
            of_kind.map(|row| row["id"].clone())
        };
        let standing = standing(&holding);
        let items = standing.iter().map(|(id, grounds)| {
            let row = grounds[0];
            let freed = self.gate_is_open(&row["gate"], &holding)
                && !values(&row["held_back_by"]).any(|by| standing.contains_key(by));
            let status = if freed {
                row["when_known"].as_str()
            } else {
                "withheld"
            };
            let item = Item {
                status: status.to_owned(),
                title: title(row, &holding),
                grounds: grounds.iter().map(|row| ground(row)).collect(),
            };
            ((*id).to_owned(), item)
        });
        let explains = |row: &&&Row| values(&row["explains"]).any(|id| standing.contains_key(id));
        let told = holding
            .iter()
            .filter(|row| row["kind"] == "explanation")
            .filter(explains);
        Answer {
            situations: ids("situation").collect(),
            items: items.collect(),
            explanations: told.map(|row| row["id"].clone()).collect(),
            not_covered: ids("not_covered").collect(),
        }
    }

    /// Whether each of the gate's numbers has a row that holds; no gate is always open.
    fn gate_is_open(&self, gate: &str, holding: &[&Row]) -> bool {
        let numbers = |rows: &mut dyn Iterator<Item = &Row>| -> BTreeSet<String> {
            let of_gate = rows.filter(|row| row["kind"] == "gate" && row["id"] == gate);
            of_gate.map(|row| row["number"].clone()).collect()
        };
        numbers(&mut self.rows.iter()) == numbers(&mut holding.iter().copied())
    }
}

/// The items that a row lets stand and none lifts, each with the rows that do.
fn standing<'t>(holding: &[&'t Row]) -> BTreeMap<&'t str, Vec<&'t Row>> {
    let mut standing: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in holding.iter().filter(|row| row["rule"] == "stands") {
        standing.entry(&row["id"]).or_default().push(row);
    }
    for row in holding.iter().filter(|row| row["rule"] == "lifted") {
        standing.remove(row["id"].as_str());
    }
    standing
}

/// The first of the other titles that holds, or else its own.
fn title(row: &Row, holding: &[&Row]) -> String {
    let other = holding
        .iter()
        .filter(|other| other["rule"] == "reworded" && other["id"] == row["id"]);
    let first = other.min_by_key(|other| other["number"].parse::<usize>().unwrap());
    first.copied().unwrap_or(row)["title"].clone()
}

fn ground(row: &Row) -> Ground {
    Ground {
        because: row["because"].clone(),
        citations: values(&row["citations"]).map(str::to_owned).collect(),
        strength: row["strength"].clone(),
        voice: row["voice"].clone(),
        note: row["note"].clone(),
    }
}

fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|value| !value.is_empty())
}
