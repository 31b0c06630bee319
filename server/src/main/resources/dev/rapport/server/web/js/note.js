import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { sentence } from "./said.js";
import { cause, day, isolated, isOther, isOwn, plain } from "./words.js";

/**
 * The note in a line's margin: the words it rests on, what is known of it, and what can be done.
 *
 * @param {import("./person.js").Line} line
 * @param {{why: Function, edit: Function, pin: Function, remove: Function, forget: Function}} tools
 */
export function note(line, tools) {
  const reasons = h("div", {}, quotes(line, line.sources));
  const told = h("p", { class: "told" }, facts(line, true));
  const story = h("p", { class: "told story" }, "\u00a0");
  tools.why(line).then(
    (why) => {
      fill(reasons, quotes(line, why.sources));
      if (why.sources.some((source) => source.at && day(source.at) === day(line.since))) fill(told, facts(line, false));
      fill(story, history(why.revisions ?? []));
    },
    (problem) => fill(story, sentence(problem)),
  );
  // What arrives later stands last, so that no button moves under a finger.
  return [reasons, told, actions(line, tools), story];
}

function quotes(line, sources) {
  if (sources.length > 0) return sources.map((source) => quote(line, source));
  return h("p", { class: "told" }, isOwn(line) ? "Written by hand; it rests on no conversation." : "Its source is not kept.");
}

function quote(line, source) {
  const when = source.at ? `said on ${day(source.at)}` : "said in a conversation";
  if (bare(source.quote) === bare(line.text)) return h("p", { class: "told verbatim" }, `In these very words, ${when}.`);
  return h("blockquote", { dir: "auto" }, h("span", { class: "says" }, `“${source.quote}”`), h("footer", {}, when));
}

/** Words without what stands around them. */
function bare(text) {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/g, " ").toLowerCase();
}

function facts(line, dated) {
  return [
    isOwn(line) ? "Yours." : line.basis === "STATED" ? "Said outright." : "Inferred: said by the way, not outright.",
    isOther(line) && `About ${isolated(line.owner)}; answers are not suited to them.`,
    dated && line.since && `Holds since ${day(line.since)}.`,
    line.sensitivity !== "ORDINARY" && `Touches on ${plain(line.sensitivity)}: used with tact.`,
    line.pinned && "Pinned: only you change it.",
  ]
    .filter(Boolean)
    .join(" ");
}

function history(revisions) {
  const first = revisions[0];
  const last = revisions.at(-1);
  if (!first) return "";
  const since = `On the page since ${day(first.at)}.`;
  return last === first ? since : `${since} Last change: ${cause(last).toLowerCase()}, ${day(last.at)}.`;
}

function actions(line, tools) {
  const button = (name, label, action, style = "") =>
    h(
      "button",
      { type: "button", class: `plain small ${style}`, dataset: { do: name }, onclick: () => action(line) },
      icon(name),
      label,
    );
  return h(
    "div",
    { class: "row", role: "group", "aria-label": "What to do with this line" },
    button("edit", "Edit", tools.edit),
    button("pin", line.pinned ? "Unpin" : "Pin", tools.pin),
    button("remove", "Remove", tools.remove),
    button("forget", "Never remember this", tools.forget, "text-red"),
  );
}
