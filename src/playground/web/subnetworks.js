"use strict";
/* The answers of subnetworks, each asked for once, and the mean and spread of the first ones. */

class Subnetworks {
  constructor(ask) {
    this.ask = ask;
    this.answers = [];
    this.restart();
  }

  one(k) {
    return (this.answers[k] ??= this.ask(k));
  }

  restart() {
    this.count = 0;
    this.sums = this.squares = undefined;
  }

  add() {
    const values = this.one(this.count);
    this.sums ??= new Float64Array(values.length);
    this.squares ??= new Float64Array(values.length);
    values.forEach((v, i) => {
      this.sums[i] += v;
      this.squares[i] += v * v;
    });
    this.count++;
  }

  mean() {
    return this.sums.map((v) => v / this.count);
  }

  /** The standard deviation at each place. */
  spread() {
    return this.squares.map((q, i) => Math.sqrt(Math.max(0, q / this.count - (this.sums[i] / this.count) ** 2)));
  }
}

const farthest = (a, b) => a.reduce((most, v, i) => Math.max(most, Math.abs(v - b[i])), 0);
const distance = (a, b) => a.reduce((sum, v, i) => sum + Math.abs(v - b[i]) / a.length, 0);
const average = (list) => (list.length ? list.reduce((sum, v) => sum + v, 0) / list.length : undefined);

/** The spread at the training examples, and along the edge of the picture, where there are none. */
function planeSpread(data, spread) {
  const n = Math.round(Math.sqrt(spread.length)), [low, high] = data.range;
  const cell = (v) => Math.max(0, Math.min(n - 1, Math.floor(((v - low) / (high - low)) * n)));
  const inside = average(data.y.map((_, i) => spread[(n - 1 - cell(data.x[2 * i + 1])) * n + cell(data.x[2 * i])]));
  const edge = Array.from(spread).filter((_, i) => i < n || i >= n * n - n || i % n === 0 || i % n === n - 1);
  return { inside, outside: average(edge), lowest: Math.min(...edge) };
}

/** The spread of each digit in the class that the mean reads, and its average where that is right and where it is wrong. */
function digitSpread(data, mean, spread) {
  const each = data.map((digit, i) => {
    const read = readingOf(mean, i);
    return { ...digit, wrong: read !== digit.right, spread: spread[10 * i + read] };
  });
  const over = (wrong) => average(each.filter((d) => d.wrong === wrong).map((d) => d.spread));
  return { each, right: over(false), wrong: over(true) };
}
