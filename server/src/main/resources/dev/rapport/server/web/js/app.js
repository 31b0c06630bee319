import { call, useCsrf } from "./api.js";
import { changesView } from "./changes.js";
import { chatView } from "./chat.js";
import { dataView } from "./data.js";
import { fill, h } from "./dom.js";
import { keysView } from "./keys.js";
import { pageView } from "./page.js";
import { peopleView } from "./people.js";
import { person } from "./person.js";
import { address, route } from "./route.js";
import { trouble } from "./said.js";
import { signIn } from "./signin.js";
import { tabs } from "./tabs.js";
import { themeButton } from "./theme.js";
import { waitingView } from "./waiting.js";
import { workView } from "./work.js";

const OF_PERSON = { page: pageView, changes: changesView, chat: chatView, waiting: waitingView, data: dataView };
const OF_TENANT = { people: peopleView, work: workView, keys: keysView };

const main = document.getElementById("main");
const topEnd = document.getElementById("top-end");
let session = null;
let turn = 0;

start();

async function start() {
  document.querySelector(".skip").addEventListener("click", (event) => (event.preventDefault(), main.focus()));
  window.addEventListener("hashchange", () => show(true));
  window.addEventListener("rapport:signed-out", askForKey);
  fill(topEnd, themeButton());
  try {
    signedIn(await call("GET", "/v1/session"));
  } catch (problem) {
    if (problem.status === 401) askForKey();
    else fill(main, trouble(problem, start));
  }
}

function signedIn(who) {
  session = who;
  useCsrf(who.csrf);
  fill(topEnd, themeButton(), who.auth !== "none" && h("button", { type: "button", class: "plain", onclick: signOut }, "Sign out"));
  show(false);
}

function askForKey() {
  session = null;
  tabs(null, null);
  fill(topEnd, themeButton());
  fill(main, signIn(signedIn));
  document.title = "Sign in · Rapport";
}

async function signOut() {
  await call("DELETE", "/v1/session").catch(() => {});
  askForKey();
}

/** Shows what the address names. */
async function show(moved) {
  if (!session) return;
  const at = route();
  const views = at.user ? OF_PERSON : session.user ? {} : OF_TENANT;
  const view = Object.hasOwn(views, at.name) ? views[at.name] : null;
  if (!view) {
    location.replace(session.user ? address(session.user, "page") : "#/people");
    return;
  }
  const mine = ++turn;
  const refreshTabs = () => tabs(session, at);
  refreshTabs();
  main.setAttribute("aria-busy", "true");
  try {
    const shown = await view(at.user ? place(at, refreshTabs) : {});
    if (mine !== turn) return;
    fill(main, shown);
    document.title = `${main.querySelector("h1").textContent} · Rapport`;
    if (moved) arrive();
  } catch (problem) {
    if (mine !== turn) return;
    if (problem.status === 401) askForKey();
    else fill(main, trouble(problem, () => show(moved)));
  } finally {
    main.removeAttribute("aria-busy");
  }
}

function place(at, refreshTabs) {
  return { ...at, api: person(at.user), link: (view, lines) => address(at.user, view, lines), refreshTabs };
}

/** After a change of view the reader starts at its heading. */
function arrive() {
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
