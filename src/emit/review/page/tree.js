// Themes with their ideas, challenges and solutions, as trees: a theme is a part of its own that opens and closes.

const [INDENT, LINE] = [22, 17];

function themeTrees(rows, width) {
  if (!rows.length) return null;
  const themes = groupBy(rows, (row) => row.text("theme"));
  const openAll = rows.length <= 40;
  const parts = [...themes].map(([theme, of], i) => h("details", { class: "theme", open: openAll || i === 0 },
    h("summary", {}, h("strong", { dir: "auto" }, visible(theme || "Under no theme")), h("span", { class: "facts" }, kindCounts(of))),
    themeTree(of, width - 24, theme)));
  return h("figure", { id: "picture-themes" },
    h("figcaption", {}, h("h3", {}, "Themes"), h("p", {}, `${plural(themes.size, "theme")} with ${plural(new Set(rows.map((r) => r.text("idea")).filter(Boolean)).size, "idea")} and what was said of them.`)),
    h("p", { class: "legend" }, [...new Set(rows.map((r) => r.text("kind")))].map((kind) => h("span", { class: "key" }, kindDot(kind), words(kind)))), parts);
}

function kindDot(kind) {
  return svg("svg", { class: "dot", width: 12, height: 12, viewBox: "-6 -6 12 12", "aria-hidden": "true" }, sign(kind, 0, 0));
}

// Kinds differ by shape as well as by colour.
function sign(kind, x, y) {
  const attributes = { class: `sign ${kind}`, transform: `translate(${x} ${y})` };
  if (kind === "challenge") return svg("path", { ...attributes, d: "M0 -5 L5 4 L-5 4 Z" });
  if (kind === "solution") return svg("rect", { ...attributes, x: -4.5, y: -4.5, width: 9, height: 9, rx: 1.5 });
  return svg("circle", { ...attributes, r: 4.5 });
}

function kindCounts(rows) {
  return tally(rows, (row) => row.text("kind")).map(({ label: kind, value }) => plural(value, words(kind), manyOf(kind))).join(", ");
}

const manyOf = (kind) => (kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${words(kind)}s`);

// The nodes of a theme from top to bottom: ideas, and under each what was said of it.
function themeTree(rows, width, theme) {
  const nodes = [];
  for (const [idea, of] of groupBy(rows, (row) => row.text("idea"))) {
    if (idea) nodes.push({ depth: 0, text: idea, strong: true, of });
    for (const row of of) nodes.push({ depth: idea ? 1 : 0, text: row.text("text"), row });
  }
  let y = 6;
  for (const node of nodes) {
    node.x = 10 + node.depth * INDENT;
    node.lines = wrapped(plain(node.text), width - node.x - 16, node.strong ? 3 : 2, node.strong ? FONT.strong : FONT.plain);
    node.y = y;
    y += node.lines.length * LINE + 9;
  }
  return svg("svg", { class: "picture tree", role: "group", "aria-label": plain(`What was said of ${theme || "no theme"}`), width, height: y, viewBox: `0 0 ${width} ${y}` },
    branches(nodes), nodes.map(drawNode));
}

function branches(nodes) {
  const lines = [];
  let idea = null;
  for (const node of nodes) {
    if (node.strong) idea = node;
    else if (node.depth && idea) {
      lines.push(svg("path", { class: "branch", d: `M${idea.x} ${idea.y + 16} V${node.y + 8} H${node.x - 7}` }));
    }
  }
  return lines;
}

function drawNode(node) {
  const text = svg("text", { x: node.x + 14, y: node.y, class: node.strong ? "strong" : "" },
    node.lines.map((line) => svg("tspan", { x: node.x + 14, dy: LINE - 4 + (line === node.lines[0] ? 0 : 4) }, line)));
  if (node.strong) return svg("g", {}, sign("idea", node.x, node.y + 8), text);
  const kind = node.row.text("kind");
  return svg("a", { href: `#${node.row.id}`, class: "leaf" }, svg("title", {}, `${words(kind)}: ${plain(node.text)}`), sign(kind, node.x, node.y + 8), text);
}
