import { fill, h } from "./dom.js";
import { person } from "./person.js";
import { address } from "./route.js";
import { seen } from "./seen.js";
import { number } from "./words.js";

const OF_PERSON = { page: "Page", changes: "Changes", chat: "Try it", waiting: "Waiting", data: "Data" };
const OF_TENANT = { people: "People", work: "Work", keys: "Keys" };

/** The views there are, the one shown, and how much is new in the others. */
export function tabs(session, at) {
  const nav = document.getElementById("tabs");
  const tab = (href, name, here) => h("a", { href, "aria-current": here ? "page" : null }, name);
  if (!session) return fill(nav);
  if (!at.user) return fill(nav, Object.entries(OF_TENANT).map(([view, name]) => tab("#/" + view, name, view === at.name)));
  fill(
    nav,
    !session.user && tab("#/people", ["‹", h("span", { class: "back" }, " People")], false),
    Object.entries(OF_PERSON).map(([view, name]) => tab(address(at.user, view), name, view === at.name)),
  );
  return person(at.user).summary().then((now) => counts(nav, at.user, now), () => {});
}

function counts(nav, user, now) {
  const news = seen(user) === null ? 0 : now.revision - seen(user);
  badge(nav, address(user, "changes"), news, "new");
  badge(nav, address(user, "waiting"), now.waiting + (now.buried ?? 0), "waiting");
}

function badge(nav, href, many, what) {
  const link = Array.from(nav.children).find((one) => one.getAttribute("href") === href);
  if (link && many > 0) link.append(h("span", { class: "count" }, number(many), h("span", { class: "unseen" }, " " + what)));
}
