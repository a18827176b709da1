"use strict";
/* The bar: play, step and reset, how far the nets have come, and the link; and the keys that do the same. */

class Bar {
  /** A run that catches up for longer shows how far it is, and a stop, in milliseconds. */
  static PATIENCE = 400;

  constructor(playground) {
    this.playground = playground;
    for (const speed of Object.keys(SPEEDS)) byId("speed").append(element("option", { value: speed }, say("speed." + speed)));
    byId("play").addEventListener("click", () => this.press());
    byId("step").addEventListener("click", () => playground.stepOnce());
    byId("reset").addEventListener("click", () => playground.reset());
    byId("speed").addEventListener("change", (e) => playground.change("speed", e.target.value));
    byId("copy").addEventListener("click", () => this.copy());
    document.addEventListener("keydown", (e) => this.key(e));
  }

  press() {
    if (this.isSlow()) this.playground.stop();
    else this.playground.play(!this.playground.running);
  }

  key(e) {
    const presses = /^(BUTTON|A|SUMMARY)$/.test(e.target.tagName) && e.key === " ";
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || presses || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    const action = { " ": () => this.press(), s: () => this.playground.stepOnce(), r: () => this.playground.reset() }[e.key];
    if (!action) return;
    e.preventDefault();
    action();
  }

  async copy() {
    const { playground } = this;
    if (playground.running) playground.play(false);
    playground.address.write();
    let done = "copied";
    try {
      await navigator.clipboard.writeText(playground.address.link());
      if (location.protocol === "file:") done = "copied.file";
      else if (!playground.exact) done = "copied.other";
    } catch {
      done = "copied.not";
    }
    write("copied", say(done));
    clearTimeout(this.forget);
    this.forget = setTimeout(() => write("copied", ""), 10000);
  }

  /** Whether the nets have been catching up for so long that a reader wants to know how far they are. */
  isSlow() {
    return this.playground.isCatchingUp() && performance.now() - this.playground.since > Bar.PATIENCE;
  }

  show() {
    const { run, goal, running, values, lastStep } = this.playground, slow = this.isSlow();
    write("at", say(this.playground.isCatchingUp() ? "at.goal" : "at", { step: number(run.at, 0), goal: number(goal, 0) }));
    write("play", say(slow ? "stop" : running ? "pause" : "play"));
    byId("step").disabled = run.at >= lastStep;
    byId("progress").hidden = !slow;
    byId("progress").max = goal || 1;
    byId("progress").value = run.at;
    if (byId("speed").value !== values.speed) byId("speed").value = values.speed;
  }
}
