
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.getElementById("report");
  const PAGE = 40;
  function make(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    node.append(...children.flat(Infinity).filter(c => c !== "" && c !== null && c !== undefined));
    return node;
  }
  const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);
  const s = (tag, attributes, ...children) => make(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  const pct = x => (100 * x).toFixed(1) + "%";
  const pts = x => (x >= 0 ? "+" : "\u2212") + Math.abs(100 * x).toFixed(1);
  const table = (heads, rows) => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" }, h("table", {}, h("thead", {}, h("tr", {}, heads.map(t => h("th", { scope: "col" }, t)))),
    h("tbody", {}, rows.map(r => h("tr", {}, r.map(c => h("td", {}, c)))))));

  function curve(rows) {
    const caps = [...new Set(rows.map(r => r.cap))].sort((a, b) => a - b);
    if (caps.length < 2) return "";
    const width = window.innerWidth < 620 ? 340 : 700, height = 260, left = 48, bottom = 40, span = width - left - 30;
    const x = cap => left + 15 + span * (Math.log2(cap) - Math.log2(caps[0])) / (Math.log2(caps.at(-1)) - Math.log2(caps[0]));
    const y = v => 14 + (height - bottom - 14) * (1 - v);
    const svg = s("svg", { class: "curve", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Accuracy by page budget: " +
      rows.map(r => `${r.cap} tokens ${pct(r.accuracy.answered.value)}`).join("; ") });
    for (const v of [0, 0.25, 0.5, 0.75, 1]) {
      svg.append(s("line", { class: "zero", x1: left, x2: width, y1: y(v), y2: y(v) }), s("text", { class: "soft", x: 0, y: y(v) + 4 }, pct(v)));
    }
    const sorted = [...rows].sort((a, b) => a.cap - b.cap);
    sorted.forEach((r, i) => {
      const e = r.accuracy.answered;
      if (i) svg.append(s("line", { class: "err", x1: x(sorted[i - 1].cap), y1: y(sorted[i - 1].accuracy.answered.value), x2: x(r.cap), y2: y(e.value) }));
      svg.append(s("line", { class: "err", x1: x(r.cap), x2: x(r.cap), y1: y(e.low), y2: y(e.high) }),
        s("circle", { class: "bar", cx: x(r.cap), cy: y(e.value), r: 6 }, s("title", {}, `${r.name}: ${pct(e.value)}`)),
        s("text", { x: x(r.cap), y: height - 14, "text-anchor": "middle" }, r.cap));
    });
    return h("section", { class: "card" }, h("h2", {}, "Accuracy by page budget"), svg, h("p", { class: "legend" }, "Tokens of the page, on a logarithmic scale; whiskers are 95% intervals, clustered by person."));
  }
  const list = h("div", {}), more = h("button", { type: "button" }, "Show more");
  let drawn = 0;
  function draw() {
    list.append(...data.examples.slice(drawn, drawn + PAGE).map(e => h("article", { class: "q" }, h("p", {}, h("strong", {}, e.query), " ", h("span", { class: "meta" }, `${e.question}, person ${e.person}`)),
      h("ul", { class: "opts" }, h("li", { class: "gold" }, h("span", { class: "letter" }, "\u2713"), h("span", {}, e.gold)),
        Object.entries(e.answers).map(([name, a]) => h("li", { class: a.verdict === "correct" ? "" : "miss" }, h("span", { class: "letter" }, a.verdict === "correct" ? "\u2713" : "\u2717"),
          h("span", {}, h("strong", {}, name + ": "), a.verdict === "correct" ? "right" : a.text || a.verdict)))))));
    drawn = Math.min(drawn + PAGE, data.examples.length);
    more.hidden = drawn >= data.examples.length;
  }
  more.addEventListener("click", draw);
  root.replaceChildren(h("header", {}, h("h1", {}, "Runs compared on " + data.dataset), h("p", { class: "sub" }, "Data version ", h("code", {}, data.version.slice(0, 16)), ". Differences are paired by question and clustered by person.")),
    h("section", { class: "card" }, h("h2", {}, "Accuracy"), table(["run", "strategy", "mode", "page budget", "accuracy", "95% interval", "answered", "asked"],
      data.runs.map(r => [r.name, r.strategy, r.mode.toLowerCase(), r.cap || "", h("strong", {}, pct(r.accuracy.answered.value)), pct(r.accuracy.answered.low) + " to " + pct(r.accuracy.answered.high), r.accuracy.answered.questions, r.accuracy.asked]))),
    h("section", { class: "card" }, h("h2", {}, "Differences"), table(["run", "against", "mode", "difference", "95% interval", "only this right", "only that right"],
      data.pairs.map(p => [p.other, p.first, p.mode.toLowerCase(), h("strong", {}, pts(p.difference.value) + " points" + (p.difference.low <= 0 && p.difference.high >= 0 ? ", within noise" : "")), pts(p.difference.low) + " to " + pts(p.difference.high), p.otherOnly, p.firstOnly]))),
    ...["CHOICE", "OPEN"].map(mode => curve(data.runs.filter(r => r.cap > 0 && r.strategy === "page" && r.mode === mode))).filter(Boolean),
    h("section", { class: "card" }, h("h2", {}, `Where they disagree: ${data.examples.length} questions`), list, more));
  draw();
})();
