// The reports of the run: what each is, how much of it was read, and what is doubted.

const NOT_COUNTED = new Set(["reports", "blocks", "findings"]);

function severityCounts(report) {
  const found = report.of("findings");
  return SEVERITIES.map((s) => [s, found.filter((f) => f.text("severity") === s).length]).filter(([, n]) => n);
}

function openReport(report) {
  if (KIND === "index") location.href = pageOf(report);
  else change({ report, row: null, finding: null, view: "rows" });
}

function reportCard(report) {
  const about = report.about;
  const text = (c) => about?.text(c) ?? "";
  const when = [text("event_start"), text("event_end")].filter((d, i, all) => d && d !== all[i - 1]).join(" – ");
  const facts = [words(text("document_type")), when, [text("city"), text("country")].filter(Boolean).join(", "), text("language")].filter(Boolean);
  const counts = [...TABLES.values()].filter((t) => !t.of_run && !NOT_COUNTED.has(t.name)).map((t) => [t, report.count(t.name)]);
  const claimed = about?.value("claimed_percent") ?? null;
  const done = [...marks.values()].filter((m) => m.report === report.id).length;
  return h("li", { class: "report" },
    h("button", { type: "button", class: "report-open", click: () => openReport(report) },
      h("strong", { dir: "auto" }, visible(report.title)),
      h("span", { class: "report-facts" }, facts.join(" · "))),
    h("p", { class: "report-counts" }, counts.filter(([, n]) => n).map(([t, n]) => h("span", { class: `tally h${t.hue}` }, h("span", { class: "swatch", "aria-hidden": "true" }), `${n} ${words(t.name)}`))),
    h("p", { class: "report-state" },
      claimed !== null && [share(claimed), ` ${claimed}% of the text in records`],
      severityCounts(report).map(([s, n]) => h("span", { class: `badge ${s}` }, plural(n, s))),
      done > 0 && h("span", { class: "badge edited" }, plural(done, "row"), " reviewed")));
}

// A small bar for a share in percent; the number stands beside it.
function share(percent) {
  return svg("svg", { class: "share", width: 64, height: 8, viewBox: "0 0 64 8", "aria-hidden": "true" },
    svg("rect", { class: "whole", width: 64, height: 8, rx: 2 }),
    svg("rect", { class: "part", width: Math.max(0, Math.min(64, (64 * percent) / 100)), height: 8, rx: 2 }));
}

function reportsPane() {
  const box = h("div", { class: "report-list", tabindex: "0", role: "region", "aria-label": "Reports" });
  watch(["query", "severity", "mark", "marks", "view"], () => {
    if (state.view !== "reports") return;
    const fits = (report) => (!state.query || state.terms.every((t) => fold(`${report.id} ${report.title} ${report.about?.folded ?? ""}`).includes(t)))
      && (!state.severity || report.of("findings").some(hasSeverity));
    const found = reports.filter(fits);
    box.replaceChildren(
      h("p", { class: "lead" }, plural(found.length, "report"), isFiltered() ? ` of ${reports.length}` : "", ", ", plural(found.reduce((n, r) => n + r.count("findings"), 0), "finding"), "."),
      h("ul", { class: "reports" }, found.map(reportCard)),
    );
  });
  return h("div", { class: "view reports-view" }, box);
}
