/** What a value of which only a part shows could be, by its text. Texts are those that a channel compares. */
export type Fits = ReadonlyMap<string, readonly string[]>

/** When more values of the store fit what shows, it says nothing. */
const mostFits = 3
/** Fewer letters and digits than these say nothing either. */
const leastShown = 4
const masking = /[*•＊]+/gu

/** Whether a part of the text is hidden behind stars. */
export function isMasked(text: string): boolean {
  return /[*•＊]/u.test(text)
}

/**
 * By masked text, the whole values of the store that agree with all that shows: its beginning and its end. The pattern itself where none does, so that two
 * masked values can agree; nothing where so many do that it says nothing. By whole text, the text itself where some masked one fits it alone or with few.
 */
export function fitsOf(texts: Iterable<string>): Fits {
  const all = [...texts]
  const masks = new Map(all.filter(isMasked).map((text) => [text, maskOf(text)]))
  if (masks.size === 0) return new Map()
  const whole = all.filter((text) => !masks.has(text))
  const candidates = wholesByPattern(whole, [...masks.values()])
  const fits = new Map<string, readonly string[]>()
  for (const [text, { pattern, head, tail }] of masks) {
    const own = candidates.get(pattern) ?? []
    if (shownOf(head + tail) < leastShown || mostFits < own.length) continue
    fits.set(text, own.length === 0 ? [pattern] : own)
    for (const one of own) fits.set(one, [one])
  }
  return fits
}

interface Mask {
  readonly head: string
  readonly tail: string
  readonly pattern: string
}

/** How many stars stand for what is hidden is up to whoever masks it. */
function maskOf(text: string): Mask {
  const parts = text.split(masking)
  const [head, tail] = [parts[0] ?? '', parts.at(-1) ?? '']
  return { head, tail, pattern: `${head}*${tail}` }
}

/** Letters and digits of a value, a Chinese character for two; what stands before its last `/` says what kind of value it is. */
function shownOf(text: string): number {
  const own = text.slice(text.lastIndexOf('/') + 1).replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return own.length + own.replaceAll(/\P{Script=Han}/gu, '').length
}

/** Looks every whole value up once for each length of beginning and end that is in use, not once for each mask. */
function wholesByPattern(
  whole: readonly string[],
  masks: readonly Mask[],
): ReadonlyMap<string, string[]> {
  const patterns = new Map(masks.map(({ pattern }) => [pattern, [] as string[]]))
  const shapes = new Map(
    masks.map(({ head, tail }) => [
      `${head.length} ${tail.length}`,
      { head: head.length, tail: tail.length },
    ]),
  )
  const inUse = [...shapes.values()]
  for (const text of whole)
    for (const start of startsOf(text)) putText(patterns, inUse, text, start)
  return patterns
}

/** Puts a text, which comes once, where it shows no more than a pattern when all but so many characters are hidden. */
function putText(
  patterns: ReadonlyMap<string, string[]>,
  shapes: readonly { readonly head: number; readonly tail: number }[],
  text: string,
  start: number,
): void {
  for (const { head, tail } of shapes) {
    if (text.length - start <= head + tail) continue
    const pattern = `${text.slice(start, start + head)}*${text.slice(text.length - tail)}`
    const found = patterns.get(pattern)
    if (found !== undefined && found.at(-1) !== text) found.push(text)
  }
}

/** Where a mask may begin: at the beginning, or behind the calling code of an international telephone number (one to three digits, ITU-T E.164). */
function startsOf(text: string): readonly number[] {
  return text.startsWith('+') ? international : atOnce
}

const international = [0, 2, 3, 4]
const atOnce = [0]
