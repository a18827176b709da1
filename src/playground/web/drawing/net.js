"use strict";
/* A net and its masks. */

/** All masks of a step as rows of squares, a block for each layer. */
function drawMasks(id, layers, batch) {
  const { pen, width, height } = sheet(id), c = colours(), gap = 16, units = layers.reduce((sum, l) => sum + l.units, 0);
  const w = (width - gap * (layers.length - 1)) / units, h = height / batch;
  let left = 0;
  for (const layer of layers) {
    for (let i = 0; i < batch * layer.units; i++) {
      const factor = layer.factors[i] / layer.full;
      pen.fillStyle = factor === 0 ? c.none : factor < 0 ? c.soft : c.with;
      pen.globalAlpha = factor === 0 ? 1 : Math.max(0.15, Math.min(1, 0.85 * Math.abs(factor)));
      pen.fillRect(left + (i % layer.units) * w, Math.floor(i / layer.units) * h, Math.max(1, w - 1), Math.max(1, h - 0.75));
    }
    left += layer.units * w + gap;
  }
  pen.globalAlpha = 1;
}

/** Places of the units of a layer: a column, or several if there are many; an image for the pixels of a digit. */
function places(count, x, height, spread) {
  const square = count === 64 && spread === "image", columns = square ? 8 : Math.ceil(count / 16), rows = Math.ceil(count / columns);
  const pitch = square ? Math.min(14, height / 9) : Math.min(26, (height - 12) / rows);
  return Array.from({ length: count }, (_, i) => [
    x + ((square ? i % columns : Math.floor(i / rows)) - (columns - 1) / 2) * (square ? pitch : 22),
    height / 2 + ((square ? Math.floor(i / columns) : i % rows) - (rows - 1) / 2) * pitch,
  ]);
}

/**
 * Draws a net: widths of its layers, weights[l] from layer l to l + 1 (a row for each unit of the
 * earlier one), shown[l] what each unit is multiplied by: from 0 (dropped, and crossed out) to 1, or any number where
 * the factors are noisy, and then a minus marks a negative one.
 */
function drawNet(id, widths, weights, shown, cutWeights, noisy) {
  const { pen, width, height } = sheet(id), c = colours(), digits = widths[0] === 64, margin = digits ? 64 : 16;
  const at = widths.map((n, l) => places(n, margin + ((width - margin - 16) * l) / (widths.length - 1), height, l === 0 ? "image" : ""));
  weights.forEach((w, l) => {
    const fan = widths[l + 1], count = widths[l] * fan, many = count > 700;
    let largest = 0;
    for (let i = 0; i < count; i++) if (Number.isFinite(w[i])) largest = Math.max(largest, Math.abs(w[i]));
    const limit = many ? largest * 0.45 : largest * 0.04;
    for (let sign = -1; sign <= 1; sign += 2) {
      pen.setLineDash(sign < 0 ? [2, 3] : []);
      for (let i = 0; i < count; i++) {
        const size = Math.abs(w[i]), to = i % fan, from = (i - to) / fan;
        if (!(w[i] * sign > 0 && size >= limit && size <= largest) || (cutWeights?.[l]?.length && cutWeights[l][i] === 0)) continue;
        const there = Math.min(Math.abs(shown[l]?.[from] ?? 1), Math.abs(shown[l + 1]?.[to] ?? 1));
        if (there < 0.05) continue;
        pen.strokeStyle = c.ink;
        pen.globalAlpha = Math.min(1, there * (0.12 + (0.6 * size) / largest));
        pen.lineWidth = 0.4 + (2.4 * size) / largest;
        pen.beginPath();
        pen.moveTo(...at[l][from]);
        pen.lineTo(...at[l + 1][to]);
        pen.stroke();
      }
    }
  });
  pen.setLineDash([]);
  at.forEach((layer, l) => layer.forEach(([x, y], i) => {
    const factor = shown[l]?.[i] ?? 1, there = Math.abs(factor), plain = l === widths.length - 1 || (l === 0 && factor === 1);
    const dropped = !noisy && there < 0.5, radius = digits && l === 0 ? 3 : Math.min(7.5, 5 + 2.5 * Math.max(0, there - 1));
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fillStyle = c.card;
    pen.fill();
    pen.globalAlpha = Math.min(1, there);
    pen.fillStyle = plain ? c.edge : factor < 0 ? c.soft : c.with;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = 1.25;
    pen.strokeStyle = dropped ? c.fade : plain ? c.edge : factor < 0 ? c.soft : c.with;
    pen.stroke();
    if (dropped) {
      pen.globalAlpha = 1 - 2 * there;
      pen.strokeStyle = c.edge;
      drawStrokes(pen, [[x - 3, y - 3, x + 3, y + 3], [x + 3, y - 3, x - 3, y + 3]]);
      pen.globalAlpha = 1;
    } else if (factor < 0) {
      pen.strokeStyle = c.ink;
      pen.lineWidth = 2;
      drawStrokes(pen, [[x - 4, y, x + 4, y]]);
    }
  }));
}

function drawStrokes(pen, strokes) {
  pen.beginPath();
  for (const [x, y, toX, toY] of strokes) {
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
  }
  pen.stroke();
}
