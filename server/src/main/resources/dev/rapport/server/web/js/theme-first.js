// Runs before the first paint, so that a chosen theme does not flash. The rest is in theme.js.
try {
  const chosen = localStorage.getItem("rapport.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage: the system's preference holds.
}
