//! What is due for review on a day. The day is an input: the same guidance on the same day says the same.

use time::Date;
use time::format_description::well_known::Iso8601;

use super::model::Guidance;
use crate::contract::prerendered::Prerendered;

/// Something that is to be reviewed by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What it is: a pack with its edition, or a contact.
    pub of: String,
    /// The day by which it is to be reviewed (ISO 8601).
    pub by: String,
    /// How many days are left; none, or fewer, where the day is over.
    pub days_left: i64,
}

/// The day that a text names, written year-month-day.
pub fn day(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shaped.then(|| Date::parse(text, &Iso8601::DATE).ok())?
}

impl Guidance {
    /// The guidance as it stands on a day: what is overdue for review says so (SEMANTICS 12.7).
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        let overdue = |by: &str| day(by).is_some_and(|by| by < today);
        let editions = std::mem::take(&mut self.editions).into_iter();
        self.editions = editions
            .map(|edition| edition.changed(|it| it.review_overdue = overdue(&it.review_by)))
            .collect();
        let receipts = std::mem::take(&mut self.receipts).into_iter();
        self.receipts = receipts
            .map(|receipt| receipt.changed(|it| it.review_overdue = overdue(&it.review_by)))
            .collect();
        let contacts = std::mem::take(&mut self.contacts).into_iter();
        self.contacts = contacts
            .map(|contact| contact.changed(|it| it.review_overdue = overdue(&it.review_by)))
            .collect();
        self.named_contacts = self
            .contacts
            .map(|contact| Prerendered::new((&**contact).into()));
        self.as_of = Some(today.to_string());
        let restricted = self.take_restricted().into_iter();
        let restricted = restricted.map(|guidance| guidance.on(today)).collect();
        self.with_restricted(restricted)
    }

    /// Every pack and every contact, by what is left until it is due for review.
    pub fn reviews(&self, today: Date) -> Vec<Review> {
        let packs = self.editions.iter().map(|edition| {
            let of = format!("{} {}", edition.pack, edition.edition);
            (of, &edition.review_by)
        });
        let contacts = self.contacts.iter();
        let contacts = contacts.map(|contact| (contact.id.clone(), &contact.review_by));
        let review = |(of, by): (String, &String)| Review {
            of,
            by: by.clone(),
            days_left: day(by).map_or(0, |by| (by - today).whole_days()),
        };
        let mut reviews: Vec<_> = packs.chain(contacts).map(review).collect();
        reviews.sort_by_key(|review| review.days_left);
        reviews
    }
}
