import { h } from "./dom.js";
import { isolated, isOther, plain } from "./words.js";

const MOST_WORDS = 120;

/**
 * What changed, as an editor would mark it: added lines, struck lines, and within a changed line
 * its words.
 *
 * @param {{added: Line[], changed: {before: Line, after: Line}[], removed: Line[]}} diff
 * @typedef {import("./person.js").Line} Line
 */
export function diffList(diff) {
  const rows = [
    ...diff.added.map((line) => row("added", line.section, h("ins", {}, words(line)))),
    ...diff.changed.map(({ before, after }) => row("changed", after.section, changed(before, after))),
    ...diff.removed.map((line) => row("removed", line.section, h("del", {}, words(line)))),
  ];
  if (rows.length === 0) return h("p", { class: "empty" }, "No line says anything different.");
  return h("ul", { class: "diff" }, rows);
}

function row(kind, section, content) {
  return h(
    "li",
    { class: kind },
    h("span", { class: "kind" }, kind, h("span", { class: "unseen" }, ", under ")),
    h("p", { dir: "auto" }, content),
    h("bdi", { class: "under" }, section),
  );
}

function words(line) {
  return isOther(line) ? `${isolated(line.owner)}: ${line.text}` : line.text;
}

function changed(before, after) {
  const text = words(before) === words(after) ? [words(after)] : marked(words(before), words(after));
  return [...text, ...flags(before, after).map((flag) => h("small", {}, " (", flag, ")"))];
}

function flags(before, after) {
  return [
    before.pinned !== after.pinned && (after.pinned ? "now pinned" : "no longer pinned"),
    before.section !== after.section && `was under ${isolated(before.section)}`,
    before.basis !== after.basis && `now ${plain(after.basis)}`,
    before.author !== after.author && (after.author === "USER" ? "now yours" : "now learned"),
  ].filter(Boolean);
}

/** Words both have stand plain; the longest common run decides which. */
function marked(before, after) {
  const a = before.split(/(?<=\s)/);
  const b = after.split(/(?<=\s)/);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return [h("del", {}, before), " ", h("ins", {}, after)];
  const common = table(a, b);
  const parts = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].trim() === b[j].trim()) {
      parts.push(b[j]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
      parts.push(h("del", {}, a[i++]));
    } else {
      parts.push(h("ins", {}, b[j++]));
    }
  }
  return parts;
}

function table(a, b) {
  const common = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] =
        a[i].trim() === b[j].trim() ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}
