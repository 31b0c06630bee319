import { h } from "./dom.js";
import { count, number } from "./words.js";

/** How much of the page's room is used. */
export function meter(page) {
  const text = `${number(page.tokens)} of ${number(page.cap)} tokens`;
  return h(
    "p",
    { class: "meter" },
    h("meter", { min: 0, max: page.cap, high: page.cap * 0.9, optimum: 0, value: page.tokens, "aria-label": `Room used: ${text}` }),
    h("span", {}, `${count(page.lines.length, "line")} · ${text}`),
  );
}
