import { freshId, h } from "./dom.js";

/**
 * Opens a modal dialog; Esc and the backdrop close it, and focus returns to where it was.
 *
 * @param {string} title
 * @param {(close: () => void, body: HTMLElement) => void} build fills the body
 * @returns {Promise<void>} when it is closed
 */
export function openDialog(title, build) {
  const back = document.activeElement;
  const heading = h("h2", { id: freshId("title"), tabindex: -1 }, title);
  const body = h("div");
  const dialog = h("dialog", { "aria-labelledby": heading.id }, heading, body);
  document.body.append(dialog);
  const closed = new Promise((done) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (back?.isConnected) back.focus();
      done();
    }),
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  build(() => dialog.close(), body);
  dialog.showModal();
  return closed;
}
