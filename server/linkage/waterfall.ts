import { type NodeKey, shopReference } from '../domain/keys.ts'
import type { Ledger, LedgerBar, LedgerValue, Link } from '../domain/link.ts'
import { fitText } from './text-width.ts'

/** Columns of each part of a line, in characters of a terminal; a Chinese character takes two. */
const columns = { channel: 12, level: 8, value: 22, holders: 10, bits: 6 }
/** Bits that one block of a bar stands for, and how long a bar may grow. */
const bitsPerBlock = 2
const mostBlocks = 10
/** Digits of a record's hash that are enough to find it. */
const hashDigits = 8

const sentences: Record<Link['kind'], string> = {
  came_back_as: 'came back as',
  same_controller: 'has one controller with',
  shares_supply: 'shares supply with',
}

/** A link's whole ledger as text for a terminal: every part of the sum on a line, then rivals, what is unknown, and what the link stands on. */
export function waterfall(link: Link, nameOf: (key: string) => string): string {
  const { ledger } = link
  return [
    ...heading(link, nameOf),
    '',
    sumLine('prior', `one in ${ledger.prior.oneIn} pairs`, ledger.prior.bits),
    ...ledger.bars.flatMap(barLines),
    ...gapLines(ledger),
    sumLine(
      'calibration',
      `${ledger.calibration.model}, ${checked(ledger)}`,
      ledger.calibration.bits,
    ),
    sumLine('total', `${percent(ledger.probability)} of one controller`, ledger.total),
    ...successionLines(link, nameOf),
    ...noteLines(ledger),
  ].join('\n')
}

function heading(
  { from, to, kind, probability, ledger }: Link,
  nameOf: (key: string) => string,
): string[] {
  const decided = ledger.decisions.map(
    ({ by, on, verdict, because }) =>
      `${by} decided on ${on}: ${verdict}${because ? ` (${because})` : ''}`,
  )
  return [
    called(nameOf(from), from),
    `  ${sentences[kind]} ${called(nameOf(to), to)}: ${percent(probability)}, ${checked(ledger)}`,
    ...decided.map((line) => `  ${line}`),
  ]
}

/** Name and reference, or the reference alone where nobody named the shop. */
function called(name: string, key: string): string {
  const reference = shopReference(key as NodeKey)
  return name === key || reference.endsWith(`/${name}`) ? reference : `${name} (${reference})`
}

function barLines(bar: LedgerBar): string[] {
  const { channel, level, a, b, holders, generic, bits, damping, innocent } = bar
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
  const damped = damping === 1 ? '' : `; counts ${damping} beside a stronger one of its family`
  const records = `records ${recordsOf(a)} | ${recordsOf(b)}${damped}`
  const notes = innocent === undefined ? [records] : [records, `could be innocent: ${innocent}`]
  return [line.trimEnd(), ...notes.map((note) => `${' '.repeat(columns.channel + 1)}${note}`)]
}

function gapLines({ gap }: Ledger): string[] {
  if (gap === undefined) return []
  const days = gap.days === 1 ? '1 day' : `${gap.days} days`
  return [sumLine('gap', `${days}: closed ${gap.closed}, opened ${gap.opened}`, gap.bits)]
}

/** One part of the sum that is no channel. */
function sumLine(part: string, what: string, bits: number): string {
  const width = columns.level + 2 * columns.value + columns.holders + 3
  return `${fitText(part, columns.channel)} ${fitText(what, width)} ${bitsText(bits)} ${blocks(bits)}`.trimEnd()
}

function successionLines(
  { to, kind, probability, ledger }: Link,
  nameOf: (key: string) => string,
): string[] {
  const { succession } = ledger
  if (succession === undefined) return []
  const rivals = succession.rivals.map(({ shop, name, probability: share }) => ({
    label: called(name, shop),
    share,
  }))
  const own =
    kind === 'came_back_as'
      ? [{ label: `${called(nameOf(to), to)}, this link`, share: probability }]
      : []
  const early = succession.tooEarly
    ? '; too early to say, most who return have not done so yet'
    : ''
  const nobody = { label: `nobody seen so far${early}`, share: succession.notReturned }
  const lines = [...own, ...rivals, nobody].map(
    ({ label, share }) => `  ${percent(share).padStart(6)}  ${label}`,
  )
  return ['', 'The closed shop came back as', ...lines]
}

function noteLines({ unknown, standsOn }: Ledger): string[] {
  const words = (channels: readonly string[]) => channels.join(', ').replaceAll('_', ' ')
  return [
    '',
    ...(standsOn.length === 0 ? [] : [`It stands on: ${words(standsOn)}.`]),
    ...(unknown.length === 0 ? [] : [`Unknown on one side or both, 0 bits: ${words(unknown)}.`]),
  ]
}

function checked({ calibration: { labels } }: Ledger): string {
  return labels === 0 ? 'not yet checked here' : `checked on ${labels} labels`
}

function recordsOf({ records }: LedgerValue): string {
  const [first, ...more] = records.map((hash) => hash.slice(0, hashDigits))
  if (first === undefined) return 'none'
  return more.length === 0 ? first : `${first} and ${more.length} more`
}

function bitsText(bits: number): string {
  const rounded = bits.toFixed(1)
  return `${0 < bits ? '+' : ''}${rounded === '-0.0' ? '0.0' : rounded}`.padStart(columns.bits)
}

function blocks(bits: number): string {
  const size = Math.min(mostBlocks, Math.round(Math.abs(bits) / bitsPerBlock))
  return (bits < 0 ? '▒' : '█').repeat(size)
}

/** Never rounded up to certainty. */
function percent(probability: number): string {
  if (0.999 < probability) return '>99.9%'
  if (0 < probability && probability < 0.001) return '<0.1%'
  return `${(100 * probability).toFixed(1)}%`
}
