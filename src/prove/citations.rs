//! What items cite, and how strongly they may speak.

use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::{Strength, Voice};
use crate::mdd::Node;

impl Subject<'_> {
    /// A ground is no stronger than the strongest statement that it cites; ours are never a must.
    pub(super) fn strength(&mut self) -> Vec<Violation> {
        let mut violations = Vec::new();
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
                    violations.push(Violation::new(shown, what));
                }
            }
        }
        violations
    }

    /// Every item that stands shows a ground that cites something.
    pub(super) fn everything_cited(&mut self) -> Vec<Violation> {
        let items: Vec<_> = self
            .items()
            .map(|(core, status)| (core, status.shown))
            .collect();
        let mut violations = Vec::new();
        for (core, shown) in items {
            self.concern(shown);
            let grounds = self.grounds(&core.id).unwrap_or_default();
            let citing = grounds.into_iter().filter(|(cites, _)| !cites.is_empty());
            let citing: Vec<Node> = citing.map(|(_, shown)| shown).collect();
            let incidents = &mut self.symbolic.evaluator.incidents;
            let citing = incidents.any(citing);
            let uncited = incidents.without(shown, citing);
            violations.push(Violation::new(
                uncited,
                format!("`{}` cites nothing", core.id),
            ));
        }
        violations
    }
}

fn weight(strength: Strength) -> u8 {
    match strength {
        Strength::May => 0,
        Strength::Should => 1,
        Strength::Must => 2,
    }
}
