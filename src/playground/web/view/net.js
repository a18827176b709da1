"use strict";
/* The net with dropout, as the first example of the next step meets it, and the masks of all examples. */

class NetView extends View {
  constructor(playground) {
    super(playground, 400);
  }

  draw() {
    const { run } = this, { variant } = this.playground.values, widths = run.widths, layers = widths.slice(0, -1);
    const masks = layers.map((_, l) => run.mask(l)), onWeights = variant === "dropconnect", any = masks.some((m) => m.length);
    const full = masks.map((mask) => (variant === "gaussian" ? 1 : mask.reduce((a, b) => Math.max(a, b), 0) || 1));
    this.weights = layers.map((_, l) => run.weights(l));
    this.target = widths.map((n, l) => (masks[l]?.length && !onWeights ? Array.from(masks[l].slice(0, n), (v) => v / full[l]) : new Array(n).fill(1)));
    this.cut = onWeights && any ? masks : undefined;
    this.waiting = true;
    const drawn = onWeights ? masks.flatMap((m) => Array.from(m)) : this.target.slice(0, -1).flatMap((t, l) => (masks[l].length ? t : []));
    const facts = { step: number(run.at + 1, 0), dropped: number(drawn.filter((v) => v === 0).length, 0), negative: number(drawn.filter((v) => v < 0).length, 0), all: number(drawn.length, 0) };
    write("net-text", say(!any ? "net.whole" : onWeights ? "net.weights" : variant === "gaussian" ? "net.noisy" : "net.text", facts));
    write("net-key", say("net.key"));
    this.kept = this.negative = undefined;
    byId("masks-figure").hidden = !any || onWeights;
    if (any && !onWeights) this.drawMasks(masks.map((factors, l) => ({ factors, units: widths[l], full: full[l] })).filter((b) => b.factors.length));
  }

  drawMasks(blocks) {
    const batch = blocks[0].factors.length / blocks[0].units, all = blocks.flatMap((b) => Array.from(b.factors));
    drawMasks("masks", blocks, batch);
    const share = (is) => all.filter(is).length / all.length;
    this.kept = share((v) => v !== 0);
    this.negative = share((v) => v < 0);
    write("masks-text", say(this.playground.values.variant === "gaussian" ? "masks.noisy" : "masks.text", { batch, kept: percent(this.kept), negative: percent(this.negative) }));
  }

  /** Moves the drawn units towards this step's mask: at once, or a little in each frame. */
  fade(atOnce) {
    if (!this.target) return;
    const goal = this.target;
    if (!this.shown || this.shown.length !== goal.length || this.shown.some((s, l) => s.length !== goal[l].length)) this.shown = goal.map((l) => l.slice());
    let moved = this.waiting;
    goal.forEach((layer, l) => layer.forEach((v, i) => {
      const gap = v - this.shown[l][i];
      if (gap === 0) return;
      this.shown[l][i] = atOnce || calm.matches || Math.abs(gap) < 0.03 ? v : this.shown[l][i] + gap * 0.2;
      moved = true;
    }));
    if (moved) drawNet("net", this.run.widths, this.weights, this.shown, this.cut, this.playground.values.variant === "gaussian");
    this.waiting = false;
  }
}
