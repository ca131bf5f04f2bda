// The page: toolbar, views, and what is shown first.

function themeButton() {
  const next = { auto: "light", light: "dark", dark: "auto" };
  const names = { auto: ["◐", "Auto"], light: ["☀", "Light"], dark: ["☾", "Dark"] };
  let theme = kept.read("rapporteur:theme");
  if (!names[theme]) theme = "auto";
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    const [sign, name] = names[theme];
    toggle.replaceChildren(sign, h("span", { class: "name" }, ` ${name}`));
    toggle.setAttribute("aria-label", `Colours: ${name}`);
    toggle.title = `Colours: ${theme}. Change to ${next[theme]}`;
  };
  const toggle = button("", { class: "quiet theme", click: () => {
    theme = next[theme];
    kept.write("rapporteur:theme", theme === "auto" ? null : theme);
    apply();
    drawPictures();
  } });
  apply();
  return toggle;
}

function reportPicker() {
  if (reports.length < 2 || KIND === "index") return null;
  const picker = h("select", { id: "report", "aria-label": "Report", change: () => change({ report: reportOf.get(picker.value) ?? null, row: null, finding: null }) },
    h("option", { value: "" }, `All ${reports.length} reports`), reports.map((r) => h("option", { value: r.id }, shorten(r.title, 70))));
  watch(["report"], () => (picker.value = state.report?.id ?? ""));
  return picker;
}

function choice(key, label, options) {
  const picker = h("select", { id: `filter-${key}`, "aria-label": label, change: () => change({ [key]: picker.value }) }, options.map(([value, text]) => h("option", { value }, text)));
  watch([key], () => {
    picker.value = state[key];
    picker.classList.toggle("active", state[key] !== "");
  });
  return picker;
}

function searchBox() {
  let timer = 0;
  const box = h("input", { type: "search", id: "search", placeholder: "Search", "aria-label": "Search in all cells", autocomplete: "off", spellcheck: "false", input: () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ query: box.value.trim(), terms: fold(box.value).split(/\s+/).filter(Boolean) }), 120);
  } });
  watch(["query"], () => {
    if (document.activeElement !== box) box.value = state.query;
  });
  return box;
}

function views() {
  const all = [["source", "Source"], ["rows", "Rows"], ["findings", "Findings"], ["pictures", "Pictures"], ["reports", "Reports"]];
  const has = { source: KIND !== "index", pictures: KIND !== "index", reports: reports.length > 1 };
  const buttons = all.filter(([view]) => has[view] !== false).map(([view, label]) => h("button", { type: "button", class: `tab tab-${view}`, "data-view": view, click: () => change({ view }) }, label));
  watch(["view"], () => {
    document.body.dataset.view = state.view;
    for (const b of buttons) b.setAttribute("aria-pressed", String(b.dataset.view === state.view));
  });
  return h("nav", { class: "tabs", "aria-label": "Views" }, buttons);
}

function toolbar() {
  const home = KIND === "report" ? h("a", { href: "../index.html" }, "‹ All reports") : null;
  return h("header", { class: "top" },
    h("h1", {}, h("span", { class: "logo", "aria-hidden": "true" }), KIND === "report" ? visible(shorten(reports[0]?.title ?? "", 60)) : "Review"), home, reportPicker(),
    h("div", { class: "filters", role: "group", "aria-label": "Filters" }, searchBox(),
      choice("severity", "Findings", [["", "Any severity"], ["any", "With a finding"], ["error", "Errors"], ["warning", "Warnings"], ["note", "Notes"]]),
      choice("mark", "Review state", [["", "Any state"], ["none", "Not yet reviewed"], ["right", "Marked right"], ["wrong", "Marked wrong"], ["edited", "Edited"]])),
    stepper(), h("div", { class: "tools" }, correctionsButton(), button("Print", { class: "quiet print", click: () => print() }), themeButton(), button("?", { class: "quiet", "aria-label": "Help", click: openHelp })));
}

function start() {
  loadMarks();
  restoreAdded();
  const right = h("section", { class: "pane data", "aria-label": "Data" }, views(), tablesPane(), findingsPane(), KIND !== "index" && picturesPane(), reports.length > 1 && reportsPane(), card);
  document.body.append(toolbar(), h("main", { class: KIND === "index" ? "one" : "two" }, KIND !== "index" && sourcePane(), right), dialog, help, live);
  watch(["row", "finding"], () => {
    const id = (state.finding ?? state.row)?.id;
    history.replaceState(null, "", id ? `#${encodeURIComponent(id)}` : location.pathname + location.search);
  });
  addEventListener("hashchange", () => goTo(location.hash));
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", () => drawUpTo(shown.length));
  const hash = location.hash;
  state.terms = [];
  const first = reports.length === 1 || (KIND === "whole" && reports.length < 6) ? reports[0] : null;
  state.report = KIND === "index" ? null : first;
  state.view = KIND === "index" || (!first && reports.length > 1) ? "reports" : "rows";
  state.table = (listed().find((t) => t.name === "agenda") ?? listed()[0])?.name ?? null;
  change({}, "report", "view", "table", "query", "severity", "mark", "marks", "row", "only");
  if (hash) goTo(hash);
}

start();
