//! The conversions on a sample that has every construct they know, whether or not the contract
//! uses it at present.

use serde_json::Value;
use signpost::export::{openapi_3_0, swagger_2_0};

use super::grammar::{foreign_to_2_0, foreign_to_3_0};

fn samples() -> [Value; 3] {
    [
        include_str!("sample-3.1.json"),
        include_str!("sample-3.0.json"),
        include_str!("sample-2.0.json"),
    ]
    .map(|text| serde_json::from_str(text).unwrap())
}

#[test]
fn what_3_1_says_is_said_in_3_0() {
    let [current, older, _] = samples();
    assert_eq!(openapi_3_0::from_3_1(&current), older);
}

#[test]
fn what_3_0_says_is_said_in_2_0() {
    let [_, older, oldest] = samples();
    assert_eq!(swagger_2_0::from_3_0(&older), oldest);
}

#[test]
fn what_one_format_alone_has_is_foreign_to_the_others() {
    let [current, older, oldest] = samples();
    assert_eq!(foreign_to_3_0(&older), Vec::<String>::new());
    assert_eq!(foreign_to_2_0(&oldest), Vec::<String>::new());
    let mut found = foreign_to_3_0(&current);
    found.sort();
    assert_eq!(
        found,
        [
            "/components/schemas/Id/examples",
            "/components/schemas/Thing/properties/examples/items",
            "/components/schemas/Thing/properties/parts/additionalProperties",
            "/components/schemas/Whole/allOf/1/properties/id/examples",
            "/info/license/identifier",
            "/paths//things/{kind}/post/requestBody/content/application/json/schema",
        ]
    );
}
