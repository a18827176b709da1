"use strict";
/* The page: settings, address, clock, and what is shown when. The nets are the engine's. */

const WORDS = JSON.parse(document.getElementById("words").textContent);
const byId = (id) => document.getElementById(id);
const number = (value, digits) => new Intl.NumberFormat(WORDS.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const percent = (share, digits = 1) => new Intl.NumberFormat(WORDS.language, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
const loss = (value) => (Number.isFinite(value) ? (value < 1000 ? number(value, 3) : value.toExponential(2)) : "NaN");

/** The words for a name, with {facts} filled in. */
function say(name, facts = {}, otherwise = name) {
  return (WORDS[name] ?? otherwise).replace(/\{(\w+)\}/g, (all, fact) => facts[fact] ?? all);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Writes a text only where it changed, so that a screen reader's place is not lost. */
function write(id, text) {
  const target = byId(id);
  if (target.textContent !== text) target.textContent = text;
}

const SPEEDS = { slow: 1, walk: 20, run: 200, full: Infinity };
const THINNED = 5;
/** After so many steps each of the mistakes shows. */
const WORKED_OUT = 2000;
const QUARTER = 250; // milliseconds between two addresses: browsers stop hearing whoever writes more often
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/* ---- Settings and address ---- */

/** What the page itself remembers, in the form of the engine's settings. */
const OWN = [{ id: "speed", kind: "choice", choices: Object.keys(SPEEDS), default: "run" }];

/** Settings of the engine that change what is shown, and not the run. */
const SHOWN = ["steps", "members", "view"];

/** A value of a setting as text, or undefined where the text is none. */
function valueOf(setting, text) {
  if (setting.kind !== "slider") return setting.choices.includes(text) ? text : undefined;
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value >= setting.min && value <= setting.max)) return undefined;
  return String(Number((setting.min + Math.round((value - setting.min) / setting.step) * setting.step).toFixed(6)));
}

/** Values from a text such as data=moons&p1=0.5, and the parts of it that mean nothing here. */
function parse(list, text) {
  const values = Object.fromEntries(list.map((s) => [s.id, s.default])), strange = [];
  for (const part of text.split("&").filter(Boolean)) {
    const cut = part.indexOf("="), setting = list.find((s) => s.id === part.slice(0, cut));
    let value;
    try {
      value = setting && valueOf(setting, decodeURIComponent(part.slice(cut + 1)));
    } catch {
      value = undefined;
    }
    if (value === undefined) strange.push(part);
    else values[setting.id] = value;
  }
  return { values, strange };
}

/** What a link asked for in vain, not longer than a reader bears. */
function brief(parts) {
  const some = parts.slice(0, 5).map((part) => (part.length > 40 ? part.slice(0, 40) + "…" : part));
  return some.join(", ") + (parts.length > 5 ? ", …" : "");
}

const toText = (list, values) => list.map((s) => s.id + "=" + encodeURIComponent(values[s.id])).join("&");

/* ---- The playground ---- */

class Playground {
  constructor(engine, form, jvm) {
    this.engine = engine;
    this.form = form;
    this.jvm = jvm;
    this.list = JSON.parse(engine.settings());
    this.everything = [...this.list, ...OWN];
    this.run = this.list.filter((s) => !SHOWN.includes(s.id));
    this.lastStep = this.list.find((s) => s.id === "steps").max;
    this.values = parse(this.everything, "").values;
    this.running = false;
    this.goal = 0;
    this.owed = 0;
    this.clock = 0;
    this.drawn = {};
    this.buildControls();
    this.bind();
    this.open(location.hash.slice(1));
    requestAnimationFrame((now) => this.frame(now));
  }

  /** Takes a whole state, as the address holds it. */
  open(text) {
    const { values, strange } = parse(this.everything, text);
    this.values = values;
    const trouble = byId("trouble");
    trouble.hidden = strange.length === 0;
    if (strange.length) trouble.textContent = say("trouble.link", { parts: brief(strange) });
    this.running = false;
    this.stopAt = this.tourTo = undefined;
    this.previous = undefined;
    this.start(Number(values.steps));
  }

  /** Starts both nets anew and lets them catch up to a step. */
  start(goal) {
    if (this.handle !== undefined) this.engine.close(this.handle);
    this.handle = this.engine.create(toText(this.run, this.values));
    this.at = 0;
    this.goal = goal;
    this.fixed = undefined;
    this.digits = this.values.data === "digits";
    this.widths = [this.digits ? 64 : 2, Number(this.values.width), Number(this.values.width), this.digits ? 10 : 2];
    this.data = this.digits ? this.digitsShown() : this.points();
    this.measure();
    this.changed();
    this.showControls();
  }

  change(id, value) {
    if (this.values[id] === value) return;
    const reached = Math.max(this.goal, this.at);
    if (this.curve.length > 1 && this.at >= this.goal) this.previous = this.curve;
    this.values[id] = value;
    this.tourTo = undefined;
    byId("trouble").hidden = true;
    if (this.run.some((s) => s.id === id)) {
      this.start(reached);
      this.speakWhenThere = true;
    } else this.showControls();
    this.keep();
  }

  /** Switches a mistake on or off, and trains long enough for it to be seen. */
  make(mistake) {
    if (this.values.mistake === mistake) return;
    if (this.at < WORKED_OUT) this.goal = WORKED_OUT;
    this.change("mistake", mistake);
  }

  /** Writes the state into the address, without a new entry in the history. */
  keep() {
    if (!this.running) this.values.steps = String(Math.max(this.at, this.goal));
    clearTimeout(this.writing);
    const wait = (this.written ?? -QUARTER) + QUARTER - performance.now();
    if (wait > 0) this.writing = setTimeout(() => this.keep(), wait);
    else {
      this.written = performance.now();
      try {
        history.replaceState(null, "", this.address());
      } catch {
        // a browser that has had enough of new addresses: the copied link does not depend on it
      }
    }
  }

  /** What stands behind the page's own address: all that differs from the defaults. */
  address() {
    return "#" + toText(this.everything.filter((s) => this.values[s.id] !== s.default), this.values);
  }

  /** Everything drawn from the nets is out of date. */
  changed() {
    this.drawn = {};
    this.thinned = [];
    this.sum = undefined;
  }

  /** The examples of the plane, as the engine lists them: x, y, label, whether it is right, whether it is for the test. */
  points() {
    const flat = this.engine.data(this.handle), data = { x: [], y: [], flipped: [], tests: 0, range: [-3, 3] };
    for (let i = 0; i < flat.length; i += 5) {
      if (flat[i + 4]) {
        data.tests++;
        continue;
      }
      data.x.push(flat[i], flat[i + 1]);
      data.y.push(flat[i + 2]);
      data.flipped.push(flat[i + 3] === 0);
    }
    return data;
  }

  /** Some digits of the test: 64 pixels and the label of each. */
  digitsShown() {
    const flat = this.engine.data(this.handle);
    return Array.from({ length: flat.length / 65 }, (_, i) => ({ pixels: flat.slice(65 * i, 65 * i + 64), right: flat[65 * i + 64] }));
  }

  /** Takes over the scores so far: the same steps for everyone, at every speed. */
  measure() {
    const all = this.engine.losses(this.handle), net = (i) => ({ train: all[i], test: all[i + 1], trainError: all[i + 2], testError: all[i + 3] });
    this.curve = Array.from({ length: all.length / 9 }, (_, k) => ({ step: all[9 * k], without: net(9 * k + 1), with: net(9 * k + 5) }));
    this.every = this.curve.length > 1 ? this.curve[1].step : (this.every ?? 20);
  }

  now() {
    return this.curve[this.curve.length - 1];
  }

  /** Trains up to a step or until the time is over. */
  train(until, deadline) {
    const from = this.at;
    while (this.at < until && (performance.now() < deadline || this.at === from)) {
      const n = Math.min(4, until - this.at);
      this.engine.step(this.handle, n);
      this.at += n;
    }
    if (this.at === from) return;
    if (Math.floor(this.at / this.every) > Math.floor(from / this.every)) this.measure();
    this.changed();
  }

  play(on) {
    if (on && this.at >= this.lastStep) this.start(0);
    this.running = on;
    this.stopAt = on && this.tourTo > this.at ? this.tourTo : undefined;
    this.owed = 0;
    this.speakWhenThere = false;
    if (!on) this.goal = this.at;
    this.fixed = undefined;
    this.changed();
    this.keep();
    this.showControls();
    if (!on) {
      this.speak();
      Tours.check();
    }
  }

  /** Sets the state of a stop of a tour and trains, to be seen, up to its step. */
  tour(stop) {
    this.open(stop.state + "&steps=" + (calm.matches ? stop.to : stop.from));
    this.tourTo = stop.to;
    if (!calm.matches && stop.to > stop.from) this.stopAt = stop.to;
    this.running = this.stopAt !== undefined;
    this.owed = 0;
    this.keep();
    this.showControls();
  }

  /** Whether the state is that of a stop, and all that is shown has been computed. */
  isAt(stop) {
    const text = (values) => toText(this.run, values);
    const there = !this.running && this.at === stop.to && this.at >= this.goal && text(this.values) === text(parse(this.everything, stop.state).values);
    return there && this.drawn.net === true && this.drawn.mean === Number(this.values.members) && this.crowd?.count === Number(this.values.members);
  }

  stepOnce() {
    if (this.at >= this.lastStep) return;
    this.running = false;
    this.train(this.at + 1, 0);
    this.goal = this.at;
    this.fixed = undefined;
    this.keep();
    this.showControls();
    this.speak();
  }

  reset() {
    this.running = false;
    this.previous = undefined;
    this.start(0);
    this.keep();
    this.speak();
  }

  speak() {
    const m = this.now();
    write("live", say("said", { at: number(this.at, 0), step: number(m.step, 0), without: loss(m.without.test), with: loss(m.with.test) }));
  }

  /* ---- The clock ---- */

  frame(now) {
    requestAnimationFrame((next) => this.frame(next));
    const passed = Math.min(100, now - this.clock);
    this.clock = now;
    const deadline = performance.now() + (this.form === "script" ? 14 : 9);
    if (this.at < this.goal) {
      this.train(this.goal, deadline);
      if (this.at >= this.goal) this.arrive();
    } else if (this.running) {
      const speed = SPEEDS[this.values.speed];
      this.owed = speed === Infinity ? this.lastStep : this.owed + (passed * speed) / 1000;
      const end = this.stopAt ?? this.lastStep, steps = Math.min(Math.floor(this.owed), end - this.at), before = this.at;
      if (steps > 0) {
        this.train(this.at + steps, deadline);
        this.owed = Math.min(this.owed - (this.at - before), speed / 10);
      }
      if (this.at >= end) this.play(false);
    }
    this.show(now);
  }

  arrive() {
    if (!this.running) this.keep();
    if (this.speakWhenThere) this.speak();
    this.speakWhenThere = false;
    this.changed();
    this.showControls();
    Tours.check();
  }

  /* ---- What is shown ---- */

  /** Draws what is out of date: while training the costly pictures take turns, so that a frame stays short. */
  show(now) {
    const busy = this.running || this.at < this.goal, slow = this.running && SPEEDS[this.values.speed] <= 1;
    const due = (name, every) => this.drawn[name] !== true && (!busy || slow || now - (this.last?.[name] ?? -1e9) >= (calm.matches ? Math.max(every, 500) : every));
    const done = (name) => {
      this.drawn[name] = true;
      (this.last ??= {})[name] = now;
    };
    this.fadeNet(now, busy && !slow);
    if (due("curves", 30)) {
      done("curves");
      this.showCurves();
      this.showAt();
    }
    const costly = [["net", 400, () => this.showNet()], ["answers", 150, () => this.showAnswers()], ["crowd", 500, () => this.showCrowd()], ["prints", 500, () => this.showPrints()]];
    const waiting = costly.filter(([name, every]) => due(name, every)).sort((a, b) => (this.last?.[a[0]] ?? 0) - (this.last?.[b[0]] ?? 0));
    for (const [name, , draw] of waiting.slice(0, 1)) {
      done(name);
      draw();
    }
    if (!busy) this.growMean();
  }

  showAt() {
    const catching = this.at < this.goal;
    write("at", say(catching ? "at.goal" : "at", { step: number(this.at, 0), goal: number(this.goal, 0) }));
  }

  showCurves() {
    const x = this.curve.map((m) => m.step), probe = byId("probe");
    const at = this.fixed === undefined ? this.curve.length - 1 : Math.min(this.fixed, this.curve.length - 1);
    const lines = [];
    if (this.previous) lines.push({ colour: "before", thin: true, x: this.previous.map((m) => m.step), y: this.previous.map((m) => m.with.test) });
    for (const net of ["without", "with"]) {
      lines.push({ colour: net, dashed: true, x, y: this.curve.map((m) => m[net].train) });
      lines.push({ colour: net, x, y: this.curve.map((m) => m[net].test) });
    }
    const last = [200, 500, 1000, 2000, 3000, 5000, 10000, this.lastStep].find((v) => v >= Math.max(this.at, this.goal, this.previous ? this.previous[this.previous.length - 1].step : 0));
    const frame = drawCurves("curves", lines, last, this.fixed === undefined ? undefined : x[at], say("axis.step"), number);
    this.scale = { ...frame, last };
    probe.max = this.curve.length - 1;
    probe.value = at;
    probe.setAttribute("aria-valuetext", say("probe.at", { step: number(x[at], 0) }));
    const m = this.curve[at];
    write("numbers-at", say("numbers", { step: number(m.step, 0), every: this.every }));
    for (const net of ["without", "with"]) {
      write(net + "-train", loss(m[net].train));
      write(net + "-test", loss(m[net].test));
      write(net + "-trainError", percent(m[net].trainError));
      write(net + "-testError", percent(m[net].testError));
    }
    if (this.running && this.at % 10) return;
    const low = (net) => this.curve.reduce((best, p) => (p[net].test < best[net].test ? p : best));
    const a = low("without"), b = low("with"), end = this.now();
    const text = this.at === 0 ? say("loss.none") : say("loss.text", {
      lowWithout: loss(a.without.test), stepWithout: number(a.step, 0), nowWithout: loss(end.without.test),
      lowWith: loss(b.with.test), stepWith: number(b.step, 0), nowWith: loss(end.with.test),
    });
    const burst = this.curve.some((m) => !(m.with.train < TOP && m.without.train < TOP && m.with.test < TOP && m.without.test < TOP));
    write("loss-text", text + (burst ? " " + say("loss.burst", { top: TOP }) : "") + (this.previous ? " " + say("loss.before") : ""));
  }

  /** The net as the first example of the next step meets it; what is dropped fades. */
  showNet() {
    const layers = this.widths.slice(0, -1), masks = layers.map((_, l) => this.engine.mask(this.handle, l));
    const kind = this.values.variant, onWeights = kind === "dropconnect", any = masks.some((m) => m.length);
    this.weights = layers.map((_, l) => this.engine.weights(this.handle, 1, l));
    const full = masks.map((mask) => (kind === "gaussian" ? 1 : mask.reduce((a, b) => Math.max(a, b), 0) || 1));
    this.target = this.widths.map((n, l) => (masks[l]?.length && !onWeights ? Array.from(masks[l].slice(0, n), (v) => v / full[l]) : new Array(n).fill(1)));
    this.cut = onWeights && any ? masks : undefined;
    this.paintNet = true;
    const perLayer = onWeights ? masks.map((m) => Array.from(m)) : this.target.slice(0, -1).map((t, l) => (masks[l].length ? t : []));
    const drawn = perLayer.flat();
    const facts = { step: number(this.at + 1, 0), dropped: number(drawn.filter((v) => v === 0).length, 0), all: number(drawn.length, 0) };
    write("net-text", say(!any ? "net.whole" : onWeights ? "net.weights" : kind === "gaussian" ? "net.noisy" : "net.text", facts));
    write("net-key", say("net.key"));
    this.kept = undefined;
    byId("masks-figure").hidden = !any || onWeights;
    if (!any || onWeights) return;
    const blocks = masks.map((factors, l) => ({ factors, units: this.widths[l], full: full[l] })).filter((b) => b.factors.length);
    const batch = blocks[0].factors.length / blocks[0].units;
    drawMasks("masks", blocks, batch);
    const all = blocks.flatMap((b) => Array.from(b.factors)), kept = all.filter((v) => v !== 0).length / all.length;
    this.kept = kept;
    write("masks-text", say(kind === "gaussian" ? "masks.noisy" : "masks.text", { batch, kept: percent(kept) }));
  }

  /** Moves the drawn units towards this step's mask. */
  fadeNet(now, fast) {
    if (!this.target) return;
    const goal = this.target;
    if (!this.shown || this.shown.length !== goal.length || this.shown.some((s, l) => s.length !== goal[l].length)) this.shown = goal.map((l) => l.slice());
    let moved = this.paintNet;
    goal.forEach((layer, l) => layer.forEach((v, i) => {
      const gap = v - this.shown[l][i];
      if (gap === 0) return;
      this.shown[l][i] = fast || calm.matches || Math.abs(gap) < 0.03 ? v : this.shown[l][i] + gap * 0.2;
      moved = true;
    }));
    if (moved) drawNet("net", this.widths, this.weights, this.shown, this.cut);
    this.paintNet = false;
  }

  showAnswers() {
    const m = this.now();
    ["without", "with"].forEach((name, net) => {
      if (this.digits) return this.showDigits(name, net);
      drawMap("map-" + name, this.engine.map(this.handle, net, 0, 1), this.data);
      const text = say("map.text", { net: say(name), wrong: percent(m[name].testError), all: number(this.data.tests, 0) });
      write("map-" + name + "-text", text);
    });
    write("answers-key", say(this.digits ? "digits.key" : "map.key"));
  }

  showDigits(name, net) {
    const text = this.drawReadings("map-" + name, this.ask(net, 0, 1));
    write("map-" + name + "-text", say("digits.text", { net: say(name), ...text }));
  }

  /** Draws the digits with the class that is the most probable of ten. */
  drawReadings(id, probabilities) {
    const digits = this.data.map((digit, i) => {
      const ten = Array.from(probabilities.slice(10 * i, 10 * i + 10));
      return { ...digit, read: ten.indexOf(Math.max(...ten)) };
    });
    drawDigits(id, digits.map((d) => ({ ...d, text: d.read, wrong: d.read !== d.right })));
    const wrong = digits.filter((d) => d.read !== d.right);
    return { wrong: number(wrong.length, 0), all: number(digits.length, 0), list: wrong.map((d) => say("digits.one", d)).join(", ") || say("digits.none") };
  }

  /** What a net answers: at the places of the map, or to the digits that are shown. */
  ask(net, view, members) {
    return this.digits ? this.engine.answers(this.handle, net, view, members) : this.engine.map(this.handle, net, view, members);
  }

  subnet(k) {
    return (this.thinned[k] ??= this.ask(1, 1, k + 1));
  }

  showCrowd() {
    byId("thinned-figure").hidden = this.digits;
    if (!this.digits) {
      drawThinned("thinned", Array.from({ length: THINNED }, (_, k) => this.subnet(k)));
      write("thinned-text", say("thinned.text", { count: THINNED }));
    }
    if (this.running || this.at < this.goal) {
      this.sum = undefined;
      for (let k = 0; k < THINNED; k++) this.addToMean();
      this.showMean();
    }
  }

  addToMean() {
    const values = this.subnet(this.sum?.count ?? 0);
    this.sum ??= { count: 0, values: new Float64Array(values.length), squares: new Float64Array(values.length) };
    values.forEach((v, i) => {
      this.sum.values[i] += v;
      this.sum.squares[i] += v * v;
    });
    this.sum.count++;
  }

  /** Adds a subnetwork to the mean in each frame, until there are as many as are asked for. */
  growMean() {
    if (this.drawn.crowd !== true) return;
    if (this.sum && this.sum.count > Number(this.values.members)) this.sum = undefined;
    if ((this.sum?.count ?? 0) === Number(this.values.members)) {
      if (this.drawn.mean === Number(this.values.members)) return;
      this.showMean();
      this.drawn.mean = Number(this.values.members);
      Tours.check();
      return;
    }
    if (this.slowly && this.sum && performance.now() < this.slowly) return;
    const until = performance.now() + 5;
    do this.addToMean();
    while (this.slowly === undefined && this.sum.count < Number(this.values.members) && performance.now() < until);
    if (this.slowly !== undefined) this.slowly = this.sum.count < Number(this.values.members) ? performance.now() + Math.max(60, 700 / this.sum.count) : undefined;
    this.showMean();
  }

  showMean() {
    const { count, values, squares } = this.sum, n = Math.round(Math.sqrt(values.length));
    const mean = values.map((v) => v / count), spread = squares.map((q, i) => Math.sqrt(Math.max(0, q / count - mean[i] ** 2)));
    const once = (this.drawn.once ??= this.ask(1, 0, 1));
    const far = mean.reduce((most, v, i) => Math.max(most, Math.abs(v - once[i])), 0);
    write("nets-value", this.values.members);
    if (this.digits) return this.showDigitsMean(mean, spread, count, far);
    drawMap("mean", mean, this.data);
    drawSpread("spread", spread, this.data);
    const [low, high] = this.data.range, cell = (v) => Math.max(0, Math.min(n - 1, Math.floor(((v - low) / (high - low)) * n)));
    let inside = 0, outside = 0;
    for (let i = 0; i < this.data.y.length; i++) inside += spread[(n - 1 - cell(this.data.x[2 * i + 1])) * n + cell(this.data.x[2 * i])] / this.data.y.length;
    const rim = spread.filter((_, i) => i < n || i >= n * n - n || i % n === 0 || i % n === n - 1);
    rim.forEach((v) => (outside += v / rim.length));
    let apart = 0, apartOfFirst = 0;
    mean.forEach((v, i) => {
      apart += Math.abs(v - once[i]) / mean.length;
      apartOfFirst += Math.abs(this.subnet(0)[i] - once[i]) / mean.length;
    });
    this.crowd = { count, far, apart, apartOfFirst, inside, outside, lowest: Math.min(...rim) };
    write("mean-text", say("mean.text", { count: number(count, 0), far: number(far, 2), apart: number(apart, 2) }));
    write("spread-text", say("spread.text", { inside: number(inside, 2), outside: number(outside, 2) }));
  }

  /** The mean reading of each digit, and how much the subnetworks differ over it. */
  showDigitsMean(mean, spread, count, far) {
    const text = this.drawReadings("mean", mean);
    write("mean-text", say("mean.digits", { count: number(count, 0), far: number(far, 2), ...text }));
    const each = this.data.map((digit, i) => {
      const ten = Array.from(mean.slice(10 * i, 10 * i + 10)), read = ten.indexOf(Math.max(...ten));
      return { ...digit, wrong: read !== digit.right, spread: spread[10 * i + read] };
    });
    drawDigits("spread", each.map((d) => ({ ...d, text: "±" + number(d.spread, 2) })));
    const meanOf = (list) => (list.length ? number(list.reduce((sum, d) => sum + d.spread, 0) / list.length, 2) : "–");
    this.crowd = { count, far };
    write("spread-text", say("spread.digits", { right: meanOf(each.filter((d) => !d.wrong)), wrong: meanOf(each.filter((d) => d.wrong)) }));
  }

  showPrints() {
    const facts = { step: number(this.at, 0), without: this.engine.fingerprint(this.handle, 0), with: this.engine.fingerprint(this.handle, 1) };
    write("prints", say(this.form === "script" ? "prints.script" : "prints", facts));
  }

  /** Trains 20 steps and compares the weights with those that the JVM got. */
  prove() {
    const print = this.engine.proof(), same = print === this.jvm;
    const facts = { print, jvm: this.jvm };
    const text = this.form !== "script" ? say(same ? "proof.same" : "proof.other", facts) : say("proof.script", { same: say(same ? "proof.script.same" : "proof.script.other", facts) });
    write("proof", text);
    byId("proof").dataset.same = same;
  }

  /* ---- Controls ---- */

  buildControls() {
    const first = ["variant", "p1", "p2"];
    for (const setting of this.run) {
      if (setting.id === "mistake") continue;
      byId(first.includes(setting.id) ? "settings-first" : "settings-rest").append(this.control(setting));
    }
    const mistake = this.list.find((s) => s.id === "mistake");
    for (const choice of mistake?.choices ?? []) {
      const button = element("button", { type: "button", "data-mistake": choice, onclick: () => this.make(choice) }, say("mistake." + choice));
      const look = WORDS["mistake." + choice + ".look"];
      const sentence = look ? element("p", { id: "look-" + choice }, look) : "";
      if (look) button.setAttribute("aria-describedby", "look-" + choice);
      byId("mistakes").append(element("div", {}, button, sentence));
    }
    for (const speed of Object.keys(SPEEDS)) byId("speed").append(element("option", { value: speed }, say("speed." + speed)));
    for (const net of ["without", "with"]) {
      const cell = (id) => element("td", { id: net + "-" + id });
      byId("numbers").append(element("tr", {}, element("th", { scope: "row" }, element("span", { class: "swatch " + net }), say(net)), cell("train"), cell("test"), cell("trainError"), cell("testError")));
    }
    const heads = document.querySelectorAll(".numbers thead th");
    heads[0].append(element("span", { class: "line dashed" }));
    heads[1].append(element("span", { class: "line" }));
    byId("settings-more").open = matchMedia("(min-width: 44rem)").matches;
  }

  control(setting) {
    const id = "set-" + setting.id, name = say("setting." + setting.id);
    if (setting.kind === "choice") {
      const select = element("select", { id, onchange: (e) => this.change(setting.id, e.target.value) });
      for (const choice of setting.choices) select.append(element("option", { value: choice }, say("choice." + setting.id + "." + choice, {}, choice)));
      return element("div", { class: "setting", "data-setting": setting.id }, element("label", { for: id }, element("span", {}, name)), select);
    }
    if (setting.kind === "switch") {
      const box = element("input", { id, type: "checkbox", onchange: (e) => this.change(setting.id, setting.choices[e.target.checked ? 1 : 0]) });
      return element("div", { class: "setting", "data-setting": setting.id }, element("label", { for: id }, element("span", {}, name), box));
    }
    const many = (setting.max - setting.min) / setting.step > 1000;
    const input = element("input", { id, type: many ? "number" : "range", min: setting.min, max: setting.max, step: setting.step });
    input.addEventListener(many ? "change" : "input", () => {
      const value = valueOf(setting, input.value);
      if (value === undefined) this.showControls();
      else this.change(setting.id, value);
    });
    const value = many ? "" : element("output", { for: id, id: id + "-value" });
    return element("div", { class: "setting", "data-setting": setting.id }, element("label", { for: id }, element("span", {}, name), value), input);
  }

  valueText(setting, value) {
    return setting.id === "noise" ? percent(Number(value), 0) : value;
  }

  showControls() {
    for (const setting of this.list) {
      const control = byId("set-" + setting.id), value = this.values[setting.id];
      if (!control) continue;
      if (setting.kind === "switch") control.checked = value === setting.choices[1];
      else control.value = value;
      if (control.type === "range") {
        write("set-" + setting.id + "-value", this.valueText(setting, value));
        control.setAttribute("aria-valuetext", this.valueText(setting, value));
      }
      control.closest(".setting").classList.toggle("changed", value !== setting.default);
    }
    for (const button of document.querySelectorAll("[data-mistake]")) button.setAttribute("aria-pressed", button.dataset.mistake === this.values.mistake);
    byId("speed").value = this.values.speed;
    byId("nets").value = this.values.members;
    write("nets-value", this.values.members);
    write("play", say(this.running ? "pause" : "play"));
    byId("step").disabled = this.at >= this.lastStep;
    this.showAt();
  }

  bind() {
    byId("play").addEventListener("click", () => this.play(!this.running));
    byId("step").addEventListener("click", () => this.stepOnce());
    byId("reset").addEventListener("click", () => this.reset());
    byId("speed").addEventListener("change", (e) => this.change("speed", e.target.value));
    byId("nets").addEventListener("input", (e) => {
      this.slowly = undefined;
      this.change("members", e.target.value);
    });
    byId("fade").addEventListener("click", () => {
      if (this.running) this.play(false);
      this.sum = undefined;
      this.drawn.mean = undefined;
      this.slowly = 0;
    });
    byId("probe").addEventListener("input", (e) => this.read(Number(e.target.value)));
    const canvas = byId("curves");
    canvas.addEventListener("pointermove", (e) => {
      const step = ((e.offsetX - this.scale.left) / (this.scale.right - this.scale.left)) * this.scale.last;
      let near = 0;
      this.curve.forEach((m, i) => {
        if (Math.abs(m.step - step) < Math.abs(this.curve[near].step - step)) near = i;
      });
      this.read(near);
    });
    canvas.addEventListener("pointerleave", () => this.read(undefined));
    byId("copy").addEventListener("click", async () => {
      if (this.running) this.play(false);
      this.keep();
      let done = true;
      try {
        await navigator.clipboard.writeText(location.href.split("#")[0] + this.address());
      } catch {
        done = false;
      }
      write("copied", say(!done ? "copied.not" : this.form === "script" ? "copied.script" : "copied"));
      clearTimeout(this.forget);
      this.forget = setTimeout(() => write("copied", ""), 6000);
    });
    document.addEventListener("keydown", (e) => {
      const presses = /^(BUTTON|A|SUMMARY)$/.test(e.target.tagName) && e.key === " ";
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || presses || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
      const action = { " ": () => this.play(!this.running), s: () => this.stepOnce(), r: () => this.reset() }[e.key];
      if (!action) return;
      e.preventDefault();
      action();
    });
    document.querySelector(".skip").addEventListener("click", (e) => {
      e.preventDefault(); // the address is the state
      byId("main").focus();
    });
    window.addEventListener("hashchange", () => this.open(location.hash.slice(1)));
    window.addEventListener("resize", () => this.changed());
    document.addEventListener("theme", () => this.changed());
  }

  read(index) {
    this.fixed = index;
    this.drawn.curves = undefined;
  }
}

/* ---- Words and theme, before any net is there ---- */

(function dress() {
  const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
  const memory = (use) => {
    try {
      return use(localStorage);
    } catch {
      return undefined;
    }
  };
  let chosen = memory((store) => store.getItem("dojo-theme"));
  const apply = () => {
    root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
    byId("theme").textContent = say(root.dataset.theme === "dark" ? "theme.light" : "theme.dark");
    document.dispatchEvent(new Event("theme"));
  };
  root.lang = WORDS.language;
  document.title = say("title");
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", say(place.dataset.label));
  write("proof", say("proof.wait"));
  system.addEventListener("change", apply);
  byId("theme").addEventListener("click", () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    memory((store) => store.setItem("dojo-theme", chosen));
    apply();
  });
  apply();
})();

/** Called by the engine's loader: with the engine, its form ("wasm" or "script") and the JVM's fingerprint. */
function startPlayground(engine, form, jvm) {
  try {
    const playground = (window.playground = new Playground(engine, form, jvm));
    Tours.begin(playground);
    setTimeout(() => playground.prove(), 300);
  } catch (error) {
    failPlayground(error);
  }
}

function failPlayground(error) {
  byId("trouble").hidden = false;
  byId("trouble").textContent = say("trouble.engine", { message: error?.message ?? String(error) });
  console.error(error);
}
