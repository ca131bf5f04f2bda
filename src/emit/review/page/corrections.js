// The corrections: what they come to, and the file for the next run.

const dialog = h("dialog", { class: "dialog", "aria-labelledby": "corrections-title" });
let earlier = []; // the lines of a corrections file that the reader opened
let trouble = "";

function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const ACTIONS = { set: "Edit", delete: "Delete", add: "Add" };

function correctionItem(line) {
  const row = rowOf.get(line.id);
  const what = line.action === "delete" ? "the row" : `${words(line.column)} → ${line.value || "(empty)"}`;
  return h("li", {},
    h("span", { class: `badge ${line.action === "delete" ? "wrong" : "edited"}` }, ACTIONS[line.action]),
    h("span", { class: "message", dir: "auto" }, visible(row ? shorten(row.label, 70) : line.id), h("small", {}, `${titled(line.table)} · `, visible(what))),
    row && button("Show", { class: "quiet", click: () => { dialog.close(); select(row, { view: "rows" }); } }),
    button("Undo", { class: "quiet", click: () => undo(line, row) }));
}

function undo(line, row) {
  const mark = marks.get(line.id);
  if (mark?.added && row) removeAdded(row);
  else if (line.action === "set" && row) {
    const { [line.column]: _, ...cells } = mark.cells;
    changeMark(row, { cells });
  } else dropMark(line.id);
  change({}, "marks");
  drawCorrections();
}

async function openEarlier(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    earlier = fromCsv(await file.text());
    trouble = "";
  } catch (error) {
    trouble = `${file.name} was not taken: ${error.message}.`;
  }
  drawCorrections();
}

function drawCorrections() {
  const lines = corrections();
  const right = [...marks.values()].filter((m) => m.mark === "right").length;
  const file = h("input", { type: "file", accept: ".csv,text/csv", id: "earlier", class: "unseen", change: openEarlier });
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "corrections-title" }, "Corrections"), button("×", { class: "close", "aria-label": "Close", click: () => dialog.close() })),
    h("p", {}, "Save the file as ", h("code", {}, "corrections.csv"), " beside the reports: the next run applies it and says so in its findings. What you mark is kept in this browser only."),
    lines.length ? h("ul", { class: "corrections" }, lines.map(correctionItem)) : h("p", { class: "empty" }, "Nothing to correct yet. Mark a row wrong, or edit its cells."),
    right > 0 && h("p", { class: "note" }, `${plural(right, "row")} marked right: nothing to correct there.`),
    trouble && h("p", { class: "trouble", role: "alert" }, trouble),
    earlier.length > 0 && h("p", { class: "note" }, `${plural(earlier.length, "line")} of the file that you opened come first.`),
    h("footer", { class: "actions" },
      h("label", { for: "earlier", class: "button quiet" }, "Add to an earlier file …"), file,
      button("Forget all", { class: "quiet", disabled: marks.size === 0, click: forgetAll }),
      button("Download corrections.csv", { class: "primary", disabled: !lines.length && !earlier.length, click: () => download(toCsv(merged(earlier, lines)), "corrections.csv") })),
  );
}

function forgetAll() {
  if (!confirm("Forget every mark and edit of this page?")) return;
  for (const [id, mark] of [...marks]) {
    const row = rowOf.get(id);
    if (mark.added && row) removeAdded(row);
    else dropMark(id);
  }
  change({}, "marks", "added");
  drawCorrections();
}

function openCorrections() {
  drawCorrections();
  dialog.showModal();
}

function correctionsButton() {
  const count = h("span", { class: "count" });
  watch(["marks"], () => (count.textContent = String(corrections().length)));
  return button("Corrections ", { class: "quiet corrections-open", click: openCorrections }, count);
}
