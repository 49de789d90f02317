//! The table of exclusions, one sentence an entry.

use super::exclusions::Exclusion;

const YES: &[&str] = &["yes"];
const NO: &[&str] = &["no"];

/// Every exclusion.
pub(super) static EXCLUSIONS: &[Exclusion] = &[
    // Nothing has happened: nobody asked for, made, sent, received or threatened anything. Words
    // only, and nobody under 18 shown, stay true where there is nothing at all.
    not_without_incident(
        "child_sent_or_posted",
        YES,
        "You say that nothing has happened, and that the child sent or posted something. Which \
         is right?",
    ),
    not_without_incident(
        "child_passed_on",
        YES,
        "You say that nothing has happened, and that the child passed something on. Which is \
         right?",
    ),
    not_without_incident(
        "child_received",
        YES,
        "You say that nothing has happened, and that the child received something. Which is right?",
    ),
    not_without_incident(
        "child_was_asked",
        YES,
        "You say that nothing has happened, and that the child was asked for something. Which is \
         right?",
    ),
    not_without_incident(
        "child_depicted",
        YES,
        "You say that nothing has happened, and that the child is shown in something. Which is \
         right?",
    ),
    not_without_incident(
        "child_pressured_or_harmed_another",
        YES,
        "You say that nothing has happened, and that there is a concern that the child pressed \
         or harmed somebody. Which is right?",
    ),
    not_without_incident(
        "material_exists",
        YES,
        "You say that nothing has happened, and that something has been made, sent or received. \
         Which is right?",
    ),
    not_without_incident(
        "material_kind",
        &["image_or_video"],
        "You say that nothing has happened, and that there is a picture or a video. Which is \
         right?",
    ),
    not_without_incident(
        "youngest_depicted",
        &["under_13", "13_to_17"],
        "You say that nothing has happened, and that someone under 18 is shown. Which is right?",
    ),
    not_without_incident(
        "made_without_consent",
        YES,
        "You say that nothing has happened, and that something was made without consent. Which \
         is right?",
    ),
    not_without_incident(
        "ai_generated",
        YES,
        "You say that nothing has happened, and that something was made or changed with AI or \
         editing. Which is right?",
    ),
    not_without_incident(
        "beyond_developmental_stage_or_violent",
        YES,
        "You say that nothing has happened, and that something is violent or unusual at that \
         age. Which is right?",
    ),
    not_without_incident(
        "adult_involved",
        &["yes", "suspected"],
        "You say that nothing has happened, and that an adult may be involved. Which is right?",
    ),
    not_without_incident(
        "adult_in_position_of_trust",
        YES,
        "You say that nothing has happened, and that an adult in a role of trust may be \
         involved. Which is right?",
    ),
    not_without_incident(
        "parent_or_carer_implicated",
        &["yes", "suspected"],
        "You say that nothing has happened, and that a parent or carer may have had a part in \
         it. Which is right?",
    ),
    not_without_incident(
        "safeguarding_lead_implicated",
        &["yes", "suspected"],
        "You say that nothing has happened, and that the safeguarding lead may have had a part \
         in it. Which is right?",
    ),
    not_without_incident(
        "forced_or_coerced",
        YES,
        "You say that nothing has happened, and that the child was forced or coerced. Which is \
         right?",
    ),
    not_without_incident(
        "threatened_or_blackmailed",
        YES,
        "You say that nothing has happened, and that the child was threatened or blackmailed. \
         Which is right?",
    ),
    not_without_incident(
        "bullied",
        YES,
        "You say that nothing has happened, and that the child was bullied over it. Which is \
         right?",
    ),
    not_without_incident(
        "under_pressure",
        YES,
        "You say that nothing has happened, and that the child felt that they had to take part. \
         Which is right?",
    ),
    not_without_incident(
        "deceived_or_induced",
        YES,
        "You say that nothing has happened, and that the child was deceived or offered \
         something. Which is right?",
    ),
    not_without_incident(
        "money_or_more_images_demanded",
        YES,
        "You say that nothing has happened, and that money or images were demanded. Which is \
         right?",
    ),
    not_without_incident(
        "has_paid",
        YES,
        "You say that nothing has happened, and that something was paid. Which is right?",
    ),
    not_without_incident(
        "contact_continuing",
        YES,
        "You say that nothing has happened, and that a person behind it is still in contact. \
         Which is right?",
    ),
    not_without_incident(
        "says_sent_willingly",
        YES,
        "You say that nothing has happened, and that the child speaks of having sent something. \
         Which is right?",
    ),
    not_without_incident(
        "under_influence",
        YES,
        "You say that nothing has happened, and that the child was under the influence when it \
         happened. Which is right?",
    ),
    not_without_incident(
        "others_may_have_it",
        YES,
        "You say that nothing has happened, and that others may have it. Which is right?",
    ),
    not_without_incident(
        "shown_or_passed_on_without_consent",
        YES,
        "You say that nothing has happened, and that something was shown or passed on without \
         consent. Which is right?",
    ),
    not_without_incident(
        "shared_on_social_network_or_website",
        YES,
        "You say that nothing has happened, and that something was shared online. Which is right?",
    ),
    not_without_incident(
        "shared_by_mobile_phone",
        YES,
        "You say that nothing has happened, and that something was shared by mobile phone. Which \
         is right?",
    ),
    not_without_incident(
        "still_online",
        YES,
        "You say that nothing has happened, and that something is still online. Which is right?",
    ),
    not_without_incident(
        "police_instruction_on_material",
        &["keep", "may_delete"],
        "You say that nothing has happened, and that the police have given an instruction on the \
         material. Which is right?",
    ),
    not_without_incident(
        "material_deleted",
        YES,
        "You say that nothing has happened, and that something was deleted. Which is right?",
    ),
    not_without_incident(
        "professional_holds_copy",
        YES,
        "You say that nothing has happened, and that a professional holds a copy. Which is right?",
    ),
    not_without_incident(
        "professional_has_viewed",
        YES,
        "You say that nothing has happened, and that a professional has seen something. Which is \
         right?",
    ),
    not_without_incident(
        "meeting",
        &["planned", "under_way", "happened"],
        "You say that nothing has happened, and that there is a meeting with someone behind it. \
         Which is right?",
    ),
    // No material: there has been nothing beyond a request or a threat.
    not_without_material(
        "child_sent_or_posted",
        YES,
        "You say that there has been no more than a request or a threat, and that the child sent \
         or posted something. Which is right?",
    ),
    not_without_material(
        "child_passed_on",
        YES,
        "You say that there has been no more than a request or a threat, and that the child \
         passed something on. Which is right?",
    ),
    not_without_material(
        "child_received",
        YES,
        "You say that there has been no more than a request or a threat, and that the child \
         received something. Which is right?",
    ),
    not_without_material(
        "child_depicted",
        YES,
        "You say that there has been no more than a request or a threat, and that the child is \
         shown in something. Which is right?",
    ),
    not_without_material(
        "material_kind",
        &["image_or_video"],
        "You say that there has been no more than a request or a threat, and that there is a \
         picture or a video. Which is right?",
    ),
    not_without_material(
        "youngest_depicted",
        &["under_13", "13_to_17"],
        "You say that there has been no more than a request or a threat, and that someone under \
         18 is shown. Which is right?",
    ),
    not_without_material(
        "made_without_consent",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         made without consent. Which is right?",
    ),
    not_without_material(
        "ai_generated",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         made or changed with AI or editing. Which is right?",
    ),
    not_without_material(
        "beyond_developmental_stage_or_violent",
        YES,
        "You say that there has been no more than a request or a threat, and that something is \
         violent or unusual at that age. Which is right?",
    ),
    not_without_material(
        "says_sent_willingly",
        YES,
        "You say that there has been no more than a request or a threat, and that the child \
         speaks of having sent something. Which is right?",
    ),
    not_without_material(
        "others_may_have_it",
        YES,
        "You say that there has been no more than a request or a threat, and that others may \
         have some of it. Which is right?",
    ),
    not_without_material(
        "shown_or_passed_on_without_consent",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         shown or passed on without consent. Which is right?",
    ),
    not_without_material(
        "shared_on_social_network_or_website",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         shared online. Which is right?",
    ),
    not_without_material(
        "shared_by_mobile_phone",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         shared by mobile phone. Which is right?",
    ),
    not_without_material(
        "still_online",
        YES,
        "You say that there has been no more than a request or a threat, and that something is \
         still online. Which is right?",
    ),
    not_without_material(
        "material_deleted",
        YES,
        "You say that there has been no more than a request or a threat, and that something was \
         deleted. Which is right?",
    ),
    not_without_material(
        "professional_holds_copy",
        YES,
        "You say that there has been no more than a request or a threat, and that a professional \
         holds a copy. Which is right?",
    ),
    not_without_material(
        "professional_has_viewed",
        YES,
        "You say that there has been no more than a request or a threat, and that a professional \
         has seen something. Which is right?",
    ),
    // Words, emoji and voice show nobody, and AI is asked about for pictures and video alone.
    exclude(
        "material_kind",
        &["text_only"],
        "child_depicted",
        YES,
        "You say that it is words only, and that the child is shown in it. Which is right?",
    ),
    exclude(
        "material_kind",
        &["text_only"],
        "youngest_depicted",
        &["under_13", "13_to_17"],
        "You say that it is words only, and that someone under 18 is shown in it. Which is right?",
    ),
    exclude(
        "material_kind",
        &["text_only"],
        "ai_generated",
        YES,
        "You say that it is words only, and that a picture or video was made or changed with AI \
         or editing. Which is right?",
    ),
    // Ages. Whoever is under 18 now was under 18 when it happened.
    exclude(
        "anyone_under_18",
        NO,
        "child_age_band",
        &["under_13", "13_to_15", "16_to_17"],
        "You say that nobody involved was under 18, and that the child is under 18 now. Which is \
         right?",
    ),
    exclude(
        "anyone_under_18",
        NO,
        "youngest_depicted",
        &["under_13", "13_to_17"],
        "You say that nobody involved was under 18, and that someone shown was. Which is right?",
    ),
    // Adults. A suspected parent, carer or lead is left out: excluding that too would imply, from
    // the commonest answer, that they had no part, and nobody would ask.
    exclude(
        "adult_involved",
        NO,
        "adult_in_position_of_trust",
        YES,
        "You say that no adult had a part in it, and that an adult in a role of trust did or is \
         suspected of it. Which is right?",
    ),
    exclude(
        "adult_involved",
        NO,
        "parent_or_carer_implicated",
        YES,
        "You say that no adult had a part in it, and that a parent or carer did. Which is right?",
    ),
    exclude(
        "adult_involved",
        NO,
        "safeguarding_lead_implicated",
        YES,
        "You say that no adult had a part in it, and that the safeguarding lead did. Which is \
         right?",
    ),
    to_settle(exclude(
        "adult_involved",
        NO,
        "parent_or_carer_implicated",
        &["suspected"],
        "You say that no adult had a part in it, and that a parent or carer may have. Which is \
         right?",
    )),
    to_settle(exclude(
        "adult_involved",
        NO,
        "safeguarding_lead_implicated",
        &["suspected"],
        "You say that no adult had a part in it, and that the safeguarding lead may have. Which \
         is right?",
    )),
    // The police cannot know, or say, anything about an incident that they have not been told of.
    exclude(
        "police_decision",
        &["not_contacted"],
        "police_knew_all_this",
        YES,
        "You say that the police have not been told, and that they knew everything entered here. \
         Which is right?",
    ),
    exclude(
        "police_decision",
        &["not_contacted"],
        "police_instruction_on_material",
        &["keep", "may_delete"],
        "You say that the police have not been told, and that they have given an instruction on \
         the material. Which is right?",
    ),
    to_settle(exclude(
        "police_decision",
        &["no_investigation"],
        "police_instruction_on_material",
        &["keep"],
        "You say that the police will not investigate, and that they want something kept. Ask \
         them: what holds now?",
    )),
    exclude(
        "contact_continuing",
        YES,
        "police_knew_all_this",
        YES,
        "You say that a person behind it is still in contact, and that nothing has gone on since \
         the police decided. Do the police know of the contact?",
    ),
    // What cannot be without the other.
    exclude(
        "meeting",
        &["under_way"],
        "immediate_danger",
        NO,
        "You say that nobody is in immediate danger, and that a meeting is under way. Which is \
         right?",
    ),
    exclude(
        "has_paid",
        YES,
        "money_or_more_images_demanded",
        NO,
        "You say that something was paid on demand, and that nothing was demanded. Which is right?",
    ),
    exclude(
        "still_online",
        YES,
        "shared_on_social_network_or_website",
        NO,
        "You say that it is still online, and that it was never shared online. Which is right?",
    ),
];

/// An answer that cannot be true where nothing has happened.
const fn not_without_incident(
    fact: &'static str,
    answers: &'static [&'static str],
    ask: &'static str,
) -> Exclusion {
    exclude("incident_has_happened", NO, fact, answers, ask)
}

/// An answer that cannot be true where there is no material.
const fn not_without_material(
    fact: &'static str,
    answers: &'static [&'static str],
    ask: &'static str,
) -> Exclusion {
    exclude("material_exists", NO, fact, answers, ask)
}

const fn exclude(
    one: &'static str,
    one_answers: &'static [&'static str],
    other: &'static str,
    other_answers: &'static [&'static str],
    ask: &'static str,
) -> Exclusion {
    Exclusion {
        one: (one, one_answers),
        other: (other, other_answers),
        implies: true,
        ask,
    }
}

/// Answers that do not fit together in practice, although neither proves the other wrong.
const fn to_settle(exclusion: Exclusion) -> Exclusion {
    Exclusion {
        implies: false,
        ..exclusion
    }
}
