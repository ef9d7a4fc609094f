import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { LeadContents } from './contents.ts'
import type { Words } from './words/words.ts'

/** What stands for a shop, person or company outside the ring. */
export interface Pseudonym {
  readonly key: string
  readonly name: string
}

/** Keys already given by an earlier pass keep theirs, so that taking out strangers twice changes nothing. */
const given = /^(?:shop|identity):outside\/\d+$/

/** Names for every shop outside the ring, and every person or company that none of its shops is registered to or paid through. */
export function pseudonymsOf(contents: LeadContents, words: Words): ReadonlyMap<string, Pseudonym> {
  const members = new Set(contents.ring.members.map(({ shop }) => shop))
  const core = coreIdentities(contents, members)
  const mentioned = [...new Set(keysIn(contents))].toSorted(compareText)
  const shops = mentioned.filter((key) => key.startsWith('shop:') && !members.has(key))
  const identities = mentioned.filter((key) => key.startsWith('identity:') && !core.has(key))
  return new Map([
    ...numbered(shops, 'shop:outside/', words.anotherShop),
    ...numbered(identities, 'identity:outside/', words.anotherIdentity),
  ])
}

function numbered(
  keys: readonly string[],
  prefix: string,
  name: (number: number) => string,
): [string, Pseudonym][] {
  return keys
    .filter((key) => !given.test(key))
    .map((key, index) => [key, { key: `${prefix}${index + 1}`, name: name(index + 1) }])
}

/** Registrants of the ring's shops, holders of the accounts that only few are paid into, and who runs these companies. */
function coreIdentities(contents: LeadContents, members: ReadonlySet<string>): ReadonlySet<string> {
  const generic = new Set(contents.generic)
  const accounts = new Set(
    contents.edges
      .filter(({ from, type, to }) => type === 'PAID_INTO' && members.has(from) && !generic.has(to))
      .map(({ to }) => to),
  )
  const direct = contents.edges.flatMap(({ from, type, to }) => {
    if (type === 'REGISTERED_TO' && members.has(from)) return [to]
    return type === 'HOLDS' && accounts.has(to) ? [from] : []
  })
  const core = new Set(direct)
  const directors = contents.edges
    .filter(({ type, to }) => type === 'RUNS' && core.has(to))
    .map(({ from }) => from)
  return new Set([...direct, ...directors])
}

function keysIn(contents: LeadContents): string[] {
  const { nodes, edges, links, attributions, holders, generic } = contents
  return [
    ...Object.keys(holders),
    ...generic,
    ...nodes.map((node: GraphNode) => node.key),
    ...edges.flatMap(({ from, to }) => [from, to]),
    ...links.flatMap(({ from, to, ledger }) => [
      from,
      to,
      ...(ledger.succession?.rivals.map(({ shop }) => shop) ?? []),
    ]),
    ...attributions.flatMap(({ path }) => path.flatMap(({ from, to }) => [from, to])),
  ]
}
