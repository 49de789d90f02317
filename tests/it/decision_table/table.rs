//! The page, read as a person reads it, and what it says of an incident: nothing here knows the guidance.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use signpost::facts::{FactId, Facts, Stated};

use crate::kernel::vocabulary;

/// The sections of the page, by their titles.
pub(super) struct Table(BTreeMap<String, Vec<Entry>>);

/// Something with an id, and its rows.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) title: String,
    about: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// What comes of it where every line of the condition is so.
pub(super) struct Row {
    rule: String,
    pub(super) when: Vec<Line>,
    /// The words, those in bold, and those of a note.
    says: [String; 3],
    voice: String,
    citations: String,
}

/// A line of a condition.
pub(super) enum Line {
    Always,
    Situation(String),
    OneOf(Vec<Cube>),
}

/// Facts, each with the answers of which it must have one.
type Cube = Vec<(Asked, Vec<u8>)>;

/// What a line asks for.
#[derive(Debug)]
pub(super) enum Asked {
    Fact(FactId),
    /// An entry of what is known: 0 is no, 1 yes.
    Known(String),
}

impl Table {
    pub(super) fn read(page: &str) -> Self {
        // The tables are XML as well.
        let (_, main) = page.split_once("<main>").unwrap();
        let (main, _) = main.split_once("</main>").unwrap();
        let main = format!("<main>{main}</main>");
        let main = Document::parse(&main).unwrap();
        let sections = elements(main.root_element()).map(|section| {
            let title = text(named(section, "h2").next().unwrap());
            let (_, title) = title.split_once(' ').unwrap();
            let entries = named(section, "tbody").map(Entry::read);
            (title.to_owned(), entries.collect())
        });
        Self(sections.collect())
    }

    pub(super) fn section(&self, title: &str) -> &[Entry] {
        &self.0[title]
    }

    fn entry(&self, section: &str, id: &str) -> &Entry {
        let mut entries = self.section(section).iter();
        entries.find(|entry| entry.id == id).unwrap()
    }

    /// What it says of an incident of which everything is known, line by line.
    pub(super) fn told(&self, incident: &Facts) -> BTreeSet<String> {
        let mut told = BTreeSet::new();
        let mut scopes = self.section("Scope").iter();
        let scope = scopes.find(|scope| self.holds(&scope.rows[0], incident));
        let scope = &*scope.unwrap().id;
        let items: Vec<_> = ["Prohibitions", "Actions"]
            .into_iter()
            .flat_map(|kind| self.given(kind, scope, incident))
            .collect();
        let ids: BTreeSet<&str> = items.iter().map(|(item, _)| &*item.id).collect();
        for (item, rows) in &items {
            let (id, title) = (&item.id, self.title(item, incident));
            let withheld = self
                .waits(item, &ids, incident)
                .then(|| "withheld".to_owned());
            let status = withheld.unwrap_or_else(|| rows[0].what().to_lowercase());
            told.insert(format!("{id} {status}: {title}"));
            told.extend(rows.iter().map(|row| format!("{id} {}", row.reason())));
        }
        for (situation, _) in self.given("Situations", scope, incident) {
            told.insert(format!("situation {}", situation.id));
        }
        for (explanation, _) in self.given("Explanations", scope, incident) {
            if explanation
                .names("Comes with any of")
                .any(|id| ids.contains(id))
            {
                told.insert(format!("explained {}", explanation.id));
            }
        }
        for (gap, _) in self.given("What is not covered", scope, incident) {
            told.insert(format!("not covered {}", gap.id));
        }
        told
    }

    /// The entries of a section that come of the incident, each with the rows that bring it.
    fn given(&self, section: &str, scope: &str, incident: &Facts) -> Vec<(&Entry, Vec<&Row>)> {
        let given = self.section(section).iter().map(|entry| {
            let rows = entry.rows.iter().filter(|row| self.holds(row, incident));
            let (lifting, rows): (Vec<_>, Vec<_>) = rows.partition(|row| row.rule == "Lifted");
            let bring = rows.into_iter().filter(|row| row.scope() == Some(scope));
            let bring = bring.filter(|_| lifting.is_empty());
            (entry, bring.collect::<Vec<_>>())
        });
        given.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    /// Whether an action is withheld.
    fn waits(&self, item: &Entry, given: &BTreeSet<&str>, incident: &Facts) -> bool {
        let mut gates = item.names("Waits for the gate");
        let mut held_by = item.names("Waits while any of these is in force");
        let open = |gate| {
            let mut ways = BTreeMap::<_, bool>::new();
            for row in &self.entry("Gates", gate).rows {
                *ways.entry(&row.rule).or_insert(true) &= self.holds(row, incident);
            }
            ways.into_values().any(|open| open)
        };
        !gates.all(open) || held_by.any(|id| given.contains(id))
    }

    /// The first of the other titles that holds, or else its own.
    fn title<'t>(&self, entry: &'t Entry, incident: &Facts) -> &'t str {
        let mut others = entry.rows.iter().filter(|row| row.rule == "Other words");
        let other = others.find(|row| self.holds(row, incident));
        other.map_or(&entry.title, |row| &row.says[1])
    }

    /// Whether all that the row names is so.
    fn holds(&self, row: &Row, incident: &Facts) -> bool {
        let has = |(asked, counted): &(Asked, Vec<u8>)| match asked {
            Asked::Fact(fact) => match incident.stated(*fact) {
                Stated::Answer(answer) => counted.contains(&answer),
                Stated::NotAsked | Stated::Unknown => panic!("{fact:?} is open"),
            },
            Asked::Known(id) => {
                let row = &self.entry("What is known", id).rows[0];
                // Everything is known, so nothing is asked and not known.
                let so = row.rule == "Known" && self.holds(row, incident);
                counted.contains(&u8::from(so))
            }
        };
        row.when.iter().all(|line| match line {
            Line::Always => true,
            Line::Situation(id) => self.holds(&self.entry("Situations", id).rows[0], incident),
            Line::OneOf(cubes) => cubes.iter().any(|cube| cube.iter().all(has)),
        })
    }
}

impl Entry {
    fn read(body: Node<'_, '_>) -> Self {
        let mut rows = elements(body);
        let head = elements(rows.next().unwrap()).next().unwrap();
        let about = named(head, "div").map(text);
        Self {
            id: text(elements(head).next().unwrap()),
            title: lead(head).trim_end().to_owned(),
            about: about.collect(),
            rows: rows.map(Row::read).collect(),
        }
    }

    /// What a line about it names, by what the line begins with.
    fn names<'t>(&'t self, what: &'t str) -> impl Iterator<Item = &'t str> {
        let lines = self.about.iter();
        let named = lines.filter_map(move |line| line.strip_prefix(what)?.strip_prefix(": "));
        named.flat_map(|ids| ids.split(", "))
    }
}

impl Row {
    fn read(row: Node<'_, '_>) -> Self {
        let cells: Vec<_> = elements(row).collect();
        let [rule, when, says, voice, citations] = cells[..] else {
            panic!("{row:?}");
        };
        let bold = named(says, "strong").map(text).next();
        let note = named(says, "div").find(|part| part.attribute("class") == Some("note"));
        Self {
            rule: text(rule),
            when: elements(elements(when).next().unwrap())
                .map(Line::read)
                .collect(),
            says: [
                lead(says).to_owned(),
                bold.unwrap_or_default(),
                note.map_or_else(String::new, text),
            ],
            voice: text(voice),
            citations: text(citations),
        }
    }

    /// What comes of it, in its first word.
    fn what(&self) -> &str {
        self.rule.split([' ', ';']).next().unwrap()
    }

    /// The kind of answer in which the row brings its entry; other rows say something else of it.
    fn scope(&self) -> Option<&'static str> {
        let (rule, _) = self.rule.split_once(';').unwrap_or((&self.rule, ""));
        let brings = ["Prohibited", "Recommended", "Given", "Said", "Holds"];
        brings
            .contains(&self.what())
            .then(|| match rule.split_once(' ') {
                None => "incident",
                Some((_, "in prevention")) => "prevention",
                Some((_, "out of scope")) => "out_of_scope",
                Some(_) => panic!("{rule}"),
            })
    }

    /// The reason that it gives.
    fn reason(&self) -> String {
        let [because, _, note] = &self.says;
        let (voice, _) = self.voice.split_once(';').unwrap_or((&self.voice, ""));
        format!("{because} [{}] {voice} {note}", self.citations)
    }
}

impl Line {
    fn read(line: Node<'_, '_>) -> Self {
        let list = elements(line).find(|one| one.has_tag_name("ul"));
        match (lead(line), list) {
            ("Always", None) => Self::Always,
            ("Situation ", None) => Self::Situation(text(elements(line).next().unwrap())),
            ("One of:", Some(list)) => Self::OneOf(elements(list).map(cube).collect()),
            _ => Self::OneOf(vec![cube(line)]),
        }
    }
}

/// Facts by their questions, each with its answers.
fn cube(line: Node<'_, '_>) -> Cube {
    let mut cube = Cube::new();
    for part in line.children() {
        match (part.text().unwrap(), part.is_text()) {
            (" or ", true) => {}
            (label, true) => {
                let label = label.strip_prefix(" and ").unwrap_or(label).trim_end();
                cube.push((asked(label), Vec::new()));
            }
            (label, false) => {
                let (asked, counted) = cube.last_mut().unwrap();
                counted.push(asked.answer(label));
            }
        }
    }
    cube
}

/// What a label asks for.
fn asked(label: &str) -> Asked {
    let mut facts = vocabulary().ids();
    if let Some(fact) = facts.find(|fact| vocabulary()[*fact].label == label) {
        return Asked::Fact(fact);
    }
    let known = label
        .strip_prefix("Is ")
        .and_then(|rest| rest.strip_suffix(" so?"));
    Asked::Known(
        known
            .unwrap_or_else(|| panic!("no fact: {label}"))
            .to_owned(),
    )
}

impl Asked {
    /// The place of an answer.
    fn answer(&self, label: &str) -> u8 {
        let Self::Fact(fact) = self else {
            return u8::from(label == "Yes");
        };
        let answers = vocabulary()[*fact].answers.iter().zip(0..);
        let mut same = answers.filter(|(answer, _)| answer.label == label);
        same.next().unwrap().1
    }
}

fn elements<'d, 'i: 'd>(node: Node<'d, 'i>) -> impl Iterator<Item = Node<'d, 'i>> {
    node.children().filter(Node::is_element)
}

fn named<'d, 'i: 'd>(node: Node<'d, 'i>, tag: &str) -> impl Iterator<Item = Node<'d, 'i>> {
    node.descendants().filter(move |one| one.has_tag_name(tag))
}

/// All text in it.
fn text(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|one| one.text())
        .collect()
}

/// The text that it begins with, before any element.
fn lead<'d>(node: Node<'d, '_>) -> &'d str {
    node.first_child()
        .filter(Node::is_text)
        .and_then(|one| one.text())
        .unwrap_or_default()
}
