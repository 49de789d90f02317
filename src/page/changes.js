/** What an answer has changed on the card, in words, and marked where it stands. */

import { element } from "./card.js";

const linesOf = (card, slots) => slots.flatMap((slot) => [card[slot] ?? []].flat().map((line) => ({ slot, ...line })));
const nameOf = ({ id, variant }) => `${id}/${variant ?? ""}`;
const linksOf = ({ call = [] }) => call.map(({ label }) => label).join(", ");

/** More than these are not told, only marked: they would stand in front of what is being asked. */
const MOST = 2;

/** Whether a line has come that is read before anything else is done: of danger that is known, or of what to stop. */
export function comesFirst(before, now) {
    const first = ({ danger, stop }) => [...(danger?.level === "emergency" ? [danger] : []), ...stop];
    const known = first(before).map(nameOf);
    return first(now).some((line) => !known.includes(nameOf(line)));
}

/** Marks each line of the card on the page that is new or says something else, and gives a sentence for the first. */
export function tellChanges(place, slots, before, now) {
    const [old, lines] = [linesOf(before, slots), linesOf(now, slots)];
    const earlier = ({ id }) => old.find((line) => line.id === id);
    const kept = lines.filter(earlier);
    const differs = (line, was) => line.text !== was.text || linksOf(line) !== linksOf(was);
    const come = lines.filter((line) => !earlier(line));
    const changed = kept.filter((line) => differs(line, earlier(line)));
    const moved = kept.filter((line) => line.slot !== earlier(line).slot && !changed.includes(line));
    const gone = old.filter(({ id }) => !lines.some((line) => line.id === id));
    for (const [word, marked] of [["New", come], ["Changed", changed], ["Moved", moved]]) {
        for (const line of marked) {
            place.querySelector(`[data-line="${nameOf(line)}"]`)?.prepend(element("span", { class: "new" }, word), " ");
        }
    }
    // Where the words are the same it is the numbers that are others.
    const said = (line) => changed.includes(line) && line.text === earlier(line).text ? `${line.text} ${linksOf(line)}` : line.text;
    const told = [["New", come], ["Instead", changed], ["Moved", moved], ["No longer", gone]].flatMap(([word, all]) => all.map((line) =>
        element("p", {}, element("strong", {}, `${word}:`), ` ${said(line)}`)));
    if (!told.length) return [element("p", { class: "passing" }, "Nothing on the card has changed.")];
    const more = told.length - MOST;
    return [...told.slice(0, MOST), ...(more > 0 ? [element("p", {}, `And ${more} more: look at the card.`)] : [])];
}
