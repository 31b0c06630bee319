import { call, query, send } from "./api.js";

/**
 * @typedef {{turn: string, quote: string, at?: string | null}} Source
 * @typedef {{id: string, section: string, text: string, owner: string, basis: string, kind: string,
 *   sensitivity: string, since: string | null, author: string, pinned: boolean,
 *   sources: Source[]}} Line
 * @typedef {{user: string, revision: number, tokenizer: string, tokens: number, cap: number,
 *   lines: Line[]}} Page
 */

/** Everything the server offers about one person. */
export function person(user) {
  const base = "/v1/people/" + encodeURIComponent(user);
  const get = (rest, values = {}) => call("GET", base + rest + query(values));
  const post = (rest, body = {}) => call("POST", base + rest, { body });
  const line = (id) => "/lines/" + encodeURIComponent(id);
  return {
    user,
    summary: () => get(""),
    /** @returns {Promise<Page>} */
    page: () => get("/page"),
    addLine: (section, text) => post("/lines", section ? { section, text } : { text }),
    changeLine: (id, body) => call("PATCH", base + line(id), { body }),
    removeLine: (id) => call("DELETE", base + line(id)),
    why: (id) => get(line(id) + "/why"),
    revisions: (limit) => get("/revisions", { limit }),
    diff: (from, to) => get("/diff", { from, to }),
    undo: (revision) => post("/undo", { revision }),
    forget: (what, dryRun) => post("/forget", { ...what, dryRun }),
    verify: (words) => (words ? post("/verify", { words }) : get("/verify")),
    audit: () => get("/audit", { limit: 50 }),
    ask: (body, signal) =>
      send("POST", base + "/ask", { body, headers: { Accept: "text/event-stream" }, signal }),
    observe: (messages) => post("/turns", { messages }),
    jobs: () => get("/jobs"),
    learn: () => post("/learn"),
    retry: () => post("/jobs/retry"),
    privacy: () => get("/privacy"),
    exportFile: () =>
      send("GET", base + "/export", { headers: { Accept: "application/zip" } }).then((r) => r.blob()),
    importFile: (file, mode) =>
      call("POST", base + "/import" + query({ mode }), {
        raw: file,
        headers: { "Content-Type": "application/zip" },
      }),
    erase: () => call("DELETE", base + query({ confirm: user })),
  };
}
