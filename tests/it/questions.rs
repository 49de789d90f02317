//! Asking the question at the top, again and again, leads somewhere, and sooner than other ways.
//!
//! The incidents and the asking are those of the bench, which reports what is held here.

use std::ops::Range;

use fastrand::Rng;
use serde_json::json;
use signpost::contract::advice::{
    ActionStatus, Advice, Completeness, PossibleStatus, ProhibitionStatus,
};
use signpost::contract::pack::PackSelection;
use signpost::facts::{Facts, Stated};
use signpost::guidance::{self, Guidance};

use self::simulation::asking::{Asked, Way, answered, ask, can_protect, questions, with_all};
use self::simulation::hidden::{any_kind, incident, named};
use self::simulation::kinds::{KINDS, Kind, ORDINARY, SAID_FIRST};
use crate::how_many::few_or_all;
use crate::kernel::vocabulary;

#[path = "../benches/questions/simulation/mod.rs"]
pub(crate) mod simulation;

/// How many questions are enough in the ordinary case: of every pack on average, until no answer can bring anything
/// protective that is not there already; of the first alone always, until all of that is certain or gone.
const ON_AVERAGE: u32 = 20;
const ENOUGH_OF_THE_FIRST_PACK: usize = 7;
const FACTS_IN_ONE_BREATH: usize = 7;

/// How many questions settle the card of the ordinary case, once a caller has said where they work and what happened.
const ENOUGH_FOR_THE_CARD: u32 = 8;

/// What a caller posts first about the ordinary case.
const STARTS: [&[&str]; 3] = [
    &[],
    &["child_sent_or_posted", "material_kind"],
    &["child_age_band", "child_sent_or_posted", "material_kind"],
];

fn incidents() -> u64 {
    few_or_all(20, 2_000)
}

fn guidance() -> Guidance {
    guidance::embedded().expect("the guidance of this repository is sound")
}

/// The first pack alone.
fn first(guidance: &Guidance) -> &Guidance {
    guidance.restricted(PackSelection::FIRST)
}

fn start(hidden: &Facts, names: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for fact in names.iter().map(|name| named(name)) {
        facts.state(fact, hidden.stated(fact));
    }
    facts
}

/// Any answers at all, whether or not they can be true together.
fn anything(rng: &mut Rng, never_asked: f64) -> Facts {
    let mut facts = Facts::default();
    for fact in vocabulary().ids() {
        if rng.f64() >= never_asked {
            let answer = rng.u8(..=u8::try_from(vocabulary()[fact].answers.len()).unwrap());
            let known = usize::from(answer) < vocabulary()[fact].answers.len();
            let stated = if known {
                Stated::Answer(answer)
            } else {
                Stated::Unknown
            };
            facts.state(fact, stated);
        }
    }
    facts
}

/// Asks the question at the top until no question is left.
fn ask_to_the_end(guidance: &Guidance, hidden: &Facts, mut stated: Facts) {
    loop {
        let advice = with_all(guidance, stated);
        let settled = advice.contradictions.is_empty();
        let remain = advice.completeness == Completeness::QuestionsRemain && settled;
        let Some(top) = questions(&advice).next() else {
            assert!(!remain, "questions remain and none is asked: {stated:?}");
            return;
        };
        // What settles nothing is asked once nothing is left to settle, and not before.
        let settling = settled && !top.settles.is_empty();
        assert_eq!(remain, settling, "{}: {stated:?}", top.id);
        stated = answered(top, hidden, stated);
    }
}

#[test]
fn asking_ends_whatever_was_stated_and_whatever_is_answered() {
    let guidance = guidance();
    for seed in 0..incidents() {
        let mut rng = Rng::with_seed(seed);
        let hidden = anything(&mut rng, 0.0);
        let share = rng.f64();
        let stated = anything(&mut rng, 1.0 - share * share);
        ask_to_the_end(&guidance, &hidden, stated);
    }
}

/// What many incidents took, the question at the top and the catalogue's side by side.
fn many(
    guidance: &Guidance,
    seeds: Range<u64>,
    kind: impl Fn(&mut Rng) -> &'static Kind,
) -> [Asked; 2] {
    let mut sums = [Asked::default(); 2];
    for seed in seeds {
        let mut rng = Rng::with_seed(seed);
        let kind = kind(&mut rng);
        let hidden = incident(&mut rng, kind);
        for (sum, way) in sums.iter_mut().zip([Way::Top, Way::Catalogue]) {
            let asked = ask(guidance, &hidden, Facts::default(), way);
            sum.in_all += asked.in_all;
            sum.protective += asked.protective;
        }
    }
    sums
}

#[test]
fn the_question_at_the_top_ends_sooner_than_the_order_of_the_catalogue() {
    let guidance = guidance();
    let [top, catalogue] = many(first(&guidance), 0..incidents(), any_kind);
    assert!(top.in_all < catalogue.in_all, "{top:?} {catalogue:?}");
    // For what protects it takes one question in ten less, and more.
    assert!(
        top.protective * 10 < catalogue.protective * 9,
        "{top:?} {catalogue:?}"
    );
}

#[test]
fn with_every_pack_it_settles_what_protects_far_sooner_and_the_rest_hardly_later() {
    let guidance = guidance();
    let [top, catalogue] = many(&guidance, 0..incidents(), any_kind);
    // What protects is asked about first in the catalogue too, so a fifth less is far sooner.
    assert!(
        top.protective * 5 < catalogue.protective * 4,
        "{top:?} {catalogue:?}"
    );
    // For all it takes no more than one question in twenty more.
    assert!(
        top.in_all * 20 < catalogue.in_all * 21,
        "{top:?} {catalogue:?}"
    );
}

#[test]
fn of_the_first_pack_what_protects_is_settled_no_later_in_any_kind_of_incident() {
    let guidance = guidance();
    for kind in KINDS {
        let [top, catalogue] = many(first(&guidance), 0..few_or_all(5, 500), |_| kind);
        let title = kind.title;
        assert!(
            top.in_all * 20 <= catalogue.in_all * 21,
            "{title}: {top:?} {catalogue:?}"
        );
        assert!(
            top.protective <= catalogue.protective,
            "{title}: {top:?} {catalogue:?}"
        );
    }
}

/// Whether every protective item is certain or absent.
fn all_protective_is_settled(guidance: &Guidance, advice: &Advice<'_>) -> bool {
    let mut prohibitions = advice.prohibitions.iter();
    let mut actions = advice.actions.iter();
    let mut possible = advice.possible.iter().flatten();
    prohibitions.all(|one| one.status == ProhibitionStatus::Prohibited)
        && actions.all(|one| one.status != ActionStatus::Precautionary)
        && possible.all(|one| one.status != PossibleStatus::Pending)
        && !can_protect(guidance, advice)
}

#[test]
fn of_the_first_pack_a_few_questions_settle_all_that_protects_in_the_ordinary_case() {
    let guidance = guidance();
    let guidance = first(&guidance);
    for seed in 0..incidents() {
        let hidden = incident(&mut Rng::with_seed(seed), &ORDINARY);
        for names in STARTS {
            let mut stated = start(&hidden, names);
            for _ in 0..ENOUGH_OF_THE_FIRST_PACK {
                let advice = with_all(guidance, stated);
                if let Some(top) = questions(&advice).next() {
                    stated = answered(top, &hidden, stated);
                }
            }
            let settled = all_protective_is_settled(guidance, &with_all(guidance, stated));
            assert!(settled, "from {names:?}: {stated:?}");
        }
    }
}

#[test]
fn twenty_questions_bring_out_all_that_protects_in_the_ordinary_case_on_average() {
    let guidance = guidance();
    let (mut asked, mut cases) = (0, 0);
    for seed in 0..incidents() {
        let hidden = incident(&mut Rng::with_seed(seed), &ORDINARY);
        for names in STARTS {
            asked += ask(&guidance, &hidden, start(&hidden, names), Way::Top).protective;
            cases += 1;
        }
    }
    assert!(asked <= ON_AVERAGE * cases, "{asked} in {cases}");
}

#[test]
fn eight_questions_settle_the_card_of_the_ordinary_case() {
    let guidance = guidance();
    for guidance in [&guidance, first(&guidance)] {
        for seed in 0..incidents() {
            let hidden = incident(&mut Rng::with_seed(seed), &ORDINARY);
            let asked = ask(guidance, &hidden, start(&hidden, SAID_FIRST), Way::Top);
            assert!(asked.card <= ENOUGH_FOR_THE_CARD, "{asked:?}: {hidden:?}");
        }
    }
}

#[test]
fn a_no_to_a_question_of_life_says_that_somebody_has_checked() {
    let guidance = guidance();
    let questions = json!(guidance.catalogue().questions);
    let of_life = questions.as_array().unwrap().iter();
    let of_life = of_life.filter(|question| question["rank"] == "life");
    let facts = of_life.flat_map(|question| question["facts"].as_array().unwrap());
    let facts = facts.map(|fact| &vocabulary()[named(fact.as_str().unwrap())]);
    let no = facts.flat_map(|fact| fact.answers.iter().filter(|answer| answer.value == "no"));
    let labels: Vec<_> = no.map(|answer| answer.label.as_str()).collect();
    assert_eq!(labels, ["No, I have checked"; 2]);
}

#[test]
fn every_question_can_be_answered_in_one_breath() {
    let questions = json!(guidance().catalogue().questions);
    for question in questions.as_array().unwrap() {
        let facts = question["facts"].as_array().unwrap().len();
        assert!(facts <= FACTS_IN_ONE_BREATH, "{question}: {facts} facts");
        let title = question["title"].as_str().unwrap();
        let sentences = title.matches(['?', '.']).count();
        assert!(sentences == 1 && title.ends_with('?'), "{title}");
    }
}
