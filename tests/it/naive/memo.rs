//! What was found out about a function, kept so that no thread works it out twice. A function
//! carries its facts and their possible answers, so what was found holds in every incident.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::function::{Function, Verdict};
use super::split;

pub(super) type Facts = Rc<BTreeSet<&'static str>>;

/// As many open facts as brute force bears; with more, the completions are too many.
const FEW: usize = 6;

#[derive(Default)]
pub(super) struct Memo {
    verdicts: HashMap<Function, Verdict>,
    dependence: HashMap<Function, Facts>,
}

impl Memo {
    pub(super) fn verdict(&mut self, function: &Function) -> Verdict {
        remember(&mut self.verdicts, function, verdict)
    }

    /// The facts on which it depends.
    pub(super) fn depends_on(&mut self, function: &Function) -> Facts {
        remember(&mut self.dependence, function, |it| {
            Rc::new(if few(it) {
                it.depends_on()
            } else {
                split::depends_on(it)
            })
        })
    }
}

/// What nobody keeps.
pub(super) fn verdict(function: &Function) -> Verdict {
    if few(function) {
        function.verdict()
    } else {
        split::verdict(function)
    }
}

fn few(function: &Function) -> bool {
    function.mentions().len() <= FEW
}

fn remember<V: Clone>(
    memory: &mut HashMap<Function, V>,
    function: &Function,
    work_out: impl Fn(&Function) -> V,
) -> V {
    if let Function::Constant(_) = function {
        return work_out(function);
    }
    if let Some(known) = memory.get(function) {
        return known.clone();
    }
    let found = work_out(function);
    memory.insert(function.clone(), found.clone());
    found
}
