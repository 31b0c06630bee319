/**
 * Builds an element. Strings become text nodes, never HTML: what people and models wrote cannot
 * become markup, because nothing here parses any.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [props] attributes; `on…` are listeners; `dataset` is a map;
 *     true is an empty attribute; false, null and undefined are left out
 * @param {...(Node | string | number | null | undefined | false | Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  add(element, children);
  return element;
}

/** Puts new children in place of the old. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

let last = 0;

/** A name no other element of this page has, to tie labels to what they name. */
export function freshId(prefix) {
  last += 1;
  return `${prefix}-${last}`;
}

function set(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else if (name === "value") element.value = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === false || child === null || child === undefined) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}
