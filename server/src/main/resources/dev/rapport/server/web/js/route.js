/** Addresses within the page: `#/p/ana/chat`, `#/people`. */

/** @typedef {{name: string, user: string | null, lines: string[]}} Route */

/** @returns {Route} */
export function route(hash = location.hash) {
  const [path, search = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first = "", user, view] = path.split("/");
  if (first === "p" && user) {
    const lines = new URLSearchParams(search).get("lines");
    return { name: view || "page", user: decode(user), lines: lines ? lines.split(",") : [] };
  }
  return { name: first, user: null, lines: [] };
}

/** The address of a person's view, with lines to show there. */
export function address(user, view, lines = []) {
  const shown = lines.length > 0 ? "?lines=" + lines.map(encodeURIComponent).join(",") : "";
  return `#/p/${encodeURIComponent(user)}/${view}${shown}`;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
