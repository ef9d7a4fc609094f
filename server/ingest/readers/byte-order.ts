import type { Encoding } from './encodings.ts'

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** The encoding that a text's first bytes give away: by a byte order mark, or by where they are zero; undefined where they say nothing. */
export function byteOrderOf(chunk: Uint8Array): Encoding | undefined {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => chunk[at] === byte))
  if (mark !== undefined || chunk.length < 2) return mark?.encoding
  const starts = { even: chunk[0] === 0, odd: chunk[1] === 0 }
  if (starts.even !== starts.odd) return starts.odd ? 'utf-16le' : 'utf-16be'
  if (chunk.length < leastBytes) return undefined
  const [even, odd] = [shareOfZeros(chunk, 0), shareOfZeros(chunk, 1)]
  if (zerosOfUtf16 <= odd && even <= strayZeros) return 'utf-16le'
  return zerosOfUtf16 <= even && odd <= strayZeros ? 'utf-16be' : undefined
}

/** The high byte of a character is zero at every delimiter, digit and Latin letter of a table: one in five at the least. */
const zerosOfUtf16 = 0.2
/** Zeros on the other side are none, but for damage. */
const strayZeros = 0.005
/** In fewer bytes, zeros may be damage. */
const leastBytes = 128

function shareOfZeros(chunk: Uint8Array, from: 0 | 1): number {
  const pairs = Math.floor(chunk.length / 2)
  let zeros = 0
  for (let at = from; at < pairs * 2; at += 2) if (chunk[at] === 0) zeros += 1
  return zeros / pairs
}
