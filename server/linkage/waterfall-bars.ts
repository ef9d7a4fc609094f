import type { Family, LedgerBar, LedgerValue } from '../domain/link.ts'
import { becameGeneric } from './generic-words.ts'
import { fitText, widthOf } from './text-width.ts'
import { bitsText, blocks, columns, note } from './waterfall-columns.ts'

/** Digits of a record's hash that are enough to find it. */
const hashDigits = 8

/** One channel: both values on a line, and under it the records behind them, how it was weighed, and how it could be innocent. */
export function barLines(bar: LedgerBar): string[] {
  const { channel, level, a, b, holders, generic, genericness, bits, innocent } = bar
  const shared = level === 'differ' ? '' : `${holders} hold it`
  const line = [
    fitText(channel.replace('_', ' '), columns.channel),
    fitText(generic ? 'generic' : level, columns.level),
    fitText(a.literal, columns.value),
    fitText(b.literal, columns.value),
    fitText(shared, columns.holders),
    bitsText(bits),
    blocks(bits),
  ].join(' ')
  return [
    line.trimEnd(),
    ...listed(bar).map(note),
    ...(genericness === undefined ? [] : [note(becameGeneric(genericness))]),
    note([`records ${recordsOf(a)} | ${recordsOf(b)}`, ...weighing(bar)].join('; ')),
    ...(innocent === undefined ? [] : [note(`could be innocent: ${innocent}`)]),
  ]
}

/** What a column has no room for: titles are told whole, and values that only stand for all that a shop lists are called so. */
function listed({ channel, level, a, b }: LedgerBar): string[] {
  if (channel !== 'titles' && channel !== 'images') return []
  const examples = level === 'differ' ? ['nothing is shown by both; these are examples'] : []
  const long =
    channel === 'titles' && [a, b].some(({ literal }) => columns.value < widthOf(literal))
  const titles = [`one lists: ${a.literal}`, `the other: ${b.literal}`]
  return [...examples, ...(long ? titles.map((title) => title.replace(/\s+/gu, ' ')) : [])]
}

function weighing({
  rawBits,
  beta,
  damping,
  alone = 1,
  generic,
  apartDays,
  apartBits,
  family,
}: LedgerBar): string[] {
  if (generic) return []
  const [share, lone] = [damping / alone, alone].map((factor) => Math.round(100 * factor))
  return [
    ...(apartDays === undefined || apartBits === undefined
      ? []
      : [`nobody was seen with it for ${apartDays} days: ${bitsText(apartBits).trim()} bits`]),
    ...(beta === 1
      ? []
      : [`${bitsText(rawBits).trim()} raw, times ${beta.toFixed(2)} by calibration`]),
    ...(share === 100
      ? []
      : [`counts ${share === 0 ? 'under 1' : share} % beside other evidence with the same cause`]),
    ...(lone === 100 ? [] : [`counts ${lone} % as hardly anything but ${families[family]} agrees`]),
  ]
}

/** Families of evidence, as a sentence names them. */
const families: Readonly<Record<Family, string>> = {
  who: 'the registrant',
  contact: 'contacts',
  money: 'accounts',
  place: 'places',
  catalogue: 'what they show',
}

function recordsOf({ records }: LedgerValue): string {
  const [first, ...more] = records.map((hash) => hash.slice(0, hashDigits))
  if (first === undefined) return 'none'
  return more.length === 0 ? first : `${first} and ${more.length} more`
}
