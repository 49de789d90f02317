//! What HTTP alone costs: a handler that reads the body and answers fixed bytes.
//!
//! `fixed_bytes PORT FILE` answers `POST /v1/advice` with the bytes of FILE, with the same server
//! and the same headers as signpost, and does nothing else. `tests/tools/speed.sh` compares the two.

use std::error::Error;

use actix_web::http::header;
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpResponse, HttpServer};

async fn answer(_body: Bytes, fixed: Data<Bytes>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(("request-id", "00000000000000000000000000000000"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(fixed.get_ref().clone())
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(port), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: fixed_bytes PORT FILE".into());
    };
    let fixed = Data::new(Bytes::from(std::fs::read(file)?));
    let app = move || {
        App::new()
            .app_data(fixed.clone())
            .route("/v1/advice", web::post().to(answer))
    };
    HttpServer::new(app)
        .workers(1)
        .bind(("127.0.0.1", port.parse()?))?
        .run()
        .await?;
    Ok(())
}
