// The selected row: its fields, its findings, what it belongs to, and the reader's verdict.

const card = h("section", { class: "card", "aria-label": "Selected row", hidden: true });

function button(label, attributes, ...more) {
  return h("button", { type: "button", ...attributes }, label, ...more);
}

// A link to another row, in its table's colour.
function rowChip(row, label = row.label) {
  return h("button", { type: "button", class: `chip small h${row.table.hue}`, click: () => select(row, isPhone.matches ? {} : { view: "rows" }) },
    h("span", { class: "swatch", "aria-hidden": "true" }), h("span", { class: "kind" }, titled(row.table.name)), " ", visible(shorten(label, 60)));
}

function verdict(row) {
  const mark = markOf(row);
  const toggle = (value) => () => {
    changeMark(row, { mark: mark === value ? "" : value });
    change({}, "marks");
    tell(markOf(row) ? `Marked ${value}` : "Mark removed");
  };
  const added = marks.get(row.id)?.added;
  if (added) return [button("Edit", { class: "quiet", click: () => editRow(row) }), button("Remove", { class: "quiet", click: () => removeAdded(row) })];
  return [
    button("✓ Right", { class: "verdict right", "aria-pressed": String(mark === "right"), "data-key": "r", title: "This row is right (r)", click: toggle("right") }),
    button("✕ Wrong", { class: "verdict wrong", "aria-pressed": String(mark === "wrong"), "data-key": "w", title: "This row should not be here (w)", click: toggle("wrong") }),
    button("✎ Edit", { class: "quiet", "data-key": "e", title: "Edit the cells (e)", click: () => editRow(row) }),
  ];
}

function findingLine(finding) {
  const severity = finding.text("severity");
  return h("li", { class: `finding-line ${severity}` },
    h("span", { class: `badge ${severity}` }, severity), " ", visible(finding.text("message")), " ",
    h("code", {}, finding.text("rule")));
}

// A field; pointing at it shows where it was read.
function field(row, column) {
  const show = () => pane.report === row.report && paint("field", row.spans(column.name));
  const hide = () => paint("field", []);
  const target = isLink(column) ? rowOf.get(row.value(column.name)) : null;
  const spans = row.spans(column.name);
  return h("div", { class: `field ${spans.length ? "placed" : ""}`, pointerenter: show, pointerleave: hide },
    h("dt", { title: column.doc }, words(column.name)),
    h("dd", { dir: "auto" }, target ? rowChip(target) : linked(column, shownValue(row, column), row)));
}

// An address outside the page is shown and never a live link: it is the report's, and may lead anywhere.
function linked(column, shown, row) {
  const page = isLink(column) && row.text(column.name);
  if (page && KIND === "report") return h("a", { href: `../index.html#${encodeURIComponent(page)}` }, page);
  return shown;
}

function facts(row) {
  const place = row.line ? `line ${row.line}` : "no place of its own";
  return h("p", { class: "facts" },
    h("a", { href: `#${encodeURIComponent(row.id)}`, title: "The address of this row" }, row.id), ` · ${place}${row.page ? ` · page ${row.page}` : ""} · ${row.rule}`,
    row.report !== run && reports.length > 1 ? ` · ${row.report.id}` : "");
}

// The words of the source around a row, for where the source is not beside it.
function excerpt(row) {
  if (!row.line || row.report === run || KIND === "index") return null;
  const places = placesOf(row, []);
  const [start, end] = [Math.min(...places.map((p) => p[0])), Math.max(...places.map((p) => p[1]))];
  const source = row.report.source;
  const near = Math.min(end, start + 280);
  return h("blockquote", { class: "excerpt", dir: "auto" },
    visible(source.slice(Math.max(0, start - 60), start)), h("mark", { class: `h${row.table.hue}` }, visible(source.slice(start, near))), visible(near < end ? " …" : source.slice(end, end + 60)),
    button("Show in the source", { class: "quiet", click: () => change({ view: "source" }) }));
}

function drawCard() {
  const row = state.row;
  card.hidden = !row || !["rows", "source", "findings"].includes(state.view);
  card.className = "card";
  if (card.hidden) return;
  const filled = row.table.columns.filter((c) => row.text(c.name) || editOf(row, c.name) !== undefined);
  const found = findingsOn.get(row.id) ?? [];
  const below = linksTo.get(row.id) ?? [];
  const beside = neighbours(row);
  const group = (title, rows) => rows.length > 0 && h("div", { class: "group" }, h("h4", {}, title), rows.slice(0, 24).map((r) => rowChip(r)), rows.length > 24 && ` and ${rows.length - 24} more`);
  card.replaceChildren(
    h("header", { class: `card-head h${row.table.hue}` },
      h("h3", {}, h("span", { class: "swatch", "aria-hidden": "true" }), h("span", { class: "kind" }, titled(row.table.name)), " ", visible(shorten(row.label, 90))),
      h("div", { class: "actions" }, row.report !== run && row.table.name !== "reports" ? verdict(row) : row.table.name === "reports" ? button("✎ Edit", { class: "quiet", click: () => editRow(row) }) : null,
        button("×", { class: "close", "aria-label": "Close", title: "Close (Esc)", click: () => select(null) }))),
    h("div", { class: "card-body" },
      found.length > 0 && h("ul", { class: "found" }, found.map(findingLine)),
      h("dl", { class: "fields" }, filled.map((column) => field(row, column))),
      excerpt(row),
      group(row.report === run ? "Named in" : "Belongs to it", below),
      group("In the same words", beside),
      facts(row)),
  );
}

watch(["row", "view", "marks"], drawCard);
