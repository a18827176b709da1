"use strict";
/* The losses: both curves, what the test loss was before, and the numbers at one of the steps. */

class CurvesView extends View {
  constructor(playground) {
    super(playground, 30);
    this.spoken = -Infinity;
    this.makeTable();
    const canvas = byId("curves");
    byId("probe").addEventListener("input", (e) => this.read(Number(e.target.value)));
    canvas.addEventListener("pointermove", (e) => this.read(this.near(e.offsetX)));
    canvas.addEventListener("pointerleave", () => this.read(undefined));
  }

  makeTable() {
    for (const net of ["without", "with"]) {
      const cells = ["train", "test", "trainError", "testError"].map((column) => element("td", { id: net + "-" + column }));
      byId("numbers").append(element("tr", {}, element("th", { scope: "row" }, element("span", { class: "swatch " + net }), say(net)), ...cells));
    }
    const heads = document.querySelectorAll(".numbers thead th");
    heads[0].append(element("span", { class: "line dashed" }));
    heads[1].append(element("span", { class: "line" }));
  }

  /** Shows the numbers at a point of the curves, or the newest ones. */
  read(index) {
    this.fixed = index;
    this.drawn = false;
  }

  /** The point of the curves that is nearest to a place on the canvas. */
  near(x) {
    if (!this.scale) return undefined;
    const { left, right, last } = this.scale, step = ((x - left) / (right - left)) * last;
    const gap = (m) => Math.abs(m.step - step);
    return this.run.curve.reduce((near, m, i, all) => (gap(m) < gap(all[near]) ? i : near), 0);
  }

  draw() {
    const { curve } = this.run, before = this.playground.before(), at = Math.min(this.fixed ?? Infinity, curve.length - 1);
    this.plot(curve, before?.curve, this.fixed === undefined ? undefined : at);
    this.table(curve[at]);
    const probe = byId("probe");
    probe.max = curve.length - 1;
    probe.value = at;
    probe.setAttribute("aria-valuetext", say("probe.at", { step: number(curve[at].step, 0) }));
    if (this.playground.running && performance.now() < this.spoken + 500) return;
    this.spoken = performance.now();
    write("loss-text", this.sentence(curve, before));
    Burst.show(this.playground);
  }

  plot(curve, before, at) {
    const x = curve.map((m) => m.step), lines = [];
    if (before) lines.push({ colour: "before", thin: true, x: before.map((m) => m.step), y: before.map((m) => m.with.test) });
    for (const net of ["without", "with"]) {
      lines.push({ colour: net, dashed: true, x, y: curve.map((m) => m[net].train) });
      lines.push({ colour: net, x, y: curve.map((m) => m[net].test) });
    }
    const reached = Math.max(this.run.at, this.playground.goal, before ? before[before.length - 1].step : 0);
    const last = [200, 500, 1000, 2000, 3000, 5000, 10000, this.playground.lastStep].find((v) => v >= reached);
    this.scale = { ...drawCurves("curves", lines, last, at === undefined ? undefined : x[at], say("axis.step"), number), last };
  }

  table(m) {
    write("numbers-at", say("numbers", { step: number(m.step, 0), every: this.run.every }));
    for (const net of ["without", "with"]) {
      write(net + "-train", loss(m[net].train));
      write(net + "-test", loss(m[net].test));
      write(net + "-trainError", percent(m[net].trainError));
      write(net + "-testError", percent(m[net].testError));
    }
  }

  sentence(curve, before) {
    if (this.run.at === 0) return say("loss.none");
    const low = (net) => curve.reduce((best, p) => (p[net].test < best[net].test ? p : best));
    const a = low("without"), b = low("with"), end = this.run.now();
    const text = say("loss.text", {
      lowWithout: loss(a.without.test), stepWithout: number(a.step, 0), nowWithout: loss(end.without.test),
      lowWith: loss(b.with.test), stepWith: number(b.step, 0), nowWith: loss(end.with.test),
    });
    const above = curve.some((m) => [m.with, m.without].some((net) => net.train >= TOP || net.test >= TOP));
    return text + (above ? " " + say("loss.above", { top: TOP }) : "") + (before ? " " + say("loss.before", { list: before.list }) : "");
  }
}
