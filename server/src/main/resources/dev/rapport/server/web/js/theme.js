import { h } from "./dom.js";
import { keep } from "./keep.js";

const NEXT = { "": "light", light: "dark", dark: "" };
const NAMES = { "": "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };
const SIGNS = { "": "◐", light: "☀", dark: "☾" };

/** A button that goes through system, light and dark. */
export function themeButton() {
  const root = document.documentElement;
  const show = () => {
    const now = root.dataset.theme ?? "";
    button.textContent = SIGNS[now];
    button.setAttribute("aria-label", NAMES[now]);
    button.title = NAMES[now];
  };
  const button = h("button", {
    type: "button",
    class: "plain icon",
    onclick: () => {
      const next = NEXT[root.dataset.theme ?? ""];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      keep("theme", next || null);
      show();
    },
  });
  show();
  return button;
}
