/** What an answer has changed on the card, in words, and marked where it stands. */

import { element } from "./card.js";

const linesOf = (card, slots) => slots.flatMap((slot) => [card[slot] ?? []].flat().map((line) => ({ slot, ...line })));
const nameOf = ({ id, variant }) => `${id}/${variant}`;

/** More than these are not told, only marked: they would stand in front of what is being asked. */
const MOST = 4;

/** Marks each line of the card on the page that is new, and gives a sentence for the first that came or went. */
export function tellChanges(place, slots, before, now) {
    const [old, lines] = [linesOf(before, slots), linesOf(now, slots)];
    const known = new Set(old.map(nameOf));
    const come = lines.filter((line) => !known.has(nameOf(line)));
    const gone = old.filter(({ id }) => !lines.some((line) => line.id === id));
    for (const line of come) {
        place.querySelector(`[data-line="${nameOf(line)}"]`)?.prepend(element("span", { class: "new" }, "New"), " ");
    }
    const told = [["New", come], ["No longer", gone]].flatMap(([word, changed]) => changed.map(({ slot, text }) =>
        element("p", { "data-slot": slot }, element("strong", {}, `${word}:`), ` ${text}`)));
    if (!told.length) return [element("p", {}, "Nothing on the card has changed.")];
    const more = told.length - MOST;
    return [...told.slice(0, MOST), ...(more > 0 ? [element("p", {}, `And ${more} more: look at the card.`)] : [])];
}
