import { compareText } from '../../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import { toKey } from '../../domain/keys.ts'
import type { Authorised, ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { IsoDate, Sha256 } from '../../domain/units.ts'
import { dayOf, fieldOf, shopOf, valuesOf } from '../record-field.ts'
import { sameWriting } from '../same-writing.ts'
import { type ChosenRight, chosenRights, type RightSource } from './chosen.ts'

export interface RightContext extends RightSource {
  readonly edges: readonly GraphEdge[]
  readonly asOf: IsoDate
  nameOf(key: string): string
  cite(records: readonly Sha256[]): string[]
}

/** The rights that a lead is about, with who may deal in goods under them, by id. */
export function rightsOf(context: RightContext): ConcernedRight[] {
  return chosenRights(context).map((right) => concerned(right, context))
}

function concerned(right: ChosenRight, context: RightContext): ConcernedRight {
  const { row, testBuys, listings, branded, stated } = right
  const text = (name: string) => fieldOf(row, name)
  const [validFrom, validTo] = [dayOf(row, 'valid_from'), dayOf(row, 'valid_to')]
  const mark = text('mark')
  return {
    id: right.id,
    office: text('office'),
    number: text('number'),
    holder: partyText(text('holder'), context),
    ...(mark !== '' && { mark }),
    classes: valuesOf(row, 'classes'),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    inForce: inForce(validFrom, validTo, context.asOf),
    because: {
      testBuys: testBuys.length,
      shops: branded.length,
      listings: listings.length,
      stated,
    },
    shops: shopsOf(right, context),
    authorised: right.authorised
      .map((own) => authorisedOf(own, context))
      .toSorted((a, b) => compareText(orderOf(a), orderOf(b))),
    evidence: context.cite([row.hash]),
  }
}

function shopsOf({ testBuys, listings, branded, stated }: ChosenRight, { shops }: RightSource) {
  const found = new Set([
    ...branded,
    ...[...testBuys, ...listings].flatMap((record) => shopOf(record, shops) ?? []),
  ])
  return shops.filter((shop) => found.has(shop) || (stated && found.size === 0))
}

function inForce(
  from: IsoDate | undefined,
  to: IsoDate | undefined,
  asOf: IsoDate,
): ConcernedRight['inForce'] {
  if ((from !== undefined && asOf < from) || (to !== undefined && to < asOf)) return 'no'
  return from === undefined || to === undefined ? 'unknown' : 'yes'
}

function authorisedOf(row: SourceRecord, context: RightContext): Authorised {
  const party = fieldOf(row, 'party')
  const territory = fieldOf(row, 'territory')
  const [from, to] = [dayOf(row, 'from'), dayOf(row, 'to')]
  return {
    party: partyText(party, context),
    ...shopsOfParty(party, context),
    ...(territory !== '' && { territory }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    evidence: context.cite([row.hash]),
  }
}

/** Whose shop a party has, by key, or else by a name that reads like that of the shop or of its registrant. */
function shopsOfParty(
  party: string,
  { shops, nodes, edges }: RightContext,
): Pick<Authorised, 'shops' | 'by'> {
  const known = new Map(nodes.map((node) => [node.key, node]))
  const behind = (shop: string) => [
    shop,
    ...edges
      .filter(({ from, type }) => from === shop && type === 'REGISTERED_TO')
      .map(({ to }) => to),
  ]
  const key = toKey(party)?.toLowerCase()
  const byKey = shops.filter((shop) => behind(shop).some((own) => own.toLowerCase() === key))
  if (byKey.length !== 0) return { shops: byKey, by: 'key' }
  const byName = shops.filter((shop) =>
    behind(shop).some((own) => sameWriting(nameOf(known.get(own)), party)),
  )
  return { shops: byName, by: byName.length === 0 ? 'none' : 'name' }
}

function nameOf(node: GraphNode | undefined): string {
  return node?.name ?? ''
}

/** A party that is named by a key goes by the name that the lead has for it. */
function partyText(party: string, { nameOf: written }: RightContext): string {
  const key = toKey(party)
  return key === undefined ? party : written(key)
}

function orderOf({ by, party, from, to, territory }: Authorised): string {
  return [by === 'none' ? 1 : 0, party, from, to, territory].join('\n')
}
