//! The page: it names everything, needs nothing else, and says how its tables are to be read.

use sha2::{Digest, Sha256};
use signpost::guidance::Guidance;

use super::table::Table;
use super::{embedded, file, small, spreadsheet};

fn page(guidance: &Guidance) -> String {
    file(guidance, "decision_table.html")
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

fn assert_shows(page: &str, text: &str) {
    assert!(page.contains(&escaped(text)), "the page lacks: {text}");
}

/// A row for an id holds everything that is to be said of it, so the rows are what the page must show.
#[test]
fn whatever_the_csv_says_stands_on_the_page_too() {
    let guidance = embedded();
    let page = page(&guidance);
    let table = Table::read(&spreadsheet(&guidance));
    for row in &table.rows {
        assert!(
            page.contains(&format!("<code>{}</code>", row["id"])),
            "{}",
            row["id"]
        );
        let words = [
            "title",
            "detail",
            "because",
            "where_refuted",
            "release_hint",
            "caution",
            "note",
        ];
        for column in words {
            assert_shows(&page, &row[column]);
        }
        let citations: Vec<_> = row["citations"].split('|').collect();
        assert_shows(&page, &citations.join(", "));
    }
    assert!(table.rows.len() > 150, "{} rows", table.rows.len());
}

#[test]
fn it_names_everything_of_the_catalogue_and_every_edition() {
    let guidance = embedded();
    let page = page(&guidance);
    let catalogue = guidance.catalogue();
    let spreadsheet = Table::read(&spreadsheet(&guidance));
    for item in &catalogue.items {
        assert_shows(&page, &item.title);
        assert_eq!(spreadsheet.row(&item.id)["title"], item.title);
    }
    for statement in &catalogue.statements {
        let row = format!(
            "<th scope=\"row\">{}</th><td>{}</td>",
            statement.id, statement.position
        );
        assert_shows_raw(&page, &row);
        assert_shows(&page, &statement.section);
    }
    for edition in guidance.editions() {
        assert_shows(&page, &edition.limits);
        assert_shows_raw(
            &page,
            &format!("edition <strong>{}</strong>", edition.edition),
        );
    }
    let vocabulary = guidance.vocabulary();
    for side in vocabulary
        .exclusions()
        .iter()
        .flat_map(|exclusion| [exclusion.one, exclusion.other])
    {
        assert_shows(&page, &vocabulary[side.fact].label);
    }
    let digest = Sha256::digest(super::spreadsheet(&guidance));
    let digest: Vec<_> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_shows(&page, &digest.concat());
}

fn assert_shows_raw(page: &str, html: &str) {
    assert!(page.contains(html), "the page lacks: {html}");
}

/// Each reason for an item has a row of its own, wherever it stands.
#[test]
fn no_ground_is_lost_between_the_situations() {
    let guidance = embedded();
    let catalogue = guidance.catalogue();
    let prohibitions = catalogue.prohibitions.iter().map(|item| &item.grounds);
    let grounds = prohibitions.chain(catalogue.actions.iter().map(|item| &item.grounds));
    let grounds: usize = grounds.map(Vec::len).sum();
    let page = page(&guidance);
    let (_, section) = page
        .split_once("<section id=\"items_by_situation\">")
        .unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    assert_eq!(section.matches("<tr><td>").count(), grounds);
    assert!(grounds > 50, "only {grounds}");
}

#[test]
fn it_is_one_file_that_asks_for_nothing_else() {
    let page = page(&embedded());
    for outside in [
        "<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn its_tables_can_be_read_without_being_seen() {
    let page = page(&embedded());
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">"));
    let after = |mark: &str| {
        page.split(mark)
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for table in after("<table") {
        let (_, inside) = table.split_once('>').unwrap();
        assert!(inside.starts_with("<caption>"), "{inside:.80}");
    }
    let heads = [after("<th "), after("<th>")].concat();
    assert!(heads.len() > 100);
    for head in heads {
        assert!(head.starts_with("scope=\""), "{head:.80}");
    }
}

#[test]
fn words_of_guidance_stay_words() {
    let awkward = "Talk <script>alert(\"to them\")</script> & 'each'";
    let guidance = small(&[("title: Talk to someone", &format!("title: {awkward:?}"))]);
    let page = page(&guidance);
    assert!(!page.contains("<script"));
    assert_shows(&page, awkward);
}

#[test]
fn what_is_retired_stands_apart() {
    assert!(!page(&embedded()).contains("No longer given"));
    let retired = "title: Talking helps\n    retired: { since: \"1.1.0\", because: It is over. }";
    let guidance = small(&[("title: Talking helps", retired)]);
    let page = page(&guidance);
    assert_shows(&page, "No longer given");
    assert_shows(&page, "It is over.");
}
