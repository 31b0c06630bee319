import { openDialog } from "./dialog.js";
import { fill, freshId, h } from "./dom.js";
import { settle, trouble } from "./said.js";
import { count } from "./words.js";

/**
 * "Never remember this": shows first what would go and from where, then does it and shows that it
 * is gone.
 *
 * @param {ReturnType<import("./person.js").person>} api
 * @param {import("./person.js").Line | null} line the line meant; null asks what to forget
 * @param {() => void} after once something was forgotten
 */
export function forgetDialog(api, line, after) {
  return openDialog("Never remember this", (close, body) => {
    const steps = {
      plan: (what, words) => settle(body, async () => planned(await api.forget(what, true), what, words)),
      done: (what, words) =>
        settle(body, async () => {
          const gone = await api.forget(what, false);
          after();
          return evidence(gone, await api.verify(words));
        }),
    };

    function planned(plan, what, words) {
      const nothing = plan.lines.length === 0 && plan.places.length === 0;
      return [
        nothing
          ? h("p", {}, "Nothing that is kept speaks of this. It can still be kept from being learned later.")
          : h("p", {}, "This would go for good, also from older versions of the page. Nothing has gone yet."),
        plan.lines.length > 0 && h("h3", { class: "label" }, `From the page: ${count(plan.lines.length, "line")}`),
        h("ul", { class: "going" }, plan.lines.map((gone) => h("li", { dir: "auto" }, gone.text))),
        plan.places.length > 0 && h("h3", { class: "label" }, "From elsewhere"),
        h("ul", { class: "places" }, grouped(plan.places).map((place) => h("li", {}, place))),
        h("p", { class: "mend" }, "It will not be learned again, and this cannot be undone."),
        buttons(close, () => steps.done(what, words)),
      ];
    }

    function evidence(gone, proof) {
      return [
        h("p", { role: "status" }, proof.holds ? "Gone, and looked for: nothing of it is left." : "Not everything holds."),
        h("ul", { class: "places" }, checks(gone, proof).map((check) => h("li", {}, check))),
        [...(proof.faults ?? []), ...(proof.found ?? [])].map((fault) => trouble({ title: "Still there", detail: fault })),
        h("div", { class: "row end" }, h("button", { type: "button", class: "main", onclick: close, autofocus: true }, "Close")),
      ];
    }

    if (line) steps.plan({ line: line.id }, line.text);
    else fill(body, question(steps.plan, close));
  });
}

function question(plan, close) {
  const field = h("input", { id: freshId("what"), required: true, autofocus: true, dir: "auto", autocomplete: "off" });
  const kind = (value, label, checked) =>
    h("label", { class: "choice" }, h("input", { type: "radio", name: "kind", value, checked }), h("span", {}, label));
  return h(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const how = new FormData(event.target).get("kind");
        const what = field.value.trim();
        plan({ [how]: what }, how === "words" ? what : "");
      },
    },
    h("label", { for: field.id }, "What should be forgotten"),
    field,
    h(
      "fieldset",
      { class: "bare" },
      h("legend", { class: "unseen" }, "How it is meant"),
      kind("topic", "As a topic: everything about it", true),
      kind("words", "As words: whatever holds them exactly", false),
    ),
    h(
      "div",
      { class: "row end" },
      h("button", { type: "button", onclick: close }, "Cancel"),
      h("button", { class: "main" }, "Show what would go"),
    ),
  );
}

function buttons(close, go) {
  return h(
    "div",
    { class: "row end" },
    h("button", { type: "button", onclick: close, autofocus: true }, "Keep it"),
    h("button", { type: "button", class: "grave", onclick: go }, "Forget for good"),
  );
}

function checks(gone, proof) {
  return [
    `${count(gone.lines.length, "line")} removed from the page.`,
    gone.places.length > 0 && `Removed from ${count(gone.places.length, "other place")}.`,
    (proof.checked ?? []).length > 0 && `Looked through: ${proof.checked.join(", ")}.`,
  ].filter(Boolean);
}

const KINDS = [
  [/^page .*quote/, "quote beside a line", "quotes beside lines"],
  [/^page/, "line of the page", "lines of the page"],
  [/^revision .*quote/, "quote in an older version of the page", "quotes in older versions of the page"],
  [/^revision/, "older version of the page", "older versions of the page"],
  [/^waiting/, "message that waits to be learned", "messages that wait to be learned"],
  [/^buried/, "message that was set aside", "messages that were set aside"],
  [/^reply/, "stored reply of a model", "stored replies of a model"],
  [/^answer/, "stored answer to a request", "stored answers to requests"],
];

/** "3 older versions of the page" for "revision 2 line l7" and its like. */
function grouped(places) {
  const kinds = new Map();
  for (const place of places) {
    const kind = KINDS.find(([pattern]) => pattern.test(place)) ?? [null, place, place];
    kinds.set(kind[1], [...(kinds.get(kind[1]) ?? []), kind]);
  }
  return Array.from(kinds.values(), (all) => count(all.length, all[0][1], all[0][2]));
}
