//! A condition as a function of the facts that are still open, evaluated the slow and obvious way.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// The answers that are possible for each fact: SEMANTICS 1.3.
pub(super) type Possible = BTreeMap<&'static str, Rc<[&'static str]>>;

/// One answer for each fact that matters: SEMANTICS 1.5.
pub(super) type Completion = BTreeMap<&'static str, &'static str>;

/// What is left of a condition once the known answers are put in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Function {
    Constant(bool),
    All(Rc<Vec<Function>>),
    Any(Rc<Vec<Function>>),
    Not(Rc<Function>),
    Fact(Rc<OneOf>),
}

/// Whether an open fact has one of the answers that count, out of those that are possible.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OneOf {
    pub(super) name: &'static str,
    pub(super) counts: Vec<&'static str>,
    pub(super) possible: Rc<[&'static str]>,
}

// The name is enough to find equals quickly.
impl Hash for OneOf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

/// SEMANTICS 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Holds,
    Refuted,
    Open,
}

/// Whether the fact has one of the answers.
pub(super) fn is<S: AsRef<str>>(name: &str, answers: &[S], possible: &Possible) -> Function {
    let (name, possible) = possible.get_key_value(name).expect("a fact");
    let counts = |answer: &&&str| answers.iter().any(|counting| counting.as_ref() == **answer);
    let counts: Vec<_> = possible.iter().filter(counts).copied().collect();
    if counts.is_empty() || counts.len() == possible.len() {
        return Function::Constant(!counts.is_empty());
    }
    Function::Fact(Rc::new(OneOf {
        name,
        counts,
        possible: possible.clone(),
    }))
}

pub(super) fn all(parts: impl IntoIterator<Item = Function>) -> Function {
    let mut open = Vec::new();
    for part in parts {
        match part {
            Function::Constant(true) => {}
            Function::Constant(false) => return Function::Constant(false),
            part => open.push(part),
        }
    }
    match open.len() {
        0 => Function::Constant(true),
        1 => open.remove(0),
        _ => Function::All(Rc::new(open)),
    }
}

pub(super) fn any(parts: impl IntoIterator<Item = Function>) -> Function {
    let mut open = Vec::new();
    for part in parts {
        match part {
            Function::Constant(false) => {}
            Function::Constant(true) => return Function::Constant(true),
            part => open.push(part),
        }
    }
    match open.len() {
        0 => Function::Constant(false),
        1 => open.remove(0),
        _ => Function::Any(Rc::new(open)),
    }
}

pub(super) fn not(part: Function) -> Function {
    match part {
        Function::Constant(value) => Function::Constant(!value),
        part => Function::Not(Rc::new(part)),
    }
}

impl Function {
    /// The open facts that it mentions, each with its possible answers.
    pub(super) fn mentions(&self) -> Possible {
        let mut facts = Possible::new();
        self.note_mentions(&mut facts);
        facts
    }

    fn note_mentions(&self, facts: &mut Possible) {
        match self {
            Self::Constant(_) => {}
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.note_mentions(facts));
            }
            Self::Not(part) => part.note_mentions(facts),
            Self::Fact(one_of) => {
                facts.insert(one_of.name, one_of.possible.clone());
            }
        }
    }

    /// Its value where every fact that it mentions has an answer.
    pub(super) fn value(&self, completion: &Completion) -> bool {
        match self {
            Self::Constant(value) => *value,
            Self::All(parts) => parts.iter().all(|part| part.value(completion)),
            Self::Any(parts) => parts.iter().any(|part| part.value(completion)),
            Self::Not(part) => !part.value(completion),
            Self::Fact(one_of) => one_of.counts.contains(&completion[one_of.name]),
        }
    }

    /// By brute force: its value in every completion.
    pub(super) fn verdict(&self) -> Verdict {
        let (mut somewhere, mut everywhere) = (false, true);
        let facts: Vec<_> = self.mentions().into_iter().collect();
        in_each_completion(&facts, &mut Completion::new(), &mut |completion| {
            let value = self.value(completion);
            somewhere |= value;
            everywhere &= value;
            somewhere && !everywhere
        });
        match (somewhere, everywhere) {
            (true, true) => Verdict::Holds,
            (true, false) => Verdict::Open,
            (false, _) => Verdict::Refuted,
        }
    }

    /// By brute force: the facts on which it depends, SEMANTICS 1.8.
    pub(super) fn depends_on(&self) -> BTreeSet<&'static str> {
        let facts = self.mentions();
        let depends = |name: &&'static str| {
            let mut others = facts.clone();
            others.remove(name);
            let others: Vec<_> = others.into_iter().collect();
            in_each_completion(&others, &mut Completion::new(), &mut |completion| {
                let mut with = |answer| {
                    completion.insert(name, answer);
                    self.value(completion)
                };
                let first = with(facts[name][0]);
                facts[name].iter().any(|answer| with(answer) != first)
            })
        };
        facts.keys().copied().filter(depends).collect()
    }
}

/// Visits the completions until a visit says that it has seen enough; says whether one did.
pub(super) fn in_each_completion(
    facts: &[(&'static str, Rc<[&'static str]>)],
    completion: &mut Completion,
    visit: &mut impl FnMut(&mut Completion) -> bool,
) -> bool {
    let Some(((name, possible), others)) = facts.split_first() else {
        return visit(completion);
    };
    possible.iter().any(|answer| {
        completion.insert(name, answer);
        in_each_completion(others, completion, visit)
    })
}
