// What the reader did: rows marked right or wrong, cells edited, rows added. Kept in this browser, report by report.
//
// marks.get(row id) = { table, report, mark: "right" | "wrong", reason, cells: { column: value }, added: true }

const KEY = "rapporteur:review:";
const marks = new Map();

function loadMarks() {
  for (const report of reports) {
    let saved = {};
    try {
      saved = JSON.parse(kept.read(KEY + report.id) ?? "{}");
    } catch {
      // Somebody else's entry of that name.
    }
    for (const [id, mark] of Object.entries(saved)) {
      if (TABLES.has(mark?.table)) marks.set(id, { cells: {}, ...mark, report: report.id });
    }
  }
}

function saveMarks(reportId) {
  const own = [...marks].filter(([, mark]) => mark.report === reportId);
  kept.write(KEY + reportId, own.length ? JSON.stringify(Object.fromEntries(own)) : null);
}

const isIdle = (mark) => !mark.mark && !mark.added && !Object.keys(mark.cells).length;

function changeMark(row, patch) {
  const before = marks.get(row.id) ?? { table: row.table.name, report: row.report.id, cells: {} };
  const mark = { ...before, ...patch };
  if (isIdle(mark)) marks.delete(row.id);
  else marks.set(row.id, mark);
  saveMarks(row.report.id);
}

function dropMark(id) {
  const report = marks.get(id)?.report;
  marks.delete(id);
  if (report !== undefined) saveMarks(report);
}

const markOf = (row) => marks.get(row.id)?.mark ?? "";
const editOf = (row, column) => marks.get(row.id)?.cells[column];

// The lines of a corrections file that the marks come to; a row marked right needs none.
function corrections() {
  const lines = [];
  for (const [id, mark] of marks) {
    const line = (action, column, value) => lines.push({ action, table: mark.table, id, column, value, reason: mark.reason ?? "" });
    if (mark.added) {
      line("add", "report_id", mark.report);
      for (const [column, value] of Object.entries(mark.cells)) if (value !== "") line("add", column, value);
    } else if (mark.mark === "wrong") {
      line("delete", "", "");
    } else {
      for (const [column, value] of Object.entries(mark.cells)) line("set", column, value);
    }
  }
  return lines;
}

const COLUMNS = ["action", "table", "id", "column", "value", "reason"];

// CSV as RFC 4180 has it, with LF, as the program writes and reads it.
function toCsv(lines) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [COLUMNS, ...lines.map((line) => COLUMNS.map((c) => line[c] ?? ""))].map((row) => row.map(cell).join(",") + "\n").join("");
}

function fromCsv(text) {
  const rows = [];
  let row = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  const plain = text.replace(/^\ufeff/, "");
  while (field.lastIndex < plain.length) {
    const found = field.exec(plain);
    if (!found) throw new Error("this is no CSV file");
    row.push(found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1]);
    if (found[2] === ",") continue;
    rows.push(row);
    row = [];
  }
  const [head, ...body] = rows;
  if (!head || !COLUMNS.every((c) => head.includes(c))) throw new Error(`its first line is not ${COLUMNS.join(",")}`);
  return body.filter((r) => r.length > 1).map((r) => Object.fromEntries(head.map((c, i) => [c, r[i] ?? ""])));
}

// An earlier file with the lines of this page behind it; where both speak of one cell, this page is the newer.
function merged(earlier, own) {
  const key = (l) => [l.action === "delete" ? "" : l.action, l.table, l.id, l.column].join("\n");
  const mine = new Set(own.map(key));
  const deleted = new Set(own.filter((l) => l.action === "delete").map((l) => l.id));
  return [...earlier.filter((l) => !mine.has(key(l)) && !deleted.has(l.id)), ...own];
}
