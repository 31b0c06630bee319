import { Problem } from "./api.js";
import { askAbout } from "./ask.js";
import { fill, freshId, h } from "./dom.js";
import { events } from "./events.js";
import { icon } from "./icons.js";
import { say, sentence, trouble } from "./said.js";
import { count, number, percent, plain } from "./words.js";

/** A chat to try the memory: each answer names, in the margin, the lines it used. */
export async function chatView(at) {
  const page = await at.api.page();
  const lines = new Map(page.lines.map((line) => [line.id, line]));
  const talk = h("ol", { class: "talk", "aria-label": "The conversation" });
  const question = h("textarea", { id: freshId("ask"), rows: 2, required: true, dir: "auto", placeholder: "What should I cook on Sunday?" });
  const options = h("textarea", { id: freshId("options"), rows: 3, dir: "auto" });
  const learn = h("input", { type: "checkbox", name: "learn" });
  const send = h("button", { class: "main" }, icon("send"), "Ask");
  const form = h(
    "form",
    {
      class: "asking",
      onsubmit: (event) => {
        event.preventDefault();
        if (question.value.trim() && send.getAttribute("aria-disabled") !== "true") ask(question.value.trim());
      },
      onkeydown: (event) => {
        if (event.target !== question || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        form.requestSubmit();
      },
    },
    h("label", { for: question.id }, "Ask or tell something"),
    question,
    h(
      "details",
      { class: "more" },
      h("summary", {}, "Let it choose among answers"),
      h("label", { for: options.id }, "One answer a line, two or more"),
      options,
    ),
    h("label", { class: "choice" }, learn, h("span", {}, "Learn from what I say here")),
    h("div", { class: "row" }, send),
  );

  async function ask(query) {
    const choices = options.value.split("\n").map((one) => one.trim()).filter(Boolean);
    const answer = h("div", { class: "answer", dir: "auto", "aria-busy": "true" }, h("p", { class: "thinking" }, "…"));
    const margin = h("aside", { class: "used-lines", "aria-label": "Used from the page" });
    talk.append(
      h("li", { class: "asked", dir: "auto" }, h("span", { class: "unseen" }, "Asked: "), query),
      h("li", { class: "answered" }, h("span", { class: "unseen" }, "Answer: "), answer, margin),
    );
    send.setAttribute("aria-disabled", "true");
    question.value = "";
    try {
      const result = await stream(query, choices, answer);
      if (choices.length >= 2) chosen(answer, choices, result);
      used(margin, result);
      say(`Answer: ${answer.textContent}`);
      if (learn.checked) await remember(query, answer.textContent, margin);
    } catch (problem) {
      fill(answer, trouble(problem, () => (answer.closest("li").previousSibling.remove(), answer.closest("li").remove(), ask(query))));
    } finally {
      answer.removeAttribute("aria-busy");
      send.removeAttribute("aria-disabled");
      answer.closest("li")?.scrollIntoView({ block: "nearest" });
    }
  }

  async function stream(query, choices, answer) {
    const body = choices.length >= 2 ? { query, options: choices } : { query };
    const response = await at.api.ask(body);
    if ((response.headers.get("Content-Type") ?? "").includes("application/json")) {
      const whole = await response.json();
      fill(answer, h("p", {}, whole.text));
      return whole;
    }
    const words = h("p");
    for await (const { event, data } of events(response)) {
      if (event === "error") throw new Problem(data);
      if (event === "text") {
        if (!words.isConnected) fill(answer, words);
        words.append(data.piece);
      }
      if (event === "done") {
        if (!words.textContent) fill(answer, h("p", {}, data.text));
        return data;
      }
    }
    throw new Problem({ title: "The answer broke off", mend: "Ask again." });
  }

  function used(margin, result) {
    const known = (result.lines ?? []).map((id) => lines.get(id)).filter(Boolean);
    fill(
      margin,
      h("p", { class: "label" }, known.length > 0 ? `Used: ${number(known.length)} of ${count(lines.size, "line")}` : nothing()),
      h("ul", {}, known.map((line) => h("li", { dir: "auto" }, h("mark", {}, line.text)))),
      known.length > 0 && h("p", {}, h("a", { href: at.link("page", known.map((line) => line.id)) }, "See on the page")),
      h("p", { class: "mend" }, certainty(result)),
    );
  }

  function nothing() {
    return lines.size === 0 ? "The page is still empty: nothing of it was used." : "No line of the page speaks to this: nothing of it was used.";
  }

  async function remember(query, text, margin) {
    try {
      const said = [
        { role: "user", content: query },
        { role: "assistant", content: text },
      ];
      const taken = await at.api.observe(said);
      margin.append(h("p", { class: "mend" }, "Will be learned from."));
      at.refreshTabs();
      asked(said, taken.hidden ?? [], margin);
    } catch (problem) {
      margin.append(h("p", { class: "mend" }, "Not learned from: " + sentence(problem)));
    }
  }

  /** Says what was left out; asks about it where the rules say so. */
  function asked(said, hidden, margin) {
    const silent = hidden.filter((one) => !one.ask).map((one) => plain(one.category));
    if (silent.length > 0) margin.append(h("p", { class: "mend" }, `Left out as private: ${[...new Set(silent)].join(", ")}.`));
    hidden
      .filter((one) => one.ask && said[one.message].role === "user")
      .forEach((one) => {
        const { content } = said[one.message];
        margin.after(askAbout(at.api, one, content.slice(one.start, one.end), content));
      });
  }

  return h(
    "article",
    { class: "sheet" },
    h(
      "header",
      {},
      h("h1", {}, "Try it"),
      h("p", { class: "lede" }, "Every question is answered with the page at hand. Beside each answer stand the lines it used, and how sure it is where that can be told."),
    ),
    talk,
    form,
  );
}

function chosen(answer, choices, result) {
  fill(
    answer,
    h(
      "ol",
      { class: "options" },
      choices.map((choice, i) =>
        h(
          "li",
          i === result.choice ? { class: "chosen", "aria-current": "true" } : {},
          h("span", { class: "letter" }, String.fromCharCode(65 + i)),
          h("span", { dir: "auto" }, choice),
          i === result.choice && h("span", { class: "kind" }, confidence(result)),
        ),
      ),
    ),
    result.error && h("p", { class: "mend" }, result.error),
  );
}

function certainty(result) {
  if (result.confidence == null) return "How sure: not measured for an open answer.";
  const share = percent(result.confidence);
  return result.confidence < 0.5 ? `How sure: ${share}, so take it as a guess.` : `How sure: ${share}.`;
}

function confidence(result) {
  return result.confidence == null ? "chosen" : `chosen, ${percent(result.confidence)} sure`;
}
