import { fill, freshId, h } from "./dom.js";
import { choices } from "./edit.js";
import { icon } from "./icons.js";

/**
 * "Add a line": a button that becomes a form, and a button again.
 *
 * @param {string[]} sections to choose from
 * @param {(section: string, text: string) => Promise<boolean>} save true when the line was kept
 */
export function adding(sections, save) {
  const place = h("div", { class: "adding" });
  const opener = h("button", { type: "button", onclick: open }, icon("add"), "Add a line");

  function close() {
    fill(place, opener);
    opener.focus();
  }

  function open() {
    const text = h("input", { id: freshId("text"), required: true, dir: "auto", autocomplete: "off" });
    const section = h("input", { id: freshId("section"), list: freshId("list"), dir: "auto", autocomplete: "off" });
    const form = h(
      "form",
      {
        class: "edit",
        onsubmit: async (event) => {
          event.preventDefault();
          if (text.value.trim() && (await save(section.value.trim(), text.value.trim()))) close();
        },
        onkeydown: (event) => event.key === "Escape" && close(),
      },
      h("div", { class: "field" }, h("label", { for: text.id }, "What should be remembered"), text),
      h("div", { class: "field" }, h("label", { for: section.id }, "Under which heading (may stay empty)"), section),
      choices(section.getAttribute("list"), sections),
      h(
        "div",
        { class: "row" },
        h("button", { class: "main small" }, "Add"),
        h("button", { type: "button", class: "small", onclick: close }, "Cancel"),
      ),
    );
    fill(place, form);
    text.focus();
  }

  fill(place, opener);
  return place;
}
