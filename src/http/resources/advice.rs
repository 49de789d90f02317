//! `POST /v1/advice`: the one resource that reads something about an incident.
//!
//! Nothing is kept: no id is made from the content, and the answer is not to be stored.

use actix_web::http::header;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};

use crate::advise::advise;
use crate::contract::advice::Advice;
use crate::contract::incident::Incident;
use crate::http::accept;
use crate::http::error::ApiError;
use crate::http::problems::AdviceProblems;
use crate::http::read_body::read_body;
use crate::http::settings::Settings;
use crate::http::state::RequestSnapshot;
use crate::note::{Form, case_note};

const MARKDOWN: &str = "text/markdown; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// The forms of an answer, the one to send where several have the same quality first.
const FORMS: [&str; 3] = ["application/json", MARKDOWN, PLAIN];

/// What an answer seldom outgrows.
const USUAL_ANSWER: usize = 24 * 1024;

/// Advise on an incident
///
/// Send what is known as facts; an incident without any fact is valid. The answer says what to do
/// now, what not to do, what waits and until when, what to ask next and whom to contact, and for
/// each of these the published statements that it rests on. The same request gives the same bytes.
/// Nothing is stored.
///
/// `include` asks for more, at the end of the answer, and changes nothing of what is there: `reasons`, `possible`,
/// `all_questions`, `explanations`, `sources`, `facts`, or `all` of these; `what_if` for what each answer that could
/// be stated would change (while answers contradict each other, only of what settles the first contradiction);
/// `trace` for how each status came about. `left_out` says how much there is.
///
/// `Accept: text/markdown` or `text/plain` gives the same advice as a case note to paste into a record.
#[utoipa::path(
    tag = "advice",
    operation_id = "adviseOnIncident",
    request_body(
        content = Incident,
        description = "What is known about the incident, at most 16 KiB.",
        examples(
            ("nothing_known_yet" = (
                summary = "Nothing is known yet: the first questions and the precautions",
                value = json!({"facts": {}})
            )),
            ("in_the_middle_of_a_call" = (
                summary = "In the middle of a call: a 13 to 15 year old has sent a picture",
                value = json!({"facts": {
                    "child_age_band": "13_to_15",
                    "child_sent_or_posted": "yes",
                    "material_kind": "image_or_video"
                }})
            )),
            ("messages_from_an_adult" = (
                summary = "A child has received words, and an adult is involved",
                value = json!({"facts": {
                    "child_received": "yes",
                    "material_kind": "text_only",
                    "adult_involved": "yes"
                }})
            )),
            ("what_each_answer_would_change" = (
                summary = "In the middle of a call, with what each answer would change",
                value = json!({
                    "facts": {
                        "child_age_band": "13_to_15",
                        "child_sent_or_posted": "yes",
                        "material_kind": "image_or_video"
                    },
                    "include": ["what_if"]
                })
            )),
            ("how_each_status_came_about" = (
                summary = "For the review of a case: what each condition of the guidance came to",
                value = json!({
                    "facts": {
                        "child_sent_or_posted": "yes",
                        "adult_involved": "no",
                        "police_decision": "no_investigation",
                        "police_knew_all_this": "yes"
                    },
                    "include": ["trace"]
                })
            ))
        )
    ),
    responses(
        (
            status = 200,
            description = "Advice on the incident.",
            content(
                (Advice = "application/json"),
                (String = "text/markdown"),
                (String = "text/plain")
            )
        ),
        AdviceProblems
    )
)]
#[post("/v1/advice")]
pub(super) async fn advise_on_incident(
    request: HttpRequest,
    body: Payload,
    snapshot: RequestSnapshot,
    settings: Data<Settings>,
) -> Result<HttpResponse, ApiError> {
    let form = accept::choose(&request, &FORMS)?;
    let incident = read_body(&request, body, &snapshot.intake, settings.limits.body).await?;
    let guidance = &snapshot.active()?.guidance;
    let body = match form {
        MARKDOWN => case_note(guidance, &incident, Form::Markdown).into_bytes(),
        PLAIN => case_note(guidance, &incident, Form::Plain).into_bytes(),
        _ => {
            let mut json = Vec::with_capacity(USUAL_ANSWER);
            advise(guidance, &incident).write(&mut json);
            json
        }
    };
    Ok(HttpResponse::Ok()
        .content_type(form)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body))
}
