"use strict";
/* Maps of the plane: what a net answers everywhere, and how much its subnetworks differ. */

const classColour = (c) => {
  const first = parts(c.first), second = parts(c.second), none = parts(c.none);
  return (p) => Number.isNaN(p) ? none : mixed(none, p < 0.5 ? first : second, Math.min(1, Math.abs(p - 0.5) * 2) ** 0.8 * 0.75);
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
