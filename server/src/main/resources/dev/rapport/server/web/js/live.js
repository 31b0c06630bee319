/** Looks again by itself, so that a view need not be opened anew while learning runs. */

const SOON = 1_500;
const LATER = 5_000;

/**
 * Asks how a person's page stands until the view is left: often while something waits to be
 * learned, seldom otherwise, never while nobody looks.
 *
 * @param {HTMLElement} view looked at as long as it is shown
 * @param {() => Promise<{revision: number, waiting: number, buried: number}>} look
 * @param {(now: object, before: object) => void} changed told when an answer is not as the one before
 * @param {object} [first] how it stood when the view was drawn
 * @returns {() => void} looks at once, as after something was started here
 */
export function live(view, look, changed, first) {
  let before = first;
  let timer = 0;
  let shown = false;

  async function again() {
    clearTimeout(timer);
    shown ||= view.isConnected;
    if (shown && !view.isConnected) return;
    if (!document.hidden && shown) {
      try {
        const now = await look();
        if (shown && !view.isConnected) return;
        if (before && differs(now, before)) changed(now, before);
        before = now;
      } catch {
        // The next look may get through; what is asked for by hand says what is wrong.
      }
    }
    clearTimeout(timer);
    timer = setTimeout(again, before?.waiting > 0 ? SOON : LATER);
  }

  document.addEventListener("visibilitychange", function seen() {
    if (shown && !view.isConnected) document.removeEventListener("visibilitychange", seen);
    else if (!document.hidden) again();
  });
  timer = setTimeout(again, SOON);
  return again;
}

function differs(now, before) {
  return ["revision", "waiting", "buried", "failure", "ceiling"].some(
    (name) => String(now[name]?.length ?? now[name]) !== String(before[name]?.length ?? before[name]),
  );
}
