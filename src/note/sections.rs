//! The sections of a note, in the order in which a professional needs them.

use super::page::{Entry, Page};
use super::{facts, items, people};
use crate::contract::advice::{
    Action, ActionStatus, Advice, Completeness, Question, Scope, UrgencyLevel,
};
use crate::contract::override_reason::OVERRIDE_REASONS;

/// Fills the page.
pub(super) fn fill(page: &mut Page, advice: &Advice<'_>) {
    page.title(match advice.scope {
        Scope::Incident => "Advice on a sexting incident",
        Scope::Prevention => "Advice on working with children: nothing has happened",
        Scope::OutOfScope => "No advice: nobody involved was under 18",
    });
    page.text(
        "Advice to a professional, not a decision. Do not look at the material, or ask to be shown \
         it, to find out more. The facts and the guidance that it rests on stand at the end; \
         [S29] and the like name statements of the guidance.",
    );
    let known = advice.situations.iter();
    let known = known.map(|situation| Entry::quiet(situation.title.clone()));
    page.section("What is known", "", known.collect());
    if overdue(advice) {
        page.text(
            "The review of this guidance, or of a contact in it, is overdue. Compare it with what is \
             current before you rely on it.",
        );
    }
    danger(page, advice);
    page.section("In short", "", in_short(advice));
    prohibitions(page, advice);
    actions(page, advice);
    page.section("Whom to contact", "", people::directory(advice));
    questions(page, advice);
    rest(page, advice);
}

/// Whether the day by which something was to be reviewed is over.
fn overdue(advice: &Advice<'_>) -> bool {
    let mut editions = advice.guidance.iter();
    let mut contacts = advice.contacts.iter();
    editions.any(|edition| edition.review_overdue) || contacts.any(|contact| contact.review_overdue)
}

/// What presses, or else the first things to do: a line each.
fn in_short(advice: &Advice<'_>) -> Vec<Entry> {
    let now =
        |action: &&Action<'_>| action.status == ActionStatus::Recommended && !pressing(action);
    let presses = |action: &&Action<'_>| action.urgency == UrgencyLevel::Urgent;
    let all: Vec<_> = advice.actions.iter().filter(now).collect();
    let urgent = all.iter().filter(|action| presses(action)).count();
    let first = all.into_iter().take(urgent.max(SHORT));
    first
        .map(|action| items::in_short(advice, action))
        .collect()
}

/// How many things to do are told in short, where no more are urgent.
const SHORT: usize = 3;

/// Whether it is shown first of all, because a life may be in danger.
fn pressing(action: &Action<'_>) -> bool {
    action.urgency == UrgencyLevel::Emergency
        && [ActionStatus::Recommended, ActionStatus::Precautionary].contains(&action.status)
}

fn danger(page: &mut Page, advice: &Advice<'_>) {
    let urgent = advice.actions.iter().filter(|action| pressing(action));
    let urgent = urgent.map(|action| items::action(advice, action));
    page.section("Danger: do this first", "", urgent.collect());
    let unasked = advice
        .questions
        .iter()
        .filter(|question| asks_first(question));
    let unasked = unasked.map(|question| items::question(advice, question));
    page.section("Ask this first", "", unasked.collect());
    let unsettled = advice.contradictions.iter().map(facts::contradiction);
    page.section(
        "Settle this",
        "These answers cannot all be true. Until they are settled, the cautious reading counts.",
        unsettled.collect(),
    );
}

/// Whether a life may hang on the answer.
fn asks_first(question: &Question<'_>) -> bool {
    question.consequences.iter().any(pressing)
}

fn prohibitions(page: &mut Page, advice: &Advice<'_>) {
    let entries = advice.prohibitions.iter().map(items::prohibition);
    page.section("Do not", "", entries.collect());
}

fn actions(page: &mut Page, advice: &Advice<'_>) {
    let of_status = |status: ActionStatus| -> Vec<Entry> {
        let standing = advice.actions.iter();
        let standing = standing.filter(|action| action.status == status && !pressing(action));
        standing
            .map(|action| items::action(advice, action))
            .collect()
    };
    page.steps("Do now", "", of_status(ActionStatus::Recommended));
    let gaps = advice.not_covered.iter().map(|gap| items::gap(advice, gap));
    page.section(
        "Not covered by the guidance: what to do",
        "",
        gaps.collect(),
    );
    page.section(
        "Not ruled out: act as if it is so",
        "",
        of_status(ActionStatus::Precautionary),
    );
    page.section("Wait with this", "", items::waiting(advice));
    let conditional = advice.actions.iter();
    let conditional = conditional.filter(|action| action.status == ActionStatus::Conditional);
    page.section(
        "Only if it turns out so",
        "",
        conditional.map(items::conditional).collect(),
    );
}

fn questions(page: &mut Page, advice: &Advice<'_>) {
    let later = advice
        .questions
        .iter()
        .filter(|question| !asks_first(question));
    let later = later.map(|question| items::question(advice, question));
    page.section(
        "Still to ask",
        "No step above waits for these. Do not press the child for answers.",
        later.collect(),
    );
}

fn rest(page: &mut Page, advice: &Advice<'_>) {
    page.section(
        "The facts that this rests on",
        match advice.completeness {
            Completeness::Complete => "Nothing that is still open can change this advice.",
            Completeness::AllAsked => {
                "Some answers are not known. The advice allows for each of them."
            }
            Completeness::QuestionsRemain => "An answer to what is still to ask may change it.",
        },
        facts::counted(advice),
    );
    let known = advice.explanations.iter();
    let known = known.map(|explanation| {
        let cited = items::cited(explanation.citations);
        Entry::quiet(format!("{} {cited}", explanation.title.as_str()))
            .maybe("", explanation.detail.map(|detail| detail.as_str()))
    });
    page.section("Good to know", "", known.collect());
    let reasons = OVERRIDE_REASONS.iter();
    let reasons = reasons.map(|reason| Entry::quiet(format!("{} ({})", reason.label, reason.id)));
    page.section(
        "If a step is not taken, record why",
        "",
        if advice.actions.is_empty() {
            Vec::new()
        } else {
            reasons.collect()
        },
    );
    page.section("Sources", "", people::guidance(advice));
}
