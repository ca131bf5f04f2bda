// What pictures are drawn with. Every picture is SVG, and says in a table what it shows.

const canvas = document.createElement("canvas").getContext("2d");
const FONT = { plain: "13px", strong: "600 13px", small: "11.5px" };
let family = "";

function textWidth(text, font = FONT.plain) {
  family ||= getComputedStyle(document.body).fontFamily;
  canvas.font = `${font} ${family}`;
  return canvas.measureText(text).width;
}

// A text cut to a width.
function clip(text, width, font) {
  if (textWidth(text, font) <= width) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${letters.slice(0, middle).join("")}…`, font) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

// A text in lines of a width, the last of the lines allowed cut.
function wrapped(text, width, most, font) {
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (textWidth(longer, font) <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = clip(`${kept[most - 1]} ${lines[most]}`, width, font);
  return kept.map((line) => clip(line, width, font));
}

// Signs that turn text around, or are not shown, have no place in a drawing.
const plain = (text) => text.replace(new RegExp(HIDDEN.source, "g"), "\ufffd");

const label = (x, y, text, attributes) => svg("text", { x, y, ...attributes }, plain(text));

// Bars, a line each: [{ label, value, note, ids }], the longest first.
function bars(data, width, { unit = "", most = 20 } = {}) {
  const all = [...data].sort((a, b) => b.value - a.value);
  const rest = all.slice(most);
  const drawnBars = all.slice(0, most);
  if (rest.length) drawnBars.push({ label: `${rest.length} others`, value: rest.reduce((n, d) => n + d.value, 0), rest: true });
  const top = Math.max(...drawnBars.map((d) => d.value), 1e-9);
  const tight = width < 480;
  const names = tight ? width : Math.min(width * 0.42, 24 + Math.max(...drawnBars.map((d) => textWidth(plain(d.label)))));
  const room = (tight ? width : width - names) - 64;
  const step = tight ? 40 : 26;
  const lines = drawnBars.map((d, i) => {
    const [x, y] = tight ? [0, i * step + 20] : [names, i * step + 5];
    const long = Math.max(2, (room * d.value) / top);
    return svg("g", { class: d.rest ? "bar rest" : "bar" },
      tight ? label(0, i * step + 14, clip(plain(d.label), width)) : label(names - 10, i * step + 18, clip(plain(d.label), names - 12), { "text-anchor": "end" }),
      svg("rect", { x, y, width: long, height: tight ? 12 : 16, rx: 2 }, svg("title", {}, `${d.label}: ${d.note ?? d.value}`)),
      label(x + long + 6, y + (tight ? 11 : 13), d.note ?? `${d.value}${unit}`, { class: "value" }));
  });
  return svg("svg", { class: "picture", width, height: drawnBars.length * step + 4, viewBox: `0 0 ${width} ${drawnBars.length * step + 4}` }, lines);
}

// A figure: title, drawing, and the same as a table.
function figure(title, lead, drawing, columns, rows) {
  const id = `picture-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  if (!drawing.hasAttribute("role")) drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", `${title}. ${lead}`);
  return h("figure", { id }, h("figcaption", {}, h("h3", {}, title), h("p", {}, lead)), drawing,
    rows && h("details", { class: "as-table" }, h("summary", {}, "As a table"), plainTable(columns, rows)));
}

function plainTable(columns, rows) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" }, h("table", {}, h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, c)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", { class: typeof cell === "number" ? "figure" : "", dir: "auto" }, cell instanceof Node ? cell : visible(String(cell ?? "")))))))));
}

// Counts of the values of a column: [{ label, value }].
function tally(rows, value) {
  const counts = new Map();
  for (const row of rows) {
    const key = value(row);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, n]) => ({ label: key, value: n }));
}
