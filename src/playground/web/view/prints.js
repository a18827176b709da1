"use strict";
/* Fingerprints: of the weights as they are, and of twenty steps that prove the page's arithmetic. */

class PrintsView extends View {
  constructor(playground) {
    super(playground, 500);
  }

  draw() {
    const facts = { step: number(this.run.at, 0), without: this.run.fingerprint(0), with: this.run.fingerprint(1) };
    write("prints", say(this.playground.exact ? "prints" : "prints.other", facts));
  }

  /** Trains 20 steps and compares the weights with those that the JVM got. */
  prove(jvm) {
    const print = this.playground.engine.proof(), same = print === jvm;
    this.playground.exact = same;
    this.drawn = false;
    write("proof", say("proof." + (this.playground.form === "script" ? "script." : "") + (same ? "same" : "other"), { print, jvm }));
    byId("proof").dataset.same = same;
  }
}
