
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.getElementById("report");
  const PAGE = 40;

  // Text only ever enters the document as text nodes and attributes, never as markup.
  function h(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat(Infinity).filter(c => c !== null && c !== undefined && c !== ""));
    return node;
  }
  function s(tag, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }
  const pct = x => (100 * x).toFixed(1) + "%";
  const pts = x => (x >= 0 ? "+" : "\u2212") + Math.abs(100 * x).toFixed(1);
  const known = e => e.questions > 0;
  const range = e => pct(e.low) + " to " + pct(e.high);
  const n = x => x.toLocaleString("en-US");
  const plural = (x, one, many) => n(x) + " " + (x === 1 ? one : many);
  const pretty = text => ({ true: "yes", false: "no" })[text] || text.replace(/_/g, " ");
  const AXES = { type: "kind of preference", updated: "preference changed", who: "whose preference", private: "private data",
    distance: "distance in tokens", topic: "topic asked about", "topic_preference": "topic of the preference" };
  const axisName = axis => (AXES[axis] || axis.replace(/_/g, " "));

  const narrow = () => window.innerWidth < 620;
  /** A line that stands out from whatever it crosses. */
  const line = (kind, x1, y1, x2, y2) => ["halo", kind].map(c => s("line", { class: c, x1, y1, x2, y2 }));
  /** A whisker: its halo goes below all of it. */
  const whisker = (low, high, mid) => ["halo", "err"].flatMap(c => [
    s("line", { class: c, x1: low, x2: high, y1: mid, y2: mid }),
    ...[low, high].map(end => s("line", { class: c, x1: end, x2: end, y1: mid - 4, y2: mid + 4 }))]);

  /** Horizontal bars with whiskers; a red tick marks the score without memory. */
  function bars(rows, options) {
    const small = narrow(), width = small ? 340 : options.width || 1030;
    const left = small ? 0 : options.left || 200, right = small ? 60 : 172, row = small ? 42 : options.row || 30;
    const span = width - left - right, x = v => left + span * Math.max(0, Math.min(1, v)), height = rows.length * row;
    const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": options.label + ": " +
      rows.map(r => r.name + " " + pct(r.value) + (r.low === undefined ? "" : `, ${pct(r.low)} to ${pct(r.high)}`)).join("; ") });
    rows.forEach((r, i) => {
      const top = i * row, mid = top + (small ? 30 : row / 2), thick = 12;
      const most = small ? 38 : Math.floor(left / 7.4);
      const name = r.name.length > most ? r.name.slice(0, most - 1) + "\u2026" : r.name;
      const g = s("g", {}, s("title", {}, r.name + ": " + pct(r.value) + (r.note ? ", " + r.note : "")));
      g.append(s("text", { x: 0, y: small ? top + 17 : mid + 4.5 }, name));
      g.append(s("rect", { class: "track", x: left, y: mid - thick / 2, width: span, height: thick, rx: 3 }));
      g.append(s("rect", { class: "bar " + (r.kind || ""), x: left, y: mid - thick / 2, width: Math.max(0, x(r.value) - left), height: thick, rx: 3 }));
      if (r.low !== undefined) g.append(...whisker(x(r.low), x(r.high), mid));
      if (r.base !== undefined) g.append(...line("base", x(r.base), mid - 9, x(r.base), mid + 9));
      if (options.chance > 0) g.append(s("line", { class: "zero", x1: x(options.chance), x2: x(options.chance), y1: mid - (small ? 10 : row / 2), y2: mid + (small ? 10 : row / 2) }));
      g.append(s("text", { class: "num", x: left + span + 12, y: mid + 4.5 }, pct(r.value)));
      if (!small && r.note) g.append(s("text", { class: "soft", x: left + span + 68, y: mid + 4.5 }, r.note));
      svg.append(g);
    });
    return svg;
  }

  function gainBar(gain) {
    const most = Math.max(0.1, Math.abs(gain.low), Math.abs(gain.high)) * 1.12;
    const width = narrow() ? 340 : 1030, x = v => width / 2 + (width / 2) * v / most;
    const svg = s("svg", { viewBox: `0 0 ${width} 54`, role: "img",
      "aria-label": `Gain over an empty page ${pts(gain.value)} points, ${pts(gain.low)} to ${pts(gain.high)}` });
    svg.append(s("rect", { class: "track", x: 0, y: 10, width, height: 14, rx: 3 }));
    svg.append(s("rect", { class: gain.value >= 0 ? "up-fill" : "down-fill", x: Math.min(x(0), x(gain.value)), y: 10,
      width: Math.abs(x(gain.value) - x(0)), height: 14, rx: 3 }));
    svg.append(...whisker(x(gain.low), x(gain.high), 17));
    svg.append(s("line", { class: "zero", x1: x(0), x2: x(0), y1: 4, y2: 32 }));
    const label = (v, text, anchor) => svg.append(s("text", { class: "soft", x: v, y: 48, "text-anchor": anchor }, text));
    label(0, "worse than an empty page", "start");
    label(x(0), "0", "middle");
    label(width, "better", "end");
    return svg;
  }

  function hero(mode, spec) {
    const a = mode.accuracy, e = a.answered, gain = mode.gain.gain;
    const rows = [{ name: spec.strategy, value: e.value, low: e.low, high: e.high, note: plural(e.questions, "question", "questions") }];
    if (known(gain)) {
      const w = mode.gain.without;
      rows.push({ name: "nomemory, same answerer", value: w.value, low: w.low, high: w.high, kind: "mute", note: "empty page" });
    }
    if (mode.chance > 0) {
      rows.push({ name: "always " + mode.letters.majority, value: mode.letters.majorityAccuracy, kind: "mute", note: "majority letter" });
      rows.push({ name: "chance", value: mode.chance, kind: "mute", note: "blind guess" });
    }
    const beyond = known(gain) && (gain.low > 0 || gain.high < 0);
    return h("section", { class: "card" }, h("h2", { class: "unseen" }, "Accuracy"),
      h("div", { class: "hero" },
        h("div", {},
          h("div", { class: "big" }, (100 * e.value).toFixed(1), h("small", {}, "%")),
          h("p", { class: "sub" }, "95% interval ", range(e)),
          h("p", { class: "sub" }, plural(e.questions, "question", "questions"), " of ", plural(e.people, "person", "people")),
          known(gain)
            ? h("span", { class: "gain " + (beyond ? (gain.value > 0 ? "up" : "down") : "") },
                pts(gain.value), " points", beyond ? " over an empty page" : ": within noise")
            : ""),
        bars(rows, { label: "Accuracy", width: 720, left: 208, row: 40 })),
      known(gain) ? [h("h3", {}, `Gain over an empty page: ${pts(gain.value)} points (${pts(gain.low)} to ${pts(gain.high)}), paired by question`),
        gainBar(gain),
        h("p", { class: "legend" }, `Helped ${pct(mode.gain.helped.value)} of the questions (wrong without memory, right with it), harmed ${pct(mode.gain.harmed.value)}.`)] : "",
      tally(a));
  }

  function tally(a) {
    const parts = [["right", a.right], ["wrong", a.wrong], ["unparsed", a.unparsed], ["unanswered", a.unanswered], ["unjudged", a.unjudged]];
    const open = a.unparsed + a.unanswered + a.unjudged;
    return h("p", { class: "legend" }, `Asked ${n(a.asked)}: `, parts.filter(p => p[1] > 0).map(p => n(p[1]) + " " + p[0]).join(", "), ".",
      open > 0 ? ` What could not be told is left out above; were it all wrong, ${pct(a.atLeast)}, were it all right, ${pct(a.atMost)}.` : "");
  }

  function measures(mode) {
    if (!mode.measures.length) return "";
    return h("section", { class: "card" }, h("h2", {}, "Beside accuracy"),
      h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" }, h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "measure"), h("th", { scope: "col" }, "share"),
          h("th", { scope: "col", class: "hide" }, "95% interval"), h("th", { scope: "col", class: "hide" }, "questions"))),
        h("tbody", {}, mode.measures.map(m => h("tr", {},
          h("td", {}, m.title, m.lowerIsBetter ? " (less is better)" : "", h("span", { class: "how" }, m.meaning)),
          h("td", {}, h("strong", {}, pct(m.estimate.value)), h("span", { class: "how only" }, range(m.estimate))), h("td", { class: "hide" }, range(m.estimate)),
          h("td", { class: "hide" }, n(m.estimate.questions))))))));
  }

  function breakdown(mode) {
    if (!mode.breakdowns.length) return "";
    const place = h("div", {});
    const many = new Map();
    const draw = axis => {
      const b = mode.breakdowns.find(it => it.axis === axis);
      let cells = b.cells.filter(c => known(c.accuracy.answered));
      const all = cells.length, most = many.get(axis) || 24;
      if (all > most) cells = [...cells].sort((p, q) => q.accuracy.asked - p.accuracy.asked).slice(0, most);
      place.replaceChildren(bars(cells.map(c => ({
        name: pretty(c.value), value: c.accuracy.answered.value, low: c.accuracy.answered.low, high: c.accuracy.answered.high,
        base: known(c.gain.gain) ? c.gain.without.value : undefined,
        note: "n " + n(c.accuracy.answered.questions) + (known(c.gain.gain) ? ", " + pts(c.gain.gain.value) : "") })),
        { label: "Accuracy by " + axisName(axis), chance: mode.chance, left: 260 }),
        all > most ? h("button", { type: "button", onclick: () => { many.set(axis, 1e9); draw(axis); } }, `Show all ${n(all)}`) : "");
    };
    const select = h("select", { "aria-label": "Break down by", onchange: () => draw(select.value) },
      mode.breakdowns.map(b => h("option", { value: b.axis }, axisName(b.axis))));
    draw(mode.breakdowns[0].axis);
    return h("section", { class: "card" }, h("h2", {}, "By ", select), place,
      h("p", { class: "legend" }, "Whiskers: 95% interval, clustered by person.",
        known(mode.gain.gain) ? " Red tick: without memory; the signed number is the gain." : "",
        mode.chance > 0 ? " Dashed: chance." : ""));
  }

  function letters(mode) {
    const l = mode.letters;
    if (!l.counts.length) return "";
    const most = Math.max(...l.counts.map(c => Math.max(c.chosen, c.gold)));
    const width = narrow() ? 300 : 480, height = 150, slot = width / l.counts.length, tall = v => 105 * v / most;
    const svg = s("svg", { class: "small", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Letters: " +
      l.counts.map(c => `${c.letter} chosen ${c.chosen}, right ${c.gold}`).join("; ") });
    l.counts.forEach((c, i) => {
      const mid = i * slot + slot / 2;
      svg.append(s("rect", { class: "bar", x: mid - 32, y: 125 - tall(c.chosen), width: 30, height: tall(c.chosen), rx: 3 }));
      svg.append(s("rect", { class: "bar mute", x: mid + 2, y: 125 - tall(c.gold), width: 30, height: tall(c.gold), rx: 3 }));
      svg.append(...line("err", mid - 36, 125 - tall(c.expected), mid + 36, 125 - tall(c.expected)));
      svg.append(s("text", { x: mid - 17, y: 119 - tall(Math.max(c.chosen, c.expected)), "text-anchor": "middle", class: "soft" }, c.chosen));
      svg.append(s("text", { x: mid + 17, y: 119 - tall(Math.max(c.gold, c.expected)), "text-anchor": "middle", class: "soft" }, c.gold));
      svg.append(s("text", { x: mid, y: 144, "text-anchor": "middle" }, c.letter));
    });
    return h("section", { class: "card" }, h("h2", {}, "Letters"), svg,
      h("p", { class: "legend" }, "Blue, left: chosen; grey, beside it: right; line: what a fair reader of shuffled options would choose. ",
        l.suspicious ? h("strong", {}, "A letter is favoured") : "No letter is favoured", ` (chi-square ${l.statistic.toFixed(1)}, ${l.freedom} degrees of freedom).`));
  }

  function twins(mode) {
    const t = mode.twins;
    if (!t.accuracy.asked) return "";
    const e = t.accuracy.answered;
    return h("section", { class: "card" }, h("h2", {}, "Counterfactual twins"),
      bars([{ name: "accuracy per twin", value: e.value, low: e.low, high: e.high, note: "n " + n(e.questions) },
        { name: "chance", value: t.chance, kind: "mute", note: "exact" },
        { name: "all twins right", value: t.allRight.value, low: t.allRight.low, high: t.allRight.high, note: plural(t.sets, "set", "sets") },
        { name: "all by guessing", value: t.chanceAllRight, kind: "mute" }], { label: "Twins", width: 480, left: 130, row: 34 }),
      h("p", { class: "legend" }, "One query and the same options over histories that each make another option right: who does not see the history scores chance."));
  }

  function cost(c) {
    const money = v => v === 0 ? "0" : Number(v).toPrecision(3);
    const each = (v, times) => times ? h("span", { class: "how" }, (v / times).toLocaleString("en-US", { maximumFractionDigits: 1 }), " each") : "";
    const row = (name, times, x) => h("tr", {}, h("td", {}, name, h("span", { class: "how" }, n(times), " times")),
      [x.calls, x.inputTokens, x.outputTokens].map(v => h("td", {}, n(v), each(v, times))),
      h("td", {}, (x.priced ? "" : "at least "), money(x.usd)));
    return h("section", { class: "card" }, h("h2", {}, "Cost"),
      h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" }, h("table", {}, h("thead", {}, h("tr", {}, ["work", "calls", "tokens in", "tokens out", "USD"].map(t => h("th", { scope: "col" }, t)))),
        h("tbody", {}, row("writing", c.pages, c.write), row("answering", c.answers, c.answer), row("judging", c.answers, c.judge)))),
      h("p", { class: "legend" }, `${n(c.historyTokens)} history tokens in ${n(c.chunks)} chunks became memories of ${Math.round(c.pageTokens)} tokens on average` +
        (c.cap ? ` (${pct(c.pageShare)} of ${n(c.cap)})` : "") + `; ${Math.round(c.recallTokens)} tokens recalled per answer` +
        (c.recallShare ? ` (${pct(c.recallShare)} of the budget).` : ".")));
  }

  /* ---- one question ---- */
  const words = text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(w => w.length > 3);
  function near(a, b) {
    const small = words(a), large = new Set(words(b));
    return small.length > 2 && small.filter(w => large.has(w)).length >= 0.6 * small.length;
  }
  // What may be too long for its box can be scrolled by keyboard.
  const box = (label, text, kind) => h("div", text.length > 400
    ? { class: "box " + (kind || ""), tabindex: "0", role: "group", "aria-label": label } : { class: "box " + (kind || "") }, text);
  const boxes = (label, texts, hit) => texts.map(t => box(label, t, hit(t) ? "hit" : ""));

  function detail(q) {
    const options = h("ol", { class: "opts" }, q.options.map((text, i) => {
      const index = q.order[i], gold = index === q.gold, chosen = index === q.chosen, without = index === q.withoutOption;
      const marks = [gold ? "right answer" : "", chosen ? "chosen" : "", without ? "chosen without memory" : ""].filter(Boolean);
      return h("li", { class: gold ? "gold" : chosen ? "miss" : "" }, h("span", { class: "letter" }, String.fromCharCode(65 + i)),
        h("span", {}, text, marks.length ? h("span", { class: "marks" }, (gold ? "\u2713 " : chosen ? "\u2717 " : "\u25cb ") + marks.join(", ")) : ""));
    }));
    const relevant = t => (q.preference && near(q.preference, t)) || q.evidence.some(e => near(t, e) || near(e, t));
    const page = q.page ? (data.pages[q.page] || "") : "";
    return h("div", { class: "detail" },
      h("div", { class: "wide chips" }, Object.entries(q.labels).map(([k, v]) => h("span", { class: "chip" }, axisName(k) + ": " + pretty(v))),
        q.twins ? h("span", { class: "chip" }, "twins: " + q.twins) : "", h("span", { class: "chip id" }, q.id)),
      h("div", {},
        q.options.length ? [h("h3", {}, "Options as shown"), options] : "",
        !q.options.length && q.answer ? [h("h3", {}, "Right answer"), box("Right answer", q.answer)] : "",
        h("h3", {}, "Reply"), q.reply ? box("Reply", q.reply) : h("p", { class: "none" }, "No words; " + (q.why || "the option alone.")),
        q.confidence >= 0 ? h("p", { class: "legend" }, "Confidence " + q.confidence.toFixed(2)) : "",
        q.why && q.reply ? [h("h3", {}, "Why"), box("Why", q.why)] : "",
        q.votes.length ? [h("h3", {}, "Judges"), q.votes.map(v => box("Judge", v.said + (v.reason ? ": " + v.reason : "")))] : ""),
      h("div", {},
        q.preference ? [h("h3", {}, "Gold preference"), box("Gold preference", q.preference)] : "",
        q.previous ? [h("h3", {}, "Previous preference"), box("Previous preference", q.previous)] : "",
        q.evidence.length ? [h("h3", {}, "History lines that the answer rests on"), boxes("History", q.evidence, () => false)] : "",
        h("h3", {}, `Recalled (${plural(q.recallTokens, "token", "tokens")})`),
        q.recalled.length ? boxes("Recalled", q.recalled, relevant) : h("p", { class: "none" }, "Nothing."),
        q.more ? h("p", { class: "legend" }, `and ${n(q.more)} more, in answers.jsonl`) : ""),
      page ? h("div", { class: "wide" }, h("h3", {}, "The page, whole"), h("div", { class: "box", tabindex: "0", role: "group", "aria-label": "The page, whole" }, page.split("\n").map(line =>
        relevant(line) ? [h("mark", {}, line), "\n"] : line + "\n"))) : "");
  }

  function explorer(mode) {
    const all = data.items.filter(q => q.mode === mode.mode.toLowerCase());
    const state = { kind: "all", type: "", person: "", text: "" };
    let shown = [], drawn = 0;
    const list = h("div", {}), count = h("p", { class: "count", role: "status" });
    const more = h("button", { type: "button", class: "more", onclick: () => draw() }, "Show more");
    const hay = new Map();
    const text = q => {
      if (!hay.has(q)) hay.set(q, [q.id, q.person, q.query, q.preference, q.reply, ...q.options].join("\n").toLowerCase());
      return hay.get(q);
    };
    const KINDS = {
      all: ["All", () => true], failures: ["Failures", q => q.verdict !== "correct"],
      harmed: ["Harmed by memory", q => q.verdict === "wrong" && q.without === "correct"],
      helped: ["Helped", q => q.verdict === "correct" && q.without === "wrong"],
      open: ["No readable answer", q => !["correct", "wrong"].includes(q.verdict)] };
    const typeAxis = all.some(q => q.labels.type) ? "type" : all.some(q => q.labels.category) ? "category" : "";
    function item(q) {
      const button = h("button", { type: "button", "aria-expanded": "false" },
        h("span", { class: "badge " + q.verdict }, { correct: "\u2713 right", wrong: "\u2717 wrong" }[q.verdict] || q.verdict),
        h("span", { class: "what" }, q.query),
        h("span", { class: "meta" }, (typeAxis && q.labels[typeAxis] ? pretty(q.labels[typeAxis]) + ", " : "") + "person " + q.person));
      const card = h("article", { class: "q" }, button);
      button.addEventListener("click", () => {
        const open = button.getAttribute("aria-expanded") === "true";
        button.setAttribute("aria-expanded", String(!open));
        if (open) card.lastChild.remove(); else card.append(detail(q));
      });
      return card;
    }
    function draw() {
      const next = shown.slice(drawn, drawn + PAGE);
      list.append(...next.map(item));
      drawn += next.length;
      more.hidden = drawn >= shown.length;
    }
    function filter() {
      const needle = state.text.trim().toLowerCase();
      shown = all.filter(q => KINDS[state.kind][1](q) && (!state.type || q.labels[typeAxis] === state.type) &&
        (!state.person || q.person === state.person) && (!needle || text(q).includes(needle)));
      drawn = 0;
      list.replaceChildren();
      count.textContent = plural(shown.length, "question", "questions");
      if (!shown.length) list.append(h("p", { class: "empty" }, "No question fits these filters."));
      draw();
    }
    const kinds = Object.entries(KINDS).filter(([k, [, test]]) => ["all", "failures"].includes(k) || all.some(test)).map(([k, [name]]) =>
      h("button", { type: "button", "aria-pressed": String(k === state.kind), "data-kind": k, onclick: e => {
        state.kind = k;
        kinds.forEach(b => b.setAttribute("aria-pressed", String(b === e.currentTarget)));
        filter();
      } }, name));
    const choose = (label, values, key) => h("select", { "aria-label": label, onchange: e => { state[key] = e.target.value; filter(); } },
      h("option", { value: "" }, label), values.map(v => h("option", { value: v }, pretty(v))));
    const distinct = of => [...new Set(all.map(of).filter(Boolean))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    let waiting = 0;
    const search = h("input", { type: "search", placeholder: "Search queries, options, replies", "aria-label": "Search", oninput: e => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { state.text = e.target.value; filter(); }, 120);
    } });
    filter();
    if ("IntersectionObserver" in window) new IntersectionObserver(seen => { if (seen[0].isIntersecting && drawn) draw(); }, { rootMargin: "300px" }).observe(more);
    return h("section", { class: "card", id: "questions" }, h("h2", {}, "Questions"), h("div", { class: "filters" }, kinds,
      typeAxis ? choose("Any " + axisName(typeAxis), distinct(q => q.labels[typeAxis]), "type") : "",
      choose("Any person", distinct(q => q.person), "person"), search), count, list, more);
  }

  /* ---- the page ---- */
  const sc = data.scores, spec = sc.spec;
  const body = h("div", {});
  function show(mode) {
    const both = [letters(mode), twins(mode)].filter(Boolean);
    body.replaceChildren(hero(mode, spec), breakdown(mode) || "", both.length > 1 ? h("div", { class: "two" }, both) : both[0] || "",
      measures(mode) || "", cost(sc.cost), explorer(mode));
  }
  const variant = spec.variant.toLowerCase().replace(/_/g, "-");
  const listed = map => Object.entries(map).filter(([, v]) => v !== "").map(([k, v]) => k + " " + v).join(", ");
  const tabs = sc.modes.length > 1 ? h("div", { class: "tabs", role: "group", "aria-label": "Way of asking" }, sc.modes.map((m, i) =>
    h("button", { type: "button", "aria-pressed": String(i === 0), onclick: e => {
      [...e.currentTarget.parentNode.children].forEach(b => b.setAttribute("aria-pressed", String(b === e.currentTarget)));
      show(m);
    } }, m.mode === "CHOICE" ? "Multiple choice" : "Open answers"))) : "";
  root.replaceChildren(
    h("header", {}, h("h1", {}, `${spec.strategy} on ${spec.dataset}`),
      h("p", { class: "sub" }, `${plural(sc.questions, "question", "questions")}, ${plural(sc.people, "person", "people")}. Pages ${variant === "blind" ? "written blind to the questions" : variant}. Models: ${listed(spec.models) || "none"}.`),
      h("p", { class: "sub" }, "Data version ", h("code", {}, spec.version.slice(0, 16)), `, seed ${spec.seed}; ${listed(spec.settings)}.`)),
    ...sc.warnings.map(w => h("p", { class: "warn" }, w)), tabs, body,
    h("footer", {}, "Accuracy is of the questions that were answered, read and judged. Intervals are at 95%, clustered by person. Readers guess many answers from the options alone: trust the gain, and the twins, more than the accuracy."));
  if (sc.modes.length) show(sc.modes[0]);
})();
