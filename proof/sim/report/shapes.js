// What the charts are put together from: numbers as text, axes, legends, bars and lines.

const count = new Intl.NumberFormat("en-GB").format;
const compact = new Intl.NumberFormat("en-GB", { notation: "compact" }).format;

function share(part, whole) {
  if (!whole || !part) return "0 %";
  const value = (100 * part) / whole;
  if (value < 0.1) return "<0.1 %";
  const digits = value < 9.95 || (value >= 99.5 && part !== whole) ? 1 : 0;
  return `${Math.min(value, part === whole ? 100 : 99.9).toFixed(digits)} %`;
}

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format;
const minute = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
  timeZone: "UTC" }).format;

// Stripes tell apart what is not certain, for those who do not see colours too.
function stripes(colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 2.5;
  for (const x of [-8, 0, 8]) {
    pen.moveTo(x - 2, 10);
    pen.lineTo(x + 10, -2);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}

// The bins from the first to the last that any of the series has something in.
function trimmed(names, ...series) {
  const used = names.map((_, i) => series.some((one) => (one[i] || 0) > 0));
  const first = Math.max(used.indexOf(true), 0);
  const last = Math.max(used.lastIndexOf(true), first);
  return [names, ...series].map((one) => one.slice(first, last + 1));
}

function axis(colours, title, more = {}) {
  return {
    beginAtZero: true,
    border: { display: false },
    grid: { color: colours.line, drawBorder: false, drawTicks: false },
    ticks: { color: colours.soft, padding: 6, precision: 0, maxRotation: 0, autoSkipPadding: 8,
             ...more.ticks },
    title: { display: Boolean(title), text: title, color: colours.soft },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "ticks")),
  };
}

// Of an axis of numbers. On one of names it would keep Chart.js from leaving out what overlaps.
const few = { maxTicksLimit: 7 };

function rowTicks(colours) {
  return { color: colours.ink, autoSkip: false };
}

const noGrid = { display: false, drawBorder: false };

function legend(colours, display = true) {
  return { display, position: "bottom", align: "start",
           labels: { color: colours.ink, boxWidth: 12, boxHeight: 12, padding: 14 } };
}

function bars(colours, labels, series, titles = {}) {
  return {
    type: "bar",
    data: { labels, datasets: series.map(({ label, data, colour, ...more }) => ({
      label, data, backgroundColor: colour, borderRadius: 2, categoryPercentage: 0.82,
      barPercentage: 0.94, maxBarThickness: 44, ...more })) },
    options: {
      scales: { x: axis(colours, titles.x, { grid: noGrid, stacked: Boolean(titles.stacked) }),
                y: axis(colours, titles.y, { stacked: Boolean(titles.stacked), ticks: few }) },
      interaction: { mode: "index", intersect: false },
      plugins: { legend: legend(colours, series.length > 1),
                 tooltip: { callbacks: {
                   label: (item) => ` ${item.dataset.label}: ${count(item.parsed.y)}` } } },
    },
  };
}

function lineLegend(colours, display) {
  const made = legend(colours, display);
  Object.assign(made.labels, { usePointStyle: true, pointStyle: "line", boxWidth: 24 });
  return made;
}

function overTime(report, colours, series, title) {
  const from = Date.parse(report.from);
  const until = Math.max(Date.parse(report.until), from + 1);
  const dayLength = 24 * 3600 * 1000;
  const midnights = [];
  // A day of which only the night is left would have its name beyond the edge.
  for (let at = Math.ceil(from / dayLength) * dayLength; at < until - dayLength / 2;
       at += dayLength) {
    midnights.push({ value: at });
  }
  return {
    type: "line",
    data: { datasets: series.map((one) => ({
      pointRadius: 0, pointHitRadius: 6, borderWidth: 1.5, stepped: "before", ...one })) },
    options: {
      parsing: false,
      scales: {
        x: axis(colours, "", { type: "linear", beginAtZero: false, min: from, max: until,
                               afterBuildTicks: (scale) => { scale.ticks = midnights; },
                               ticks: { callback: (value) => day(value), align: "start" } }),
        y: axis(colours, title, { ticks: few }),
      },
      interaction: { mode: "index", intersect: false },
      plugins: {
        legend: lineLegend(colours, series.length > 1),
        tooltip: { callbacks: {
          title: (items) => `${minute(items[0].parsed.x)} UTC`,
          label: (item) => ` ${item.dataset.label}: ${count(item.parsed.y)}`,
        } },
      },
    },
  };
}

function flatBars(colours, labels, data, colour, format) {
  return {
    type: "bar",
    data: { labels, datasets: [{ data, backgroundColor: colour, borderRadius: 2,
                                 maxBarThickness: 24 }] },
    options: {
      indexAxis: "y",
      scales: { x: axis(colours, "", { ticks: { ...few, callback: (value) => compact(value) } }),
                y: axis(colours, "", { grid: noGrid, ticks: rowTicks(colours) }) },
      plugins: { legend: { display: false },
                 tooltip: { displayColors: false,
                            callbacks: { label: (item) => format(item.dataIndex) } } },
    },
  };
}
