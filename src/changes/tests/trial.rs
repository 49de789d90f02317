//! The guidance that the program carries against edits of it, incident by incident.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::advise::advise;
use crate::atlas::{Atlas, Judge};
use crate::changes::moves;
use crate::changes::report::{Change, Changes, Pattern};
use crate::changes::reporter::Reporter;
use crate::changes::sheet::Sheet;
use crate::changes::views::{NOT_ASKED, Views};
use crate::contract::incident::Incident;
use crate::contract::pack::Pack;
use crate::facts::{FactId, Facts, Stated};
use crate::guidance::diagnostic::Diagnostic;
use crate::guidance::{File, Guidance, from_files};

const INCIDENTS: usize = 1_500;

/// The first pack alone, of guidance that has more: drawing all of them anew for each edit would take minutes.
pub(super) struct First(Guidance);

impl First {
    pub(super) fn of(files: Vec<File>) -> Result<Self, Vec<Diagnostic>> {
        from_files(files).map(Self)
    }
}

impl Deref for First {
    type Target = Guidance;

    fn deref(&self) -> &Guidance {
        self.0.of(Some(&BTreeSet::from([Pack::FIRST])))
    }
}

/// The files of the guidance that the program carries.
pub(super) fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap();
        let paths: BTreeSet<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        let pages = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "md");
        paths.into_iter().filter(move |path| !pages(path))
    };
    let (folders, files): (Vec<_>, Vec<_>) = inside(&root).partition(|path| path.is_dir());
    let packs = folders.iter().flat_map(|folder| inside(folder));
    let all = files.into_iter().chain(packs).map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.strip_prefix(&root).unwrap().to_owned(), text)
    });
    all.collect()
}

/// The files with one text put for another, where it first stands.
pub(super) fn edited(edits: &[(&str, &str)]) -> First {
    let mut files = files();
    for (from, to) in edits {
        let file = files.iter_mut().find(|(_, text)| text.contains(from));
        let (_, text) = file.unwrap_or_else(|| panic!("no file has {from:?}"));
        *text = text.replacen(from, to, 1);
    }
    First::of(files).unwrap()
}

/// Compares bodies of guidance with the one that the program carries, all in the same diagrams.
pub(super) struct Trial {
    pub(super) old: &'static Guidance,
    sheet: Sheet,
    judge: Option<Judge>,
    views: Views,
}

impl Trial {
    pub(super) fn new() -> Self {
        let old: &'static First = Box::leak(Box::new(First::of(files()).unwrap()));
        let mut atlas = Atlas::of(old);
        Self {
            old,
            sheet: Sheet::of(&mut atlas),
            views: Views::of(&mut atlas.judge),
            judge: Some(atlas.judge),
        }
    }

    /// The changes that an edition makes; every incident tried differs exactly where they say so.
    pub(super) fn changes(&mut self, new: &Guidance) -> Changes {
        let mut atlas = Atlas::drawn(self.judge.take().unwrap().next(new), new);
        let sheet = Sheet::of(&mut atlas);
        let moves = moves::moves(&mut atlas.judge.incidents, &self.sheet, &sheet);
        let changes = Reporter::new(&mut atlas.judge).changes(moves);
        let changes = Changes::new(self.old, new, changes);
        self.judge = Some(atlas.judge);
        self.try_examples(&changes, new);
        self.try_incidents(&changes, new);
        changes
    }

    fn try_examples(&self, changes: &Changes, new: &Guidance) {
        for change in &changes.changes {
            for example in examples(change) {
                let facts = posted(example);
                assert!(differs(self.old, new, &facts), "{example}: {change:#?}");
            }
        }
    }

    /// Random incidents, half of them near an example.
    fn try_incidents(&self, changes: &Changes, new: &Guidance) {
        let examples: Vec<Facts> = changes
            .changes
            .iter()
            .flat_map(examples)
            .map(posted)
            .collect();
        let mut random = fastrand::Rng::with_seed(7);
        for round in 0..INCIDENTS {
            let mut facts = Facts::default();
            let mut in_100 = [2, 8, 20, 45, 80, 100][round % 6];
            if round % 2 == 0 && !examples.is_empty() {
                facts = examples[random.usize(..examples.len())];
                in_100 = [3, 10, 25][round % 3];
            }
            state(&mut facts, &mut random, in_100);
            self.try_incident(changes, new, &facts);
        }
    }

    fn try_incident(&self, changes: &Changes, new: &Guidance, facts: &Facts) {
        let differs = differs(self.old, new, facts);
        let advice = advice(self.old, facts);
        let contradictory = advice["contradictions"] != Value::Array(Vec::new());
        let told = changes.changes.iter().any(|change| {
            if contradictory {
                let among = change.contradicting.as_ref();
                let word = |fact: FactId| vec![stated_word(fact, facts.stated(fact)).to_owned()];
                among.is_some_and(|among| fits(&among.pattern, word))
            } else {
                let mut patterns = change.patterns.iter();
                patterns.any(|pattern| fits(pattern, |fact| self.words(&advice, fact, facts)))
            }
        });
        // Of incidents whose answers contradict each other more may fit than differ.
        let right = told == differs || (contradictory && told);
        assert!(
            right,
            "differs: {differs}, told: {told}: {}",
            advice["facts"]
        );
    }

    /// What a pattern may call what the fact comes to in the incident.
    fn words(&self, advice: &Value, fact: FactId, facts: &Facts) -> Vec<String> {
        let mut counted = advice["facts"].as_array().unwrap().iter();
        let counted = counted.find(|counted| counted["fact"] == fact.fact().name);
        let word = counted.map_or(NOT_ASKED, |counted| counted["answer"].as_str().unwrap());
        let builder = &self.judge.as_ref().unwrap().incidents.builder;
        let place = self.views.place(builder, fact, facts).unwrap();
        let exact = self.views.words(fact, &[place]);
        [vec![word.to_owned()], exact].concat()
    }
}

fn fits(pattern: &Pattern, words: impl Fn(FactId) -> Vec<String>) -> bool {
    pattern.iter().all(|(fact, among)| {
        let words = words(FactId::named(fact).unwrap());
        let mut among = among.as_array().unwrap().iter();
        among.any(|word| words.iter().any(|is| word == is))
    })
}

fn stated_word(fact: FactId, stated: Stated) -> &'static str {
    match stated {
        Stated::Answer(answer) => fact.fact().answers[usize::from(answer)].value,
        Stated::Unknown => "unknown",
        Stated::NotAsked => NOT_ASKED,
    }
}

/// States something else about so many facts in a hundred.
fn state(facts: &mut Facts, random: &mut fastrand::Rng, in_100: u8) {
    for fact in FactId::all() {
        if random.u8(..100) < in_100 {
            let answers = u8::try_from(fact.fact().answers.len()).unwrap();
            let stated = match random.u8(..answers + 2) {
                answer if answer < answers => Stated::Answer(answer),
                place if place == answers => Stated::Unknown,
                _ => Stated::NotAsked,
            };
            facts.state(fact, stated);
        }
    }
}

/// Whether the answers differ, but for the editions that they name.
fn differs(old: &Guidance, new: &Guidance, facts: &Facts) -> bool {
    let [old, new] = [old, new].map(|guidance| {
        let mut advice = advice(guidance, facts);
        advice.as_object_mut().unwrap().remove("guidance").unwrap();
        // As text: two objects with their members in another order are equal, and not the same bytes.
        advice.to_string()
    });
    old != new
}

pub(super) fn advice(guidance: &Guidance, facts: &Facts) -> Value {
    serde_json::to_value(advise(guidance, &(*facts).into())).unwrap()
}

/// The incidents that show a change.
fn examples(change: &Change) -> impl Iterator<Item = &Value> {
    let contradicting = change.contradicting.as_ref().map(|among| &among.example);
    change.example.iter().chain(contradicting)
}

/// The facts of an incident that is posted.
pub(super) fn posted(incident: &Value) -> Facts {
    serde_json::from_value::<Incident>(incident.clone())
        .unwrap()
        .facts
}
