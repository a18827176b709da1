"use strict";
/* What is shown of a run. A view draws itself anew when it is out of date and its turn has come. */

class View {
  /** @param every milliseconds between two drawings while a net trains, at least */
  constructor(playground, every) {
    this.playground = playground;
    this.every = every;
    this.drawn = false;
    this.last = -Infinity;
  }

  get run() {
    return this.playground.run;
  }

  /** What it shows is out of date. */
  outdate() {
    this.drawn = false;
  }

  isDue(now, busy) {
    return !this.drawn && (!busy || now - this.last >= (calm.matches ? Math.max(this.every, 500) : this.every));
  }

  show(now) {
    this.drawn = true;
    this.last = now;
    this.draw();
  }
}

/** All views: the curves first, and the costly ones take turns, so that a frame stays short. */
class Views {
  constructor(curves, costly) {
    this.curves = curves;
    this.costly = costly;
  }

  get all() {
    return [this.curves, ...this.costly];
  }

  outdate() {
    for (const view of this.all) view.outdate();
  }

  /** The screen is another one, and the run the same. */
  redraw() {
    for (const view of this.all) view.drawn = false;
  }

  show(now, busy) {
    if (this.curves.isDue(now, busy)) this.curves.show(now);
    const waiting = this.costly.filter((view) => view.isDue(now, busy)).sort((a, b) => a.last - b.last);
    if (waiting.length) waiting[0].show(now);
  }

  /** Draws everything at once, as paper needs it. */
  showAll() {
    for (const view of this.all) view.show(performance.now());
    this.net.fade(true);
  }
}
