// Draws the extension's icon: a white page on red, with two lines of text and a wavy line under the second.
import { mkdirSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const SIZE = 256
const RED = [178, 34, 34]
const WHITE = [255, 255, 255]
const GREY = [150, 150, 150]

/** How far a point lies outside a rounded rectangle; negative inside. */
function outside(x, y, { left, top, right, bottom, radius }) {
  const dx = Math.max(left + radius - x, x - (right - radius), 0)
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0)
  return Math.hypot(dx, dy) - radius
}

function wave(x, y) {
  if (x < 78 || x > 178) return Infinity
  return Math.abs(y - (186 + 6 * Math.sin((x - 78) / 6))) - 4
}

const shapes = [
  [RED, (x, y) => outside(x, y, { left: 0, top: 0, right: 256, bottom: 256, radius: 48 })],
  [WHITE, (x, y) => outside(x, y, { left: 52, top: 36, right: 204, bottom: 220, radius: 14 })],
  [GREY, (x, y) => outside(x, y, { left: 78, top: 76, right: 178, bottom: 92, radius: 8 })],
  [GREY, (x, y) => outside(x, y, { left: 78, top: 112, right: 150, bottom: 128, radius: 8 })],
  [GREY, (x, y) => outside(x, y, { left: 78, top: 148, right: 178, bottom: 164, radius: 8 })],
  [RED, wave],
]

const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1))
for (let y = 0; y < SIZE; y++) {
  for (let x = 0; x < SIZE; x++) {
    let [r, g, b, alpha] = [0, 0, 0, 0]
    for (const [colour, distance] of shapes) {
      const cover = Math.max(0, Math.min(1, 0.5 - distance(x + 0.5, y + 0.5)))
      const total = cover + alpha * (1 - cover)
      if (total === 0) continue
      ;[r, g, b] = [r, g, b].map((below, i) => (colour[i] * cover + below * alpha * (1 - cover)) / total)
      alpha = total
    }
    rows.set([r, g, b, alpha * 255].map(Math.round), y * (SIZE * 4 + 1) + 1 + x * 4)
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body) >>> 0, 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const header = Buffer.alloc(13)
header.writeUInt32BE(SIZE, 0)
header.writeUInt32BE(SIZE, 4)
header.set([8, 6, 0, 0, 0], 8)
mkdirSync('packages/vscode/media', { recursive: true })
writeFileSync(
  'packages/vscode/media/icon.png',
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
)
