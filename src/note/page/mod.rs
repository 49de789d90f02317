//! A note of one page (SEMANTICS 18.1): the card, what was said, and of the rest what there is room for.

mod basis;
mod card;
mod rest;
mod room;
mod said;
mod section;

use self::room::Room;
use super::sheet::{Block, Sheet};
use crate::contract::advice::{Advice, Scope};
use crate::guidance::Guidance;

/// The page.
pub(super) fn written<'g>(guidance: &'g Guidance, advice: &Advice<'g>) -> Sheet {
    let mut blocks = vec![Block::Title(match advice.scope {
        Scope::Incident => "Sexting incident: advice, not a decision",
        Scope::Prevention => "Nothing has happened: advice on working with children",
        Scope::OutOfScope => "No advice: nobody involved was under 18",
    })];
    if advice.scope == Scope::Incident {
        blocks.push(Block::Text(
            "Nobody who may be involved may read this.".to_owned(),
        ));
    }
    blocks.extend(card::blocks(advice));
    let basis = Block::Text(basis::line(advice));
    let mut room = Room::for_a_page();
    room.take_all(blocks.iter().chain([&basis]));
    let said = said::blocks(guidance.vocabulary(), advice, rest::leaving_all_out(room));
    room.take_all(&said);
    blocks.extend(said);
    blocks.extend(rest::blocks(guidance, advice, room));
    blocks.push(basis);
    Sheet { blocks }
}
