// Incidents as a professional has them in hand: what they know, in the order in which they would say it.

export const incidents = {
    "a class teacher in England": {
        jurisdiction: "GB-ENG", setting: "school_or_college", asked_by: "other", child_age_band: "13_to_15",
        child_sent_or_posted: "yes", material_kind: "image_or_video", shown_or_passed_on_without_consent: "yes",
        shared_on_social_network_or_website: "yes", parents_aware: "no",
    },
    "a youth worker in Northern Ireland": {
        jurisdiction: "GB-NIR", setting: "other", asked_by: "other", child_age_band: "13_to_15",
        child_sent_or_posted: "yes", material_kind: "image_or_video", threatened_or_blackmailed: "yes",
        money_or_more_images_demanded: "yes", has_paid: "yes", adult_involved: "suspected",
    },
    "a sports coach in England": {
        jurisdiction: "GB-ENG", setting: "other", asked_by: "other", child_age_band: "13_to_15", child_received: "yes",
        material_kind: "image_or_video", youngest_depicted: "13_to_17", professional_has_viewed: "yes", material_deleted: "yes",
    },
    "a teaching assistant in Scotland": {
        jurisdiction: "GB-SCT", setting: "school_or_college", asked_by: "other", child_age_band: "under_13",
        child_received: "yes", child_was_asked: "yes", material_kind: "image_or_video", adult_involved: "suspected",
    },
    "a teacher in Wales": {
        jurisdiction: "GB-WLS", setting: "school_or_college", asked_by: "other", child_depicted: "yes",
        material_kind: "image_or_video", ai_generated: "yes", made_without_consent: "yes",
        shown_or_passed_on_without_consent: "yes",
    },
};

/** Those without a known sign of an adult, force or a demand: all of the first minute is seen without scrolling. */
export const ordinary = ["a class teacher in England", "a sports coach in England", "a teacher in Wales"];
