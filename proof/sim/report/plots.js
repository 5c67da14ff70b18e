// The charts. Each function takes the report and the colours, and returns what Chart.js needs.

const endNames = [
  ["connected_by_call", "connected by call"],
  ["connected_by_inbound", "connected, they called in"],
  ["texted", "texted"],
  ["texted_unconfirmed", "texted, unconfirmed"],
  ["failed", "failed"],
  ["cancelled", "withdrawn"],
  ["open", "still open"],
];

function endGroups(report) {
  const plans = report.plans.filter((plan) => plan.ends.total > 0);
  return [{ name: "callers", ends: report.callers.ends }, ...plans];
}

function plotEnds(report, colours) {
  const groups = endGroups(report);
  const paint = {
    connected_by_call: colours.call, connected_by_inbound: colours.inbound, texted: colours.text,
    texted_unconfirmed: stripes(colours.text), failed: colours.fail, cancelled: colours.quiet,
    open: stripes(colours.quiet),
  };
  const used = endNames.filter(([key]) => groups.some((group) => group.ends[key] > 0));
  return {
    type: "bar",
    data: {
      labels: groups.map((group) => [group.name, count(group.ends.total)]),
      datasets: used.map(([key, name]) => ({
        label: name,
        data: groups.map(({ ends }) => (ends.total ? (100 * ends[key]) / ends.total : 0)),
        counts: groups.map(({ ends }) => [ends[key], ends.total]),
        backgroundColor: paint[key], borderColor: colours.card, borderWidth: { right: 1.5 },
        borderSkipped: false, maxBarThickness: 30,
      })),
    },
    options: {
      indexAxis: "y",
      scales: {
        x: axis(colours, "", { stacked: true, max: 100,
                               ticks: { callback: (value) => `${value} %`, ...few } }),
        y: axis(colours, "", { stacked: true, grid: noGrid, ticks: rowTicks(colours) }),
      },
      plugins: {
        legend: legend(colours),
        tooltip: { callbacks: {
          title: (items) => groups[items[0].dataIndex].name,
          label: ({ dataset, dataIndex }) => {
            const [part, whole] = dataset.counts[dataIndex];
            return ` ${dataset.label}: ${count(part)} (${share(part, whole)})`;
          },
        } },
      },
    },
  };
}

function plotCallback(report, colours) {
  const [names, ring, answer] = trimmed(report.callback.bucket_names,
    report.callback.ring.buckets, report.callback.answer.buckets);
  return bars(colours, names, [
    { label: "to the first ring", data: ring, colour: colours.call },
    { label: "to the answer", data: answer, colour: colours.inbound },
  ], { y: "callbacks", x: "after the end of the onboarding call" });
}

function dialNames(report, bins) {
  return [...Array(bins).keys()].map((n) => (n === report.dials.many ? `${n}+` : String(n)));
}

function plotDials(report, colours) {
  const { per_caller: callers, per_handover: handovers } = report.dials;
  const labels = dialNames(report, Math.max(callers.length, handovers.length));
  const percent = (bins) => {
    const all = bins.reduce((sum, n) => sum + n, 0);
    return labels.map((_, i) => (all ? (100 * (bins[i] || 0)) / all : 0));
  };
  const plot = bars(colours, labels, [
    { label: "of callers", data: percent(callers), colour: colours.call },
    { label: "of hand-overs", data: percent(handovers), colour: colours.inbound },
  ], { x: "dials" });
  plot.options.scales.y.ticks.callback = (value) => `${value} %`;
  plot.options.plugins.tooltip.callbacks = {
    title: (items) => `${items[0].label} dials`,
    label: ({ dataset, parsed }) => ` ${parsed.y.toFixed(1)} % ${dataset.label}`,
  };
  return plot;
}

function tryNames(tries) {
  return tries.map((_, n) => (n === 0 ? "first dial" : `retry ${n}`));
}

function plotTries(report, colours) {
  const tries = report.dials.handover_tries;
  return bars(colours, tryNames(tries), [
    { label: "answered by a person", data: tries.map((one) => one.answered), colour: colours.call },
    { label: "not answered", data: tries.map((one) => one.dials - one.answered),
      colour: colours.quiet },
  ], { y: "dials of hand-overs", stacked: true });
}

// Shades the hours in which nobody is called.
const closedHours = {
  id: "closedHours",
  beforeDraw(chart, _, { opens, closes, colour }) {
    const { ctx, chartArea: area, scales: { x } } = chart;
    const width = x.getPixelForValue(1) - x.getPixelForValue(0);
    const at = (minutes) => x.getPixelForValue(0) + (minutes / 60 - 0.5) * width;
    ctx.save();
    ctx.fillStyle = colour;
    ctx.fillRect(area.left, area.top, at(opens) - area.left, area.height);
    ctx.fillRect(at(closes), area.top, area.right - at(closes), area.height);
    ctx.restore();
  },
};

function plotHours(report, colours) {
  const { hours } = report;
  const labels = hours.dials.map((_, hour) => String(hour).padStart(2, "0"));
  const plot = bars(colours, labels, [
    { label: "dials, by the clock of whoever is called", data: hours.dials, colour: colours.call },
    { label: "calls in, by the caller's clock", data: hours.inbound, colour: colours.inbound },
  ], { y: "calls", x: "shaded: the line does not call" });
  plot.options.plugins.tooltip.callbacks.title = (items) =>
    `${items[0].label}:00 to ${items[0].label}:59`;
  plot.options.plugins.closedHours = {
    opens: hours.opens_minute, closes: hours.closes_minute, colour: colours.shade };
  plot.plugins = [closedHours];
  return plot;
}

function plotQueue(report, colours) {
  const data = report.load.points.map((point) => ({ x: point.at_ms, y: point.due }));
  return overTime(report, colours, [{ label: "due and not rung", data, borderColor: colours.text,
                                      backgroundColor: `${colours.text}38`, fill: "origin" }],
                  "outreaches");
}

function plotSlots(report, colours) {
  const { points, simultaneous } = report.load;
  const data = points.map((point) => ({ x: point.at_ms, y: point.live }));
  const limit = points.map((point) => ({ x: point.at_ms, y: simultaneous }));
  return overTime(report, colours, [
    { label: "live calls", data, borderColor: colours.call, backgroundColor: `${colours.call}38`,
      fill: "origin" },
    { label: "calling.simultaneous", data: limit, borderColor: colours.fail, borderDash: [5, 4],
      backgroundColor: "transparent" },
  ], "calls");
}

function limits(report) {
  const { pace, load } = report;
  return [
    { name: "dials, busiest second", value: pace.busiest_second, limit: pace.per_second },
    { name: "dials, busiest minute", value: pace.busiest_minute, limit: pace.per_second * 60 },
    { name: "live calls, at most", value: load.live_peak, limit: load.simultaneous },
  ];
}

const limitLine = {
  id: "limitLine",
  afterDatasetsDraw({ ctx, chartArea: area, scales: { x } }, _, { colour }) {
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([5, 4]);
    ctx.beginPath();
    ctx.moveTo(x.getPixelForValue(100), area.top);
    ctx.lineTo(x.getPixelForValue(100), area.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

function plotPace(report, colours) {
  const rows = limits(report);
  const plot = flatBars(colours, rows.map(({ name, value, limit }) =>
    [name, `${count(value)} of ${count(limit)}`]),
    rows.map(({ value, limit }) => (100 * value) / limit),
    rows.map(({ value, limit }) => (value > limit ? colours.fail : colours.call)),
    (i) => `${count(rows[i].value)} of ${count(rows[i].limit)}`);
  plot.options.scales.x.suggestedMax = 110;
  plot.options.scales.x.ticks.callback = (value) => `${value} %`;
  plot.options.plugins.limitLine = { colour: colours.fail };
  plot.plugins = [limitLine];
  return plot;
}

function plotVerdicts(report, colours) {
  const { verdicts, total } = report.dials;
  const labels = verdicts.map((one) => `${one.what}, ${share(one.count, total)}`);
  return flatBars(colours, labels, verdicts.map((one) => one.count),
                  verdicts.map((one) => (one.what === "answered" ? colours.call : colours.quiet)),
                  (i) => `${count(verdicts[i].count)} (${share(verdicts[i].count, total)})`);
}

function spendParts(report) {
  const { spend } = report;
  return [["onboarding", spend.onboarding_s], ["hand-over", spend.handover_s],
          ["other plans", spend.other_s], ["mailboxes", spend.mailboxes_s],
          ["calls in", spend.inbound_s]].filter(([, seconds]) => seconds > 0);
}

function plotSpend(report, colours) {
  const parts = spendParts(report);
  const labels = parts.map(([name, seconds]) => `${name}, ${share(seconds, report.spend.talk_s)}`);
  const plot = flatBars(colours, labels, parts.map(([, seconds]) => seconds / 60), colours.call,
                        (i) => `${count(Math.round(parts[i][1] / 60))} minutes (${
                          share(parts[i][1], report.spend.talk_s)})`);
  plot.options.scales.x.title = { display: true, text: "minutes of talk", color: colours.soft };
  return plot;
}

const plots = { ends: plotEnds, callback: plotCallback, dials: plotDials, tries: plotTries,
                hours: plotHours, queue: plotQueue, slots: plotSlots, pace: plotPace,
                verdicts: plotVerdicts, spend: plotSpend };
