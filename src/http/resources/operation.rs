//! A row of the table as a service and as a part of the document.

use std::future::ready;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, guard, web};
use utoipa::openapi::PathItem;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, Paths};
use utoipa::openapi::response::{ResponseBuilder, ResponsesBuilder};
use utoipa_actix_web::OpenApiFactory;

use super::resource::{Fill, Resource, Schemas, Select};
use crate::http::error::ApiError;
use crate::http::representations::answer;
use crate::http::state::{RequestSnapshot, State};

impl HttpServiceFactory for Resource {
    fn register(self, config: &mut AppService) {
        let (resource, select) = (web::resource(self.path).guard(guard::Get()), self.select);
        match self.fill {
            Fill::Program(_) | Fill::Documents(_) => resource
                .to(move |request, state| ready(answer_from_program(&request, &state)))
                .register(config),
            Fill::Guidance(_) => resource
                .to(move |request, snapshot| {
                    ready(answer_from_guidance(&request, &snapshot, select))
                })
                .register(config),
        }
    }
}

fn answer_from_program(
    request: &HttpRequest,
    state: &Data<State>,
) -> Result<HttpResponse, ApiError> {
    answer(request, &state.documents, request.match_info().as_str())
}

fn answer_from_guidance(
    request: &HttpRequest,
    snapshot: &RequestSnapshot,
    select: Select,
) -> Result<HttpResponse, ApiError> {
    let name = select(request, snapshot.intake.vocabulary())?;
    answer(request, &snapshot.active()?.catalogue, &name)
}

impl OpenApiFactory for Resource {
    fn paths(&self) -> Paths {
        let item = PathItem::new(HttpMethod::Get, self.described());
        Paths::builder().path(self.path, item).build()
    }

    fn schemas(&self, schemas: &mut Schemas) {
        (self.body)(schemas);
    }
}

impl Resource {
    fn described(&self) -> Operation {
        let schema = (self.body)(&mut Vec::new());
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new()
            .description(self.answer)
            .content(self.media_type, content);
        let responses = ResponsesBuilder::new()
            .response(StatusCode::OK.as_str(), response)
            .responses_from_iter((self.problems)());
        let parameters = (self.parameters)(self.path);
        OperationBuilder::new()
            .tag(self.tag)
            .operation_id(Some(self.operation))
            .summary(Some(self.summary))
            .description(Some(self.description))
            .parameters(Some(parameters).filter(|all| !all.is_empty()))
            .responses(responses.build())
            .build()
    }
}
