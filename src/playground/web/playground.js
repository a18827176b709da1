"use strict";
/* The playground: the values of all settings, the run that they give, and the clock that trains it. */

class Playground {
  constructor(engine, form) {
    this.engine = engine;
    this.form = form;
    this.exact = true; // until the proof says otherwise
    this.list = JSON.parse(engine.settings());
    this.everything = [...this.list, ...OWN];
    this.ofRun = this.list.filter((s) => !SHOWN.includes(s.id));
    this.lastStep = this.list.find((s) => s.id === "steps").max;
    this.clock = 0;
    this.address = new Address(() => this.state(), (text) => this.open(text));
    this.controls = new Controls(this);
    this.mistakes = new Mistakes(this);
    this.bar = new Bar(this);
    this.views = this.makeViews();
    Burst.begin(this);
    this.open(this.address.asked());
    window.addEventListener("resize", () => this.views.redraw());
    document.addEventListener("theme", () => this.views.redraw());
    window.addEventListener("beforeprint", () => {
      write("printed", this.inWords());
      this.views.showAll();
    });
    requestAnimationFrame((now) => this.frame(now));
  }

  makeViews() {
    const curves = new CurvesView(this), net = new NetView(this), answers = new AnswersView(this), crowd = new CrowdView(this), prints = new PrintsView(this);
    return Object.assign(new Views(curves, [net, answers, crowd, prints]), { net, answers, crowd, prints });
  }

  /** Takes a whole state, as the address holds it. */
  open(text) {
    const asked = parse(this.everything, text);
    Notice.show(asked);
    this.values = asked.values;
    this.running = false;
    this.stopAt = this.tourTo = this.previous = undefined;
    this.start(Number(this.values.steps));
    this.address.keep(); // what was mended is told once, and not again after a reload
  }

  /** The state as an address holds it: all that differs from the defaults. */
  state() {
    const steps = String(Math.max(this.run.at, this.running ? 0 : this.goal)), values = { ...this.values, steps };
    return toText(this.everything.filter((s) => values[s.id] !== s.default), values);
  }

  /** All settings, for paper, on which no control can be read. */
  inWords() {
    const list = this.ofRun.map((s) => say("setting." + s.id) + ": " + shownValue(s, this.values[s.id]));
    return say("printed", { list: list.join("; "), step: number(this.run.at, 0), link: this.address.name() });
  }

  /** Starts both nets anew and lets them catch up to a step. */
  start(goal) {
    this.run?.close();
    this.run = new Run(this.engine, toText(this.ofRun, this.values), this.values);
    document.body.classList.toggle("digits", this.run.digits);
    this.goal = goal;
    this.since = performance.now();
    this.speakWhenThere = false;
    this.views.curves.fixed = undefined;
    this.views.outdate();
    this.showControls();
  }

  /** Changes a setting; what changes the run starts it anew and lets it catch up, at least to the given step. */
  change(id, value, least = 0) {
    if (this.values[id] === value) return;
    const reached = Math.max(this.goal, this.run.at, least), ofRun = this.ofRun.some((s) => s.id === id);
    if (ofRun && this.run.curve.length > 1 && !this.isCatchingUp()) this.previous = { curve: this.run.curve, values: this.values };
    this.values = { ...this.values, [id]: value };
    this.tourTo = undefined;
    Notice.hide();
    if (ofRun) {
      this.start(reached);
      this.speakWhenThere = true;
    } else this.showControls();
    this.address.keep();
  }

  /** The curve before the last change, and what was otherwise; undefined where the two cannot be compared. */
  before() {
    if (!this.previous) return undefined;
    const { curve, values } = this.previous, changed = this.ofRun.filter((s) => values[s.id] !== this.values[s.id]);
    if (!changed.length || changed.some((s) => OTHER_EXAMPLES.includes(s.id))) return undefined;
    return { curve, list: changed.map((s) => say("setting." + s.id) + ": " + shownValue(s, values[s.id])).join("; ") };
  }

  isCatchingUp() {
    return this.run.at < this.goal;
  }

  isBusy() {
    return this.running || this.isCatchingUp();
  }

  train(until, deadline) {
    const from = this.run.at;
    this.run.train(until, deadline);
    if (this.run.at > from) this.views.outdate();
  }

  play(on) {
    if (on && this.run.at >= this.lastStep) this.start(0);
    this.running = on;
    this.stopAt = on && this.tourTo > this.run.at ? this.tourTo : undefined;
    this.owed = 0;
    if (!on) this.goal = this.run.at;
    this.settle();
    if (!on) this.speak();
  }

  /** Ends a catching-up where it is. */
  stop() {
    this.running = false;
    this.goal = this.run.at;
    this.settle();
    this.speak();
  }

  stepOnce() {
    if (this.run.at >= this.lastStep) return;
    this.running = false;
    this.train(this.run.at + 1, 0);
    this.goal = this.run.at;
    this.settle();
    this.speak();
  }

  reset() {
    this.running = false;
    this.previous = undefined;
    this.start(0);
    this.settle();
    this.speak();
  }

  settle() {
    this.speakWhenThere = false;
    this.views.curves.fixed = undefined;
    this.views.outdate();
    this.address.keep();
    this.showControls();
    Tours.check();
  }

  /** Sets the state of a stop of a tour and trains, to be seen, up to its step. */
  tour(stop) {
    this.open(stop.state + "&steps=" + (calm.matches ? stop.to : stop.from));
    this.tourTo = stop.to;
    if (!calm.matches && stop.to > stop.from) this.stopAt = stop.to;
    this.running = this.stopAt !== undefined;
    this.owed = 0;
    this.showControls();
  }

  /** Whether the state is that of a stop, and all that is shown has been computed. */
  isAt(stop) {
    const text = (values) => toText(this.ofRun, values), { net, crowd } = this.views;
    return !this.isBusy() && this.run.at === stop.to && text(this.values) === text(parse(this.everything, stop.state).values) && net.drawn && crowd.isComplete();
  }

  speak() {
    const m = this.run.now();
    write("live", say("said", { at: number(this.run.at, 0), step: number(m.step, 0), without: loss(m.without.test), with: loss(m.with.test) }));
  }

  frame(now) {
    requestAnimationFrame((next) => this.frame(next));
    const passed = Math.min(100, now - this.clock), deadline = performance.now() + (this.form === "script" ? 14 : 12);
    this.clock = now;
    if (this.isCatchingUp()) {
      this.train(this.goal, deadline);
      if (!this.isCatchingUp()) this.arrive();
    } else if (this.running) {
      this.runOn(passed, deadline);
      this.address.refresh();
    }
    const slow = this.running && SPEEDS[this.values.speed] <= 1, busy = this.isBusy() && !slow;
    this.views.net.fade(busy);
    this.views.show(now, busy);
    this.bar.show();
    if (this.isBusy()) return;
    this.views.crowd.grow();
    Tours.check();
  }

  /** Makes the steps that are due at this speed. */
  runOn(passed, deadline) {
    const speed = SPEEDS[this.values.speed], end = this.stopAt ?? this.lastStep, before = this.run.at;
    this.owed = speed === Infinity ? this.lastStep : this.owed + (passed * speed) / 1000;
    const steps = Math.min(Math.floor(this.owed), end - before);
    if (steps > 0) {
      this.train(before + steps, deadline);
      this.owed = Math.min(this.owed - (this.run.at - before), Math.max(1, speed / 10));
    }
    if (this.run.at >= end) this.play(false);
  }

  arrive() {
    if (!this.running) this.address.keep();
    if (this.speakWhenThere) this.speak();
    this.speakWhenThere = false;
    this.views.outdate();
    this.showControls();
    Tours.check();
  }

  showControls() {
    this.controls.show(this.values);
    this.mistakes.show(this.values);
    byId("nets").value = this.values.members;
    write("nets-value", this.values.members);
    this.bar.show();
  }
}
