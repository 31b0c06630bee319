import { openDialog } from "./dialog.js";
import { findings } from "./findings.js";
import { fill, freshId, h } from "./dom.js";
import { failed, settle, toast, trouble } from "./said.js";
import { forgetSeen } from "./seen.js";
import { count, isolated, moment, plain } from "./words.js";

/** The person's data: private things found, a copy to take away or bring, and the end of it all. */
export async function dataView(at) {
  const found = h("div");
  const looked = h("div");
  const look = () => settle(found, async () => findings(at, await at.api.privacy(), await at.api.page(), look));
  look();
  settle(looked, async () => looks(await at.api.audit()));
  return h(
    "article",
    { class: "sheet" },
    h("header", {}, h("h1", {}, "Your data")),
    h("section", {}, h("h2", {}, "Private data"), h("p", { class: "lede" }, "Everything kept is looked through again for keys, numbers, addresses and the like."), found),
    h(
      "section",
      {},
      h("h2", {}, "A copy"),
      h("p", { class: "lede" }, "One file with the page, its history and its reasons; any Rapport can read it."),
      h("div", { class: "row" }, h("button", { type: "button", onclick: () => download(at) }, "Download"), h("button", { type: "button", onclick: () => bring(at) }, "Import…")),
    ),
    h("section", {}, h("h2", {}, "Who looked and who changed"), looked),
    h(
      "section",
      {},
      h("h2", {}, "The end"),
      h("p", { class: "lede" }, "Erases the page, its history and everything that waits. It cannot be undone."),
      h("button", { type: "button", class: "text-red", onclick: () => erase(at) }, "Erase everything…"),
    ),
  );
}

function looks(entries) {
  if (entries.length === 0) return h("p", { class: "empty" }, "Nobody yet.");
  return h(
    "details",
    {},
    h("summary", {}, `${entries.length === 50 ? "The last 50" : count(entries.length, "entry", "entries")}, newest ${moment(entries[0].at)}`),
    h(
      "ul",
      { class: "facts" },
      entries.map((one) => h("li", {}, h("strong", {}, plain(one.action)), h("span", { class: "mend" }, [moment(one.at), `by ${isolated(one.actor)}`, one.target && isolated(one.target)].filter(Boolean).join(" · ")))),
    ),
  );
}

async function download(at) {
  try {
    const url = URL.createObjectURL(await at.api.exportFile());
    const link = h("a", { href: url, download: `rapport-${at.user.replace(/[^\w.-]+/g, "_")}.zip` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    toast("Downloaded.");
  } catch (problem) {
    failed(problem);
  }
}

function bring(at) {
  return openDialog("Import a copy", (close, body) => {
    const file = h("input", { id: freshId("file"), type: "file", accept: ".zip,application/zip", required: true });
    const mode = (value, label, checked) =>
      h("label", { class: "choice" }, h("input", { type: "radio", name: "mode", value, checked }), h("span", {}, label));
    const said = h("div");
    fill(
      body,
      h(
        "form",
        {
          onsubmit: async (event) => {
            event.preventDefault();
            try {
              await at.api.importFile(file.files[0], new FormData(event.target).get("mode"));
              close();
              toast("Imported.");
              at.refreshTabs();
            } catch (problem) {
              fill(said, trouble(problem));
            }
          },
        },
        h("label", { for: file.id }, "The file"),
        file,
        h(
          "fieldset",
          { class: "bare" },
          h("legend", { class: "label" }, "When there is a page already"),
          mode("new", "Refuse: only fill an empty page", true),
          mode("merge", "Add what is new to it", false),
          mode("replace", "Put the copy in its place", false),
        ),
        said,
        h("div", { class: "row end" }, h("button", { type: "button", onclick: close }, "Cancel"), h("button", { class: "main" }, "Import")),
      ),
    );
  });
}

function erase(at) {
  return openDialog("Erase everything", (close, body) => {
    const typed = h("input", { id: freshId("typed"), autocomplete: "off", autocapitalize: "off", spellcheck: "false", oninput: check, autofocus: true });
    const go = h("button", { class: "grave", disabled: true }, "Erase for good");
    const said = h("div");

    function check() {
      go.disabled = typed.value !== at.user;
    }

    fill(
      body,
      h(
        "form",
        {
          onsubmit: async (event) => {
            event.preventDefault();
            if (go.disabled) return;
            try {
              await at.api.erase();
              forgetSeen(at.user);
              close();
              toast(`Everything about ${isolated(at.user)} is gone.`);
              location.hash = "#/";
            } catch (problem) {
              fill(said, trouble(problem));
            }
          },
        },
        h("p", {}, "The page of ", h("strong", {}, h("bdi", {}, at.user)), ", its history, its reasons and what waits to be learned go for good."),
        h("div", { class: "field" }, h("label", { for: typed.id }, "Type ", h("bdi", {}, at.user), " to confirm"), typed),
        said,
        h("div", { class: "row end" }, h("button", { type: "button", onclick: close }, "Keep it"), go),
      ),
    );
  });
}
