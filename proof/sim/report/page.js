// The page around the charts: words and tables. Text from the report goes in as text, never as
// markup.

const report = JSON.parse(document.getElementById("report").textContent);

// A number stays on the line of its unit.
function kept(text) {
  return text.replace(/(\d) (?=(?:%|s|min|h|d)(?:\W|$))/g, "$1\u00a0");
}

function element(name, { text, className, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = typeof text === "string" ? kept(text) : text;
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// What stands between back ticks is a name from the line.
function sentence(className, text) {
  const parts = text.split("`").map((part, i) => (i % 2 ? element("code", { text: part })
                                                        : kept(part)));
  return element("span", { className }, ...parts);
}

function table(caption, heads, rows) {
  const isWords = (value) => typeof value === "string" && !/^[<\d]/.test(value);
  const className = heads.map((_, i) => (rows.some((row) => isWords(row[i])) ? "words" : ""));
  const cell = (value, i) => {
    if (i === 0) return element("th", { scope: "row", text: value });
    const text = typeof value === "number" ? count(value) : value;
    return element("td", { text, className: className[i] });
  };
  return element("div", { className: "scroll", tabindex: "0", role: "region",
                          "aria-label": caption },
    element("table", {},
      element("caption", { text: caption }),
      element("thead", {}, element("tr", {},
        ...heads.map((head, i) => element("th", { scope: "col", text: head,
                                                  className: className[i] })))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map(cell))))));
}

// "6.2 s", "41 s", "2 min 5 s", "6 h 20 min"
function span(ms) {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 59500) return `${Math.round(ms / 1000)} s`;
  const units = [[86400000, "d", 3600000, "h"], [3600000, "h", 60000, "min"],
                 [60000, "min", 1000, "s"]];
  const [large, largeName, small, smallName] =
    units.find(([large, , small]) => ms >= large - small / 2) || units[2];
  const total = Math.round(ms / small);
  const rest = total % (large / small);
  const front = `${Math.floor(total / (large / small))} ${largeName}`;
  return rest ? `${front} ${rest} ${smallName}` : front;
}

function money(amount, digits = 2) {
  const text = new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits,
                                                maximumFractionDigits: digits }).format(amount);
  return `${text} ${report.spend.currency}`;
}

const tables = {
  ends: () => {
    const groups = endGroups(report);
    const why = groups.slice(1).flatMap(({ name, ends }) => [
      ...ends.failed_why.map((one) => [name, "failed", one.what || "no reason", one.count]),
      ...ends.cancelled_why.map((one) => [name, "withdrawn", one.what || "no reason", one.count])]);
    const stages = report.callers.stages.map(({ what, count: callers }) => [what, callers]);
    return [
      table("Ends, counted", ["", ...groups.map((group) => group.name)], [
        ...endNames.map(([key, name]) => [name, ...groups.map(({ ends }) => ends[key])]),
        ["all", ...groups.map(({ ends }) => ends.total)]]),
      table("Callers by stage at the end", ["stage", "callers"], stages),
      ...(why.length ? [table("Why not", ["plan", "end", "reason", "count"], why)] : []),
    ];
  },
  callback: () => {
    const { ring, answer, bucket_names: names } = report.callback;
    const ranks = [["half", "p50_ms"], ["90 %", "p90_ms"], ["95 %", "p95_ms"], ["99 %", "p99_ms"],
                   ["all", "max_ms"]];
    return [
      table("Within", ["", "to the first ring", "to the answer"],
            ranks.map(([name, key]) => [name, ring.count ? span(ring[key]) : "none",
                                        answer.count ? span(answer[key]) : "none"])),
      table("Callbacks", ["after", "first ring", "answer"],
            names.map((name, i) => [name, ring.buckets[i], answer.buckets[i]])),
    ];
  },
  dials: () => {
    const { per_caller: callers, per_handover: handovers } = report.dials;
    const names = dialNames(report, Math.max(callers.length, handovers.length));
    return [table("How many were dialled so often", ["dials", "callers", "hand-overs"],
                  names.map((name, i) => [name, callers[i] || 0, handovers[i] || 0]))];
  },
  tries: () => {
    const tries = report.dials.handover_tries;
    return [table("Dials of hand-overs", ["", "dials", "answered", "share"],
                  tryNames(tries).map((name, i) => [name, tries[i].dials, tries[i].answered,
                                                    share(tries[i].answered, tries[i].dials)]))];
  },
  hours: () => [table("Calls by local hour", ["hour", "dials", "calls in"],
    report.hours.dials.map((dials, hour) => [`${String(hour).padStart(2, "0")}:00`, dials,
                                             report.hours.inbound[hour]]))],
  queue: () => [table("The most at a time, day by day", ["day", "due and not rung"],
                      byDay((point) => point.due))],
  slots: () => [table("The most at a time, day by day", ["day", "live calls"],
                      byDay((point) => point.live))],
  pace: () => [table("Against the limits", ["", "reached", "limit"],
                     limits(report).map(({ name, value, limit }) => [name, value, limit]))],
  verdicts: () => [table("What the dials met", ["", "dials", "share"],
    report.dials.verdicts.map(({ what, count: dials }) =>
      [what, dials, share(dials, report.dials.total)]))],
  spend: () => [table("Minutes and spend", ["", "minutes", "spend"],
    [...spendParts(report), ["all", report.spend.talk_s]].map(([name, seconds]) =>
      [name, Math.round(seconds / 60), money((seconds / 60) * report.spend.per_minute)]))],
};

function byDay(value) {
  const most = new Map();
  for (const point of report.load.points) {
    const name = day(point.at_ms);
    most.set(name, Math.max(most.get(name) || 0, value(point)));
  }
  return [...most];
}

function showHead() {
  const year = new Date(report.from).getUTCFullYear();
  document.title = `${report.line}: a simulated week`;
  document.getElementById("line").textContent = report.line;
  document.getElementById("scope").textContent =
    `${count(report.callers.total)} ${report.callers.total === 1 ? "caller" : "callers"}, ` +
    `${report.days} ${report.days === 1 ? "day" : "days"} ` +
    `from ${day(Date.parse(report.from))} ${year}, seed ${report.seed}`;
}

function showFigures() {
  const { callers, callback, dials, load, spend } = report;
  const connected = callers.ends.connected_by_call + callers.ends.connected_by_inbound;
  const reached = callers.total - (dials.per_caller[0] || 0);
  const figures = [
    ["Connected", share(connected, callers.ends.total),
     `${count(connected)} of ${count(callers.ends.total)} callers`],
    ["Callback rings after", callback.ring.count ? span(callback.ring.p50_ms) : "none",
     callback.ring.count ? `the median; 95 % within ${span(callback.ring.p95_ms)}` : ""],
    ["Dials per caller", reached ? (dials.total / reached).toFixed(1) : "none",
     `${count(dials.total)} in all`],
    ["Queue at the worst", count(load.due_peak),
     load.due_peak ? `${span(load.longest_ms)} at a stretch` : "nobody had to wait"],
    ["Spend, about", money(spend.total, spend.total < 1000 ? 2 : 0),
     spend.per_connected_caller === null
       ? "nobody connected" : `${money(spend.per_connected_caller)} a connected caller`],
  ];
  document.getElementById("figures").append(...figures.map(([name, value, note]) =>
    element("div", {}, element("dt", { text: name }),
            element("dd", { className: "value" }, ...value.split(/( .*)/).filter(Boolean).map(
              (part, i) => (i ? element("small", { text: part }) : part))),
            element("dd", { className: "note", text: note }))));
}

function showFindings() {
  const words = { broken: "Broken", mend: "To mend", note: "Note", good: "Good" };
  const list = document.getElementById("findings");
  for (const { weight, says, todo } of report.findings) {
    list.append(element("li", { className: weight },
      element("span", { className: "weight", text: words[weight] || weight }),
      sentence("says", says), ...(todo ? [sentence("todo", todo)] : [])));
  }
  for (const violation of report.violations) {
    list.append(element("li", { className: "broken" },
      element("span", { className: "weight", text: words.broken }),
      sentence("says", violation)));
  }
  if (!list.children.length) list.append(element("li", {}, element("span"),
                                                 element("span", { text: "Nothing." })));
}

function showSections() {
  for (const section of document.querySelectorAll("[data-plot]")) {
    const name = section.dataset.plot;
    const heading = section.querySelector("h2");
    heading.id = `h-${name}`;
    section.setAttribute("aria-labelledby", heading.id);
    const says = report.takeaways[name];
    section.append(
      element("p", { className: "takeaway", text: says }),
      element("div", { className: "canvas" },
        element("canvas", { role: "img", "aria-label": `${heading.textContent}. ${says}` })),
      element("details", {}, element("summary", { text: "The numbers" }),
              element("div", { className: "tables" }, ...tables[name]())));
  }
}

let charts = [];

function draw() {
  charts.forEach((chart) => chart.destroy());
  const style = getComputedStyle(document.documentElement);
  const names = ["card", "line", "ink", "soft", "shade",
                 "call", "inbound", "text", "fail", "quiet"];
  const colours = Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  Object.assign(Chart.defaults, { animation: false, maintainAspectRatio: false });
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Object.assign(Chart.defaults.plugins.tooltip, { backgroundColor: colours.ink,
    titleColor: colours.card, bodyColor: colours.card, padding: 10, cornerRadius: 6 });
  charts = [...document.querySelectorAll("[data-plot]")].map((section) => {
    const plot = plots[section.dataset.plot](report, colours);
    if (section.dataset.height === "bars") {
      const rows = Math.max(plot.data.labels.length, 2);
      section.querySelector(".canvas").style.height = `${4.5 + 2.75 * rows}rem`;
    }
    return new Chart(section.querySelector("canvas"), plot);
  });
}

showHead();
showFigures();
showFindings();
showSections();
draw();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
// Paper is white, whatever the screen is.
const onPaper = (printing) => () => {
  document.documentElement.classList.toggle("printing", printing);
  draw();
};
addEventListener("beforeprint", onPaper(true));
addEventListener("afterprint", onPaper(false));
