/** One way to the server: JSON in and out, problems (RFC 9457) as one kind of error. */

/** @typedef {{status: number, title: string, detail: string, mend: string}} ProblemShape */

/** What went wrong, and what would mend it. */
export class Problem extends Error {
  /** @param {Partial<ProblemShape>} shape */
  constructor({ status = 0, title = "It did not work", detail = "", mend = "" }) {
    super(title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.mend = mend;
  }
}

const session = { csrf: "" };

/** Every write from now on carries this; a cookie session gives it. */
export function useCsrf(token) {
  session.csrf = token ?? "";
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{body?: unknown, raw?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 * @returns {Promise<Response>} a good answer; anything else is thrown as a {@link Problem}
 */
export async function send(method, path, { body, raw, headers = {}, signal } = {}) {
  const sent = { Accept: "application/json", ...headers };
  if (body !== undefined) sent["Content-Type"] = "application/json";
  if (method !== "GET") {
    if (session.csrf) sent["X-Rapport-CSRF"] = session.csrf;
    if (path.startsWith("/v1/people/")) sent["Idempotency-Key"] = onceKey();
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: sent,
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal,
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem({
      title: "The server did not answer",
      detail: navigator.onLine === false ? "This device is offline." : "",
      mend: "See that Rapport is running and that you are connected, then try again.",
    });
  }
  if (response.ok) return response;
  throw await problemOf(response);
}

/** The JSON of a good answer; undefined where there is none. */
export async function call(method, path, options) {
  const response = await send(method, path, options);
  const type = response.headers.get("Content-Type") ?? "";
  return type.includes("json") ? response.json() : undefined;
}

/** A query string of what is not empty. */
export function query(values) {
  const text = new URLSearchParams(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
  ).toString();
  return text ? "?" + text : "";
}

async function problemOf(response) {
  const shape = await response.json().catch(() => ({}));
  const why = (shape.findings ?? []).map((finding) => finding.why).join(" ");
  return new Problem({
    title: why ? "It was not kept" : `The server answered ${response.status}`,
    detail: why,
    ...shape,
    status: response.status,
  });
}

function onceKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
