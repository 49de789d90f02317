//! The metrics of the guidance: read off what is in force whenever somebody asks.

use std::fmt;

use actix_web::web::Data;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::gauge::ConstGauge;

use super::edition::EditionLabels;
use crate::guidance::Guidance;
use crate::http::state::State;

/// The state whose guidance is measured.
#[derive(Debug)]
pub(super) struct Loaded(pub(super) Data<State>);

impl Collector for Loaded {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        number(
            &mut encoder,
            "guidance_stale",
            "1 while newer guidance was refused and what was served before goes on",
            self.0.is_stale().into(),
        )?;
        let snapshot = self.0.now();
        number(
            &mut encoder,
            "guidance_withdrawn",
            "1 while nothing is served because the operator has withdrawn an edition",
            snapshot.active().is_err().into(),
        )?;
        let Ok(active) = snapshot.active() else {
            return Ok(());
        };
        of_guidance(&mut encoder, &active.guidance)
    }
}

fn of_guidance(encoder: &mut DescriptorEncoder, guidance: &Guidance) -> fmt::Result {
    let editions = || guidance.editions().iter();
    let about = "The guidance that answers";
    let all = editions().map(|edition| (EditionLabels::of(edition), 1));
    by_edition(encoder, "guidance_info", about, all)?;
    let about = "1 for each pack that was to be reviewed by a day that is over";
    let overdue =
        editions().map(|edition| (EditionLabels::of(edition), edition.review_overdue.into()));
    by_edition(encoder, "guidance_review_overdue", about, overdue)?;
    let contacts = guidance.contacts().iter();
    let overdue = contacts.filter(|contact| contact.review_overdue).count();
    number(
        encoder,
        "contacts_review_overdue",
        "Contacts that were to be checked again by a day that is over",
        overdue.try_into().unwrap_or(i64::MAX),
    )
}

fn number(encoder: &mut DescriptorEncoder, name: &str, about: &str, value: i64) -> fmt::Result {
    let metric = encoder.encode_descriptor(name, about, None, MetricType::Gauge)?;
    ConstGauge::new(value).encode(metric)
}

fn by_edition(
    encoder: &mut DescriptorEncoder,
    name: &str,
    about: &str,
    values: impl Iterator<Item = (EditionLabels, i64)>,
) -> fmt::Result {
    let mut family = encoder.encode_descriptor(name, about, None, MetricType::Gauge)?;
    for (edition, value) in values {
        let metric = family.encode_family(&edition)?;
        ConstGauge::new(value).encode(metric)?;
    }
    Ok(())
}
