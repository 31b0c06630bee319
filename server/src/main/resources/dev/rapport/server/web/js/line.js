import { fill, freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { note } from "./note.js";
import { isOther, isOwn, month, plain } from "./words.js";

const PEEK_AFTER = 220;

/** The one line whose note is out, if any. */
let out = null;

/**
 * A line of the page, with its note. The note comes out on hover, and stays on a tap or Enter.
 *
 * @param {import("./person.js").Line} line
 * @param {object} tools as {@link note} takes them
 * @returns {HTMLElement} `<li>`; its `line-face` is the button the keyboard walks on
 */
export function lineItem(line, tools) {
  const margin = h("div", { class: "note", id: freshId("note"), hidden: true });
  const face = h(
    "button",
    { type: "button", class: "line-face", "aria-expanded": "false", "aria-controls": margin.id, dir: "auto" },
    isOther(line) && h("em", { class: "who" }, h("bdi", {}, line.owner), ": "),
    h("span", { class: "says" }, line.text),
    " ",
    marks(line),
  );
  const item = h(
    "li",
    { class: "line", dataset: { line: line.id } },
    line.pinned && h("span", { class: "pinned", title: "Pinned" }, icon("pin")),
    face,
    margin,
  );
  const me = { held: false, close };
  let timer = 0;

  function open() {
    if (out && out !== me) out.close();
    out = me;
    if (!margin.hasChildNodes()) fill(margin, note(line, tools));
    margin.hidden = false;
    face.setAttribute("aria-expanded", "true");
  }

  function close() {
    me.held = false;
    if (out === me) out = null;
    margin.hidden = true;
    face.setAttribute("aria-expanded", "false");
  }

  face.addEventListener("click", () => {
    if (me.held) return close();
    open();
    me.held = true;
  });
  item.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse" && !out?.held) timer = setTimeout(open, PEEK_AFTER);
  });
  item.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    if (!me.held && out === me) close();
  });
  item.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || margin.hidden) return;
    close();
    face.focus();
  });
  return item;
}

function marks(line) {
  const shown = [
    isOwn(line) ? "yours" : line.basis === "INFERRED" && "inferred",
    line.since && `since ${month(line.since)}`,
    line.sensitivity !== "ORDINARY" && plain(line.sensitivity),
  ].filter(Boolean);
  return h(
    "span",
    { class: "marks" },
    shown.map((mark) => h("span", {}, mark, " ")),
    line.pinned && h("span", { class: "unseen" }, "pinned"),
  );
}
