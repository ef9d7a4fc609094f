import { compareText } from '../domain/canonical.ts'
import type { RefusedField, SourceRecord } from '../domain/record.ts'
import type { LeadContents } from './contents.ts'
import { replaceAll, textTrie } from './text-trie.ts'
import { type Withheld, withheldField, withheldWords } from './withheld-fields.ts'
import {
  type HidesText,
  hidesText,
  type WithholdRule,
  type Writing,
  writingsOf,
} from './withheld-writings.ts'

/**
 * Takes what an audience may not see out of everything that a lead is made from, before anything of it is drawn, told or counted. A value goes by a number wherever it stands: in
 * names, keys, ledgers, rows as typed, and inside of longer texts, so that no sentence, picture or table can bring it back. The hashes of rows stay those of the originals.
 */
export function withhold(contents: LeadContents, rule: WithholdRule): LeadContents {
  const labels = labelsOf(contents, rule)
  if (labels.size === 0) return contents
  const trie = textTrie(new Map([...labels].map(([written, { text }]) => [written, text])))
  const replace = (text: string) => replaceAll(trie, text, wordLength)
  const isHidden = hidesText(contents, rule)
  const rows = (records: readonly SourceRecord[]) =>
    records.map((row) => withoutFields(row, isHidden, labels))
  const bare = {
    ...contents,
    nodes: contents.nodes.map((node) =>
      labels.has(node.key) ? { ...node, properties: {} } : node,
    ),
    records: rows(contents.records),
    events: rows(contents.events),
    ...(contents.rightRows && {
      rightRows: { ...contents.rightRows, rows: rows(contents.rightRows.rows) },
    }),
    holders: Object.fromEntries(
      Object.entries(contents.holders).map(([key, count]) => [replace(key), count]),
    ),
  }
  const counts: Partial<Record<Withheld, number>> = {}
  for (const { kind, number } of labels.values()) counts[kind] = Math.max(counts[kind] ?? 0, number)
  return {
    ...deep({ ...bare, pictures: [], figures: [] }, replace),
    pictures: contents.pictures,
    figures: contents.figures,
    withheldValues: counts,
  }
}

interface Label {
  readonly kind: Withheld
  readonly number: number
  readonly text: string
}

/** By each way in which a value is written, what stands in its place; writings of one thing share a number. */
function labelsOf(contents: LeadContents, rule: WithholdRule): ReadonlyMap<string, Label> {
  const writings = writingsOf(contents, rule)
  const thingOf = new Map<string, Writing>()
  // The first to name a writing is its thing: nodes stand before ledgers, and these before rows.
  for (const own of writings) if (!thingOf.has(own.text)) thingOf.set(own.text, own)
  const things = [...new Set([...thingOf.values()].map(({ kind, of }) => `${kind}\n${of}`))]
  const numbers = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const thing of things.toSorted(compareText)) {
    const kind = thing.slice(0, thing.indexOf('\n'))
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    numbers.set(thing, counts.get(kind) ?? 1)
  }
  return new Map(
    [...thingOf].map(([text, { kind, of }]) => {
      const number = numbers.get(`${kind}\n${of}`) ?? 1
      return [text, { kind, number, text: labelText(text, kind, number) }]
    }),
  )
}

/** A key stays a key of its kind. */
function labelText(written: string, kind: Withheld, number: number): string {
  const prefix = /^(?:identity|contact|account|origin|place):/u.exec(written)?.[0]
  return prefix === undefined
    ? `[${withheldWords[kind]} ${number}]`
    : `${prefix}withheld/${kind}-${number}`
}

/** Fields are taken out whole, known writing or not; so is what was typed into them and could not be read. */
function withoutFields(
  row: SourceRecord,
  isHidden: HidesText,
  labels: ReadonlyMap<string, Label>,
): SourceRecord {
  const hide = (field: string) => {
    const kind = withheldField(row.kind, field, row.fields)
    if (kind === undefined) return undefined
    return (text: string) =>
      text === '' || !isHidden(kind, text)
        ? text
        : (labels.get(text)?.text ?? `[${withheldWords[kind]}]`)
  }
  const fields = Object.entries(row.fields).map(([field, value]) => {
    const hidden = hide(field)
    if (hidden === undefined) return [field, value]
    return [field, typeof value === 'string' ? hidden(value) : value.map(hidden)]
  })
  const refused = row.refused.map(
    (own): RefusedField => ({ ...own, value: hide(own.field)?.(own.value) ?? own.value }),
  )
  return { ...row, fields: Object.fromEntries(fields), refused }
}

/** From so many letters on a writing is taken out wherever it stands, inside of other words too. */
const wordLength = 6

/** Fields whose text says what sort of thing something is, and never a value; hashes, too, stay what they are. */
const structural: ReadonlySet<string> = new Set([
  ...['kind', 'type', 'channel', 'family', 'level', 'relation', 'direction', 'verdict', 'code'],
  ...['began', 'ended', 'basis', 'hash', 'sha256', 'fingerprint', 'records', 'graph', 'model'],
])

/** A day is no value of anybody, though its parts may be written as one. */
const day = /^\d{4}-\d{2}-\d{2}$/

/** The same value with every text in it replaced. */
function deep<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return (day.test(value) ? value : replace(value)) as T
  if (Array.isArray(value)) return value.map((own) => deep(own, replace)) as T
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [
      name,
      structural.has(name) && isText(own) ? own : deep(own, replace),
    ]),
  ) as T
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    (Array.isArray(value) && value.every((own) => typeof own === 'string'))
  )
}
