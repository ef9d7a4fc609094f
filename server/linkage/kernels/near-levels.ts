import { type DateParts, dateParts } from './date-parts.ts'
import { editDistance } from './edit-distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { nearWords } from './near-words.ts'
import { packTexts } from './packed-texts.ts'

/** How close two different texts are: 0 is closest, `levels` − 1 is "differ". */
export interface NearLevels {
  readonly levels: number
  readonly of: (a: number, b: number) => number
}

/** The kinds of text a channel can hold, each with what counts as near. */
export const nearKinds = {
  name: nearName,
  code: nearCode,
  date: nearDate,
  category: nearCategory,
  words: nearWords,
  handle: nearHandle,
}

const alike = [0.88, 0.8] as const
const almostSame = 0.95

/** Names and other words: one edit or nearly the same by Jaro-Winkler, then two looser bars. */
function nearName(values: readonly string[]): NearLevels {
  const packed = packTexts(values)
  const similarity = jaroWinkler(packed, alike[1])
  const distance = editDistance(packed)
  const of = (a: number, b: number) => {
    const like = similarity(a, b)
    if (like < alike[1]) return 3
    if (almostSame <= like || distance(a, b) <= 1) return 0
    return alike[0] <= like ? 1 : 2
  }
  return { levels: 4, of }
}

/** Addresses and names of accounts: one edit, two edits, alike by Jaro-Winkler as those of namesakes are. */
function nearHandle(values: readonly string[]): NearLevels {
  const packed = packTexts(values)
  const similarity = jaroWinkler(packed, alike[0])
  const distance = editDistance(packed)
  const of = (a: number, b: number) => {
    if (similarity(a, b) < alike[0]) return 3
    return Math.min(distance(a, b), 3) - 1
  }
  return { levels: 4, of }
}

/** Numbers and codes: one edit, two edits, the same first half. */
function nearCode(values: readonly string[]): NearLevels {
  const packed = packTexts(values)
  const distance = editDistance(packed)
  const { starts, units } = packed
  const of = (a: number, b: number) => {
    const edits = distance(a, b)
    if (edits <= 2) return edits - 1
    const [startA, startB] = [starts[a] as number, starts[b] as number]
    const shorter = Math.min((starts[a + 1] as number) - startA, (starts[b + 1] as number) - startB)
    const half = (shorter + 1) >> 1
    for (let place = 0; place < half; place++)
      if (units[startA + place] !== units[startB + place]) return 3
    return 2
  }
  return { levels: 4, of }
}

/**
 * Dates: one digit wrong or two swapped, day and month exchanged, two of year, month and day the same, the year the same or the next.
 * What is no date is compared as a text alone.
 */
function nearDate(values: readonly string[]): NearLevels {
  const distance = editDistance(packTexts(values))
  const dates = dateParts(values)
  const of = (a: number, b: number) => {
    if (distance(a, b) <= 1) return 0
    return dates.year[a] === 0 || dates.year[b] === 0 ? 5 : nearDates(dates, a, b)
  }
  return { levels: 6, of }
}

function nearDates({ year, month, day }: DateParts, a: number, b: number): number {
  const years = Math.abs((year[a] as number) - (year[b] as number))
  if (years === 0 && month[a] === day[b] && day[a] === month[b]) return 1
  const same = Number(years === 0) + Number(month[a] === month[b]) + Number(day[a] === day[b])
  if (2 <= same) return 2
  return Math.min(3 + years, 5)
}

/** Words of a closed list: near means nothing. */
function nearCategory(): NearLevels {
  return { levels: 1, of: () => 0 }
}
