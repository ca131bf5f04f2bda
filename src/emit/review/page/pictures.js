// Pictures of a report, where people would rather look than read. The only part of the page, with the tree, that knows what
// tables mean; each picture names the columns that it draws, and is left out where a run did not write them.

const PAUSES = new Set(["registration", "meal", "break", "social"]);

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const times = (row) => [row.text("start_time"), row.text("end_time")].filter(Boolean).join("–");

const PICTURES = [
  {
    needs: { agenda: ["day", "date", "start_time", "end_time", "title", "kind"] },
    draw(report, width) {
      const rows = report.of("agenda").filter((row) => row.text("start_time"));
      const days = Map.groupBy ? Map.groupBy(rows, dayOf) : groupBy(rows, dayOf);
      return [...days].map(([day, of]) => figure(days.size > 1 || day ? `Agenda ${day}`.trim() : "Agenda",
        `${plural(of.length, "line")} from ${of[0].text("start_time")} to ${lastTime(of)}.`,
        timeline(of, width), ["time", "title", "kind"], of.map((r) => [times(r), r.text("title"), words(r.text("kind"))])));
    },
  },
  {
    needs: { participants: ["organisation", "country", "country_code"] },
    draw(report, width) {
      const rows = report.of("participants");
      return [["organisation", "Participants by organisation", "organisation"], ["country", "Participants by country", "country"]].map(([column, title, one]) => {
        const counts = column === "country" ? countries(rows) : tally(rows, (row) => row.text(column));
        const silent = rows.filter((row) => !row.text(column)).length;
        const many = counts.length === 1 ? one : one.replace(/y$/, "ie") + "s";
        const lead = `${plural(rows.length, "participant")} from ${counts.length} ${many}${silent ? `; the list is silent for ${silent}` : ""}.`;
        return counts.length > 0 && figure(title, lead, bars(counts, width), [one, "participants"], [...counts].sort((a, b) => b.value - a.value).map((c) => [c.label, c.value]));
      });
    },
  },
  {
    needs: { outcomes: ["theme", "idea", "kind", "text"] },
    draw: (report, width) => themeTrees(report.of("outcomes").filter((row) => row.text("theme") || row.text("idea")), width),
  },
  {
    needs: { statistics: ["value", "value_max", "unit", "kind", "direction", "measure", "place", "period", "as_printed"] },
    draw(report) {
      const rows = report.of("statistics");
      return rows.length > 0 && statisticsTable(rows);
    },
  },
  {
    needs: { statements: ["speaker", "text"] },
    draw(report, width) {
      const counts = new Map();
      for (const row of report.of("statements")) {
        const speaker = row.text("speaker") || row.text("organisation") || "not named";
        counts.set(speaker, (counts.get(speaker) ?? 0) + row.text("text").split(/\s+/).length);
      }
      const total = [...counts.values()].reduce((a, b) => a + b, 0);
      if (!total) return null;
      const percent = (n) => `${((100 * n) / total).toFixed(n / total < 0.1 ? 1 : 0)}%`;
      const data = [...counts].map(([speaker, n]) => ({ label: speaker, value: n, note: percent(n) }));
      return figure("Who spoke how much", `Each speaker's share of the ${total.toLocaleString("en")} words of ${plural(report.of("statements").length, "statement")}.`,
        bars(data, width, { most: 30 }), ["speaker", "words", "share"], data.sort((a, b) => b.value - a.value).map((d) => [d.label, d.value, d.note]));
    },
  },
];

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) push(groups, key(row), row);
  return groups;
}

// One country printed in two ways is one, under the first.
function countries(rows) {
  const names = new Map();
  const key = (row) => row.text("country_code") || row.text("country");
  for (const row of rows) if (key(row) && !names.has(key(row))) names.set(key(row), row.text("country") || key(row));
  return tally(rows, (row) => names.get(key(row)));
}

function dayOf(row) {
  const date = row.text("date");
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return new Date(`${date}T12:00:00Z`).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }
  return date || (row.text("day") ? `day ${row.text("day")}` : "");
}

function lastTime(rows) {
  const last = rows.reduce((late, row) => Math.max(late, minutes(row.text("end_time") || row.text("start_time"))), 0);
  return clock(last);
}

// A programme: a line a row, its time as a bar on the hours of the day.
function timeline(rows, width) {
  const from = Math.floor(Math.min(...rows.map((r) => minutes(r.text("start_time")))) / 60) * 60;
  const to = Math.max(from + 60, Math.ceil(minutes(lastTime(rows)) / 60) * 60);
  const tight = width < 560;
  const names = tight ? 0 : Math.round(width * 0.56);
  const x = (minute) => names + ((width - names - 12) * (minute - from)) / (to - from);
  const [step, top] = [tight ? 40 : 28, 24];
  const height = top + rows.length * step + 6;
  const every = (to - from) / 60 > (width - names) / 44 ? 120 : 60;
  const hours = [];
  for (let hour = from; hour <= to; hour += every) {
    hours.push(svg("line", { class: "hour", x1: x(hour), x2: x(hour), y1: top - 6, y2: height }), label(x(hour), 12, clock(hour).replace(":00", ""), { class: "axis", "text-anchor": "middle" }));
  }
  const lines = rows.map((row, i) => {
    const y = top + i * step;
    const [start, end] = [minutes(row.text("start_time")), minutes(row.text("end_time") || row.text("start_time"))];
    const long = Math.max(3, x(Math.max(end, start)) - x(start));
    const room = (tight ? width : names) - 102;
    return svg("a", { href: `#${row.id}`, class: `slot ${PAUSES.has(row.text("kind")) ? "pause" : ""}` },
      svg("title", {}, plain(`${times(row)} ${row.text("title")}`)),
      svg("rect", { class: "hit", x: 0, y, width, height: step }),
      label(0, y + 15, times(row), { class: "time" }), label(92, y + 15, clip(plain(row.text("title")), room)),
      svg("rect", { class: "span", x: x(start), y: y + (tight ? 22 : 5), width: long, height: tight ? 8 : 14, rx: 2 }));
  });
  return svg("svg", { class: "picture", role: "group", width, height, viewBox: `0 0 ${width} ${height}` }, hours, lines);
}

// A share of one whole, in percent; a growth by 40% is none.
function shareOf(row) {
  const value = row.value("value");
  if (typeof value !== "number" || row.text("direction") || row.text("value_max")) return null;
  if (row.text("kind") === "percentage" && value >= 0 && value <= 100) return value;
  return row.text("kind") === "fraction" && value >= 0 && value <= 1 ? value * 100 : null;
}

function statisticsTable(rows) {
  const quantity = (row) => {
    const number = (v) => v.toLocaleString("en", { maximumFractionDigits: 4 });
    const range = [row.value("value"), row.value("value_max")].filter((v) => typeof v === "number").map(number).join("–");
    const unit = row.text("unit") === "percent" ? "%" : row.text("unit") && ` ${row.text("unit")}`;
    return range + unit;
  };
  const cells = rows.map((row) => {
    const percent = shareOf(row);
    return [h("a", { href: `#${row.id}` }, visible(row.text("as_printed") || quantity(row))), quantity(row),
      percent === null ? "" : share(percent), [row.text("measure"), row.text("place"), row.text("period")].filter(Boolean).join(", ")];
  });
  return h("figure", { id: "picture-statistics" }, h("figcaption", {}, h("h3", {}, "Numbers"), h("p", {}, `${plural(rows.length, "number")}; a bar where one is a share of a whole.`)),
    plainTable(["as printed", "value", "share", "measures"], cells));
}

const picturesBox = h("div", { class: "pictures", tabindex: "0", role: "region", "aria-label": "Pictures" });
let pictured = { report: null, width: 0 }; // what is drawn

const pictureWidth = () => Math.max(260, Math.min(900, picturesBox.clientWidth - (isPhone.matches ? 32 : 64)));

function drawPictures() {
  if (state.view !== "pictures") return;
  const [report, width] = [sourceReport(), pictureWidth()];
  pictured = { report, width };
  const has = (needs) => Object.entries(needs).every(([t, columns]) => columns.every((c) => TABLES.get(t)?.at.has(c)));
  const drawings = PICTURES.filter((p) => has(p.needs)).flatMap((p) => p.draw(report, width)).flat().filter(Boolean);
  picturesBox.replaceChildren(...(drawings.length ? drawings : [h("p", { class: "empty" }, "This report has nothing to draw: no timed agenda, participants, themes, numbers or statements.")]));
}

function picturesPane() {
  watch(["report", "row"], () => sourceReport() !== pictured.report && drawPictures());
  watch(["view"], drawPictures);
  let timer = 0;
  new ResizeObserver(() => {
    clearTimeout(timer);
    // Pictures that fit stay: one drawn anew under a pressed pointer would lose the click.
    timer = setTimeout(() => pictureWidth() !== pictured.width && drawPictures(), 100);
  }).observe(picturesBox);
  return h("div", { class: "view pictures-view" }, picturesBox);
}
