//! The checks that are too large for a claim.

use super::invariants::{Check, Invariant};
use super::subject::Subject;
use super::violation::Violation;

impl Subject<'_> {
    /// What breaks an invariant that is checked here.
    pub(super) fn check(&mut self, check: Check, invariant: &Invariant) -> Vec<Violation> {
        match check {
            Check::Strength => self.strength(),
            Check::OneStatus => self.one_status(),
            Check::Release => self.release(),
            Check::Monotone => self.monotone(&invariant.items),
            Check::EverythingCited => self.everything_cited(),
            Check::QuestionsCount => self.questions_count(),
            Check::FactsAsked => self.facts_asked(),
            Check::Complete => self.complete(),
            Check::Answered => self.answered(),
            Check::DangerFirst => self.danger_first(&invariant.items),
            Check::CautionShown => self.caution_shown(),
            Check::Exit => self.exit(),
            Check::ProhibitionsSaid => self.prohibitions_said(),
            Check::UrgentSaid => self.urgent_said(&invariant.items),
            Check::StandingSaid => self.standing_said(),
            Check::MostToDo => self.most_to_do(),
            Check::MostProhibitions => self.most_prohibitions(),
            Check::MostWords => self.most_words(),
        }
    }
}
