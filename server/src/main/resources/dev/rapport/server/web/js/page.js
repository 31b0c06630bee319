import { adding } from "./add.js";
import { fill, h } from "./dom.js";
import { editInPlace } from "./edit.js";
import { forgetDialog } from "./forget.js";
import { icon } from "./icons.js";
import { lineItem } from "./line.js";
import { live } from "./live.js";
import { meter } from "./meter.js";
import { rove } from "./rove.js";
import { failed, say, toast } from "./said.js";
import { followOwnChange, markSeen, seen } from "./seen.js";
import { count } from "./words.js";

/**
 * The page: everything that is remembered of a person, and what they can do about it.
 *
 * @param {{api: ReturnType<import("./person.js").person>, user: string, lines: string[],
 *   link: (view: string) => string}} at `lines` are shown as used
 */
export async function pageView(at) {
  const { api, user } = at;
  const body = h("div");
  let page = await api.page();
  let waiting = 0;
  if (seen(user) === null) markSeen(user, page.revision);

  const tools = {
    why: (line) => api.why(line.id),
    edit: (line) => edit(line),
    pin: (line) =>
      change(() => api.changeLine(line.id, { pinned: !line.pinned }), line.pinned ? "Unpinned." : "Pinned.", line.id),
    remove: (line) =>
      change(() => api.removeLine(line.id), "Removed. It may be learned again.", neighbour(line.id)),
    forget: (line) => forget(line),
  };

  function item(id) {
    return Array.from(body.querySelectorAll(".line")).find((one) => one.dataset.line === id);
  }

  function sections() {
    return [...new Set(page.lines.map((line) => line.section))];
  }

  function neighbour(id) {
    const at = page.lines.findIndex((line) => line.id === id);
    return (page.lines[at + 1] ?? page.lines[at - 1])?.id;
  }

  function edit(line) {
    const back = () => (draw(), focus(line.id));
    editInPlace(item(line.id), line, sections(), (to) => change(() => api.changeLine(line.id, to), "Saved.", line.id), back);
  }

  function forget(line) {
    const next = line && neighbour(line.id);
    let forgotten = false;
    forgetDialog(api, line, () => (forgotten = true)).then(() => forgotten && reload(next));
  }

  /** Does one thing, shows the page it led to, and offers to take it back. */
  async function change(act, done, focusOn) {
    try {
      const before = page.revision;
      const answer = await act();
      await reload(focusOn ?? answer?.line?.id);
      const found = (answer?.findings ?? []).map((finding) => finding.why).join(" ");
      if (page.revision === before) {
        toast(found || "Nothing changed.", { bad: true });
        return false;
      }
      toast(`${done} ${found}`.trim(), { label: "Undo", action: undo });
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  }

  async function undo() {
    try {
      await api.undo(page.revision);
      await reload();
      say("Taken back.");
    } catch (problem) {
      failed(problem);
    }
  }

  async function reload(focusOn) {
    const before = page.revision;
    page = await api.page();
    followOwnChange(user, before, page.revision);
    draw();
    focus(focusOn);
  }

  function focus(id) {
    const target = (id && item(id)?.querySelector(".line-face")) ?? body.querySelector(".line-face, .adding button");
    target?.focus();
  }

  function draw() {
    const news = page.revision - (seen(user) ?? page.revision);
    fill(
      body,
      meter(page),
      news > 0 &&
        h("p", { class: "news" }, "The page has changed since you were last here. ", h("a", { href: at.link("changes") }, "See what changed")),
      page.lines.length === 0 && empty(at, waiting),
      sections().map((name) =>
        h(
          "section",
          { class: "section" },
          h("h2", { dir: "auto" }, name),
          h("ul", {}, page.lines.filter((line) => line.section === name).map((line) => lineItem(line, tools))),
        ),
      ),
      adding(sections(), (section, text) => change(() => api.addLine(section, text), "Added.")),
      page.lines.length > 0 && foot(() => forget(null)),
    );
    at.lines.forEach((id) => item(id)?.classList.add("used"));
    rove(body, ".line-face");
  }

  live(
    body,
    api.summary,
    (now) => {
      at.refreshTabs();
      waiting = now.waiting;
      if (now.revision > page.revision) arrived();
      else if (untouched()) draw();
    },
    { revision: page.revision, waiting, buried: 0 },
  );

  /** An empty page fills by itself; one that is read says that there is more, and does not jump. */
  function arrived() {
    if (untouched()) refresh();
    else if (!body.querySelector(".arrived")) {
      body.prepend(
        h(
          "p",
          { class: "news arrived" },
          "Something new was learned just now. ",
          h("button", { type: "button", class: "small", onclick: () => refresh().then(() => focus()) }, "Show it"),
        ),
      );
      say("Something new was learned just now.");
    }
  }

  function untouched() {
    return page.lines.length === 0 && !body.contains(document.activeElement);
  }

  async function refresh() {
    page = await api.page();
    draw();
  }

  draw();
  if (at.lines.length > 0) requestAnimationFrame(() => item(at.lines[0])?.scrollIntoView({ block: "center" }));
  body.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea");
    if (!typing && event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      undo();
    }
  });
  return h(
    "article",
    { class: "sheet" },
    h("header", {}, h("h1", {}, "What is remembered of ", h("bdi", {}, user))),
    body,
  );
}

function empty(at, waiting) {
  if (waiting > 0) {
    return h(
      "p",
      { class: "empty" },
      `Nothing yet, but ${count(waiting, "message")} ${waiting === 1 ? "waits" : "wait"} to be learned; the page fills by itself. `,
      h("a", { href: at.link("waiting") }, "See what waits"),
      ".",
    );
  }
  return h(
    "p",
    { class: "empty" },
    "Nothing yet. The page fills by itself as conversations come in; add a line, or ",
    h("a", { href: at.link("chat") }, "say something in the chat"),
    ".",
  );
}

function foot(forget) {
  return h(
    "div",
    { class: "hint" },
    h("p", {}, h("button", { type: "button", class: "plain small text-red", onclick: forget }, icon("forget"), "Forget something else…")),
    h("p", { class: "keys" }, h("kbd", {}, "↑"), " ", h("kbd", {}, "↓"), " go from line to line, ", h("kbd", {}, "Enter"), " shows why, ", h("kbd", {}, "Ctrl"), "+", h("kbd", {}, "Z"), " takes the last change back."),
  );
}
