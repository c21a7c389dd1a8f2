// Screenshots as pixels: decodes PNG and compares pictures, so that tests can look.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** A picture of 8-bit channels. */
export class Picture {
  constructor(width, height, channels, bytes) {
    Object.assign(this, { width, height, channels, bytes });
  }

  /** Red, green and blue at a place of the picture. */
  at(x, y) {
    const from = (Math.round(y) * this.width + Math.round(x)) * this.channels;
    return [...this.bytes.subarray(from, from + 3)];
  }

  /** A part of it. */
  part(left, top, width, height) {
    const bytes = Buffer.alloc(width * height * this.channels);
    for (let y = 0; y < height; y += 1) {
      const from = ((top + y) * this.width + left) * this.channels;
      this.bytes.copy(bytes, y * width * this.channels, from, from + width * this.channels);
    }
    return new Picture(width, height, this.channels, bytes);
  }

  /** The mean colour. */
  mean() {
    const sum = [0, 0, 0];
    for (let pixel = 0; pixel < this.width * this.height; pixel += 1) {
      for (let channel = 0; channel < 3; channel += 1) sum[channel] += this.bytes[pixel * this.channels + channel];
    }
    return sum.map(total => total / (this.width * this.height));
  }

  /** How light each pixel is. */
  grey() {
    const light = new Float32Array(this.width * this.height);
    for (let pixel = 0; pixel < light.length; pixel += 1) {
      const from = pixel * this.channels;
      light[pixel] = 0.3 * this.bytes[from] + 0.59 * this.bytes[from + 1] + 0.11 * this.bytes[from + 2];
    }
    return light;
  }
}

/** The pixels of a PNG as browsers write it: 8 bits, not interlaced. */
export const decode = png => {
  let at = 8;
  let head;
  const parts = [];
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') head = { width: data.readUInt32BE(0), height: data.readUInt32BE(4), depth: data[8], colour: data[9] };
    if (kind === 'IDAT') parts.push(data);
    at += length + 12;
  }
  assert.ok(head.depth === 8 && (head.colour === 2 || head.colour === 6), 'a screenshot is 8-bit RGB or RGBA');
  const channels = head.colour === 2 ? 3 : 4;
  const row = head.width * channels;
  const raw = inflateSync(Buffer.concat(parts));
  const bytes = Buffer.alloc(row * head.height);
  for (let y = 0; y < head.height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x >= channels ? bytes[y * row + x - channels] : 0;
      const up = y ? bytes[(y - 1) * row + x] : 0;
      const corner = y && x >= channels ? bytes[(y - 1) * row + x - channels] : 0;
      bytes[y * row + x] = raw[y * (row + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return new Picture(head.width, head.height, channels, bytes);
};

const predicted = (filter, left, up, corner) => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [left, up, corner].map(value => Math.abs(left + up - corner - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** How far apart two colours are, 0 to 441. */
export const apart = (one, other) => Math.hypot(...one.map((value, channel) => value - other[channel]));

/** Whether anything within `reach` pixels of a place differs between two pictures of one size. */
export const differsNear = (one, other, x, y, reach, least = 24) => {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const [px, py] = [Math.round(x) + dx, Math.round(y) + dy];
      if (px < 0 || py < 0 || px >= one.width || py >= one.height) continue;
      if (apart(one.at(px, py), other.at(px, py)) >= least) return true;
    }
  }
  return false;
};

/** The share of pixels that differ between two pictures of one size. */
export const shareChanged = (one, other, least = 24) => {
  let changed = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) if (apart(one.at(x, y), other.at(x, y)) >= least) changed += 1;
  }
  return changed / (one.width * one.height);
};

/**
 * By how many pixels the second picture must be moved to lie best on the first, within `most` each way. Places where `isHidden` are
 * left out. `second` is the error, by pixel, of the best place at least two pixels off: of a picture and itself, how much there is to see.
 */
export const shift = (one, other, isHidden, most = 6) => {
  const [a, b] = [one.grey(), other.grey()];
  const places = [];
  for (let y = most; y < one.height - most; y += 1) {
    for (let x = most; x < one.width - most; x += 1) if (!isHidden(x, y)) places.push(y * one.width + x);
  }
  const found = [];
  for (let dy = -most; dy <= most; dy += 1) {
    for (let dx = -most; dx <= most; dx += 1) {
      const off = dy * one.width + dx;
      let error = 0;
      for (const at of places) error += (a[at] - b[at + off]) ** 2;
      found.push({ dx, dy, error });
    }
  }
  const best = found.reduce((least, next) => (next.error < least.error ? next : least));
  const others = found.filter(({ dx, dy }) => Math.hypot(dx - best.dx, dy - best.dy) >= 2).map(({ error }) => error);
  return { dx: best.dx, dy: best.dy, second: Math.min(...others) / places.length, pixels: places.length };
};

/** Places along the great circle between two, ends included. */
export const greatCircle = (from, to, steps) => {
  const rad = Math.PI / 180;
  const vector = ([lon, lat]) => [
    Math.cos(lat * rad) * Math.cos(lon * rad),
    Math.cos(lat * rad) * Math.sin(lon * rad),
    Math.sin(lat * rad),
  ];
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(a.reduce((sum, value, axis) => sum + value * b[axis], 0));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const [p, q] = [Math.sin((1 - share) * angle), Math.sin(share * angle)].map(part => part / Math.sin(angle));
    const [x, y, z] = a.map((value, axis) => p * value + q * b[axis]);
    return [Math.atan2(y, x) / rad, Math.asin(z) / rad];
  });
};
