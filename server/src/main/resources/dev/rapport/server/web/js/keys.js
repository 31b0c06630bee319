import { call } from "./api.js";
import { openDialog } from "./dialog.js";
import { fill, freshId, h } from "./dom.js";
import { failed, toast } from "./said.js";
import { day, plain } from "./words.js";

/** API keys: made, renewed and taken back. A key's words are shown once. */
export async function keysView() {
  const list = h("div");
  await draw();

  async function draw() {
    const answer = await call("GET", "/v1/keys");
    const keys = answer.filter((key) => !key.revoked);
    fill(list, keys.length === 0 ? h("p", { class: "empty" }, "No keys yet.") : h("ul", { class: "facts" }, keys.map(item)));
  }

  function item(key) {
    const path = "/v1/keys/" + encodeURIComponent(key.id);
    return h(
      "li",
      {},
      h("strong", {}, scope(key)),
      h("span", { class: "mend" }, [key.id, key.created && `since ${day(key.created)}`, key.expires && `until ${day(key.expires)}`].filter(Boolean).join(" · ")),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", class: "small", onclick: () => act(async () => reveal(await call("POST", path + "/rotate"))) }, "Renew"),
        h("button", { type: "button", class: "small text-red", onclick: () => act(() => call("DELETE", path), "The key no longer opens anything.") }, "Take back"),
      ),
    );
  }

  async function act(work, done) {
    try {
      await work();
      await draw();
      if (done) toast(done);
    } catch (problem) {
      failed(problem);
    }
  }

  const user = h("input", { id: freshId("user"), autocomplete: "off", dir: "auto" });
  const kind = h("select", { id: freshId("scope") }, [["PERSON", "One person's page"], ["TENANT", "Everybody of this tenant"], ["ADMIN", "Everything"]].map(([value, name]) => h("option", { value }, name)));
  return h(
    "article",
    { class: "sheet" },
    h("header", {}, h("h1", {}, "Keys")),
    list,
    h("h2", {}, "A new key"),
    h(
      "form",
      {
        class: "edit narrow",
        onsubmit: (event) => {
          event.preventDefault();
          const body = kind.value === "PERSON" ? { scope: kind.value, user: user.value.trim() } : { scope: kind.value };
          act(async () => reveal(await call("POST", "/v1/keys", { body })));
        },
      },
      h("div", { class: "field" }, h("label", { for: kind.id }, "It opens"), kind),
      h("div", { class: "field" }, h("label", { for: user.id }, "The person (for one person's page)"), user),
      h("button", { class: "main" }, "Make a key"),
    ),
  );
}

function scope(key) {
  const kind = String(key.scope).toUpperCase();
  return kind === "PERSON" ? ["The page of ", h("bdi", {}, key.user)] : kind === "TENANT" ? `Everybody of ${key.tenant ?? "this tenant"}` : kind === "ADMIN" ? "Everything" : plain(kind);
}

function reveal(made) {
  return openDialog("Your new key", (close, body) => {
    const shown = h("input", { id: freshId("key"), readonly: true, value: made.key, class: "mono", autofocus: true, onfocus: () => shown.select() });
    fill(
      body,
      h("label", { for: shown.id }, "Copy it now: it is shown this once and kept only as a hash."),
      shown,
      h("div", { class: "row end" }, h("button", { type: "button", onclick: () => navigator.clipboard?.writeText(made.key).then(() => toast("Copied.")) }, "Copy"), h("button", { type: "button", class: "main", onclick: close }, "Done")),
    );
  });
}
