import { call, query } from "./api.js";
import { fill, freshId, h } from "./dom.js";
import { settle } from "./said.js";
import { count, isolated } from "./words.js";

const AT_A_TIME = 50;
const TYPED_FOR = 200;

/** Everybody with a page, to choose from; searched by how their name begins. */
export async function peopleView() {
  const list = h("div", { "aria-live": "polite" });
  let timer = 0;
  const search = h("input", {
    id: freshId("search"),
    type: "search",
    autocomplete: "off",
    dir: "auto",
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => settle(list, () => found(search.value.trim())), TYPED_FOR);
    },
  });
  fill(list, await found(""));
  return h(
    "article",
    { class: "sheet" },
    h("header", {}, h("h1", {}, "People")),
    h(
      "form",
      {
        role: "search",
        class: "row finding",
        onsubmit: (event) => {
          event.preventDefault();
          if (search.value.trim()) location.hash = `#/p/${encodeURIComponent(search.value.trim())}/page`;
        },
      },
      h("div", { class: "grow" }, h("label", { for: search.id }, "Whose page?"), search),
      h("button", { class: "main" }, "Open"),
    ),
    list,
  );
}

async function found(prefix) {
  const rows = h("tbody");
  const more = h("p", { class: "row" });
  await next("");
  if (!rows.hasChildNodes()) {
    return h("p", { class: "empty" }, prefix ? `Nobody's name begins with “${isolated(prefix)}”. “Open” starts a page for them.` : "Nobody yet. Type a name to start their page.");
  }
  return [
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, "People and the state of their pages"),
      h("thead", {}, h("tr", {}, ["Person", "Revision", "Waiting", "Set aside"].map((name) => h("th", { scope: "col" }, name)))),
      rows,
    ),
    more,
  ];

  async function next(after) {
    const answer = await call("GET", "/v1/people" + query({ after, limit: AT_A_TIME, prefix }));
    rows.append(...answer.people.filter((one) => one.user.startsWith(prefix)).map(row));
    fill(more, answer.next && h("button", { type: "button", onclick: () => next(answer.next) }, "Show more"));
    return count(answer.people.length, "person", "people");
  }
}

function row(one) {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, h("a", { href: `#/p/${encodeURIComponent(one.user)}/page` }, h("bdi", {}, one.user))),
    h("td", {}, one.revision),
    h("td", {}, one.waiting || "–"),
    h("td", {}, one.buried ? h("strong", { class: "text-red" }, one.buried) : "–"),
  );
}
