// The source: every record in its table's colour, prose plain, unclaimed lines marked.
//
// A report is cut wherever a place begins or ends. Each piece knows the rows that it belongs to, the most specific first: the
// one whose cell there is shortest, then the one that reaches least far. The first gives the colour, a second underlines it.

// Columns that give the surroundings of a record and not its own words.
const AROUND = { statistics: ["sentence"] };

// What a line is where no record draws on it.
const PROSE = new Set(["paragraph", "heading", "blank"]);

// A finding about more than this many signs is no help as a line under all of them.
const LONG_DOUBT = 240;

const pane = {
  box: h("div", { class: "source-text", tabindex: "0", role: "region", "aria-label": "Source of the report" }),
  report: null,
  only: null,
  pieces: [], // in order: { start, end, rows, findings, element }
  ofRow: new Map(), // row -> its pieces
  lines: [], // the first code point of each line
  lineBoxes: [],
};

// Places of a row: what is coloured for it.
function placesOf(row, skip = AROUND[row.table.name] ?? []) {
  const own = row.table.columns.filter((c) => !row.table.above.includes(c.name) && !skip.includes(c.name));
  const places = own.flatMap((c) => row.spans(c.name));
  if (places.length || row.start === row.end) return places;
  return [[row.start, row.end]];
}

// [{ start, end, row }] of everything that is coloured or underlined.
function layers(report, only) {
  const found = [];
  for (const [name, rows] of report.rows) {
    if (name === "blocks" || (only && name !== only && name !== "findings")) continue;
    for (const row of rows) for (const [start, end] of placesOf(row)) if (end > start) found.push({ start, end, row });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

// Cuts the text at every edge and at line ends; calls back with each piece and the places that cover it.
function cut(report, found, lines, each) {
  const length = report.source.units ? report.source.units.length - 1 : report.source.text.length;
  const edges = new Set(lines);
  for (const { start, end } of found) edges.add(Math.min(start, length)).add(Math.min(end, length));
  edges.add(length);
  const sorted = [...edges].sort((a, b) => a - b);
  let next = 0;
  let open = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    while (next < found.length && found[next].start <= start) open.push(found[next++]);
    open = open.filter((place) => place.end > start);
    each(start, end, open);
  }
}

function specific(open) {
  const tightest = new Map();
  for (const { start, end, row } of open) {
    tightest.set(row, Math.min(tightest.get(row) ?? Infinity, end - start));
  }
  const reach = (row) => row.end - row.start;
  return [...tightest.keys()].sort((a, b) => tightest.get(a) - tightest.get(b) || reach(a) - reach(b));
}

function lineStarts(text) {
  const starts = [0];
  let point = 0;
  for (const sign of text) {
    point++;
    if (sign === "\n") starts.push(point);
  }
  if (starts.length > 1 && starts.at(-1) === point) starts.pop();
  return starts;
}

// What kind of line each is, where that is worth a mark in the margin.
function lineKinds(report, lines) {
  const kinds = new Map();
  for (const block of report.of("blocks")) {
    const kind = block.text("kind");
    const what = kind === "furniture" ? "furniture" : block.value("claimed_by") || PROSE.has(kind) ? null : "unclaimed";
    if (!what) continue;
    for (let line = block.line; line <= lines.length && lines[line - 1] < block.end; line++) kinds.set(line, what);
  }
  return kinds;
}

const KIND_TITLES = {
  unclaimed: "No record draws on this line",
  furniture: "Furniture: page numbers, rules, running heads",
};

function drawSource(report, only) {
  Object.assign(pane, { report, only, pieces: [], ofRow: new Map(), lineBoxes: [] });
  pane.lines = lineStarts(report.source.text);
  const kinds = lineKinds(report, pane.lines);
  let at = -1;
  let content = null;
  cut(report, layers(report, only), pane.lines, (start, end, open) => {
    while (at + 1 < pane.lines.length && pane.lines[at + 1] <= start) {
      at++;
      content = h("span", { class: "content", dir: "auto" });
      const kind = kinds.get(at + 1);
      const number = h("span", { class: "number", "aria-hidden": "true", title: kind && KIND_TITLES[kind] }, String(at + 1));
      const blank = /^\s*$/.test(report.source.slice(start, pane.lines[at + 1] ?? end));
      pane.lineBoxes.push(h("div", { class: `line ${kind ?? ""} ${blank ? "blank" : ""}` }, number, content));
    }
    addPiece(content, start, end, open);
  });
  pane.box.replaceChildren(...chunked(pane.lineBoxes));
  pane.box.lang = report.about?.text("language") || "";
}

// Lines in boxes of a hundred, which a browser need not lay out before they come into view.
function chunked(lines) {
  const chunks = [];
  for (let i = 0; i < lines.length; i += 100) chunks.push(h("div", { class: "chunk" }, lines.slice(i, i + 100)));
  return chunks;
}

function addPiece(content, start, end, open) {
  const text = pane.report.source.slice(start, end).replace(/\n$/, "");
  if (!text) return;
  const all = open.length ? specific(open) : [];
  const rows = all.filter((row) => row.table.name !== "findings");
  const findings = all.filter((row) => row.table.name === "findings");
  let element = document.createTextNode(text);
  if (all.length) {
    const [first, second] = rows;
    const severity = SEVERITIES.find((s) => findings.some((f) => f.end - f.start <= LONG_DOUBT && f.text("severity") === s));
    const names = [...rows, ...findings].map((row) => titled(row.table.name));
    element = h(
      "mark",
      {
        class: `${first ? `h${first.table.hue}` : "bare"} ${second ? `under u${second.table.hue}` : ""} ${severity ? `doubt ${severity}` : ""}`,
        title: [...new Set(names)].join(" · "),
      },
      visible(text),
    );
  } else if (HIDDEN.test(text)) {
    element = h("span", {}, visible(text));
  }
  content.append(element);
  const piece = { start, end, rows, findings, element };
  pane.pieces.push(piece);
  if (all.length) pieceOf.set(element, piece);
  for (const row of all) push(pane.ofRow, row, piece);
}

const pieceOf = new WeakMap();

// A click goes to the most specific row; a further click on the same piece to the next one that covers it.
function clickSource(event) {
  const element = event.target.closest("mark");
  const piece = element && pieceOf.get(element);
  if (!piece || String(getSelection()).length) return;
  const rows = [...piece.rows, ...piece.findings];
  const current = rows.indexOf(state.finding ?? state.row);
  select(rows[(current + 1) % rows.length], { view: isPhone.matches ? "source" : undefined });
}

// The rows that share words with this one.
function neighbours(row) {
  if (pane.report !== row.report) return [];
  const pieces = pane.ofRow.get(row) ?? [];
  return [...new Set(pieces.flatMap((piece) => piece.rows))].filter((other) => other !== row);
}

function lineBox(line) {
  return pane.lineBoxes[Math.min(line, pane.lineBoxes.length) - 1];
}

function showSelected() {
  for (const lit of pane.box.querySelectorAll("mark.on")) lit.classList.remove("on");
  for (const lit of pane.box.querySelectorAll(".line.here")) lit.classList.remove("here");
  const row = state.finding ?? state.row;
  if (!row || row.report !== pane.report) return;
  const pieces = [...(pane.ofRow.get(row) ?? []), ...((state.finding && state.row && pane.ofRow.get(state.row)) || [])];
  for (const piece of pieces) piece.element.classList.add("on");
  const box = row.line ? lineBox(row.line) : null;
  const target = pane.ofRow.get(row)?.[0]?.element ?? box;
  if (!pieces.length) box?.classList.add("here");
  if (target) scrollWithin(pane.box, target);
}

// Scrolls a pane, and only that, until an element stands in its upper third; not at all where it is well in view. Lines
// that were never in view have no true height yet, so it looks again once they have.
function scrollWithin(box, element, tries = 3) {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (!outer.height) return;
  const sheet = card.hidden || !isPhone.matches ? Infinity : card.getBoundingClientRect().top;
  const bottom = Math.min(outer.bottom, sheet);
  if (inner.top > outer.top + 24 && inner.top < bottom - 48) return;
  box.scrollTop += inner.top - outer.top - (bottom - outer.top) / 3;
  if (tries) requestAnimationFrame(() => scrollWithin(box, element, tries - 1));
}

// Paints places over the text without touching it, where the browser can.
function paint(name, places) {
  if (!window.CSS?.highlights) return;
  const ranges = places.flatMap(([start, end]) => rangesOf(start, end));
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

function rangesOf(start, end) {
  let [low, high] = [0, pane.pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pane.pieces[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const ranges = [];
  for (let i = low; i < pane.pieces.length && pane.pieces[i].start < end; i++) {
    const piece = pane.pieces[i];
    const range = document.createRange();
    const node = piece.element.nodeType === Node.TEXT_NODE ? piece.element : piece.element.firstChild;
    const source = pane.report.source;
    range.selectNodeContents(piece.element);
    if (node?.nodeType === Node.TEXT_NODE && (piece.element === node || piece.element.childNodes.length === 1)) {
      const unit = (point) => Math.min(node.length, Math.max(0, source.unit(point) - source.unit(piece.start)));
      range.setStart(node, unit(Math.max(start, piece.start)));
      range.setEnd(node, unit(Math.min(end, piece.end)));
    }
    ranges.push(range);
  }
  return ranges;
}

// Paints where the words that are searched for stand in the source.
function paintFound() {
  const places = [];
  if (state.query && pane.report) {
    const { source } = pane.report;
    const pattern = new RegExp(state.query.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
    for (const found of source.text.matchAll(pattern)) {
      places.push([source.point(found.index), source.point(found.index + found[0].length)]);
      if (places.length >= 1000) break;
    }
  }
  paint("found", places);
}

function sourcePane() {
  const name = h("h2", { class: "pane-title" });
  const facts = h("p", { class: "pane-facts" });
  const only = h("input", { type: "checkbox", change: () => change({ only: only.checked }) });
  const legend = h("p", { class: "legend" },
    h("label", {}, only, " colour only the listed table"),
    h("span", { class: "key unclaimed-key" }, "line that no record draws on"),
    h("span", { class: "key doubt warning" }, "finding"),
  );
  pane.box.addEventListener("click", clickSource);
  watch(["report", "row", "finding", "only", "table"], () => {
    const report = sourceReport();
    const table = state.only && !ASIDE.has(state.table) ? state.table : null;
    if (report && (report !== pane.report || table !== pane.only)) {
      drawSource(report, table);
      name.replaceChildren(visible(report.title));
      const claimed = report.about?.value("claimed_percent");
      facts.textContent = [plural(pane.lines.length, "line"), claimed !== null && claimed !== undefined && `${claimed}% of the text in records`].filter(Boolean).join(" · ");
    }
    only.checked = state.only;
    paint("field", []);
    showSelected();
  });
  watch(["query", "report", "row", "finding", "only", "table"], paintFound);
  watch(["view"], () => requestAnimationFrame(showSelected));
  return h("section", { class: "pane source", "aria-label": "Source" }, h("header", { class: "pane-head" }, name, facts, legend), pane.box);
}
