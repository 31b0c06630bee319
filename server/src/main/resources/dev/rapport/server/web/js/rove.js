/**
 * One stop for Tab in a list, arrow keys within it, Home and End to its ends. New items may come
 * and go: the list is looked at anew at every key.
 *
 * @param {HTMLElement} list
 * @param {string} selector of the items within it
 */
export function rove(list, selector) {
  const items = () => Array.from(list.querySelectorAll(selector));
  const stop = (chosen) => items().forEach((item) => (item.tabIndex = item === chosen ? 0 : -1));
  stop(items()[0]);
  list.addEventListener("focusin", (event) => {
    if (event.target.matches(selector)) stop(event.target);
  });
  list.addEventListener("keydown", (event) => {
    if (!event.target.matches(selector)) return;
    const all = items();
    const next = {
      ArrowDown: all.indexOf(event.target) + 1,
      ArrowUp: all.indexOf(event.target) - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined || !all[next]) return;
    event.preventDefault();
    all[next].focus();
  });
}
