import { type NodeKey, shopReference } from '../../domain/keys.ts'
import type { AmountRow, AmountTotal } from '../../domain/leads/amounts.ts'
import type { MoneyWords } from '../words/en-money.ts'
import type { Block } from './block.ts'
import type { DossierInput } from './dossier.ts'
import { rightBlocks } from './rights-section.ts'

/** Shops without a figure that are named; lead.json has all. */
const mostSilent = 20

/** Which rights are concerned, what the shops took in, and the figures that it is set beside. */
export function moneyBlocks(input: DossierInput): Block[] {
  return [
    { kind: 'heading', text: input.words.money.heading },
    ...rightBlocks(input),
    ...amountBlocks(input),
    ...referenceBlocks(input),
  ]
}

function amountBlocks(input: DossierInput): Block[] {
  const { context, words } = input
  const { money } = words
  const { rows, totals, silent, unread } = context.amounts
  const currencies = [...totals.map(({ currency }) => currency), null]
  const notes = [
    ...(0 < rows.length && 0 < silent.length
      ? [money.silent(silent.length, silentNames(silent, input))]
      : []),
    ...(0 < unread ? [money.unread(unread)] : []),
  ]
  return [
    { kind: 'subheading', text: money.amounts },
    ...(rows.length === 0 ? [money.none] : money.basis).map((text) => ({
      kind: 'paragraph' as const,
      text,
    })),
    ...currencies.flatMap((currency) => currencyBlocks(currency, input)),
    ...notes.map((text) => ({ kind: 'paragraph' as const, text })),
  ]
}

function silentNames(silent: readonly string[], { context, words }: DossierInput): string {
  const rest = silent.length - mostSilent
  const names = silent.slice(0, mostSilent).map(context.nameOf)
  return [...names, ...(0 < rest ? [words.dossier.more(rest)] : [])].join('; ')
}

/** A table of one currency with its total; rows of unknown currency have none. */
function currencyBlocks(currency: string | null, input: DossierInput): Block[] {
  const { context, words } = input
  const { money } = words
  const rows = context.amounts.rows.filter((row) => row.currency === currency)
  const total = context.amounts.totals.find((own) => own.currency === currency)
  if (rows.length === 0) return []
  return [
    {
      kind: 'subheading',
      text: currency === null ? money.unknownCurrency : money.inCurrency(currency),
    },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: money.shop, share: 0.19 },
        { title: money.rightAndPeriod, share: 0.17 },
        { title: money.low, share: 0.12 },
        { title: money.likely, share: 0.12 },
        { title: money.high, share: 0.12 },
        { title: money.cost, share: 0.11 },
        { title: money.note, share: 0.17 },
      ],
      rows: [
        ...rows.map((row) => rowCells(row, input)),
        ...(total === undefined ? [] : [totalCells(total, input)]),
      ],
    },
  ]
}

function rowCells(row: AmountRow, { context, words }: DossierInput): string[] {
  const { money } = words
  const marks = row.rights.map((id) => {
    const right = context.rights.find((own) => own.id === id)
    return right?.mark ?? right?.number ?? id
  })
  const notes = [
    money.bases(row.counted.orders, row.counted.public_counter, row.counted.estimate),
    row.setAside === 0 ? '' : money.setAside(row.setAside),
    money.without(row.without.refunds, row.without.brushing),
    money.authorised[row.authorised],
  ]
  return [
    `${context.nodes.get(row.shop)?.name ?? ''}\n${shopReference(row.shop as NodeKey)}`,
    `${marks.length === 0 ? money.noRight : marks.join(' + ')}\n${row.period}`,
    ...[row.low, row.likely, row.high, row.cost].map((amount) => amountText(amount, money)),
    notes.filter(Boolean).join('\n'),
  ]
}

function amountText(amount: string | null, { unknown }: MoneyWords): string {
  return amount === null ? unknown : grouped(amount)
}

/** In threes: `1,234,567.80`. */
function grouped(amount: string): string {
  const [whole = '', part = ''] = amount.split('.')
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${part}`
}

function totalCells(
  { low, likely, high, cost, gain }: AmountTotal,
  { words: { money } }: DossierInput,
): string[] {
  return [
    money.total,
    '',
    ...[low, likely, high, cost].map((amount) => amountText(amount, money)),
    gain === null ? money.gainUnknown : money.gain(grouped(gain)),
  ]
}

function referenceBlocks({ context, words }: DossierInput): Block[] {
  const { money } = words
  const { references } = context.amounts
  if (references.length === 0) return []
  return [
    { kind: 'subheading', text: money.references },
    { kind: 'paragraph', text: money.referencesIntro },
    {
      kind: 'table',
      inset: false,
      columns: [
        { title: money.figure, share: 0.32 },
        { title: money.amount, share: 0.15 },
        { title: money.text, share: 0.31 },
        { title: money.compared, share: 0.22 },
      ],
      rows: references.map(({ figure, reachedBy }) => [
        figure.about[words.language],
        `${figure.currency} ${grouped(figure.amount)}`,
        `${figure.text}, ${figure.validFrom}\n${figure.source}`,
        money.reachedBy[reachedBy],
      ]),
    },
  ]
}
