import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import { type NodeKey, partsOf } from '../../domain/keys.ts'
import type { ShopValue } from '../channel.ts'
import { foldText } from '../fold-text.ts'
import type { Registrants } from './shop-identities.ts'

/** One person or company under one spelling, with what is known of it; absent where nobody said. */
export interface IdentityRecord {
  readonly id: string
  readonly isCompany: boolean
  /** As typed. */
  readonly name: string
  readonly number: string | undefined
  readonly birthDate: string | undefined
  readonly address: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly account: string | undefined
}

/** The record that a registrant belongs to: its number, right or wrong, or its own node where it has none, with the name as it compares. */
export function recordOf({ key, about }: ShopValue): string | undefined {
  const name = foldText(about.name ?? '')
  if (key === undefined || name === '') return undefined
  return `${about.refusedNumber ?? key}|${name}`
}

/** One record for each, in order of first appearance. */
export function recordsOf(registrants: Registrants): IdentityRecord[] {
  const records = new Map<string, IdentityRecord>()
  const reached = rarest(registrants)
  for (let shop = 0; shop < registrants.values.shops; shop++) {
    for (const value of registrants.values.of(shop)) {
      const id = recordOf(value)
      if (id !== undefined && !records.has(id)) records.set(id, describe(id, value))
    }
  }
  return [...records.values()]

  function describe(id: string, { key = '', parts, about }: ShopValue): IdentityRecord {
    const node = registrants.nodes.get(key)
    const isNumber = about.idScheme !== undefined && parts[0] === about.idScheme
    const number = about.refusedNumber ?? (isNumber ? parts.at(-1) : undefined)
    return {
      id,
      isCompany: about.entityKind === 'company',
      name: about.name ?? '',
      number,
      birthDate: textOf(node, 'birthDate'),
      address: textOf(node, 'address'),
      phone: reached.get(`${key} phone`),
      email: reached.get(`${key} email`),
      account: reached.get(`${key} account`),
    }
  }
}

function textOf(node: GraphNode | undefined, property: string): string | undefined {
  const value = node?.properties[property]
  return typeof value === 'string' ? value : undefined
}

/** By identity and kind, the telephone, mailbox or account of its own that fewest identities have; shops' own contacts have channels of their own. */
function rarest({ edgesByType, nodes }: Registrants): ReadonlyMap<string, string> {
  const own = ['REACHED_AT', 'HOLDS'].flatMap((type) =>
    (edgesByType.get(type) ?? []).filter(({ from }) => from.startsWith('identity:')),
  )
  const holders = new Map<string, number>()
  for (const { to } of own) holders.set(to, (holders.get(to) ?? 0) + 1)
  const found = new Map<string, string>()
  for (const edge of own) {
    const slot = `${edge.from} ${kindOfEnd(edge, nodes)}`
    const before = found.get(slot)
    if (before === undefined || isRarer(edge.to, before, holders)) found.set(slot, edge.to)
  }
  return new Map([...found].map(([slot, to]) => [slot, partsOf(to as NodeKey).at(-1) ?? to]))
}

function kindOfEnd(
  { type, to }: GraphEdge,
  nodes: ReadonlyMap<string, GraphNode>,
): string | undefined {
  return type === 'HOLDS' ? 'account' : textOf(nodes.get(to), 'contactKind')
}

function isRarer(one: string, other: string, holders: ReadonlyMap<string, number>): boolean {
  const [a, b] = [holders.get(one) ?? 0, holders.get(other) ?? 0]
  return a < b || (a === b && one < other)
}
