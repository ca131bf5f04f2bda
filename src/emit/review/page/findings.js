// The findings: a list, and a way to step from one to the next.

const findingBox = h("div", { class: "finding-list", tabindex: "0", role: "region", "aria-label": "Findings" });

function findingItem(finding) {
  const severity = finding.text("severity");
  const about = rowOf.get(finding.value("record_id"));
  const open = KIND === "index" ? () => (location.href = pageOf(finding.report, finding.id)) : () => select(finding, {});
  return h("li", { class: `finding ${severity}`, id: `finding-${finding.id}` },
    h("button", { type: "button", "aria-current": String(state.finding === finding), click: open },
      h("span", { class: `badge ${severity}` }, severity),
      h("span", { class: "message", dir: "auto" }, visible(finding.text("message"))),
      h("span", { class: "where" }, [finding.text("rule"), finding.line && `line ${finding.line}`, about && about.table.name !== "reports" && titled(about.table.name), reports.length > 1 && !state.report && finding.report.id].filter(Boolean).join(" · "))));
}

function drawFindings() {
  const found = foundRows();
  if (!found.length) return findingBox.replaceChildren(h("p", { class: "empty" }, isFiltered() ? "No finding passes the filters." : "No findings."));
  const total = (s) => found.filter((f) => f.text("severity") === s).length;
  const counts = SEVERITIES.map((s) => [s, total(s)]).filter(([, n]) => n);
  findingBox.replaceChildren(
    h("p", { class: "lead" }, "What a careful reader would doubt: ", counts.map(([s, n]) => plural(n, s)).join(", "), "."),
    h("ol", { class: "findings" }, found.map(findingItem)),
  );
}

function stepFinding(by) {
  const found = foundRows();
  if (!found.length) return tell("No findings");
  const at = found.indexOf(state.finding);
  const next = at < 0 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
  select(found[next], isPhone.matches ? { view: "findings" } : {});
}

function markFinding() {
  for (const element of findingBox.querySelectorAll("[aria-current=true]")) element.setAttribute("aria-current", "false");
  const element = state.finding && document.getElementById(`finding-${state.finding.id}`);
  if (!element) return;
  element.firstChild.setAttribute("aria-current", "true");
  scrollWithin(findingBox, element);
}

function findingsPane() {
  let stale = true;
  watch(["view", "report", "query", "severity", "mark"], (changed) => {
    stale ||= [...changed].some((key) => key !== "view");
    if (!stale || state.view !== "findings") return;
    drawFindings();
    stale = false;
  });
  watch(["finding", "view", "report", "query", "severity", "mark"], markFinding);
  return h("div", { class: "view findings-view" }, findingBox);
}

// The stepper of the toolbar: which finding, of how many.
function stepper() {
  const where = h("output", { class: "where" });
  watch(["finding", "report", "query", "severity", "mark"], () => {
    const found = foundRows();
    const at = found.indexOf(state.finding);
    where.textContent = at < 0 ? plural(found.length, "finding") : `${at + 1} of ${found.length}`;
  });
  return h("div", { class: "stepper", role: "group", "aria-label": "Step through the findings" },
    button("‹", { "aria-label": "Previous finding", title: "Previous finding (p)", click: () => stepFinding(-1) }), where,
    button("›", { "aria-label": "Next finding", title: "Next finding (n)", click: () => stepFinding(1) }));
}

const pageOf = (report, id) => `reports/${encodeURIComponent(report.id)}.html${id ? `#${encodeURIComponent(id)}` : ""}`;
