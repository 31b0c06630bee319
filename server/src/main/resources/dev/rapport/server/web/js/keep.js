/** What this browser remembers between visits; without storage it forgets, and nothing else breaks. */

/**
 * @param {string} name
 * @param {string | null} value null removes it
 */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem("rapport." + name);
    else localStorage.setItem("rapport." + name, value);
  } catch {
    // Storage is full or forbidden.
  }
}

/**
 * @param {string} name
 * @returns {string | null}
 */
export function kept(name) {
  try {
    return localStorage.getItem("rapport." + name);
  } catch {
    return null;
  }
}

/** Removes everything kept whose name begins so. */
export function dropKept(prefix) {
  try {
    Object.keys(localStorage)
      .filter((name) => name.startsWith("rapport." + prefix))
      .forEach((name) => localStorage.removeItem(name));
  } catch {
    // Nothing was kept.
  }
}
