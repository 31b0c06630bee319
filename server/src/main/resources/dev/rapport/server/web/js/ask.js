import { fill, freshId, h } from "./dom.js";
import { say, trouble } from "./said.js";
import { plain } from "./words.js";

/**
 * Asks about one private thing that was said and left out: it has not been kept, and nothing of it
 * will be, unless the person writes it on their page.
 *
 * @param {ReturnType<import("./person.js").person>} api
 * @param {{category: string}} hidden
 * @param {string} words the thing itself, which only this browser still has
 * @param {string} sentence where it was said
 */
export function askAbout(api, hidden, words, sentence) {
  const name = plain(hidden.category);
  const heading = h("p", { id: freshId("ask") }, "You mentioned a private thing (", name, "): ", h("strong", {}, h("bdi", {}, words)), ". It was left out.");
  const card = h("div", { class: "ask", role: "group", "aria-labelledby": heading.id });

  function settled(text) {
    fill(card, h("p", { tabindex: -1 }, text));
    card.firstChild.focus();
    say(text);
  }

  async function doing(work, done) {
    try {
      await work();
      settled(done);
    } catch (problem) {
      card.querySelector(".trouble")?.remove();
      card.append(trouble(problem));
    }
  }

  function keep() {
    const text = h("input", { id: freshId("text"), value: sentence, required: true, dir: "auto", autocomplete: "off" });
    fill(
      card,
      h(
        "form",
        {
          onsubmit: (event) => {
            event.preventDefault();
            if (text.value.trim()) doing(() => api.addLine("", text.value.trim()), "Kept, as a line you wrote.");
          },
        },
        h("div", { class: "field" }, h("label", { for: text.id }, "What your page should say"), text),
        h("div", { class: "row" }, h("button", { class: "main small" }, "Keep it"), h("button", { type: "button", class: "small", onclick: question }, "Back")),
      ),
    );
    text.focus();
  }

  function question() {
    const button = (label, onclick, style = "") => h("button", { type: "button", class: `small ${style}`, onclick }, label);
    fill(
      card,
      heading,
      h(
        "div",
        { class: "row" },
        button("Keep it…", keep),
        button("Leave it out", () => settled("Left out.")),
        button("Never keep it", () => doing(() => api.forget({ words }, false), "It will never be kept, whoever says it."), "text-red"),
      ),
    );
  }

  question();
  return card;
}
