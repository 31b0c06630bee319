import { fill, h } from "./dom.js";
import { live } from "./live.js";
import { failed, say, toast } from "./said.js";
import { count, moment, number } from "./words.js";

/** What waits to be learned, and what was set aside with the reason. */
export async function waitingView(at) {
  const { api } = at;
  const body = h("div");
  let jobs = await api.jobs();
  draw();

  function draw() {
    const buried = jobs.buried ?? [];
    fill(
      body,
      h("p", { class: "big" }, h("strong", {}, number(jobs.waiting)), ` ${jobs.waiting === 1 ? "message waits" : "messages wait"} to be learned`),
      h("p", { class: "lede" }, standing(jobs)),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", class: "main", "aria-disabled": jobs.waiting === 0 ? "true" : null, onclick: () => jobs.waiting > 0 && act(api.learn, "Learning…") }, "Learn now"),
      ),
      h("h2", {}, "Set aside"),
      buried.length === 0
        ? h("p", { class: "empty" }, "Nothing was set aside.")
        : [
            h("p", { class: "lede" }, `${count(buried.length, "message")} could not be learned from. Nothing is lost: try again when the reason is gone.`),
            h("ul", { class: "facts" }, buried.map((one) => h("li", {}, h("strong", {}, h("bdi", {}, one.why)), h("span", { class: "mend" }, [moment(one.at), `message ${one.turn}`].filter(Boolean).join(" · "))))),
            h("button", { type: "button", onclick: () => act(api.retry, "Trying again…") }, "Try these again"),
          ],
    );
  }

  async function act(start, doing) {
    try {
      await start();
      toast(doing);
      look();
    } catch (problem) {
      failed(problem);
    }
  }

  const look = live(
    body,
    () => api.jobs(),
    (now, before) => {
      jobs = now;
      const held = body.contains(document.activeElement) && document.activeElement.textContent;
      draw();
      if (held) Array.from(body.querySelectorAll("button")).find((one) => one.textContent === held)?.focus();
      at.refreshTabs();
      if (now.waiting === 0 && before.waiting > 0) say("Everything has been learned.");
    },
    jobs,
  );

  return h("article", { class: "sheet" }, h("header", {}, h("h1", {}, "What waits")), body);
}

function standing(jobs) {
  return [
    jobs.waiting === 0 && "Everything that was said has been read.",
    jobs.waiting > 0 && jobs.oldest && `The oldest came ${moment(jobs.oldest)}.`,
    jobs.waiting > 0 && "It is learned by itself when enough has come together or the conversation rests.",
    jobs.ceiling && `Learning pauses: ${jobs.ceiling}`,
    jobs.failure && `The last try failed: ${jobs.failure}`,
  ]
    .filter(Boolean)
    .join(" ");
}
