"use strict";
/* What is drawn. Each drawing gets numbers and draws them; it keeps nothing and asks nobody. */

/** Prepares a canvas at the screen's own resolution; the drawing works in CSS pixels. */
function sheet(id) {
  const canvas = document.getElementById(id);
  const scale = Math.min(window.devicePixelRatio || 1, 2);
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, height };
}

/** The colours of the theme, as the style sheet names them. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "soft", "line", "edge", "card", "without", "with", "before", "first", "second", "none", "heat", "fade", "bad"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
}

const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.length === 4 ? hex[(i + 1) / 2].repeat(2) : hex.slice(i, i + 2), 16));
const mixed = (from, to, share) => from.map((v, i) => Math.round(v + (to[i] - v) * share));

/** The largest loss that is drawn: a curve that bursts leaves the picture. */
const TOP = 6;

/** A number that is at least as large as the given one, and whose quarters are round. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((f) => f * power).find((v) => v >= value * 0.9999);
}

/**
 * Draws loss curves: a line for each entry of lines (colour, dashed, x, y), and a rule at a step.
 */
function drawCurves(id, lines, last, at, stepWord, number) {
  const { pen, width, height } = sheet(id), c = colours();
  const left = 38, bottom = height - 24, top = 8, right = width - 10;
  let high = 0.1;
  for (const line of lines) for (const y of line.y) if (Number.isFinite(y)) high = Math.max(high, y);
  high = Math.min(TOP, roundUp(high));
  const xOf = (x) => left + ((right - left) * x) / last, yOf = (y) => bottom - ((bottom - top) * Math.min(y, high * 1.03)) / high;
  pen.font = "12px system-ui, sans-serif";
  pen.fillStyle = c.soft;
  pen.strokeStyle = c.line;
  pen.lineWidth = 1;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (let i = 0; i <= 4; i++) {
    const y = Math.round(yOf((high * i) / 4)) + 0.5;
    pen.beginPath();
    pen.moveTo(left, y);
    pen.lineTo(right, y);
    pen.stroke();
    pen.fillText(number((high * i) / 4, high < 0.4 ? 3 : 2), left - 6, y);
  }
  pen.textBaseline = "top";
  for (let i = 0; i <= 4; i++) {
    pen.textAlign = i === 0 ? "left" : i === 4 ? "right" : "center";
    if (i % 2 && width < 420) continue;
    const text = number(Math.round((last * i) / 4), 0);
    pen.fillText(i === 4 ? stepWord + " " + text : text, xOf((last * i) / 4), bottom + 7);
  }
  pen.lineJoin = "round";
  for (const line of lines) {
    pen.strokeStyle = c[line.colour];
    pen.lineWidth = line.thin ? 1 : 2.25;
    pen.setLineDash(line.dashed ? [5, 4] : []);
    pen.beginPath();
    line.x.forEach((x, i) => pen.lineTo(xOf(x), yOf(line.y[i])));
    pen.stroke();
  }
  pen.setLineDash([]);
  if (at !== undefined) {
    pen.strokeStyle = c.edge;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(xOf(at), top);
    pen.lineTo(xOf(at), bottom);
    pen.stroke();
  }
  return { left, right };
}

/** Draws values in [0, 1] over a square: the first class below one half, the second above it. */
function drawField(pen, x, y, size, values, colour) {
  const n = Math.round(Math.sqrt(values.length));
  const tile = (drawField.tile ??= document.createElement("canvas"));
  tile.width = tile.height = n;
  const ink = tile.getContext("2d"), image = ink.createImageData(n, n);
  for (let i = 0; i < values.length; i++) {
    const [r, g, b] = colour(values[i]);
    image.data.set([r, g, b, 255], 4 * i);
  }
  ink.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(tile, x, y, size, size);
}

const classColour = (c) => {
  const first = parts(c.first), second = parts(c.second), none = parts(c.none);
  return (p) => mixed(none, p < 0.5 ? first : second, Math.min(1, Math.abs(p - 0.5) * 2) ** 0.8 * 0.75);
};

/** The line on which a map is undecided, by marching squares. */
function drawBorder(pen, x, y, size, values, colour) {
  const n = Math.round(Math.sqrt(values.length)), unit = size / n;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (let r = 0; r + 1 < n; r++) {
    for (let q = 0; q + 1 < n; q++) {
      const corners = [[q, r], [q + 1, r], [q + 1, r + 1], [q, r + 1]];
      const level = corners.map(([i, j]) => values[j * n + i] - 0.5);
      const cuts = [];
      for (let e = 0; e < 4; e++) {
        const a = level[e], b = level[(e + 1) % 4];
        if (a < 0 === b < 0) continue;
        const t = a / (a - b), [ax, ay] = corners[e], [bx, by] = corners[(e + 1) % 4];
        cuts.push([x + (ax + (bx - ax) * t + 0.5) * unit, y + (ay + (by - ay) * t + 0.5) * unit]);
      }
      for (let e = 0; e + 1 < cuts.length; e += 2) {
        pen.moveTo(...cuts[e]);
        pen.lineTo(...cuts[e + 1]);
      }
    }
  }
  pen.stroke();
}

/** The training examples on a map: circles and squares are the classes, a ring is a wrong label. */
function drawPoints(pen, size, data, c, small) {
  const radius = small ? 1.6 : 3, [low, high] = data.range;
  for (let i = 0; i < data.y.length; i++) {
    const px = ((data.x[2 * i] - low) / (high - low)) * size, py = ((high - data.x[2 * i + 1]) / (high - low)) * size;
    pen.fillStyle = data.y[i] ? c.second : c.first;
    pen.strokeStyle = c.card;
    pen.lineWidth = 1;
    pen.beginPath();
    if (data.y[i]) pen.rect(px - radius, py - radius, 2 * radius, 2 * radius);
    else pen.arc(px, py, radius, 0, 2 * Math.PI);
    pen.fill();
    if (small) continue;
    pen.stroke();
    if (data.flipped[i]) {
      pen.strokeStyle = c.ink;
      pen.lineWidth = 1.25;
      pen.beginPath();
      pen.arc(px, py, radius + 3, 0, 2 * Math.PI);
      pen.stroke();
    }
  }
}

/** A decision map with its border and the examples. */
function drawMap(id, values, data) {
  const { pen, width } = sheet(id), c = colours();
  drawField(pen, 0, 0, width, values, classColour(c));
  drawBorder(pen, 0, 0, width, values, c.ink);
  drawPoints(pen, width, data, c, width < 130);
}

/** A map of a spread: 0 is the paper, the largest possible, one half, is full colour. */
function drawSpread(id, values, data) {
  const { pen, width } = sheet(id), c = colours(), none = parts(c.none), heat = parts(c.heat);
  drawField(pen, 0, 0, width, values, (v) => mixed(none, heat, Math.min(1, v * 2)));
  drawPoints(pen, width, data, c, width < 130);
}

/** Small maps side by side. */
function drawThinned(id, maps) {
  const { pen, width, height } = sheet(id), c = colours(), gap = 6, size = Math.min(height, (width - gap * (maps.length - 1)) / maps.length);
  maps.forEach((values, i) => {
    pen.save();
    pen.translate(i * (size + gap), 0);
    drawField(pen, 0, 0, size, values, classColour(c));
    drawBorder(pen, 0, 0, size, values, c.ink);
    pen.restore();
  });
}

/** Digits in a grid, each with what is read; a misread one is framed. */
function drawDigits(id, digits) {
  const { pen, width } = sheet(id), c = colours(), per = 5, cell = width / per, ink = parts(c.ink), card = parts(c.card);
  digits.forEach((digit, i) => {
    const size = cell * 0.66, x = (i % per) * cell + (cell - size) / 2, y = Math.floor(i / per) * cell + 2;
    drawField(pen, x, y, size, digit.pixels, (v) => mixed(card, ink, Math.max(0, Math.min(1, v))));
    const wrong = digit.wrong;
    pen.strokeStyle = wrong ? c.bad : c.line;
    pen.lineWidth = wrong ? 2.5 : 1;
    pen.strokeRect(x, y, size, size);
    pen.fillStyle = wrong ? c.bad : c.soft;
    pen.font = (wrong ? "700 " : "") + Math.max(10, cell * 0.22) + "px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.fillText((wrong ? "✗ " : "") + digit.text, x + size / 2, y + size + 1);
  });
}

/** All masks of a step as rows of squares, a block for each layer. */
function drawMasks(id, layers, batch) {
  const { pen, width, height } = sheet(id), c = colours(), gap = 16, units = layers.reduce((sum, l) => sum + l.units, 0);
  const w = (width - gap * (layers.length - 1)) / units, h = height / batch;
  let left = 0;
  for (const layer of layers) {
    for (let i = 0; i < batch * layer.units; i++) {
      const factor = layer.factors[i] / layer.full;
      pen.fillStyle = factor === 0 ? c.none : c.with;
      pen.globalAlpha = factor === 0 ? 1 : Math.max(0.15, Math.min(1, 0.85 * factor));
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
 * earlier one), shown[l] how much of each unit is there, from 0 (dropped) to 1.
 */
function drawNet(id, widths, weights, shown, cutWeights) {
  const { pen, width, height } = sheet(id), c = colours(), digits = widths[0] === 64, margin = digits ? 64 : 16;
  const at = widths.map((n, l) => places(n, margin + ((width - margin - 16) * l) / (widths.length - 1), height, l === 0 ? "image" : ""));
  weights.forEach((w, l) => {
    const fan = widths[l + 1], count = widths[l] * fan, many = count > 700;
    let largest = 0;
    for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs(w[i]));
    const limit = many ? largest * 0.45 : largest * 0.04;
    for (let sign = -1; sign <= 1; sign += 2) {
      pen.setLineDash(sign < 0 ? [2, 3] : []);
      for (let i = 0; i < count; i++) {
        const size = Math.abs(w[i]), to = i % fan, from = (i - to) / fan;
        if (w[i] * sign <= 0 || size < limit || (cutWeights?.[l]?.length && cutWeights[l][i] === 0)) continue;
        const there = Math.min(shown[l]?.[from] ?? 1, shown[l + 1]?.[to] ?? 1);
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
    const there = shown[l]?.[i] ?? 1, plain = l === widths.length - 1 || (l === 0 && there === 1);
    const radius = digits && l === 0 ? 3 : Math.min(7.5, 5 + 2.5 * Math.max(0, there - 1));
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fillStyle = c.card;
    pen.fill();
    pen.globalAlpha = Math.min(1, there);
    pen.fillStyle = plain ? c.edge : c.with;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = 1.25;
    pen.strokeStyle = there < 0.5 ? c.fade : plain ? c.edge : c.with;
    pen.stroke();
    if (there < 0.5) {
      pen.globalAlpha = 1 - 2 * there;
      pen.strokeStyle = c.edge;
      pen.beginPath();
      for (const d of [1, -1]) {
        pen.moveTo(x - 3 * d, y - 3);
        pen.lineTo(x + 3 * d, y + 3);
      }
      pen.stroke();
      pen.globalAlpha = 1;
    }
  }));
}
