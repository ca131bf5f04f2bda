// Editing: a form in place of the fields. What differs from the program's value becomes a correction.

const PATTERNS = {
  date: ["\\d{4}(-\\d{2}(-\\d{2})?)?", "YYYY-MM-DD, YYYY-MM or YYYY"],
  time: ["([01]\\d|2[0-3]):[0-5]\\d", "HH:MM, 24 hours"],
  integer: ["-?\\d+", "a whole number"],
  number: ["-?\\d+(\\.\\d+)?", "a number with a point"],
};

function control(row, column) {
  const value = editOf(row, column.name) ?? row.text(column.name);
  const name = { name: column.name, id: `edit-${column.name}` };
  if (column.type === "choice" || column.type === "boolean") {
    const among = column.type === "boolean" ? ["true", "false"] : column.among;
    const options = [...new Set(["", ...among, value])];
    const select = h("select", name, options.map((o) => h("option", { value: o }, words(o) || "—")));
    select.value = value;
    return select;
  }
  const [pattern, title] = PATTERNS[column.type] ?? [];
  if (pattern || column.type === "link") {
    const input = h("input", { ...name, pattern, title, spellcheck: "false", autocomplete: "off", placeholder: title });
    input.value = value;
    return input;
  }
  const area = h("textarea", { ...name, rows: String(Math.min(6, 1 + Math.floor(value.length / 60))), dir: "auto" });
  area.value = value;
  return area;
}

// The columns that a reader may set: not those that the program fills from the whole run.
const editable = (table) => table.columns.filter((c) => c.type !== "record" && !(c.type === "link" && TABLES.get(c.among[0])?.of_run !== false));

function editRow(row) {
  const columns = editable(row.table);
  const reason = h("input", { id: "edit-reason", autocomplete: "off", placeholder: "why, for whoever reads the corrections" });
  reason.value = marks.get(row.id)?.reason ?? "";
  const form = h("form", {
    class: "edit",
    submit: (event) => {
      event.preventDefault();
      saveEdit(row, columns, new FormData(form), reason.value.trim());
    },
  },
  h("div", { class: "inputs" }, columns.map((column) => h("div", { class: column.type === "text" ? "wide" : "" },
    h("label", { for: `edit-${column.name}`, title: column.doc }, words(column.name)), control(row, column)))),
  h("div", { class: "wide" }, h("label", { for: "edit-reason" }, "reason"), reason),
  h("p", { class: "actions" },
    h("button", { class: "primary" }, "Keep"),
    button("Cancel", { class: "quiet", click: () => drawCard() }),
    Object.keys(marks.get(row.id)?.cells ?? {}).length > 0 && !marks.get(row.id).added && button("Undo all edits", { class: "quiet", click: () => saveEdit(row, [], new FormData(), "") })));
  card.hidden = false;
  card.classList.add("editing");
  card.querySelector(".card-body")?.replaceChildren(form);
  const name = columns.find((c) => NAMES.includes(c.name)) ?? columns[0];
  form.querySelector(`#edit-${name.name}`)?.focus();
}

function saveEdit(row, columns, data, reason) {
  const cells = {};
  for (const column of columns) {
    const value = String(data.get(column.name) ?? "").replaceAll("\r\n", "\n");
    if (value !== row.text(column.name)) cells[column.name] = value;
  }
  const mark = markOf(row);
  changeMark(row, { cells, reason, mark: mark === "right" ? "" : mark });
  const added = marks.get(row.id)?.added;
  change({}, "marks", ...(added ? ["added"] : []));
  tell(Object.keys(cells).length ? `${plural(Object.keys(cells).length, "cell")} edited` : "Nothing edited");
  rowsBox.focus({ preventScroll: true });
}

// A row that the program missed, under an id of the reader's.
function addRow(table) {
  const report = state.report ?? state.row?.report ?? reports[0];
  if (!report || report === run || !canAdd(table)) return;
  let n = 1;
  while (rowOf.has(newId(report, table, n)) || marks.has(newId(report, table, n))) n++;
  const row = placeAdded(report, table, newId(report, table, n));
  changeMark(row, { added: true });
  change({ row, finding: null, query: "", severity: "", mark: "" }, "marks", "added");
  editRow(row);
}

const newId = (report, table, n) => `new-${report.id}-${table.name}-${n}`;

function placeAdded(report, table, id) {
  const row = new Row(table, report, 0, [id, 0, 0, 0, 0, "yours", table.columns.map(() => null), {}]);
  if (!report.rows.has(table.name)) report.rows.set(table.name, []);
  report.rows.get(table.name).push(row);
  rowOf.set(id, row);
  return row;
}

function removeAdded(row) {
  const rows = row.report.of(row.table.name);
  rows.splice(rows.indexOf(row), 1);
  rowOf.delete(row.id);
  dropMark(row.id);
  change({ row: null }, "marks", "added");
}

// Rows added at an earlier visit.
function restoreAdded() {
  for (const [id, mark] of marks) {
    const report = reportOf.get(mark.report);
    if (mark.added && report && !rowOf.has(id)) placeAdded(report, TABLES.get(mark.table), id);
  }
}
