import { call } from "./api.js";
import { fill, freshId, h } from "./dom.js";
import { trouble } from "./said.js";

/**
 * Asks for a key once; the server answers with a session cookie that scripts cannot read.
 *
 * @param {(session: object) => void} signedIn
 */
export function signIn(signedIn) {
  const key = h("input", { id: freshId("key"), type: "password", required: true, autocomplete: "current-password", class: "mono" });
  const said = h("div");
  return h(
    "article",
    { class: "sheet narrow" },
    h("header", {}, h("h1", {}, "Sign in"), h("p", { class: "lede" }, "With the key you were given. It opens your page, or the pages you look after.")),
    h(
      "form",
      {
        onsubmit: async (event) => {
          event.preventDefault();
          try {
            signedIn(await call("POST", "/v1/session", { body: { key: key.value.trim() } }));
          } catch (problem) {
            fill(said, trouble(problem));
            key.focus();
            key.select();
          }
        },
      },
      // Keepers of passwords ask under which name to keep it.
      h("input", { type: "text", autocomplete: "username", value: location.host, hidden: true }),
      h("div", { class: "field" }, h("label", { for: key.id }, "Key"), key),
      said,
      h("button", { class: "main" }, "Sign in"),
    ),
  );
}
