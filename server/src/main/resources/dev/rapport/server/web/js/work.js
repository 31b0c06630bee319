import { call } from "./api.js";
import { fill, h } from "./dom.js";
import { live } from "./live.js";
import { moment, money, number, plain } from "./words.js";

const LAST = 25;

/** The backlog and what the models cost. */
export async function workView() {
  const body = h("div");
  const first = await call("GET", "/v1/jobs");
  draw(first, await call("GET", "/v1/ledger"));
  live(body, () => call("GET", "/v1/jobs"), async (jobs) => draw(jobs, await call("GET", "/v1/ledger")), first);
  return h("article", { class: "sheet" }, h("header", {}, h("h1", {}, "Work and cost")), body);

  function draw(jobs, ledger) {
    if (!body.contains(document.activeElement)) fill(body, figures(jobs, ledger));
  }
}

function figures(jobs, ledger) {
  const totals = ledger.totals ?? {};
  return [
    h(
      "dl",
      { class: "figures" },
      figure("messages waiting", number(jobs.waiting), jobs.oldest && `oldest ${moment(jobs.oldest)}`),
      figure("set aside", number(jobs.buried)),
      figure("spent on models", money(totals.usd), `${number(totals.calls)} calls`),
      figure("tokens", number((totals.input ?? 0) + (totals.output ?? 0)), "in and out"),
    ),
    h("h2", {}, "Longest queues"),
    queues(jobs.people ?? []),
    h("h2", {}, "Last calls"),
    calls((ledger.entries ?? []).slice(0, LAST)),
  ];
}

function figure(name, value, note) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, h("strong", {}, value), note && h("span", { class: "mend" }, note)));
}

function queues(people) {
  if (people.length === 0) return h("p", { class: "empty" }, "Nobody waits.");
  return table(
    ["Person", "Waiting", "Set aside"],
    people.map((one) => [h("a", { href: `#/p/${encodeURIComponent(one.user)}/waiting` }, h("bdi", {}, one.user)), number(one.waiting), number(one.buried)]),
  );
}

function calls(entries) {
  if (entries.length === 0) return h("p", { class: "empty" }, "No model was called: the built-in engine costs nothing.");
  return table(
    ["When", "Role", "Model", "Tokens", "Cost", "Outcome"],
    entries.map((one) => [
      moment(one.at),
      plain(one.role),
      one.model,
      number((one.input ?? 0) + (one.output ?? 0)),
      money(one.usd),
      plain(one.outcome),
    ]),
  );
}

function table(heads, rows) {
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": heads.join(", ") },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell) => h("td", {}, cell))))),
    ),
  );
}
