// The keyboard, and the page that tells of it.

const KEYS = [
  ["j", "next row", () => stepRow(1)],
  ["k", "previous row", () => stepRow(-1)],
  ["n", "next finding", () => stepFinding(1)],
  ["p", "previous finding", () => stepFinding(-1)],
  ["r", "mark the row right", () => press("r")],
  ["w", "mark the row wrong", () => press("w")],
  ["e", "edit the row", () => press("e")],
  ["a", "add a row to the table", () => state.view === "rows" && TABLES.has(state.table) && addRow(TABLES.get(state.table))],
  ["c", "corrections", () => openCorrections()],
  ["1", "rows", () => change({ view: "rows" })],
  ["2", "findings", () => change({ view: "findings" })],
  ["3", "pictures", () => KIND !== "index" && change({ view: "pictures" })],
  ["4", "reports", () => reports.length > 1 && change({ view: "reports" })],
  ["/", "search", () => document.getElementById("search").focus()],
  ["?", "this help", () => openHelp()],
];

const SWITCH = "rapporteur:keys";
const help = h("dialog", { class: "dialog", "aria-labelledby": "help-title" });

function press(key) {
  card.querySelector(`[data-key="${key}"]`)?.click();
}

function stepRow(by) {
  if (state.view !== "rows" && state.view !== "source") return;
  const at = shown.indexOf(state.row);
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
  if (next) select(next, { view: state.view });
}

function openHelp() {
  const on = h("input", { type: "checkbox", id: "keys-on", change: () => kept.write(SWITCH, on.checked ? null : "off") });
  on.checked = kept.read(SWITCH) !== "off";
  help.replaceChildren(
    h("header", {}, h("h2", { id: "help-title" }, "How to check a report"), button("×", { class: "close", "aria-label": "Close", click: () => help.close() })),
    h("p", {}, "The source is on one side, the rows that were read from it on the other. Click a row to see its words; click coloured words to see their row, and once more for the next row that shares them. Lines with a dotted edge are in no record: look there for what was missed."),
    h("p", {}, "Mark rows right or wrong, edit their cells, add rows that are missing. Then download the corrections for the next run."),
    h("dl", { class: "keys" }, KEYS.map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)))),
    h("p", {}, h("label", { for: "keys-on" }, on, " single keys are shortcuts")),
  );
  help.showModal();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    if (card.classList.contains("editing")) drawCard();
    else if (typing) event.target.blur();
    else select(null);
    return;
  }
  if (typing || kept.read(SWITCH) === "off") return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && event.target.closest("tr[role=row], .rows")) {
    event.preventDefault();
    return stepRow(step);
  }
  const entry = KEYS.find(([key]) => key === event.key);
  if (!entry) return;
  event.preventDefault();
  entry[2]();
}
