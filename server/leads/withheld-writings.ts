import type { GraphNode, NodeKind } from '../domain/graph.ts'
import type { Channel } from '../domain/link.ts'
import type { Audience } from '../domain/paper/lead.ts'
import type { FieldValue, SourceRecord } from '../domain/record.ts'
import type { LeadContents } from './contents.ts'
import { looseWriting } from './same-writing.ts'
import { type Withheld, withheldField, withheldFrom, withheldKind } from './withheld-fields.ts'

export interface WithholdRule {
  readonly audience: Audience
  /** Keys of identities that may be named to every audience, as a person gave them a role; absent where all may be to an authority. */
  readonly named?: ReadonlySet<string> | undefined
}

/** A value as it is written somewhere, what it is, and the thing that it is a writing of. */
export interface Writing {
  readonly text: string
  readonly kind: Withheld
  readonly of: string
}

/** Every writing of every value that the rule withholds: those of nodes before those in ledgers, and these before those in rows. */
export function writingsOf(contents: LeadContents, rule: WithholdRule): readonly Writing[] {
  const isHidden = hidesText(contents, rule)
  return [
    ...contents.nodes.flatMap((node) => nodeWritings(node, rule)),
    ...contents.links.flatMap((link) => ledgerWritings(link, contents, rule)),
    ...[...contents.records, ...contents.events, ...(contents.rightRows?.rows ?? [])].flatMap(
      (row) => rowWritings(row, isHidden),
    ),
  ].filter(({ text }) => shortest <= text.trim().length)
}

/** One letter is no name, and taking it out would take it out of every word. */
const shortest = 2

function nodeWritings(node: GraphNode, rule: WithholdRule): Writing[] {
  const kind = withheldKind(node.key, node.kind)
  if (kind === undefined || !isWithheld(kind, node.key, rule)) return []
  return ownTexts(node).map((text) => ({ text, kind, of: node.key }))
}

function ownTexts(node: GraphNode): string[] {
  return [node.key, node.name, lastPart(node.key), ...telling(node.properties)]
}

/** Properties in which many are alike; all others may name or number somebody. */
const commonProperties: ReadonlySet<string> = new Set([
  ...['entityKind', 'idScheme', 'country', 'contactKind', 'scheme', 'region', 'crs', 'occupation'],
  ...['postcode', 'birthDate'],
])

function telling(properties: GraphNode['properties']): string[] {
  return Object.entries(properties)
    .filter(([name]) => !commonProperties.has(name))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === 'string')
}

const channelKinds: Partial<Record<Channel, Withheld>> = {
  registrant: 'person',
  id_number: 'number',
  phone: 'contact',
  email: 'contact',
  messenger: 'contact',
  device: 'contact',
  network: 'contact',
  account: 'account',
  origin: 'address',
}

function ledgerWritings(
  { ledger, from, to }: LeadContents['links'][number],
  contents: LeadContents,
  rule: WithholdRule,
): Writing[] {
  return ledger.bars.flatMap((bar) => {
    const kind = channelKinds[bar.channel]
    if (kind === undefined) return []
    const ends = [
      { value: bar.a, shop: from },
      { value: bar.b, shop: to },
    ]
    return ends.flatMap(({ value, shop }) => {
      const of = value.key ?? registrantOf(contents, shop, kind) ?? value.literal
      return isWithheld(kind, of, rule) ? [{ text: value.literal, kind, of }] : []
    })
  })
}

function registrantOf({ edges }: LeadContents, shop: string, kind: Withheld): string | undefined {
  if (kind !== 'person' && kind !== 'number') return undefined
  return edges.find(({ type, from }) => type === 'REGISTERED_TO' && from === shop)?.to
}

/** A day of birth or a postcode is taken out of its own field alone: the same text stands elsewhere for something else. */
const ownFieldOnly: ReadonlySet<string> = new Set(['birth_date', 'postcode', 'origin_postcode'])

function rowWritings(row: SourceRecord, isHidden: HidesText): Writing[] {
  return Object.entries(row.fields).flatMap(([field, value]) => {
    const kind = withheldField(row.kind, field, row.fields)
    if (kind === undefined || ownFieldOnly.has(field)) return []
    return textsOf(value)
      .filter((text) => isHidden(kind, text))
      .map((text) => ({ text, kind, of: text }))
  })
}

/** Whether what was typed into a field of a row is withheld. */
export type HidesText = (kind: Withheld, text: string) => boolean

/**
 * To an authority what names or numbers a person is withheld from rows too, unless it is how somebody who may be named is written. A factory that is typed as the sender of a parcel is
 * nobody's name: a lead is to lead there. One that is called as a registrant is goes by his number wherever it stands, as he does.
 */
export function hidesText({ nodes }: LeadContents, { audience, named }: WithholdRule): HidesText {
  const free = new Set(nodes.filter(({ key }) => named?.has(key) === true).flatMap(ownTexts))
  const places = new Set(
    nodes.filter(({ kind }) => goodsFrom.has(kind)).map(({ name }) => looseWriting(name)),
  )
  return (kind, text) => {
    if (kind === 'person' && places.has(looseWriting(text))) return false
    if (withheldFrom[audience].has(kind)) return true
    return named !== undefined && (kind === 'person' || kind === 'number') && !free.has(text)
  }
}

/** What goods come from, and what a sender is often written as. Addresses among them are withheld as what they are. */
const goodsFrom: ReadonlySet<NodeKind> = new Set(['Factory', 'Place', 'Origin'])

/** To an authority only persons without a role are withheld, and their numbers with them. */
function isWithheld(kind: Withheld, key: string, { audience, named }: WithholdRule): boolean {
  if (withheldFrom[audience].has(kind)) return !(kind === 'person' && named?.has(key) === true)
  return kind === 'person' && named !== undefined && !named.has(key)
}

function textsOf(value: FieldValue): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function lastPart(key: string): string {
  return decodeURIComponent(
    key.slice(key.lastIndexOf('/') + 1).replaceAll(/%(?![0-9a-f]{2})/giu, '%25'),
  )
}
