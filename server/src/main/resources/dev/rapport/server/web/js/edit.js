import { fill, freshId, h } from "./dom.js";

/**
 * Turns a line into a field, in place.
 *
 * @param {HTMLElement} item the line's `<li>`
 * @param {import("./person.js").Line} line
 * @param {string[]} sections to choose from
 * @param {(change: {text: string, section: string}) => Promise<void>} save
 * @param {() => void} cancel
 */
export function editInPlace(item, line, sections, save, cancel) {
  const text = h("textarea", { id: freshId("text"), rows: 2, value: line.text, dir: "auto", required: true });
  const section = h("input", { id: freshId("section"), value: line.section, list: freshId("list"), dir: "auto" });
  const form = h(
    "form",
    {
      class: "edit",
      onsubmit: (event) => {
        event.preventDefault();
        const said = text.value.replace(/\s+/g, " ").trim();
        const under = section.value.trim() || line.section;
        if (said === line.text && under === line.section) cancel();
        else if (said) save({ text: said, section: under });
      },
      onkeydown: (event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          cancel();
        } else if (event.key === "Enter" && event.target === text && !event.isComposing) {
          event.preventDefault();
          form.requestSubmit();
        }
      },
    },
    h("label", { for: text.id }, "What it says"),
    text,
    h("label", { for: section.id }, "Stands under"),
    section,
    choices(section.getAttribute("list"), sections),
    h(
      "div",
      { class: "row" },
      h("button", { class: "main small" }, "Save"),
      h("button", { type: "button", class: "small", onclick: cancel }, "Cancel"),
    ),
  );
  fill(item, form);
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

/** Sections to pick from while typing. */
export function choices(id, sections) {
  return h("datalist", { id }, sections.map((name) => h("option", { value: name })));
}
