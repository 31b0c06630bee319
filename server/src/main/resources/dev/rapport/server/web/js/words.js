/** Dates, numbers and the system's own terms, as a person would say them. */

const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const MONTH = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric" });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const NUMBER = new Intl.NumberFormat();
const CAUSES = {
  learned: "Learned from a conversation",
  edited: "Edited by hand",
  pinned: "Pinned or unpinned",
  forgotten: "Forgotten",
  undone: "Undone",
  imported: "Imported",
  scanned: "Private data taken out",
};

/** "3 May 2026"; nothing for no date. */
export function day(iso) {
  return iso ? DAY.format(new Date(iso)) : "";
}

/** "May 2026". */
export function month(iso) {
  return iso ? MONTH.format(new Date(iso)) : "";
}

/** "today, 14:16", "3 May 2026, 14:16". */
export function moment(iso) {
  if (!iso) return "";
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString() ? `today, ${TIME.format(at)}` : MOMENT.format(at);
}

export function number(value) {
  return NUMBER.format(value ?? 0);
}

/** "82%". */
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}

/** "1 line", "3 lines". */
export function count(n, one, many = one + "s") {
  return `${number(n)} ${n === 1 ? one : many}`;
}

export function cause(revision) {
  const kind = String(revision.cause?.kind ?? "").toLowerCase();
  return CAUSES[kind] ?? kind;
}

/** "health and therapy" of "HEALTH_AND_THERAPY". */
export function plain(constant) {
  return String(constant ?? "").toLowerCase().replaceAll("_", " ");
}

/** "–" where the price is not known. */
export function money(usd) {
  if (usd === null) return "–";
  return "$" + Number(usd ?? 0).toFixed(usd && usd < 0.1 ? 4 : 2);
}

/** A name that cannot turn the words around it, whatever signs of direction it holds. */
export function isolated(name) {
  return `\u2068${String(name).replace(/[\u202a-\u202e\u2066-\u2069]/g, "")}\u2069`;
}

export function isOther(line) {
  return line.owner !== "self";
}

export function isOwn(line) {
  return line.author === "USER";
}
