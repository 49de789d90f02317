//! The checks that are too large for a claim.

use super::extensions::reachable;
use super::invariants::{Check, Invariant};
use super::subject::Subject;
use crate::contract::advice::{Scope, Strength, Voice};
use crate::facts::{FactId, Stated};
use crate::mdd::Node;
use crate::symbolic::Predicate;

/// Incidents that break an invariant.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) incidents: Node,
    /// What breaks it once it is stated as well.
    pub(super) then: Option<(FactId, Stated)>,
    pub(super) what: String,
}

impl Broken {
    pub(super) fn new(incidents: Node, what: impl Into<String>) -> Self {
        Self {
            incidents,
            then: None,
            what: what.into(),
        }
    }
}

impl Subject<'_> {
    /// What breaks an invariant that is checked here.
    pub(super) fn check(&mut self, check: Check, invariant: &Invariant) -> Vec<Broken> {
        match check {
            Check::Strength => self.strength(),
            Check::OneStatus => self.one_status(),
            Check::Release => self.release(),
            Check::Weakened => self.weakened(&invariant.items),
            Check::EverythingCited => self.everything_cited(),
            Check::QuestionsCount => self.questions_count(),
            Check::FactsAsked => self.facts_asked(),
            Check::Complete => self.complete(),
            Check::Answered => self.answered(),
            Check::Wording => self.wording(),
            Check::DangerFirst => self.danger_first(&invariant.items),
        }
    }

    /// A ground is no stronger than the strongest statement that it cites; ours are never a must.
    fn strength(&mut self) -> Vec<Broken> {
        let mut broken = Vec::new();
        let cores: Vec<_> = self.items().map(|(core, _)| core).collect();
        for core in cores {
            let shown = self.grounds(&core.id).unwrap_or_default();
            let guidance = self.symbolic.guidance;
            for (ground, (cites, shown)) in guidance.grounds_of(core).zip(shown) {
                self.concern(shown);
                let words = &ground.known.ground;
                let cited = cites.iter().filter_map(|id| guidance.strengths[*id]);
                let allowed = match words.voice {
                    Voice::Editorial => Some(Strength::Should),
                    _ => cited.max_by_key(|strength| weight(*strength)),
                };
                if allowed.map(weight) < Some(weight(words.strength)) {
                    let what = format!(
                        "`{}` says `{}` and cites {}",
                        core.id,
                        words.strength.word(),
                        words.citations.join(", ")
                    );
                    broken.push(Broken::new(shown, what));
                }
            }
        }
        broken
    }

    /// The statuses of an item exclude each other, and so do items of which some words are the same.
    fn one_status(&mut self) -> Vec<Broken> {
        let mut broken = Vec::new();
        let mut titles: Vec<(&str, &str, Node)> = Vec::new();
        let items: Vec<_> = self
            .items()
            .map(|(core, status)| (core, status.statuses(), status.shown))
            .collect();
        for (core, statuses, shown) in items {
            let mut earlier = Node::FALSE;
            for status in statuses {
                self.concern(status);
                let builder = &mut self.symbolic.evaluator.incidents.builder;
                let both = builder.and(earlier, status);
                earlier = builder.or(earlier, status);
                broken.push(Broken::new(both, format!("`{}` has two statuses", core.id)));
            }
            for (title, here) in self.titles(core.id.as_str(), shown) {
                for (other, of, there) in &titles {
                    if other.eq_ignore_ascii_case(title) && *of != core.id {
                        let both = self.symbolic.evaluator.incidents.builder.and(here, *there);
                        let what = format!("`{of}` and `{}` are one act", core.id);
                        broken.push(Broken::new(both, what));
                    }
                }
                titles.push((title, &core.id, here));
            }
        }
        broken
    }

    /// The titles of an item, and the incidents in which it has each.
    fn titles<'s>(&mut self, id: &str, shown: Node) -> Vec<(&'s str, Node)>
    where
        Self: 's,
    {
        let guidance = self.symbolic.guidance;
        let mut titles = Vec::new();
        let mut left = shown;
        for action in guidance
            .actions
            .iter()
            .filter(|action| action.core.id == id)
        {
            for words in &action.rewordings {
                let once = Predicate::Condition(self.symbolic.evaluator.root(words.once));
                let known = self.symbolic.evaluator.holds(once);
                let incidents = &mut self.symbolic.evaluator.incidents;
                titles.push((words.title.as_str(), incidents.builder.and(left, known)));
                left = incidents.without(left, known);
            }
        }
        let mut cores = guidance.cores();
        let core = cores.find(|core| core.id == id);
        titles.extend(core.map(|core| (core.title.as_str(), left)));
        titles
    }

    /// What waits for a gate or is held back says whom to ask.
    fn release(&mut self) -> Vec<Broken> {
        let guidance = self.symbolic.guidance;
        let mut broken = Vec::new();
        for (id, action) in guidance.actions.iter_enumerated() {
            let withheld = self.symbolic.actions[id].withheld;
            self.concern(withheld);
            let gate = action.gate.map(|gate| &guidance.gates[gate]);
            let held_by = action.held_by.iter().map(|id| &guidance.prohibitions[*id]);
            let held_by = held_by.filter_map(|prohibition| prohibition.release_hint.as_ref());
            let hints = gate
                .map(|gate| &gate.release_hint)
                .into_iter()
                .chain(held_by);
            let escalation = action
                .escalates_when
                .as_ref()
                .map(|escalation| &escalation.release_hint);
            let silent =
                |hint: &&crate::contract::prerendered::Text| !names_somebody(hint.as_str());
            if hints.chain(escalation).any(|hint| silent(&hint)) {
                let what = format!("`{}` does not say whom to ask", action.core.id);
                broken.push(Broken::new(withheld, what));
            }
        }
        broken
    }

    /// What is stated in addition and is not known, or contradicts, takes nothing out of force.
    fn weakened(&mut self, items: &[String]) -> Vec<Broken> {
        let mut broken = Vec::new();
        for id in items {
            let Some(status) = self.status(id) else {
                self.misses(id);
                continue;
            };
            let (certain, precautionary) = (status.certain, status.precautionary);
            let in_force = self
                .symbolic
                .evaluator
                .incidents
                .builder
                .or(certain, precautionary);
            self.concern(in_force);
            let vocabulary = self.vocabulary();
            for fact in vocabulary.ids() {
                let what = format!("`{id}` leaves once `{}` is stated", vocabulary[fact].name);
                for (lost, stated) in self.lost(in_force, fact) {
                    broken.push(Broken {
                        incidents: lost,
                        then: Some((fact, stated)),
                        what: what.clone(),
                    });
                }
            }
        }
        broken
    }

    /// The incidents that say nothing of a fact, or that it is not known, and lose what is in force
    /// once that it is not known, or an answer that contradicts others, is stated.
    fn lost(&mut self, in_force: Node, fact: FactId) -> Vec<(Node, Stated)> {
        let vocabulary = self.vocabulary();
        let contradictory = self.symbolic.evaluator.incidents.contradictory(fact);
        let answers = vocabulary[fact].all().iter().map(Stated::Answer);
        let mut lost = Vec::new();
        for stated in answers.chain([Stated::Unknown]) {
            let incidents = &mut self.symbolic.evaluator.incidents;
            let after = incidents.once(in_force, fact, stated);
            let mut before = incidents.once(in_force, fact, Stated::NotAsked);
            let mut unsaid = incidents.stated(fact, Stated::NotAsked);
            if stated != Stated::Unknown {
                let unknown = incidents.once(in_force, fact, Stated::Unknown);
                let contradicts = incidents.once(contradictory, fact, stated);
                before = incidents.builder.or(before, unknown);
                before = incidents.builder.and(before, contradicts);
                let not_known = incidents.stated(fact, Stated::Unknown);
                unsaid = incidents.builder.or(unsaid, not_known);
            }
            let gone = incidents.without(before, after);
            lost.push((incidents.builder.and(gone, unsaid), stated));
        }
        lost
    }

    /// Every item that stands shows a ground that cites something.
    fn everything_cited(&mut self) -> Vec<Broken> {
        let items: Vec<_> = self
            .items()
            .map(|(core, status)| (core, status.shown))
            .collect();
        let mut broken = Vec::new();
        for (core, shown) in items {
            self.concern(shown);
            let grounds = self.grounds(&core.id).unwrap_or_default();
            let citing = grounds.into_iter().filter(|(cites, _)| !cites.is_empty());
            let citing: Vec<Node> = citing.map(|(_, shown)| shown).collect();
            let incidents = &mut self.symbolic.evaluator.incidents;
            let citing = incidents.any(citing);
            let uncited = incidents.without(shown, citing);
            broken.push(Broken::new(uncited, format!("`{}` cites nothing", core.id)));
        }
        broken
    }

    /// A question asks for a fact only where, for some answers to the other open facts, its answer decides
    /// what an item comes to; one of a published document may be asked until somebody answers.
    fn questions_count(&mut self) -> Vec<Broken> {
        let guidance = self.symbolic.guidance;
        let vocabulary = self.vocabulary();
        let beyond = self.beyond_items();
        let mut broken = Vec::new();
        for (id, question) in guidance.questions.iter_enumerated() {
            if question.until_answered && question.voice != Voice::Editorial {
                continue;
            }
            for (fact, asks) in &beyond.asked.listed[id] {
                self.concern(*asks);
                let deciding = beyond.asked.deciding(*fact);
                let idle = self.symbolic.evaluator.incidents.without(*asks, deciding);
                let what = format!(
                    "`{}` asks for `{}` in vain",
                    question.id, vocabulary[*fact].name
                );
                broken.push(Broken::new(idle, what));
            }
        }
        broken
    }

    /// A fact that decides and that nobody has asked about is asked for.
    fn facts_asked(&mut self) -> Vec<Broken> {
        let vocabulary = self.vocabulary();
        let beyond = self.beyond_items();
        let mut broken = Vec::new();
        for fact in vocabulary.ids() {
            let deciding = beyond.asked.deciding(fact);
            let never_asked = self.symbolic.evaluator.never_asked(fact);
            let evaluator = &mut self.symbolic.evaluator;
            let asked = beyond.asked.asks_for(evaluator, fact);
            let open = evaluator.incidents.builder.and(deciding, never_asked);
            let unasked = evaluator.incidents.without(open, asked);
            self.concern(open);
            let what = format!("no question asks for `{}`", vocabulary[fact].name);
            broken.push(Broken::new(unasked, what));
        }
        broken
    }

    /// Complete, and something can change; or not, and no open fact decides.
    fn complete(&mut self) -> Vec<Broken> {
        let beyond = self.beyond_items();
        let complete = beyond.asked.complete(&mut self.symbolic.evaluator);
        self.concern(complete);
        let vocabulary = self.vocabulary();
        let mut open = Node::FALSE;
        for fact in vocabulary.ids() {
            let deciding = beyond.asked.deciding(fact);
            let answers = vocabulary[fact].all().iter().map(Stated::Answer);
            let stated: Vec<Node> = answers
                .map(|answer| self.symbolic.evaluator.incidents.stated(fact, answer))
                .collect();
            let incidents = &mut self.symbolic.evaluator.incidents;
            let stated = incidents.any(stated);
            let unstated = incidents.without(deciding, stated);
            open = incidents.builder.or(open, unstated);
        }
        let changes = self.changes();
        let incidents = &mut self.symbolic.evaluator.incidents;
        let too_early = incidents.builder.and(complete, changes);
        let settled = incidents.without(incidents.consistent, open);
        let too_late = incidents.without(settled, complete);
        vec![
            Broken::new(
                too_early,
                "it is called complete, and an answer can change it",
            ),
            Broken::new(
                too_late,
                "no open fact can change it, and it is not called complete",
            ),
        ]
    }

    /// The incidents without a contradiction in which further answers can change a status without
    /// making one.
    fn changes(&mut self) -> Node {
        let mut changes = Node::FALSE;
        for status in self.statuses() {
            let incidents = &mut self.symbolic.evaluator.incidents;
            let consistent = incidents.consistent;
            let with = incidents.builder.and(status, consistent);
            let without = incidents.without(consistent, status);
            let [gained, lost] = [with, without].map(|set| reachable(incidents, set));
            let here = incidents.builder.ite(status, lost, gained);
            changes = incidents.builder.or(changes, here);
        }
        let incidents = &mut self.symbolic.evaluator.incidents;
        incidents.builder.and(changes, incidents.consistent)
    }

    /// An incident in scope has an action or a gap.
    fn answered(&mut self) -> Vec<Broken> {
        let beyond = self.beyond_items();
        let evaluator = &mut self.symbolic.evaluator;
        let in_scope = [Scope::Incident, Scope::Prevention].map(|scope| evaluator.scope(scope));
        // What is told in every answer, as of a pack that was left out, says nothing of the incident.
        let gaps = beyond.not_covered.iter();
        let gaps = gaps.filter(|gap| !in_scope.contains(gap));
        let shown = self.symbolic.actions.iter().map(|status| status.shown);
        let told: Vec<Node> = shown.chain(gaps.copied()).collect();
        let told = evaluator.incidents.any(told);
        let in_scope = evaluator.incidents.any(in_scope);
        let silent = evaluator.incidents.without(in_scope, told);
        self.concern(told);
        self.concern(in_scope);
        vec![Broken::new(
            silent,
            "it gets neither an action nor a word on what is not covered",
        )]
    }

    /// Every status of every item.
    fn statuses(&self) -> Vec<Node> {
        let statuses = self.items().flat_map(|(_, status)| status.statuses());
        let mut statuses: Vec<Node> = statuses.filter(|node| *node != Node::FALSE).collect();
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }
}

fn weight(strength: Strength) -> u8 {
    match strength {
        Strength::May => 0,
        Strength::Should => 1,
        Strength::Must => 2,
    }
}

/// Whether a hint says whom to ask.
fn names_somebody(hint: &str) -> bool {
    ["police", "social care", "safeguarding lead"]
        .iter()
        .any(|name| hint.contains(name))
}
