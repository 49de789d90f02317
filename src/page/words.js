/** What the contract says of its own words: `professional_or_lead` and the like, in a sentence of its schema. */

import { catalogue } from "./api.js";

/** Gives the meaning of each word of a member of a part of the answer; a word that is not known stands as it is. */
export async function wordsOf(part, member) {
    const { $defs: parts } = await catalogue("/schemas/advice.json");
    const said = parts[part]?.properties[member]?.description ?? "";
    const meanings = new Map([...said.matchAll(/^- `(\w+)`: (.*)$/gm)].map(([, word, meaning]) => [word, meaning]));
    return (word) => meanings.get(word) ?? word.replaceAll("_", " ");
}
