// The data of this file: tables with their columns, reports with their sources and rows.

const KIND = document.body.dataset.kind;
const read = (name) => [...document.querySelectorAll(`script[data-is="${name}"]`)].map((e) => JSON.parse(e.textContent));

const TABLES = new Map(read("schema")[0].map((table, i) => [table.name, { ...table, hue: i % 16 }]));
for (const table of TABLES.values()) table.at = new Map(table.columns.map((c, i) => [c.name, i]));

// Tables that speak of the others, or repeat the source.
const ASIDE = new Set(["blocks", "findings"]);

// A source: the program counts code points, and JavaScript half of a pair for each sign outside the basic plane.
class Source {
  constructor(text) {
    this.text = text;
    this.units = /[\ud800-\udbff]/.test(text) ? Source.index(text) : null;
  }

  static index(text) {
    const units = new Uint32Array(text.length + 1);
    let point = 0;
    for (let unit = 0; unit < text.length; point++) {
      units[point] = unit;
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    units[point] = text.length;
    return units.subarray(0, point + 1);
  }

  // The place in the string at which a code point begins.
  unit(point) {
    if (!this.units) return Math.min(point, this.text.length);
    return this.units[Math.min(point, this.units.length - 1)];
  }

  // The code point that a place in the string belongs to.
  point(unit) {
    if (!this.units) return unit;
    let [low, high] = [0, this.units.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.units[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

// What a row is called: the first of these columns that it fills.
const NAMES = ["title", "name", "text", "as_printed", "acronym", "value", "url"];

class Row {
  constructor(table, report, seq, [id, line, start, end, page, rule, cells, places]) {
    Object.assign(this, { table, report, seq, id, line, start, end, page, rule, cells, places });
  }

  // The value of a column as the program found it: null, boolean, number or text.
  value(name) {
    const at = this.table.at.get(name);
    const cell = at === undefined ? null : this.cells[at];
    return Array.isArray(cell) ? this.report.source.slice(...cell) : (cell ?? null);
  }

  // The same as the CSV prints it.
  text(name) {
    const value = this.value(name);
    return value === null ? "" : String(value);
  }

  // Where a column was read: half-open places in code points.
  spans(name) {
    const cell = this.cells[this.table.at.get(name)];
    return Array.isArray(cell) ? [cell] : (this.places[name] ?? []);
  }

  get label() {
    if (this.table.name === "findings") return this.text("message");
    const first = NAMES.find((c) => this.text(c));
    return first ? this.text(first) : this.id;
  }

  get folded() {
    this.foldedText ??= fold(this.table.columns.map((c) => this.text(c.name)).join("\n"));
    return this.foldedText;
  }
}

class Report {
  constructor(data) {
    this.id = data.id ?? "";
    this.counts = data.counts ?? null;
    this.source = new Source(data.source ?? "");
    this.rows = new Map();
    for (const [name, rows] of Object.entries(data.tables ?? {})) {
      const table = TABLES.get(name);
      this.rows.set(name, rows.map((row, i) => new Row(table, this, i + 1, row)));
    }
  }

  of(table) {
    return this.rows.get(table) ?? [];
  }

  count(table) {
    return this.counts?.[table] ?? this.of(table).length;
  }

  get about() {
    return this.of("reports")[0];
  }

  get title() {
    return this.about?.text("title") || this.id;
  }
}

const RUN = read("run")[0];
const run = new Report(RUN);
const reports = (KIND === "index" ? RUN.reports : read("report")).map((data) => new Report(data));
const reportOf = new Map(reports.map((report) => [report.id, report]));

// Whether a column holds the id of a row.
const isLink = (column) => column.type === "link" || column.type === "record";

// Every row of this file by its id. A report has the id of its row.
const rowOf = new Map();
for (const report of [run, ...reports]) {
  for (const rows of report.rows.values()) for (const row of rows) rowOf.set(row.id, row);
}

// The findings about each row, and what links to it.
const findingsOn = new Map();
const linksTo = new Map();
const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
for (const report of reports) {
  for (const finding of report.of("findings")) {
    const about = new Set([finding.value("record_id"), finding.value("other_record_id")]);
    for (const id of about) if (id) push(findingsOn, id, finding);
  }
  for (const [name, rows] of report.rows) {
    const links = TABLES.get(name).columns.filter((c) => c.type === "link");
    for (const link of links) for (const row of rows) if (row.value(link.name)) push(linksTo, row.value(link.name), row);
  }
}

const SEVERITIES = ["error", "warning", "note"];

// The heaviest severity of the findings about a row.
function severityOf(row) {
  const found = findingsOn.get(row.id)?.map((f) => f.text("severity"));
  return found && SEVERITIES.find((s) => found.includes(s));
}
