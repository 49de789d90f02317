//! The words in which items are told.

use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::Actor;
use crate::guidance::ItemId;
use crate::mdd::Node;

/// What a wording says that leaves a step to the professional and the safeguarding lead together.
const EXIT: [&str; 2] = [
    "Cannot reach the lead or a deputy at once: call yourself.",
    "You need nobody's permission.",
];

/// The words of an item, and the incidents in which it is shown in them.
#[derive(Debug)]
pub(super) struct Wording<'g> {
    pub(super) title: &'g str,
    detail: Option<&'g str>,
    /// Who does it, of an action.
    pub(super) actor: Option<Actor>,
    pub(super) shown: Node,
}

impl<'g> Subject<'g> {
    /// Every wording of an item: no two are told in one incident (SEMANTICS 8.1).
    pub(super) fn wordings(&mut self, item: ItemId) -> Vec<Wording<'g>> {
        let guidance = self.symbolic.guidance;
        let shown = self.status_of(item).shown;
        let mut worded = vec![Node::TRUE];
        let mut reworded = [].iter();
        let mut actor = None;
        if let ItemId::Action(id) = item {
            let action = &guidance.actions[id];
            worded = self.symbolic.worded(id);
            reworded = action.rewordings.as_slice().iter();
            actor = Some(action.actor);
        }
        let reworded = reworded.map(|words| (&words.title, &words.detail, Some(words.actor)));
        let core = guidance.core(item);
        let words = reworded.chain([(&core.title, &core.detail, actor)]);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        let wordings = words
            .zip(worded)
            .map(|((title, detail, actor), here)| Wording {
                title: title.as_str(),
                detail: detail.as_ref().map(|detail| detail.as_str()),
                actor,
                shown: builder.and(shown, here),
            });
        wordings.collect()
    }

    /// What is left to the professional and the lead together says how to go on without the lead.
    pub(super) fn exit(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let mut violations = Vec::new();
        for item in guidance.items() {
            let together = self.wordings(item).into_iter();
            let together = together.filter(|one| one.actor == Some(Actor::ProfessionalOrLead));
            for Wording { detail, shown, .. } in together {
                self.concern(shown);
                let detail = detail.unwrap_or_default();
                let missing = EXIT.iter().filter(|sentence| !detail.contains(**sentence));
                violations.extend(missing.map(|sentence| {
                    let what = format!("`{}` does not say: {sentence}", guidance.core(item).id);
                    Violation::new(shown, what)
                }));
            }
        }
        violations
    }

    /// The statuses of an item exclude each other, and so do items of which some words are the same.
    pub(super) fn one_status(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let mut violations = Vec::new();
        let mut titles: Vec<(&str, &str, Node)> = Vec::new();
        for item in guidance.items() {
            let id = &*guidance.core(item).id;
            violations.extend(self.two_statuses(item));
            for Wording { title, shown, .. } in self.wordings(item) {
                for (other, of, there) in &titles {
                    if other.eq_ignore_ascii_case(title) && *of != id {
                        let both = self.symbolic.evaluator.incidents.builder.and(shown, *there);
                        let what = format!("`{of}` and `{id}` are one act");
                        violations.push(Violation::new(both, what));
                    }
                }
                titles.push((title, id, shown));
            }
        }
        violations
    }

    fn two_statuses(&mut self, item: ItemId) -> Vec<Violation> {
        let statuses = self.status_of(item).statuses();
        let what = format!(
            "`{}` has two statuses",
            self.symbolic.guidance.core(item).id
        );
        let mut earlier = Node::FALSE;
        let violations = statuses.map(|status| {
            self.concern(status);
            let builder = &mut self.symbolic.evaluator.incidents.builder;
            let both = builder.and(earlier, status);
            earlier = builder.or(earlier, status);
            Violation::new(both, what.clone())
        });
        violations.into()
    }
}
