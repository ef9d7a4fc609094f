import { simplifiedCharacter } from '../domain/simplified.ts'

/** Stands between runs, so that no phrase reaches from one into the next. */
export const gap = 'x'

/**
 * The tokens of text that is plain, as nearly all is, in one go; undefined for any other. Their bytes are put one beside the other, as text of so many
 * pieces is slow to put together and leaves as much behind to be collected.
 */
export function plainTokens(text: string): string | undefined {
  if (mostUnits < text.length) return undefined
  let end = 0
  let before = betweenRuns
  for (let at = 0; at < text.length; at += 1) {
    const unit = plainUnit(text.charCodeAt(at))
    if (unit === notPlain) return undefined
    end = writeNext(before, unit, end)
    before = unit
  }
  end = writeNext(before, betweenRuns, end)
  return written.toString('latin1', 0, end)
}

/** Writes what can be written of the unit before once the next one is known, and tells where that ends. */
function writeNext(before: number, unit: number, end: number): number {
  if (before === betweenRuns) {
    const isLaterRun = unit !== betweenRuns && 0 < end
    return isLaterRun ? end + written.write(` ${gap} `, end, 'latin1') : end
  }
  const first = writeUnit(before, end)
  if (unit === betweenRuns) return first
  const second = writeUnit(unit, first)
  written[second] = space
  return second + 1
}

/** Of a text; longer ones are no names. */
const mostUnits = 4_096
/** At most, of each unit of a text: two units and a space, or one and what stands between runs. */
const tokenBytes = 9
/** Where tokens are put together, one text after the other. */
const written = Buffer.alloc(mostUnits * tokenBytes)
const space = 0x20

function writeUnit(unit: number, at: number): number {
  written[at] = hexDigits[unit >> 12] as number
  written[at + 1] = hexDigits[(unit >> 8) & 15] as number
  written[at + 2] = hexDigits[(unit >> 4) & 15] as number
  written[at + 3] = hexDigits[unit & 15] as number
  return at + unitBytes
}

const unitBytes = 4
const hexDigits = Buffer.from('0123456789abcdef')

const notPlain = -1
const betweenRuns = -2

/** A letter or digit of ASCII or a common Chinese character as it is searched for, or what else it is. */
function plainUnit(unit: number): number {
  if (0x4e00 <= unit && unit <= 0x9fff) return simplifiedUnit(unit)
  if (0x80 <= unit) return notPlain
  if ((0x30 <= unit && unit <= 0x39) || (0x61 <= unit && unit <= 0x7a)) return unit
  return 0x41 <= unit && unit <= 0x5a ? unit + 0x20 : betweenRuns
}

const simplifiedUnits = new Map<number, number>()

function simplifiedUnit(unit: number): number {
  const known = simplifiedUnits.get(unit)
  if (known !== undefined) return known
  const written = simplifiedCharacter(String.fromCharCode(unit))
  const alone = /^[\u4e00-\u9fff]$/.test(written) ? written.charCodeAt(0) : notPlain
  simplifiedUnits.set(unit, alone)
  return alone
}
