//! What a fact comes to in an incident without a contradiction: the words in which patterns speak.
//!
//! Advice goes by what a fact comes to and not by how it was stated: an answer that follows from
//! another counts as that answer. So patterns in these words are short, and they are exact.

use crate::atlas::{Judge, contains};
use crate::guidance::diagram::{Builder, Node};
use crate::facts::{AnswerSet, FactId, Facts, Stated, UNKNOWN};

/// The word for "nobody has asked".
pub(super) const NOT_ASKED: &str = "not_asked";

/// What every fact can come to.
#[derive(Debug)]
pub(super) struct Views {
    facts: Vec<(FactId, Vec<View>)>,
}

/// One thing that a fact can come to, and the incidents in which it does. Each incident without a
/// contradiction has exactly one of every fact.
#[derive(Debug)]
pub(super) struct View {
    pub(super) comes_to: ComesTo,
    pub(super) incidents: Node,
}

/// What a fact comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ComesTo {
    /// An answer, stated or implied.
    Answer(u8),
    /// Any of these answers is possible; nobody has asked, or it is not known.
    Open { asked: bool, possible: AnswerSet },
}

impl Views {
    /// What every fact can come to.
    pub(super) fn of(judge: &mut Judge) -> Self {
        let facts = FactId::all().map(|fact| (fact, views(judge, fact)));
        Self {
            facts: facts.collect(),
        }
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = (FactId, &[View])> {
        self.facts.iter().map(|(fact, views)| (*fact, &**views))
    }

    /// What the fact can come to.
    pub(super) fn fact(&self, fact: FactId) -> &[View] {
        let found = self.facts.get(fact.index());
        found.map_or(&[], |(_, views)| views)
    }

    /// The words for what the fact comes to at these places. One word stands for all that nobody has
    /// asked about, or that is not known, where none of it is missing.
    pub(super) fn words(&self, fact: FactId, places: &[usize]) -> Vec<String> {
        let views = self.fact(fact);
        let mut words: Vec<String> = Vec::new();
        for place in places {
            let Some(view) = views.get(*place) else {
                continue;
            };
            let whole = match view.comes_to {
                ComesTo::Answer(_) => true,
                ComesTo::Open { asked, .. } => {
                    let mut alike = views.iter().enumerate();
                    alike.all(|(place, view)| match view.comes_to {
                        ComesTo::Open { asked: other, .. } if other == asked => {
                            places.contains(&place)
                        }
                        _ => true,
                    })
                }
            };
            let word = view.comes_to.word(fact, whole);
            if words.last() != Some(&word) {
                words.push(word);
            }
        }
        words
    }

    /// What a fact comes to in the incident, by its place.
    pub(super) fn place(&self, builder: &Builder, fact: FactId, facts: &Facts) -> Option<usize> {
        let mut views = self.fact(fact).iter();
        views.position(|view| contains(builder, view.incidents, facts))
    }
}

fn views(judge: &mut Judge, fact: FactId) -> Vec<View> {
    let possible = judge.possible(fact).to_vec();
    let mut classes = vec![(AnswerSet::EMPTY, judge.incidents.consistent)];
    for (answer, possible) in (0..).zip(possible) {
        let split = |(answers, incidents): (AnswerSet, Node)| {
            let with = answers.union(AnswerSet::only(answer));
            let here = judge.incidents.builder.and(incidents, possible);
            let elsewhere = judge.incidents.without(incidents, possible);
            [(with, here), (answers, elsewhere)]
        };
        classes = classes.into_iter().flat_map(split).collect();
        classes.retain(|(_, incidents)| *incidents != Node::FALSE);
    }
    let unknown = judge.incidents.stated(fact, Stated::Unknown);
    let mut views = Vec::new();
    for (possible, incidents) in classes {
        if let Some(answer) = possible.single() {
            views.push(View {
                comes_to: ComesTo::Answer(answer),
                incidents,
            });
            continue;
        }
        for asked in [true, false] {
            let incidents = if asked {
                judge.incidents.builder.and(incidents, unknown)
            } else {
                judge.incidents.without(incidents, unknown)
            };
            views.push(View {
                comes_to: ComesTo::Open { asked, possible },
                incidents,
            });
        }
    }
    views.sort_by_cached_key(|view| view.comes_to.order(fact));
    views
}

impl ComesTo {
    /// Answers in their order, then what is not known, then what nobody has asked; of these what is
    /// most open first.
    fn order(self, fact: FactId) -> (u8, usize, Vec<u8>) {
        match self {
            Self::Answer(answer) => (answer, 0, Vec::new()),
            Self::Open { asked, possible } => {
                let ruled_out: Vec<u8> = fact.answers().without(possible).iter().collect();
                let class = if asked { u8::MAX - 1 } else { u8::MAX };
                (class, ruled_out.len(), ruled_out)
            }
        }
    }

    /// How much is known: what nobody has asked about least.
    pub(super) fn knowledge(self, fact: FactId) -> u8 {
        match self {
            Self::Open { asked, possible } => {
                let narrowed = possible != fact.answers();
                u8::from(asked) + 2 * u8::from(narrowed)
            }
            Self::Answer(_) => 4,
        }
    }

    /// The word for it; where it does not stand for all that is open alike, with the answers that are
    /// possible.
    fn word(self, fact: FactId, whole: bool) -> String {
        let value = |answer| {
            let answers = fact.fact().answers;
            answers.get(usize::from(answer)).map_or("", |it| it.value)
        };
        match self {
            Self::Answer(answer) => value(answer).to_owned(),
            Self::Open { asked, possible } => {
                let word = if asked { UNKNOWN } else { NOT_ASKED };
                if whole {
                    return word.to_owned();
                }
                let possible: Vec<_> = possible.iter().map(value).collect();
                format!("{word}:{}", possible.join("|"))
            }
        }
    }
}
