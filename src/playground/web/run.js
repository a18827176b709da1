"use strict";
/* A run: two nets that train side by side in the engine, as far as they have come. */

class Run {
  constructor(engine, settings, values) {
    this.engine = engine;
    this.handle = engine.create(settings);
    this.at = 0;
    this.digits = values.data === "digits";
    this.widths = [this.digits ? 64 : 2, Number(values.width), Number(values.width), this.digits ? 10 : 2];
    this.data = this.digits ? this.digitsShown() : this.points();
    this.every = 20;
    this.measure();
  }

  close() {
    this.engine.close(this.handle);
  }

  /** Trains up to a step or until the time is over. */
  train(until, deadline) {
    const from = this.at;
    while (this.at < until && (performance.now() < deadline || this.at === from)) {
      const n = Math.min(4, until - this.at);
      this.engine.step(this.handle, n);
      this.at += n;
    }
    if (Math.floor(this.at / this.every) > Math.floor(from / this.every)) this.measure();
  }

  /** Takes over the scores so far: the same steps for everyone, at every speed. */
  measure() {
    const all = this.engine.losses(this.handle), net = (i) => ({ train: all[i], test: all[i + 1], trainError: all[i + 2], testError: all[i + 3] });
    this.curve = Array.from({ length: all.length / 9 }, (_, k) => ({ step: all[9 * k], without: net(9 * k + 1), with: net(9 * k + 5) }));
    if (this.curve.length > 1) this.every = this.curve[1].step;
  }

  now() {
    return this.curve[this.curve.length - 1];
  }

  /** What a net answers: at the places of the map, or to the digits that are shown. */
  ask(net, view, members) {
    return this.digits ? this.engine.answers(this.handle, net, view, members) : this.engine.map(this.handle, net, view, members);
  }

  mask(layer) {
    return this.engine.mask(this.handle, layer);
  }

  weights(layer) {
    return this.engine.weights(this.handle, 1, layer);
  }

  fingerprint(net) {
    return this.engine.fingerprint(this.handle, net);
  }

  /** The training examples of the plane: places, labels and which of these are wrong; and how many are for the test. */
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
}
