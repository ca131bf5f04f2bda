// What is shown, and who is told when it changes.

const state = {
  report: null, // null: all of them
  view: "rows", // source (only on a phone), rows, findings, pictures, reports
  table: null, // the table whose rows are listed
  only: false, // whether the source is coloured for that table alone
  query: "",
  severity: "", // "", any, error, warning, note
  mark: "", // "", none, right, wrong, edited
  sort: null, // { column, down }
  row: null, // the selected row
  finding: null, // the finding that was stepped to
};

const watchers = [];
const watch = (keys, update) => watchers.push({ keys, update });

// Changes the state; each watcher of a changed key is called once. "marks" is a key for what the reader did.
function change(patch, ...touched) {
  const keys = Object.keys(patch).filter((key) => state[key] !== patch[key]);
  Object.assign(state, patch);
  const changed = new Set([...keys, ...touched]);
  if (!changed.size) return;
  for (const { keys: wanted, update } of watchers) if (wanted.some((key) => changed.has(key))) update(changed);
}

const scope = () => (state.report ? [state.report] : reports);

const FILTERS = ["query", "severity", "mark"];
const isFiltered = () => FILTERS.some((key) => state[key] !== "");

function hasSeverity(row) {
  if (row.table.name === "findings") return state.severity === "any" || row.text("severity") === state.severity;
  const found = findingsOn.get(row.id) ?? [];
  return state.severity === "any" ? found.length > 0 : found.some((f) => f.text("severity") === state.severity);
}

function hasMark(row) {
  const mark = marks.get(row.id);
  if (state.mark === "none") return !mark;
  if (state.mark === "edited") return Boolean(mark && (mark.added || Object.keys(mark.cells).length));
  return mark?.mark === state.mark;
}

function passes(row) {
  if (state.query && !state.terms.every((term) => row.folded.includes(term))) return false;
  if (state.severity && !hasSeverity(row)) return false;
  return !state.mark || hasMark(row);
}

// The rows of a table in what is looked at, those of the run where it belongs to the run.
function rowsOf(name) {
  const table = TABLES.get(name);
  const from = table.of_run ? [run] : scope();
  return from.flatMap((report) => report.of(name)).filter(passes);
}

function countOf(name) {
  const from = TABLES.get(name).of_run ? [run] : scope();
  return from.reduce((sum, report) => sum + report.of(name).length, 0);
}

const foundRows = () => rowsOf("findings").sort((a, b) => rank(a) - rank(b));
const rank = (finding) => SEVERITIES.indexOf(finding.text("severity"));

// Goes to a row: its table is listed, its report opened, its place shown.
function select(row, { view } = {}) {
  if (!row) return change({ row: null, finding: null });
  if (row.table.name === "findings") return selectFinding(row, { view });
  const patch = { row, finding: null, table: row.table.name };
  if (state.report && row.report !== run && row.report !== state.report) patch.report = row.report;
  if (!passes(row)) Object.assign(patch, { query: "", severity: "", mark: "", terms: [] });
  if (view !== undefined) patch.view = view;
  else if (!["rows", "source"].includes(state.view)) patch.view = "rows";
  change(patch);
  tell(`${titled(row.table.name)}, ${row.label}${row.line ? `, line ${row.line}` : ""}`);
}

function selectFinding(finding, { view } = {}) {
  const row = rowOf.get(finding.value("record_id")) ?? null;
  const patch = { finding, row: row && row.table.name !== "findings" ? row : null };
  if (state.report && state.report !== finding.report) patch.report = finding.report;
  if (patch.row && TABLES.has(patch.row.table.name)) patch.table = patch.row.table.name;
  if (view !== undefined) patch.view = view;
  change(patch);
  tell(`${titled(finding.text("severity"))}: ${finding.text("message")}`);
}

// The address of what is selected; a page of its own has the reports of an index.
function goTo(hash) {
  const id = decodeURIComponent(hash.replace(/^#/, ""));
  const row = rowOf.get(id);
  if (!row) return false;
  if (row.table.name === "findings") select(row, { view: "findings" });
  else if (row.table.name === "reports" && KIND !== "index") change({ report: row.report, row, table: "reports" });
  else select(row, { view: "rows" });
  return true;
}

const sourceReport = () => state.finding?.report ?? (state.row && state.row.report !== run ? state.row.report : null) ?? state.report ?? (reports.length ? reports[0] : null);
