import { diffList } from "./diff.js";
import { fill, h } from "./dom.js";
import { failed, settle, toast } from "./said.js";
import { followOwnChange, markSeen, seen } from "./seen.js";
import { cause, count, moment } from "./words.js";

const SHOWN = 100;

/** What changed since last time, and every version of the page with its cause. */
export async function changesView(at) {
  const { api, user } = at;
  const body = h("div");
  const first = seen(user) === null;
  await draw();

  async function draw() {
    const revisions = await api.revisions(SHOWN);
    const now = revisions[0]?.number ?? 0;
    if (seen(user) === null) markSeen(user, now);
    fill(body, await since(now), timeline(revisions));
  }

  async function since(now) {
    const last = seen(user);
    if (last >= now) return h("p", { class: "lede" }, nothingNew(now));
    const diff = await api.diff(last, now);
    return h(
      "section",
      { class: "since" },
      h("h2", {}, "Since you were last here"),
      diffList(diff),
      h("button", { type: "button", class: "main", onclick: () => (markSeen(user, now), at.refreshTabs(), draw()) }, "I have seen this"),
    );
  }

  function nothingNew(now) {
    if (now === 0) return "The page has no history yet.";
    return first
      ? "This browser looks for the first time. From now on, what changes between two visits stands here."
      : "You have seen everything: nothing changed since your last visit.";
  }

  function timeline(revisions) {
    const takeBack = standing(revisions);
    return h(
      "section",
      {},
      h("h2", {}, "Every version of the page"),
      revisions.length === 0 && h("p", { class: "empty" }, "None yet."),
      h("ol", { class: "timeline" }, revisions.map((revision) => moment_(revision, revision === takeBack))),
    );
  }

  function moment_(revision, newest) {
    const content = h("div", { class: "then" });
    const details = h(
      "details",
      {
        ontoggle: () =>
          details.open && !content.hasChildNodes() &&
          settle(content, async () => diffList(await api.diff(revision.number - 1, revision.number))),
      },
      h(
        "summary",
        {},
        h("span", { class: "cause" }, cause(revision)),
        h("span", { class: "when" }, moment(revision.at)),
        h("span", { class: "tally" }, tally(revision)),
      ),
      content,
    );
    return h(
      "li",
      { dataset: { revision: revision.number } },
      details,
      newest && h("button", { type: "button", class: "small", onclick: () => undo(revision, revisions_()) }, "Undo this"),
    );
  }

  function revisions_() {
    return Number(body.querySelector("[data-revision]").dataset.revision);
  }

  async function undo(revision, now) {
    try {
      const answer = await api.undo(now);
      followOwnChange(user, now, answer?.revision ?? now + 1);
      await draw();
      toast(`Taken back: ${cause(revision).toLowerCase()}.`);
    } catch (problem) {
      failed(problem);
    }
  }

  return h("article", { class: "sheet" }, h("header", {}, h("h1", {}, "What changed")), body);
}

function tally({ added, changed, removed }) {
  const size = (value) => (Array.isArray(value) ? value.length : value ?? 0);
  return [
    size(added) && `${count(size(added), "line")} added`,
    size(changed) && `${size(changed)} changed`,
    size(removed) && `${size(removed)} removed`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The newest revision an undo would take back: undone ones, and the undoing, are passed over. */
function standing(revisions) {
  let skip = 0;
  for (const revision of revisions) {
    if (String(revision.cause?.kind).toLowerCase() === "undone") skip++;
    else if (skip > 0) skip--;
    else return revision;
  }
  return null;
}
