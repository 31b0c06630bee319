import { fill, h } from "./dom.js";

/** Words for people: toasts for the eye, a live region for the ear, and troubles with their mend. */

const STAYS = 10_000;
const UNKNOWN = "Load the page again. Should it stay so, the log of the server says more.";

/** Has a screen reader say it, without showing it. */
export function say(text) {
  const live = document.getElementById("said");
  live.textContent = "";
  setTimeout(() => (live.textContent = text), 60);
}

/**
 * @param {string} text
 * @param {{label?: string, action?: () => void, bad?: boolean}} [options] something to press
 */
export function toast(text, { label, action, bad = false } = {}) {
  const gone = () => box.remove();
  const box = h(
    "div",
    { class: bad ? "toast bad" : "toast" },
    h("span", {}, text),
    action && h("button", { type: "button", class: "plain small", onclick: () => (gone(), action()) }, label),
    h("button", { type: "button", class: "plain small icon", "aria-label": "Close the message", onclick: gone }, "×"),
  );
  const toasts = document.getElementById("toasts");
  fill(toasts, box);
  say(text);
  const leave = () => (box.matches(":hover, :focus-within") ? setTimeout(leave, STAYS) : gone());
  setTimeout(leave, STAYS);
}

/** One sentence of a problem and its mend. */
export function sentence(problem) {
  return [problem.detail || problem.title || problem.message, problem.mend].filter(Boolean).join(" ");
}

/** Says in a toast that something failed. */
export function failed(problem) {
  toast(sentence(problem), { bad: true });
}

/**
 * A failure in place of what should stand there.
 *
 * @param {import("./api.js").Problem} problem
 * @param {() => void} [again]
 */
export function trouble(problem, again) {
  return h(
    "div",
    { class: "trouble", role: "alert" },
    h("strong", {}, problem.title || "It did not work"),
    problem.detail && h("p", { dir: "auto" }, problem.detail),
    h("p", { class: "mend" }, problem.mend || UNKNOWN),
    again && h("p", { class: "row" }, h("button", { type: "button", onclick: again }, "Try again")),
  );
}

/** Fills a place with what `load` gives: a wait first, and a trouble with "Try again" on failure. */
export async function settle(place, load) {
  place.setAttribute("aria-busy", "true");
  if (!place.hasChildNodes()) fill(place, h("p", { class: "wait" }, "Opening…"));
  try {
    fill(place, await load());
  } catch (problem) {
    if (problem.status === 401) window.dispatchEvent(new Event("rapport:signed-out"));
    fill(place, trouble(problem, () => settle(place, load)));
  } finally {
    place.removeAttribute("aria-busy");
  }
}
