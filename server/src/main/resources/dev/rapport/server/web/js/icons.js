const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  pin: "M9 2.5 13.5 7l-2 .7-2.6 2.6-.4 2.6L3.1 7.5l2.6-.4 2.6-2.6zM5.3 10.7 2 14",
  edit: "M10.5 2.8 13.2 5.5 5.6 13.1 2.4 13.6 2.9 10.4zM9 4.3 11.7 7",
  remove: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  forget: "M2.5 13.5h11M9.8 2.4l3.8 3.8-6 6.1H5L2.4 9.7zM5.6 6.5l3.8 3.8",
  add: "M8 3v10M3 8h10",
  send: "M3 8h10M9 4l4 4-4 4",
};

/** A small line drawing beside words; never the only name of a control. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "drawn");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
