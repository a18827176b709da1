"use strict";
/* What is drawn on: a canvas at the screen's resolution, the theme's colours, a square of values. A drawing gets
   numbers and draws them; it keeps nothing and asks nobody. */

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

/** Draws that there is no answer: an empty square with a cross. */
function drawNothing(id) {
  const { pen, width, height } = sheet(id), c = colours();
  pen.fillStyle = c.none;
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = c.edge;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(width, height);
  pen.moveTo(width, 0);
  pen.lineTo(0, height);
  pen.stroke();
}
