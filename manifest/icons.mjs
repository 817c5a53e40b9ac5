// Draws the two icons of the app: a relay baton. Run it after a change: node manifest/icons.mjs [FOLDER]
import { deflateSync } from "node:zlib";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const samples = 6; // a pixel's side, for smooth edges
const night = [0x23, 0x2f, 0x7a], day = [0x4f, 0x5f, 0xd6], white = [255, 255, 255], amber = [0xff, 0xb9, 0x2e];

// Where a point lies on a baton through the middle, rising to the right: along it, from -1 to 1, and its distance to the outline.
function baton(x, y, half, radius) {
  const along = (x - y) * Math.SQRT1_2, across = (x + y) * Math.SQRT1_2;
  const beyond = Math.max(0, Math.abs(along) - (half - radius));
  return { at: along / half, outside: Math.hypot(beyond, across) - radius };
}

// The two rings, one for each hand.
const isRing = (at, width) => Math.abs(Math.abs(at) - 0.52) < width;

// Two strokes behind it: it is on its way.
function isTrail(x, y) {
  const along = (x - y) * Math.SQRT1_2, across = (x + y) * Math.SQRT1_2;
  return [[-22, -34, 8], [22, -30, 14]].some(([side, from, to]) => Math.abs(across - side) < 2.5 && along > from && along < to);
}

function color(x, y) {
  const shade = (x - y + 192) / 384;
  const ground = night.map((dark, i) => dark + (day[i] - dark) * shade);
  const { at, outside } = baton(x, y, 66, 12);
  if (outside > 0) return [...(isTrail(x, y) ? amber : ground), 255];
  return [...(isRing(at, 0.09) ? amber : white), 255];
}

function outline(x, y) {
  const { at, outside } = baton(x, y, 15, 3.8);
  const isLine = Math.abs(outside + 0.9) < 0.9 || (outside < 0 && isRing(at, 0.07));
  return [...white, isLine ? 255 : 0];
}

function draw(size, paint) {
  const rows = Buffer.alloc(size * (1 + size * 4)); // each row begins with its filter: none
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      rows.set(mixed(column - size / 2, row - size / 2, paint), row * (1 + size * 4) + 1 + column * 4);
    }
  }
  return rows;
}

function mixed(left, top, paint) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples * samples; i++) {
    const [r, g, b, alpha] = paint(left + ((i % samples) + 0.5) / samples, top + (Math.floor(i / samples) + 0.5) / samples);
    [r * alpha, g * alpha, b * alpha, alpha].forEach((part, channel) => (sum[channel] += part));
  }
  const alpha = sum[3];
  return alpha === 0 ? [255, 255, 255, 0] : [...sum.slice(0, 3).map(part => Math.round(part / alpha)), Math.round(alpha / samples ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4), check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function png(size, paint) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, red green blue alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(draw(size, paint), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
writeFileSync(join(folder, "color.png"), png(192, color));
writeFileSync(join(folder, "outline.png"), png(32, outline));
