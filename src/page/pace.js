/** How an answer is pressed. What has just come on the screen has not been read: pressing it at once answers nothing. */

const page = document.getElementById("page");
const UNREAD = 0.6e3;

let waiting;
let last;
let keys = false;

/** Whether what was pressed last was pressed with a key. */
export const byKey = () => keys;

/** Says that the questions are new on the screen. */
export function freshen() {
    clearTimeout(waiting);
    page.dataset.fresh = "";
    waiting = setTimeout(() => delete page.dataset.fresh, UNREAD);
}

/** A button of the form stays where it is: only itself is pressed again too soon. */
const tooSoon = (button) => "fresh" in page.dataset && (button === last || !button.closest(".fact"));

page.addEventListener("click", (event) => {
    keys = event.detail === 0;
    const button = event.target.closest("[data-value], [data-remove]");
    if (button && tooSoon(button)) event.stopPropagation();
    else if (button) last = button;
}, true);
