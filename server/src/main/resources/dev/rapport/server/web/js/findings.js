import { h } from "./dom.js";
import { forgetDialog } from "./forget.js";
import { failed, toast } from "./said.js";
import { count, plain } from "./words.js";

/**
 * Private data that is kept, and the person's say in each: keep it, mask it, or never keep it.
 *
 * @param {object} at the view's place
 * @param {{place: string, category: string, start: number, end: number}[]} found
 * @param {import("./person.js").Page} page
 * @param {() => void} again once something was done
 */
export function findings(at, found, page, again) {
  const lines = new Map(page.lines.map((line) => [line.id, line]));
  const here = found.map((one) => ({ ...one, line: lines.get(/^page line (l\d+)$/.exec(one.place)?.[1]) }));
  const onPage = here.filter((one) => one.line);
  const elsewhere = here.filter((one) => !one.line);
  if (found.length === 0) return h("p", { class: "empty" }, "None found.");
  return [
    h("ul", { class: "facts" }, onPage.map((one) => item(at, one, again))),
    elsewhere.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${count(elsewhere.length, "more place")}: older versions, and what waits`),
        h("ul", { class: "facts" }, elsewhere.map((one) => h("li", {}, h("strong", {}, plain(one.category)), h("bdi", { class: "mend" }, one.place)))),
      ),
  ];
}

function item(at, one, again) {
  const { line } = one;
  const words = line.text.slice(one.start, one.end);
  const button = (label, onclick, style = "") => h("button", { type: "button", class: `small ${style}`, onclick }, label);
  return h(
    "li",
    {},
    h("strong", {}, plain(one.category)),
    h("p", { dir: "auto" }, line.text.slice(0, one.start), h("mark", {}, words), line.text.slice(one.end)),
    line.pinned
      ? h("span", { class: "mend" }, "You keep it: the line is pinned. ", h("a", { href: at.link("page", [line.id]) }, "See the line"))
      : h(
          "div",
          { class: "row" },
          button("Keep it", () => act(() => at.api.changeLine(line.id, { pinned: true }), "Kept, and pinned.", again)),
          button("Mask it", () => act(() => mask(at.api, one, words), "Masked, also in older versions.", again)),
          button("Never keep it…", () => forgetDialog(at.api, line, again), "text-red"),
        ),
  );
}

/** First the line, then all that still holds the words: whatever fails, less is kept than before. */
async function mask(api, one, words) {
  const { line, start, end, category } = one;
  const text = `${line.text.slice(0, start)}[${plain(category)}]${line.text.slice(end)}`;
  await api.changeLine(line.id, { text });
  await api.forget({ words }, false);
}

async function act(work, done, again) {
  try {
    await work();
    toast(done);
  } catch (problem) {
    failed(problem);
  }
  again();
}
