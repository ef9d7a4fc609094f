import { compareText } from '../domain/canonical.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { NamedProvince, NomineeIndicator } from '../domain/nominee.ts'
import { provinceByCode } from '../domain/province.ts'
import type { GraphReads, Runs } from '../store/port.ts'
import type { Apart } from '../trace/nominee/counted.ts'
import {
  type BaseRates,
  baseRatesOf,
  type Indicated,
  indicatorsOf,
} from '../trace/nominee/indicators.ts'
import { type Registrants, registrantReader } from '../trace/nominee/registrants.ts'
import { givesWay } from './give-way.ts'
import { mobileHomes } from './mobile-homes.ts'
import { ringThreshold } from './thresholds.ts'

/** All that indicators of any registrant are told by; it holds for one state of the store and one run. */
export interface NomineeBook {
  readonly all: Registrants
  readonly rates: BaseRates
}

/** Reads every node and relation once. */
export async function readNominees(store: GraphReads & Runs): Promise<NomineeBook> {
  const reader = registrantReader(await mobileHomes())
  const breathe = givesWay()
  for await (const node of store.scanNodes()) {
    reader.node(node)
    await breathe()
  }
  for await (const edge of store.scanEdges()) {
    reader.edge(edge)
    await breathe()
  }
  const all = reader.taken(await returned(store))
  return { all, rates: baseRatesOf(all) }
}

/** Keys and records of one indicator at most. */
const toldMost = 50

/** The indicators of one registrant with the records behind what they count. */
export async function nomineeIndicators(
  store: GraphReads,
  { all, rates }: NomineeBook,
  key: string,
): Promise<NomineeIndicator[]> {
  const told: NomineeIndicator[] = []
  const shops = all.people.get(key)?.shops ?? []
  for (const own of indicatorsOf(key, all, rates)) {
    const shown = own.keys.slice(0, toldMost)
    const edges = await store.edgesAmong([...new Set([key, ...shops, ...shown])])
    told.push(withRecords(own, shown, edges, key))
  }
  return told
}

/** Records of the relations that lead to what is counted. */
function withRecords(
  { keys, apart, ...own }: Indicated,
  shown: readonly string[],
  edges: readonly GraphEdge[],
  person: string,
): NomineeIndicator {
  const counted = new Set(shown)
  const leading = edges.filter(
    ({ from, to }) => counted.has(to) || (counted.has(from) && to === person),
  )
  const records = [...new Set(leading.flatMap((edge) => edge.records))].toSorted(compareText)
  return {
    ...own,
    keys: [...shown],
    keysOmitted: keys.length - shown.length,
    ...(apart !== undefined && { apart: namedApart(apart, shown) }),
    records: records.slice(0, toldMost),
    recordsOmitted: Math.max(0, records.length - toldMost),
  }
}

function namedApart({ at, from }: Apart, shown: readonly string[]): NomineeIndicator['apart'] {
  const places = shown.flatMap((key) => at.get(key) ?? [])
  return { at: places.flatMap(named), from: from.flatMap(named) }
}

function named(province: string): NamedProvince[] {
  const known = provinceByCode(province)
  return known === undefined
    ? []
    : [{ code: known.code, name: { en: known.en, 'zh-CN': known.zh } }]
}

/** Shops that the current run says came back, surely enough to hold a ring together. */
async function returned(store: Runs): Promise<ReadonlySet<string>> {
  const run = await store.currentRun()
  const shops = new Set<string>()
  if (run === undefined) return shops
  const query = { kind: 'came_back_as', minProbability: ringThreshold } as const
  for await (const { from } of store.links(run.id, query)) shops.add(from)
  return shops
}
