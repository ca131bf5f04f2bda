// The tables: chips to choose one, and its rows.

const PAGE = 200; // rows drawn at once

const rowsBox = h("div", { class: "rows", tabindex: "0", role: "region", "aria-label": "Rows" });
const drawn = new Map(); // row -> its element
let shown = []; // the rows that are listed, in their order

const listed = () => [...TABLES.values()].filter((t) => !ASIDE.has(t.name) && countOf(t.name) > 0);

function chip(table) {
  const [all, some] = [countOf(table.name), isFiltered() ? rowsOf(table.name).length : null];
  const count = some === null ? all : `${some}/${all}`;
  return h("button", {
    class: `chip h${table.hue} ${some === 0 ? "idle" : ""}`,
    type: "button",
    "data-table": table.name,
    "aria-pressed": String(state.table === table.name),
    title: table.doc,
    click: () => change({ table: table.name, sort: null, row: state.row?.table === table ? state.row : null, finding: null }),
  }, h("span", { class: "swatch", "aria-hidden": "true" }), titled(table.name), h("span", { class: "count" }, String(count)));
}

// The columns that hold something; links to the entities of the run are left to the record.
function columnsOf(table, rows) {
  const filled = (c) => rows.some((row) => row.text(c.name) || editOf(row, c.name) !== undefined);
  const entity = (c) => c.type === "link" && TABLES.get(c.among[0])?.of_run !== false;
  const columns = table.columns.filter((c) => !entity(c) && filled(c));
  // What a row is called comes first, wherever the table has it.
  const name = columns.findIndex((c) => NAMES.includes(c.name));
  return name > 0 ? [columns[name], ...columns.toSpliced(name, 1)] : columns;
}

function sorted(rows) {
  if (!state.sort) return rows;
  const { column, down } = state.sort;
  const key = (row) => (column === "line" ? row.line : row.value(column));
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
  const missing = (v) => v === null || v === "";
  return [...rows].sort((x, y) => {
    const [a, b] = [key(x), key(y)];
    // Empty cells stay behind, whichever way the others go.
    if (missing(a) || missing(b)) return missing(a) - missing(b);
    return down ? compare(b, a) : compare(a, b);
  });
}

function heading(name, label, title) {
  const sort = state.sort?.column === name ? state.sort : null;
  const next = !sort ? { column: name, down: false } : sort.down ? null : { column: name, down: true };
  return h("th", { scope: "col", "aria-sort": sort ? (sort.down ? "descending" : "ascending") : null },
    h("button", { type: "button", title, click: () => change({ sort: next }) }, label, h("span", { class: "arrow", "aria-hidden": "true" }, sort ? (sort.down ? " ↓" : " ↑") : "")));
}

// A cell as it now stands: the reader's value where there is one, else the program's.
function shownValue(row, column) {
  const edited = editOf(row, column.name);
  if (edited !== undefined) return h("ins", { title: `was: ${row.text(column.name) || "empty"}` }, edited || "—");
  if (isLink(column)) return visible(rowOf.get(row.value(column.name))?.label ?? row.text(column.name));
  if (column.type === "choice") return words(row.text(column.name));
  const value = row.value(column.name);
  if (typeof value === "number") return column.type === "number" ? value.toLocaleString("en", { maximumFractionDigits: 6 }) : String(value);
  return visible(row.text(column.name));
}

const isNumber = (column) => ["integer", "number", "time", "date"].includes(column.type);

function cellOf(row, column, i) {
  const text = row.text(column.name);
  const name = i === 0 && NAMES.includes(column.name) ? "name" : "";
  const kind = isNumber(column) ? "figure" : text.length > 60 ? `long ${name}` : name;
  return h("td", { class: kind, role: "cell", dir: "auto", "data-label": words(column.name) }, h("div", {}, shownValue(row, column)));
}

function stateCell(row) {
  const mark = marks.get(row.id);
  const severity = severityOf(row);
  const edits = mark && Object.keys(mark.cells).length;
  return h("td", { class: "state", role: "cell" },
    mark?.mark === "right" && h("span", { class: "badge right", title: "marked right" }, "✓"),
    mark?.mark === "wrong" && h("span", { class: "badge wrong", title: "marked wrong" }, "✕"),
    edits > 0 && h("span", { class: "badge edited", title: "edited" }, "✎"),
    severity && h("span", { class: `badge ${severity}`, title: `has a finding: ${severity}` }, "!"),
  );
}

function rowElement(row, columns) {
  const mark = markOf(row);
  const element = h("tr", {
    role: "row",
    id: `row-${row.id}`,
    class: mark,
    tabindex: "-1",
    "aria-selected": String(state.row === row),
    click: () => !String(getSelection()).length && select(row),
    keydown: (event) => event.key === "Enter" && event.target === element && select(row),
  },
  stateCell(row),
  h("td", { class: "figure line-cell", role: "cell", "data-label": "line" }, row.line ? String(row.line) : ""),
  !state.report && row.report !== run && reports.length > 1 && h("td", { role: "cell", "data-label": "report" }, h("div", {}, row.report.id)),
  columns.map((column, i) => cellOf(row, column, i)));
  drawn.set(row, element);
  return element;
}

const canAdd = (table) => KIND !== "index" && !table.of_run && !ASIDE.has(table.name) && table.name !== "reports";

function addButton(table) {
  return canAdd(table) && h("button", { type: "button", class: "quiet add", title: "For a row that the program missed (a)", click: () => addRow(table) }, "+ Add a row");
}

function drawRows() {
  drawn.clear();
  const table = TABLES.get(state.table);
  if (!table) return rowsBox.replaceChildren(h("p", { class: "empty" }, "This report gave no rows."));
  shown = sorted(rowsOf(table.name));
  if (!shown.length) return rowsBox.replaceChildren(h("p", { class: "empty" }, isFiltered() ? "No row of this table passes the filters." : "No rows."));
  const columns = columnsOf(table, shown);
  const body = h("tbody", { role: "rowgroup" });
  const many = !state.report && shown.some((row) => row.report !== run) && reports.length > 1;
  const head = h("tr", { role: "row" },
    h("th", { scope: "col", class: "state" }, h("span", { class: "unseen" }, "state")),
    heading("line", "line", "Where the row starts in its source"),
    many && heading("report_id", "report", "The report"),
    columns.map((c) => heading(c.name, words(c.name), c.doc)));
  rowsBox.replaceChildren(
    h("p", { class: "rows-head" }, h("strong", { id: "rows-title" }, titled(table.name)), ` ${table.doc} `, addButton(table)),
    h("table", { role: "table", class: `h${table.hue}`, "aria-labelledby": "rows-title" },
      h("thead", { role: "rowgroup" }, head), body),
  );
  drawMore(body, columns, 0);
}

// Rows come by the page, the next when the end of the last is near.
function drawMore(body, columns, from, upTo = from + PAGE) {
  for (const row of shown.slice(from, upTo)) body.append(rowElement(row, columns));
  if (upTo >= shown.length) return;
  const more = h("button", { type: "button", class: "more", click: () => next() }, `${plural(shown.length - upTo, "more row")}`);
  const next = (to) => {
    watcher.disconnect();
    more.remove();
    drawMore(body, columns, upTo, to);
  };
  const watcher = new IntersectionObserver(([entry]) => entry.isIntersecting && next(), { root: rowsBox, rootMargin: "600px" });
  rowsBox.append(more);
  watcher.observe(more);
  drawUpTo = (index) => index >= upTo && next(index + PAGE);
}

let drawUpTo = () => {};

function showRow() {
  for (const [row, element] of drawn) if (row !== state.row) element.setAttribute("aria-selected", "false");
  if (!state.row || state.row.table.name !== state.table) return;
  drawUpTo(shown.indexOf(state.row));
  const element = drawn.get(state.row);
  if (!element) return;
  element.setAttribute("aria-selected", "true");
  element.tabIndex = 0;
  const [outer, inner] = [rowsBox.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top + 64 || inner.bottom > outer.bottom) rowsBox.scrollTop += inner.top - outer.top - outer.height / 3;
}

// Draws one row anew, after the reader changed it.
function redrawRow(row) {
  const old = drawn.get(row);
  if (!old) return;
  const fresh = rowElement(row, columnsOf(row.table, shown));
  old.replaceWith(fresh);
}

function tablesPane() {
  const chips = h("div", { class: "chips", role: "group", "aria-label": "Tables" });
  watch(["report", "query", "severity", "mark", "table"], () => chips.replaceChildren(...listed().map(chip)));
  watch(["report", "query", "severity", "mark", "table", "sort", "added"], () => {
    drawUpTo = () => {};
    drawRows();
    rowsBox.scrollTop = 0;
  });
  watch(["report", "query", "severity", "mark", "table", "sort", "row", "view", "added"], showRow);
  watch(["marks"], () => state.row && redrawRow(state.row));
  return h("div", { class: "view rows-view" }, chips, rowsBox);
}
