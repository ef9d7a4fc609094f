import { type NodeKey, shopReference } from '../domain/keys.ts'
import type { BegunBy, Ledger, Link } from '../domain/link.ts'
import { fitText, shown } from './text-width.ts'
import { barLines } from './waterfall-bars.ts'
import { bitsText, columns, note, percent, sumLine } from './waterfall-columns.ts'

const sentences: Record<Link['kind'], string> = {
  came_back_as: 'came back as',
  same_controller: 'has one controller with',
  shares_supply: 'shares supply with',
}

/** A link's whole ledger for a terminal: every part of the sum on a line, then other outcomes, rivals, what is unknown, and what the link stands on. */
export function waterfall(link: Link, nameOf: (key: string) => string): string {
  const { ledger } = link
  return [
    ...heading(link, nameOf),
    '',
    sumLine('prior', `one in ${ledger.prior.oneIn} pairs`, ledger.prior.bits),
    ...ledger.bars.flatMap(barLines),
    ...timeLines(ledger),
    ...calibrationLines(ledger),
    ...thirdLines(ledger, nameOf),
    sumLine('total', `${percent(ledger.probability)} of one controller`, ledger.total),
    ...supplyLines(ledger),
    ...successionLines(link, nameOf),
    ...noteLines(ledger),
  ].join('\n')
}

function heading(
  { from, to, kind, probability, ledger }: Link,
  nameOf: (key: string) => string,
): string[] {
  const imitation = kind === 'shares_supply' && ledger.supply?.imitation === true
  const says = imitation ? 'looks like' : sentences[kind]
  const check = kind === 'shares_supply' ? 'not checked by any label' : checked(ledger)
  const decided = ledger.decisions.map(
    ({ by, on, verdict, because }) =>
      `${by} decided on ${on}: ${verdict}${because ? ` (${because})` : ''}`,
  )
  return [
    called(nameOf(from), from),
    `  ${says} ${called(nameOf(to), to)}: ${percent(probability)}, ${check}`,
    ...decided.map((line) => `  ${line}`),
  ]
}

/** Name and reference, or the reference alone where nobody named the shop. */
function called(name: string, key: string): string {
  const reference = shopReference(key as NodeKey)
  return name === key || reference.endsWith(`/${name}`)
    ? reference
    : `${shown(name)} (${reference})`
}

const begunWords: Record<BegunBy, string> = {
  opening: 'opened',
  activity: 'first active',
  handover: 'under other hands from',
  sighting: 'no opening on record, first seen',
}

function timeLines({ gap, together }: Ledger): string[] {
  if (together !== undefined) return [sumLine('together', 'both ran side by side', together.bits)]
  if (gap === undefined) return []
  const days = gap.days === 1 ? '1 day' : `${gap.days} days`
  const begun = begunWords[gap.begunBy ?? 'opening']
  return [sumLine('gap', `${days}: closed ${gap.closed}, ${begun} ${gap.opened}`, gap.bits)]
}

function calibrationLines(ledger: Ledger): string[] {
  const { bits, model, ceiling } = ledger.calibration
  const decided = ledger.decisions.length === 0 ? '' : ', moved to what people decided'
  return [
    sumLine('calibration', `${checked(ledger)}${decided}`, bits),
    ...(ceiling === undefined
      ? []
      : [note(`${bitsText(ceiling).trim()} of it because no sum is surer than its records`)]),
    note(`model ${model}${learnt(model)}`),
  ]
}

/** What a third shop makes of the two, or that none ties them, after all that they have in common. */
function thirdLines({ through, untied }: Ledger, nameOf: (key: string) => string): string[] {
  if (untied !== undefined)
    return [sumLine('no third', 'no third shop ties them, as it does many such pairs', untied.bits)]
  if (through === undefined) return []
  const { a, b, bits, shop } = through
  return [
    sumLine('through', `a third shop: ${percent(a)} with one, ${percent(b)} with the other`, bits),
    note(called(nameOf(shop), shop)),
  ]
}

function learnt(model: string): string {
  if (model.startsWith('learnt-weights')) return ': learnt from this store'
  if (!model.startsWith('usual-weights')) return ''
  return ': usual weights, the store holds too little to learn from'
}

/** The third outcome stands under the total, and outside the sum. */
function supplyLines({ supply }: Ledger): string[] {
  if (supply === undefined) return []
  const { imitation } = supply
  const share = percent(supply.probability)
  const bits = bitsText(supply.bits).trim()
  const [part, what, means] = imitation
    ? ['imitation', `${share} of imitation of the public face`, 'one may copy what the other shows']
    : [
        'supply',
        `${share} of common supply`,
        'they draw on one supplier, or one deals for the other',
      ]
  const told = imitation ? 'what both show' : 'place and goods'
  return [
    `${fitText(part, columns.channel)} ${what}, without one controller`,
    note(`${means}; ${bits} bits of ${told} speak for it, beside the sum`),
    ...(supply.stated === undefined
      ? []
      : [note('a source states that one sells the goods of the other')]),
  ]
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
