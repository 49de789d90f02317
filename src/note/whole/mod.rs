//! The whole of an answer as a note, in the order in which a professional needs it.

mod facts;
mod items;
mod people;

use crate::contract::advice::{
    Action, ActionStatus, Advice, Completeness, Question, Scope, UrgencyLevel,
};
use crate::contract::override_reason::OVERRIDE_REASONS;
use crate::facts::Vocabulary;
use crate::guidance::Guidance;
use crate::note::members;
use crate::note::sheet::{Entry, Sheet};

/// The whole.
pub(super) fn written(guidance: &Guidance, advice: &Advice<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    fill(&mut sheet, guidance, advice);
    sheet
}

fn fill(page: &mut Sheet, guidance: &Guidance, advice: &Advice<'_>) {
    let vocabulary = guidance.vocabulary();
    page.title(match advice.scope {
        Scope::Incident => "Advice on a sexting incident",
        Scope::Prevention => "Advice on working with children: nothing has happened",
        Scope::OutOfScope => "No advice: nobody involved was under 18",
    });
    page.text(
        "Advice to a professional, not a decision. Do not look at any image, or ask to be shown it, \
         to find out more. Keep this note from anyone who may be involved. The facts and the \
         guidance that it is based on are at the end; [S29] and the like name statements of the \
         guidance.",
    );
    if members::overdue(advice) {
        page.text(
            "The review of this guidance, or of a contact in it, is overdue. Compare it with what is \
             current before you rely on it.",
        );
    }
    danger(page, vocabulary, advice);
    if advice.scope == Scope::Incident {
        page.section("In short", "", in_short(advice));
        page.section("What you have said", "", facts::told(vocabulary, advice));
    } else {
        // What the guidance does not cover may be a danger: it stands before any other advice.
        gaps(page, advice);
    }
    prohibitions(page, advice);
    actions(page, advice);
    page.section("Who to contact", "", people::directory(advice));
    questions(page, advice);
    rest(page, guidance, advice);
}

/// What presses, certain or not, and else the first things to do: each with what to make sure of first.
fn in_short(advice: &Advice<'_>) -> Vec<Entry> {
    let standing = |status: ActionStatus| {
        let actions = members::actions(advice, status);
        actions.filter(|action| !pressing(action))
    };
    let presses = |action: &&Action<'_>| action.urgency == UrgencyLevel::Urgent;
    let urgent = standing(ActionStatus::Recommended).filter(presses);
    let urgent = urgent.chain(standing(ActionStatus::Precautionary).filter(presses));
    let mut first: Vec<_> = urgent.collect();
    let others = standing(ActionStatus::Recommended).filter(|action| !presses(action));
    first.extend(others.take(SHORT.saturating_sub(first.len())));
    let first = first.into_iter();
    first
        .map(|action| items::in_short(advice, action))
        .collect()
}

/// How many things to do are told in short, where no more are urgent.
const SHORT: usize = 3;

/// Whether it is shown first of all, because a life may be in danger.
fn pressing(action: &Action<'_>) -> bool {
    action.urgency == UrgencyLevel::Emergency
}

fn danger(page: &mut Sheet, vocabulary: &Vocabulary, advice: &Advice<'_>) {
    let urgent = advice.actions.iter().filter(|action| pressing(action));
    let urgent = urgent.map(|action| items::action(advice, action));
    page.section("Danger: do this first", "", urgent.collect());
    let unasked = members::questions(advice).filter(|question| asks_first(advice, question));
    let unasked = unasked.map(|question| items::question(advice, question));
    page.section("Ask this first", "", unasked.collect());
    let unsettled = advice.contradictions.iter();
    let unsettled = unsettled.map(|one| facts::contradiction(vocabulary, one));
    page.section(
        "Settle this",
        "These answers cannot all be true. Until they are settled, the cautious reading counts.",
        unsettled.collect(),
    );
}

/// Whether a life may hang on the answer.
fn asks_first(advice: &Advice<'_>, question: &Question<'_>) -> bool {
    let mut pending = members::pending(advice, question.id);
    pending.any(|action| action.urgency == UrgencyLevel::Emergency)
}

fn prohibitions(page: &mut Sheet, advice: &Advice<'_>) {
    let prohibitions = advice.prohibitions.iter();
    let entries = prohibitions.map(|one| items::prohibition(advice, one));
    page.section("Do not", "", entries.collect());
}

fn actions(page: &mut Sheet, advice: &Advice<'_>) {
    let of_status = |status: ActionStatus| -> Vec<Entry> {
        let standing = members::actions(advice, status).filter(|action| !pressing(action));
        standing
            .map(|action| items::action(advice, action))
            .collect()
    };
    page.steps("Do now", "", of_status(ActionStatus::Recommended));
    if advice.scope == Scope::Incident {
        gaps(page, advice);
    }
    page.section(
        items::TO_BE_SAFE,
        "",
        of_status(ActionStatus::Precautionary),
    );
    let waiting = advice.waiting.iter();
    let waiting = waiting.map(|group| items::waiting(advice, group));
    page.section("Do not do these yet", "", waiting.collect());
    let conditional = members::conditional(advice);
    page.section(
        "Only if you find out more",
        "",
        conditional.map(items::conditional).collect(),
    );
}

fn gaps(page: &mut Sheet, advice: &Advice<'_>) {
    let gaps = advice.not_covered.iter().map(|gap| items::gap(advice, gap));
    page.section(
        "Not covered by the guidance: what to do",
        "",
        gaps.collect(),
    );
}

fn questions(page: &mut Sheet, advice: &Advice<'_>) {
    let later = members::questions(advice).filter(|question| !asks_first(advice, question));
    let later = later.map(|question| items::question(advice, question));
    let head = advice.how_to_ask.map_or("", |head| head.as_str());
    let about = format!("{head} No step above waits for these.");
    page.section("Still to ask", about.trim_start(), later.collect());
}

fn rest(page: &mut Sheet, guidance: &Guidance, advice: &Advice<'_>) {
    let vocabulary = guidance.vocabulary();
    page.section(
        "The facts this advice is based on",
        match advice.completeness {
            Completeness::Complete => "Nothing that is still open can change this advice.",
            Completeness::AllAsked => {
                "Some answers are not known. The advice allows for each of them."
            }
            Completeness::QuestionsRemain => "An answer to what is still to ask may change it.",
        },
        facts::counted(vocabulary, advice),
    );
    let known = members::explanations(advice);
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
    page.section("Sources", "", people::guidance(guidance, advice));
}
