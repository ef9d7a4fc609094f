import { crc32, deflateSync, inflateSync } from 'node:zlib'

interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each pixel as one number, row by row. */
  readonly colors: Uint32Array
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const paletteMost = 256

/**
 * The same PNG with a palette of 256 colors, a third of the size: a page has few colors, and what stands between two of them at the edge of a letter
 * takes the nearest that is often used. Reads what a browser writes, eight bits a channel and not interlaced (RFC 2083).
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colors } = read(png)
  const palette = paletteOf(colors)
  const places = placesIn(palette, colors)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) {
    // The byte before each row says that it is not filtered, which is best for places in a palette.
    rows.set(places.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const shades = Buffer.from(palette.flatMap((color) => channels(color)))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', shades),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function read(png: Buffer): Pixels {
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]]
  const wide = kind === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length))
  }
  const stride = (width + 1) * wide
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), stride, wide)
  const colors = Uint32Array.from({ length: width * height }, (_, pixel) => {
    const [row, column] = [Math.floor(pixel / width), pixel % width]
    return bytes.readUIntBE((row + 1) * stride + (column + 1) * wide, 3)
  })
  return { width, height, colors }
}

/**
 * Each byte was written as its difference from one beside or above it, by the filter that its row begins with. Gives the bytes under a row and beside a
 * column of nothing, so that there is always one to the left and one above.
 */
function unfiltered(rows: Buffer, stride: number, wide: number): Buffer {
  const length = stride - wide
  const height = rows.length / (length + 1)
  const bytes = Buffer.alloc(stride * (height + 1))
  const at = (place: number) => bytes[place] ?? 0
  for (let row = 0; row < height; row++) {
    const start = row * (length + 1)
    const foretell = foretold[rows[start] ?? 0] ?? paeth
    for (let place = 0; place < length; place++) {
      const here = (row + 1) * stride + wide + place
      const above = here - stride
      const guess = foretell(at(here - wide), at(above), at(above - wide))
      bytes[here] = (rows[start + 1 + place] ?? 0) + guess
    }
  }
  return bytes
}

type Foretold = (left: number, above: number, corner: number) => number

const foretold: readonly Foretold[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  paeth,
]

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value))
  if (a === undefined || b === undefined || c === undefined) return 0
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** The colors that are used most, of each group of like ones the most used; ties by number, so that the same picture gives the same palette. */
function paletteOf(colors: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1)
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b).map(([color]) => color)
  const kept: number[] = []
  for (const color of sorted) {
    if (kept.length === paletteMost) break
    if (kept.every((known) => leastApart < apart(known, color))) kept.push(color)
  }
  return kept
}

/** Two colors this near, as squares of their channels' differences, cannot be told apart. */
const leastApart = 90

function placesIn(palette: readonly number[], colors: Uint32Array): Uint8Array {
  const known = new Map(palette.map((color, place) => [color, place]))
  return Uint8Array.from(colors, (color) => {
    const place = known.get(color) ?? nearest(palette, color)
    known.set(color, place)
    return place
  })
}

function nearest(palette: readonly number[], color: number): number {
  let best = { place: 0, far: Number.POSITIVE_INFINITY }
  for (const [place, known] of palette.entries()) {
    const far = apart(known, color)
    if (far < best.far) best = { place, far }
  }
  return best.place
}

function apart(a: number, b: number): number {
  const [x, y] = [channels(a), channels(b)]
  return x.reduce((sum, value, place) => sum + (value - (y[place] ?? 0)) ** 2, 0)
}

function channels(color: number): readonly number[] {
  return [(color >>> 16) & 255, (color >>> 8) & 255, color & 255]
}
