"use strict";
/* Many nets in one: subnetworks, their mean, and how much they differ. */

class CrowdView extends View {
  static FEW = 5;

  constructor(playground) {
    super(playground, 500);
    this.nets = new Subnetworks(() => []);
    byId("nets").addEventListener("input", (e) => {
      this.pause = undefined;
      playground.change("members", e.target.value);
    });
    byId("fade").addEventListener("click", () => {
      if (playground.running) playground.play(false);
      this.nets.restart();
      this.complete = undefined;
      this.pause = 0;
    });
  }

  outdate() {
    super.outdate();
    this.nets = new Subnetworks((k) => this.run.ask(1, 1, k + 1));
    this.whole = this.complete = undefined;
  }

  get wanted() {
    return Number(this.playground.values.members);
  }

  /** Whether as many subnetworks as are asked for are in the mean that is shown. */
  isComplete() {
    return this.complete === this.wanted && this.facts?.count === this.wanted;
  }

  draw() {
    byId("thinned-figure").hidden = this.run.digits;
    if (!this.run.digits) {
      const few = Array.from({ length: CrowdView.FEW }, (_, k) => this.nets.one(k));
      drawThinned("thinned", few);
      write("thinned-text", say("thinned.text", { count: CrowdView.FEW }));
    }
    if (this.playground.isBusy()) {
      this.nets.restart();
      for (let k = 0; k < CrowdView.FEW; k++) this.nets.add();
    }
    if (this.nets.count) this.showMean();
  }

  /** Adds subnetworks to the mean in each frame, until there are as many as are asked for. */
  grow() {
    if (!this.drawn || this.complete === this.wanted) return;
    if (this.nets.count > this.wanted) this.nets.restart();
    if (this.nets.count === this.wanted) {
      this.complete = this.wanted;
      this.showMean();
      return;
    }
    const slowly = this.pause !== undefined;
    if (slowly && this.nets.count && performance.now() < this.pause) return;
    const until = performance.now() + 5;
    do this.nets.add();
    while (!slowly && this.nets.count < this.wanted && performance.now() < until);
    if (slowly) this.pause = this.nets.count < this.wanted ? performance.now() + Math.max(60, 700 / this.nets.count) : undefined;
    this.showMean();
  }

  showMean() {
    const { run, nets } = this, mean = nets.mean(), spread = nets.spread(), count = number(nets.count, 0);
    const whole = (this.whole ??= run.ask(1, 0, 1));
    write("nets-value", this.playground.values.members);
    if (!mean.every(Number.isFinite)) {
      this.facts = { count: nets.count };
      for (const id of ["mean", "spread"]) {
        drawNothing(id);
        write(id + "-text", say("map.burst", { net: say("with") }));
      }
    } else if (run.digits) {
      this.facts = { count: nets.count, far: farthest(mean, whole), ...digitSpread(run.data, mean, spread) };
      const { far, right, wrong, each } = this.facts, shown = (v) => (v === undefined ? "–" : number(v, 2));
      write("mean-text", say("mean.digits", { count, far: number(far, 2), ...drawReadings("mean", run.data, mean) }));
      drawDigits("spread", each.map((d) => ({ ...d, text: number(d.spread, 2) })));
      write("spread-text", say("spread.digits", { right: shown(right), wrong: shown(wrong) }));
    } else {
      const first = nets.one(0);
      this.facts = { count: nets.count, far: farthest(mean, whole), apart: distance(mean, whole), apartOfFirst: distance(first, whole), ...planeSpread(run.data, spread) };
      const { far, apart, inside, outside } = this.facts;
      drawMap("mean", mean, run.data);
      drawSpread("spread", spread, run.data);
      write("mean-text", say("mean.text", { count, far: number(far, 2), apart: number(apart, 2) }));
      write("spread-text", say("spread.text", { inside: number(inside, 2), outside: number(outside, 2) }));
    }
  }
}
