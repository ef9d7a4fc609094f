import { fitText } from './text-width.ts'

/** Columns of each part of a line, in characters of a terminal; a Chinese character takes two. */
export const columns = { channel: 12, level: 8, value: 22, holders: 10, bits: 6 }
/** Bits that one block of a bar stands for, and how long a bar may grow. */
const bitsPerBlock = 2
const mostBlocks = 10

/** A line of its own under a part of the sum. */
export function note(text: string): string {
  return `${' '.repeat(columns.channel + 1)}${text}`
}

/** One part of the sum that is no channel. */
export function sumLine(part: string, what: string, bits: number): string {
  const width = columns.level + 2 * columns.value + columns.holders + 3
  return `${fitText(part, columns.channel)} ${fitText(what, width)} ${bitsText(bits)} ${blocks(bits)}`.trimEnd()
}

/** Bits with their sign, to the right of their column. */
export function bitsText(bits: number): string {
  const rounded = bits.toFixed(1)
  return `${0 < bits ? '+' : ''}${rounded === '-0.0' ? '0.0' : rounded}`.padStart(columns.bits)
}

/** Bits as a length; what speaks against is lighter. */
export function blocks(bits: number): string {
  const size = Math.min(mostBlocks, Math.round(Math.abs(bits) / bitsPerBlock))
  return (bits < 0 ? '▒' : '█').repeat(size)
}

/** Never rounded up to certainty. */
export function percent(probability: number): string {
  if (0.999 < probability) return '>99.9%'
  if (0 < probability && probability < 0.001) return '<0.1%'
  return `${(100 * probability).toFixed(1)}%`
}
