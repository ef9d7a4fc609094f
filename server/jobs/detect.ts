import type { Link } from '../domain/link.ts'
import type { RunReliability } from '../domain/reliability.ts'
import type { Ring } from '../domain/ring.ts'
import type { Run, RunSummary } from '../domain/run.ts'
import type { EpochMs, IsoDate } from '../domain/units.ts'
import type { ModelReliability } from '../linkage/calibrate-model.ts'
import { type KeepLedger, ledgerKeeper } from '../linkage/kept-ledgers.ts'
import { knownBy } from '../linkage/known-by.ts'
import { type Evidence, type Linkage, linkShops } from '../linkage/link-shops.ts'
import { storeModel } from '../linkage/stored-model.ts'
import { findRings } from '../rings/find-rings.ts'
import type { Store } from '../store/port.ts'
import { latestAsOf } from './as-of.ts'
import { hasManyListings, listingsAside, type StorePlace } from './aside/listings-aside.ts'
import { attributeRings } from './attribute-rings.ts'
import { chokePointsOf } from './choke-points.ts'
import { decidedBy, isOfEarlierDay } from './decided-by.ts'
import { readHashedEvidence } from './evidence.ts'
import { openHands } from './hands/hands.ts'
import { frugalHeap } from './heap-limits.ts'
import { keepRings } from './keep-rings.ts'
import type { OnProgress } from './progress.ts'
import { compareGenerics } from './rescored.ts'
import { readShopHarms } from './shop-harms.ts'
import { folderFor, textFile } from './text-file.ts'
import { linkMinimum, ringThreshold } from './thresholds.ts'

export interface DetectOptions {
  /** The day to which the answer is computed; the latest `asOf` of the loaded sources when absent. */
  readonly asOf?: IsoDate | undefined
  /** True to use only what a buyer can see: no account, device, number or network. */
  readonly publicView?: boolean | undefined
  /** How many threads work; one when absent. */
  readonly workers?: number | undefined
  /** Where another thread opens the same store; absent where none can. */
  readonly place?: StorePlace | undefined
  readonly at: EpochMs
  readonly onProgress: OnProgress
}

/** Components over it are divided. */
const maxRingSize = 40
/** Fewer are weighed before another thread has begun. */
const leastForHands = 5_000
/** Fixed, so that the same data gives the same rings. */
const seed = 1

/** Works out links, rings and where their goods come from, and publishes them as one run. */
export async function detect(store: Store, options: DetectOptions): Promise<Run> {
  const { at, onProgress } = options
  using _frugal = frugalHeap()
  const asOf = options.asOf ?? (await latestAsOf(store))
  const unfinished = await store.unfinishedSources()
  const { evidence: read, graph } = await readWith(store, options)
  const evidence = (await isOfEarlierDay(store, { asOf, at })) ? decidedBy(read, asOf) : read
  const known = knownBy(evidence, asOf)
  const shops = known.nodes.filter(({ kind }) => kind === 'Shop')
  const workers = shops.length < leastForHands ? 1 : options.workers
  using ledgers = textFile(folderFor(options.place))
  const keep = ledgerKeeper(ledgers)
  const linkage = await linkedBy(workers, evidence, { ...options, asOf, keep })
  const found = findRings(
    { links: linkage.links, shops, harms: await readShopHarms(store, asOf) },
    { threshold: ringThreshold, seed, maxSize: maxRingSize },
  )
  const generics = await compareGenerics(store, linkage)
  const { rings, lineage } = await keepRings(store, {
    rings: found,
    links: linkage.links,
    shops: shops.map(({ key }) => key),
    rescored: generics.rescored,
    threshold: ringThreshold,
    asOf,
  })
  const { attributions, factories, places } = await attributeRings(store, rings, known, {
    asOf,
    onProgress,
  })
  onProgress({ stage: 'publish', done: 0, total: 1 })
  const summary = {
    ...summarise(linkage, rings, shops.length),
    ...(unfinished.length > 0 && { unfinished }),
  }
  const draft = { at, asOf, model: linkage.model.name, seed, threshold: ringThreshold, graph }
  const { nodes, edges } = known
  const { links } = linkage
  const run = await store.publishRun(
    { ...draft, summary },
    {
      links: [...links],
      rings: [...rings],
      attributions,
      model: storeModel(linkage.model),
      generics,
      lineage,
      supply: {
        chokePoints: chokePointsOf({ rings, links, nodes, edges, factories, places }, draft),
        places: Array.from(places.others, ([key, others]) => ({ key, others: [...others] })),
      },
    },
  )
  onProgress({ stage: 'publish', done: 1, total: 1 })
  return run
}

/** What shops offer is read by another thread where there is one and it is worth it. */
async function readWith(
  store: Store,
  { workers = 1, place, onProgress }: DetectOptions,
): ReturnType<typeof readHashedEvidence> {
  if (workers === 1 || place === undefined || !(await hasManyListings(store)))
    return readHashedEvidence(store, onProgress)
  await using aside = listingsAside(place)
  return await readHashedEvidence(store, onProgress, aside.listings)
}

/** The hands are let go of as soon as pairs are weighed: rings and factories need none. */
async function linkedBy(
  workers: number | undefined,
  evidence: Evidence,
  {
    asOf,
    publicView,
    keep,
    onProgress,
  }: DetectOptions & { readonly asOf: IsoDate; readonly keep: KeepLedger },
): Promise<Linkage> {
  await using hands = await openHands(workers ?? 1)
  return linkShops(evidence, {
    asOf,
    view: publicView === true ? 'public' : 'full',
    threshold: ringThreshold,
    minimum: linkMinimum,
    ...{ hands, keep },
    onProgress: (done, total) => onProgress({ stage: 'compare', done, total }),
  })
}

function summarise(linkage: Linkage, rings: readonly Ring[], shops: number): RunSummary {
  const count = (kind: Link['kind']) => linkage.links.filter((link) => link.kind === kind).length
  return {
    shops,
    closures: linkage.closures,
    pairsCompared: linkage.pairsCompared,
    links: linkage.links.length,
    cameBack: count('came_back_as'),
    rings: rings.length,
    largestRing: rings.reduce((largest, { size }) => Math.max(largest, size), 0),
    proposedBridges: rings.reduce((sum, { bridges }) => sum + bridges.length, 0),
    genericValues: linkage.generic.length,
    ...(linkage.keysOmitted > 0 && { keysOmitted: linkage.keysOmitted }),
    ...(linkage.reliability && { reliability: reliabilityTold(linkage.reliability) }),
  }
}

/** Bins are lists of their own. */
function reliabilityTold(own: ModelReliability): RunReliability {
  return { ...own, bins: [...own.bins] }
}
