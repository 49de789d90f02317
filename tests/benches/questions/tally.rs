//! The numbers of questions, and the lines of the table.

use crate::simulation::asking::Asked;

/// How many questions one incident took.
pub(crate) struct One {
    pub(crate) top: Asked,
    pub(crate) catalogue: Asked,
}

/// How many questions many incidents took.
#[derive(Default)]
pub(crate) struct Tally {
    top: Vec<Asked>,
    catalogue: Vec<Asked>,
}

impl Tally {
    /// What stands over the columns.
    pub(crate) fn head() -> String {
        let (which, incidents) = ("", "incidents");
        let columns = "top         catalogue";
        let card = "until the card no longer changes";
        let protective = "until all that protects is settled";
        let in_all = "until nothing can change";
        format!(
            "{which:<28} {incidents:>9} | {card:<34} | {protective:<34} | {in_all}\n\
             {which:<28} {which:>9} | {columns:<34} | {columns:<34} | {columns}"
        )
    }

    pub(crate) fn add(&mut self, one: &One) {
        self.top.push(one.top);
        self.catalogue.push(one.catalogue);
    }

    /// How many incidents took more questions with the one at the top than in catalogue order.
    pub(crate) fn later(&self) -> usize {
        let pairs = self.top.iter().zip(&self.catalogue);
        pairs
            .filter(|(top, other)| top.in_all > other.in_all)
            .count()
    }

    pub(crate) fn row(&self, title: &str) -> String {
        let cells = |of: fn(&Asked) -> u32| {
            format!("{}   {}", both(&self.top, of), both(&self.catalogue, of))
        };
        let card = cells(|one| one.card);
        let protective = cells(|one| one.protective);
        let in_all = cells(|one| one.in_all);
        let incidents = self.top.len();
        format!("{title:<28} {incidents:>9} | {card:<34} | {protective:<34} | {in_all}")
    }
}

/// The mean, and what 95 in 100 do not exceed.
fn both(asked: &[Asked], of: fn(&Asked) -> u32) -> String {
    let mut counts: Vec<_> = asked.iter().map(of).collect();
    counts.sort_unstable();
    let place = (counts.len() * 95).div_ceil(100);
    let most = place.checked_sub(1).map_or(0, |place| counts[place]);
    format!("{:.3} {most:>2}", mean(asked, of))
}

fn mean(asked: &[Asked], of: fn(&Asked) -> u32) -> f64 {
    let sum: f64 = asked.iter().map(|one| f64::from(of(one))).sum();
    let count: f64 = asked.iter().map(|_| 1.0).sum();
    sum / count
}
