"use strict";
/* Fingerprints: of the weights as they are, and of twenty steps that prove the page's arithmetic. */

class PrintsView extends View {
  constructor(playground) {
    super(playground, 500);
  }

  draw() {
    const facts = { step: number(this.run.at, 0), without: this.run.fingerprint(0), with: this.run.fingerprint(1) };
    write("prints", say(this.playground.form === "script" ? "prints.script" : "prints", facts));
  }

  /** Trains 20 steps and compares the weights with those that the JVM got. */
  static prove(engine, form, jvm) {
    const print = engine.proof(), same = print === jvm, facts = { print, jvm };
    const text = form !== "script" ? say(same ? "proof.same" : "proof.other", facts) : say("proof.script", { same: say(same ? "proof.script.same" : "proof.script.other", facts) });
    write("proof", text);
    byId("proof").dataset.same = same;
  }
}
