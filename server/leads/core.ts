import type { Attribution } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Ledger, LedgerValue, Link } from '../domain/link.ts'
import type { PlaceFacts } from '../domain/place.ts'
import type { ProposedBridge, Ring } from '../domain/ring.ts'
import type { Sha256 } from '../domain/units.ts'
import type { LeadContents } from './contents.ts'
import { type Pseudonym, pseudonymsOf } from './pseudonyms.ts'
import { recordsOfRing } from './record-core.ts'
import type { Words } from './words/words.ts'

/** Contents of which only what belongs to the ring is left, in one order, with a count of what was taken out. */
export interface Core extends LeadContents {
  readonly withheld: {
    /** Shops outside the ring that appear under a number. */
    readonly shops: number
    /** Persons and companies outside the ring that appear under a number. */
    readonly identities: number
    /** Links from the ring's shops to shops outside. */
    readonly links: number
    /** Proposed joins with shops outside. */
    readonly bridges: number
    /** Cited records that are about others. */
    readonly records: number
    /** Cited records that were not handed over. */
    readonly missing: number
  }
}

/** Takes out, or gives a number to, everything that is not the ring's own; doing it again to the result changes no name. */
export function coreOf(contents: LeadContents, words: Words): Core {
  const members = new Set(contents.ring.members.map(({ shop }) => shop))
  const names = pseudonymsOf(contents, words)
  const kept = recordsOfRing(contents, { members, names })
  const own = new Set(kept.records.map(({ hash }) => hash))
  const links = contents.links.filter(({ from, to }) => members.has(from) && members.has(to))
  const bridges = contents.ring.bridges.filter(
    ({ from, to }) => members.has(from) && members.has(to),
  )
  return {
    ...contents,
    ring: ringCore(contents.ring, bridges),
    nodes: sortedBy(
      contents.nodes.map((node) => coreNode(node, names, own)),
      ({ key }) => key,
    ),
    edges: sortedBy(
      contents.edges
        .filter((edge) => isOwn(edge, { members, names }))
        .map((edge) => coreEdge(edge, names, own)),
      ({ from, type, to, discriminator }) => [from, type, to, discriminator].join('\n'),
    ),
    links: sortedBy(
      links.map((link) => coreLink(link, names, own)),
      ({ from, to, kind }) => [from, to, kind].join('\n'),
    ),
    attributions: contents.attributions
      .filter(({ ring }) => ring === contents.ring.id)
      .toSorted((a, b) => a.rank - b.rank || compareText(a.target, b.target))
      .map((attribution) => coreAttribution(attribution, names, own)),
    holders: Object.fromEntries(
      Object.entries(contents.holders).map(([key, count]) => [renamed(key, names), count]),
    ),
    generic: contents.generic.map((key) => renamed(key, names)).toSorted(compareText),
    events: kept.records.filter(({ hash }) => kept.events.has(hash)),
    records: kept.records,
    sources: contents.sources.toSorted((a, b) => compareText(a.id, b.id)),
    pictures: contents.pictures.toSorted((a, b) => compareText(a.name, b.name)),
    withheld: {
      shops: countOf(names, 'shop:'),
      identities: countOf(names, 'identity:'),
      links: contents.links.length - links.length,
      bridges: contents.ring.bridges.length - bridges.length,
      records: kept.others,
      missing: kept.missing,
    },
  }
}

/** What became of a ring and what strains against decisions name shops that are not its own; what it rests on is told link by link. */
function ringCore(own: Ring, bridges: readonly ProposedBridge[]): Ring {
  const { event: _event, strains: _strains, fragility: _fragility, ...ring } = own
  return { ...ring, bridges: [...bridges] }
}

function coreAttribution(
  attribution: Attribution,
  names: Names,
  own: ReadonlySet<Sha256>,
): Attribution {
  const { path, ledger, places } = attribution
  return {
    ...attribution,
    path: path.map(({ from, relation, to, records }) => ({
      from: renamed(from, names),
      relation,
      to: renamed(to, names),
      records: owned(records, own),
    })),
    ...(places !== undefined && { places: places.map((place) => placeCore(place, own)) }),
    ...(ledger !== undefined && {
      ledger: ledger.map((clue) => ({ ...clue, records: owned(clue.records, own) })),
    }),
  }
}

/** What is said of a place by records that leave with the lead. */
function placeCore(place: PlaceFacts, own: ReadonlySet<Sha256>): PlaceFacts {
  const uses = place.uses
    .map((use) => ({ ...use, records: owned(use.records, own) }))
    .filter(({ records }) => records.length !== 0)
    .map((use) => ({ ...use, count: use.records.length }))
  const visits = place.visits.filter(({ record }) => own.has(record))
  const isSeen = visits.length !== 0 || uses.some(({ basis }) => basis === 'observed')
  return { ...place, uses, visits, seenOnSite: isSeen }
}

type Names = ReadonlyMap<string, Pseudonym>

/** An edge with a stranger's end is the ring's own only when its other end is one of the ring's shops. */
function isOwn(
  { from, to }: GraphEdge,
  { members, names }: { members: ReadonlySet<string>; names: Names },
): boolean {
  return members.has(from) || members.has(to) || (!names.has(from) && !names.has(to))
}

function coreNode(node: GraphNode, names: Names, own: ReadonlySet<Sha256>): GraphNode {
  const pseudonym = names.get(node.key)
  if (pseudonym === undefined) return { ...node, records: owned(node.records, own) }
  return {
    key: pseudonym.key,
    kind: node.kind,
    name: pseudonym.name,
    properties: {},
    lives: [],
    records: [],
  }
}

function coreEdge(edge: GraphEdge, names: Names, own: ReadonlySet<Sha256>): GraphEdge {
  return {
    ...edge,
    from: renamed(edge.from, names),
    to: renamed(edge.to, names),
    records: owned(edge.records, own),
  }
}

function coreLink(link: Link, names: Names, own: ReadonlySet<Sha256>): Link {
  const value = (one: LedgerValue) => ({ ...one, records: owned(one.records, own) })
  const bars = link.ledger.bars.map((bar) => ({ ...bar, a: value(bar.a), b: value(bar.b) }))
  const { succession } = link.ledger
  const ledger: Ledger = { ...link.ledger, bars }
  if (succession === undefined) return { ...link, ledger }
  const rivals = succession.rivals.map((rival) => {
    const pseudonym = names.get(rival.shop)
    return pseudonym === undefined ? rival : { ...rival, shop: pseudonym.key, name: pseudonym.name }
  })
  return { ...link, ledger: { ...ledger, succession: { ...succession, rivals } } }
}

function renamed(key: string, names: Names): string {
  return names.get(key)?.key ?? key
}

function owned(records: readonly Sha256[], own: ReadonlySet<Sha256>): Sha256[] {
  return records.filter((hash) => own.has(hash)).toSorted(compareText)
}

function countOf(names: Names, prefix: string): number {
  return [...names.keys()].filter((key) => key.startsWith(prefix)).length
}

function sortedBy<T>(values: readonly T[], orderOf: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, order: orderOf(value) }))
    .toSorted((a, b) => compareText(a.order, b.order))
    .map(({ value }) => value)
}
