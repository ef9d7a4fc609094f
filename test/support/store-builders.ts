import { createHash } from 'node:crypto'

import type { EdgeStatement, Facts, NodeStatement } from '../../server/domain/fact.ts'
import type { EdgeType } from '../../server/domain/graph.ts'
import { kindOf, type NodeKey } from '../../server/domain/keys.ts'
import type { Link } from '../../server/domain/link.ts'
import type {
  QuarantinedRow,
  RecordKind,
  Source,
  SourceRecord,
} from '../../server/domain/record.ts'
import type { Ring } from '../../server/domain/ring.ts'
import type { RunDraft } from '../../server/domain/run.ts'
import type { EpochMs, IsoDate, Sha256 } from '../../server/domain/units.ts'
import type { Store } from '../../server/store/port.ts'

/** A moment, as small as a test likes it. */
export const at = (ms: number) => ms as EpochMs
export const day = (text: string) => text as IsoDate
export const key = (text: string) => text as NodeKey

export function sha(text: string): Sha256 {
  return createHash('sha256').update(text).digest('hex') as Sha256
}

export interface Row {
  readonly source?: string
  readonly kind?: RecordKind
  readonly row?: number
  readonly fields?: SourceRecord['fields']
  readonly nodes?: readonly NodeStatement[]
  readonly edges?: readonly EdgeStatement[]
  readonly about?: readonly NodeKey[]
}

/** Facts of one row; its hash follows from `id`, and its ends are named where the row names no nodes itself. */
export function facts(id: string, row: Row = {}): Facts {
  const source = row.source ?? 'demo/shops.csv'
  const edges = row.edges ?? []
  const named = new Set((row.nodes ?? []).map((node) => node.key))
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((end) => !named.has(end)))
  const nodes = [...(row.nodes ?? []), ...[...ends].map((end) => node(end))]
  return {
    record: {
      hash: sha(`${source} ${id}`),
      source,
      dataset: source.slice(0, source.indexOf('/')),
      file: source.slice(source.indexOf('/') + 1),
      row: row.row ?? 1,
      kind: row.kind ?? 'shop',
      fields: row.fields ?? { shop_id: id },
      refused: [],
    },
    nodes,
    edges,
    about: row.about ?? [...new Set(nodes.map((one) => one.key))].toSorted(),
  }
}

export function node(text: string, said: Partial<NodeStatement> = {}): NodeStatement {
  return { key: key(text), kind: kindOf(key(text)), properties: {}, ...said }
}

export function edge(
  from: string,
  type: EdgeType,
  to: string,
  said: Partial<EdgeStatement> = {},
): EdgeStatement {
  return { from: key(from), type, to: key(to), discriminator: '', properties: {}, ...said }
}

export function aSource(id = 'demo/shops.csv', traits: Partial<Source> = {}): Source {
  const file = id.slice(id.indexOf('/') + 1)
  return {
    id,
    dataset: 'demo',
    file,
    kind: 'shop',
    sha256: sha(id),
    fingerprint: sha(`${id} mapped`),
    origin: 'a test',
    licence: 'none',
    asOf: day('2026-03-31'),
    loadedAt: at(1),
    report: {
      file,
      rows: 0,
      accepted: 0,
      quarantined: 0,
      refusedFields: 0,
      quarantinedBy: {},
      refusedBy: {},
    },
    ...traits,
  }
}

export function aQuarantinedRow(row: number, source = 'demo/shops.csv'): QuarantinedRow {
  return {
    source,
    file: source.slice(source.indexOf('/') + 1),
    row,
    field: 'shop_id',
    reason: 'field-missing',
    detail: `Row ${row} has no shop_id; add one.`,
    cells: { name: '海在名表' },
  }
}

/** Loads one file as a whole, as `load` does. */
export async function load(
  store: Store,
  rows: readonly Facts[],
  source: Source = aSource(),
): Promise<void> {
  await store.putFacts(source.id, rows, source.loadedAt)
  await store.finishSource(source, new Set(rows.map(({ record }) => record.hash)), [])
  await store.finishLoad()
}

export function aRun(traits: Partial<RunDraft> = {}): RunDraft {
  return {
    at: at(1),
    asOf: day('2026-03-31'),
    model: 'test',
    seed: 1,
    threshold: 0.8 as RunDraft['threshold'],
    graph: sha('graph'),
    summary: {
      shops: 0,
      closures: 0,
      pairsCompared: 0,
      links: 0,
      cameBack: 0,
      rings: 0,
      largestRing: 0,
      proposedBridges: 0,
      genericValues: 0,
    },
    ...traits,
  }
}

export function aLink(from: string, to: string, traits: Partial<Link> = {}): Link {
  const probability = traits.probability ?? (0.9 as Link['probability'])
  return {
    from,
    to,
    kind: 'same_controller',
    probability,
    bits: 3 as Link['bits'],
    channels: ['phone'],
    ledger: {
      prior: { bits: -10 as Link['bits'], oneIn: 1024 },
      bars: [],
      calibration: { bits: 0 as Link['bits'], model: 'none', labels: 0 },
      total: 3 as Link['bits'],
      probability,
      unknown: [],
      standsOn: ['phone'],
      decisions: [],
    },
    ...traits,
  }
}

export function aRing(id: string, rank: number, shops: readonly string[]): Ring {
  return {
    id,
    name: `Ring ${rank}`,
    rank,
    parts: [{ part: 'size', value: shops.length, points: shops.length }],
    members: shops.map((shop) => ({
      shop,
      weakestStep: 0.9 as Link['probability'],
      joint: 0.8 as Link['probability'],
      path: [shop],
    })),
    size: shops.length,
    live: 1,
    closed: 1,
    weakestStep: 0.9 as Link['probability'],
    bridges: [],
    channels: ['phone'],
  }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
