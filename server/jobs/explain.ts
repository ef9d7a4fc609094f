import { FailureError } from '../domain/failure.ts'
import { type NodeKey, shopReference } from '../domain/keys.ts'
import type { Link } from '../domain/link.ts'
import type { Rescored } from '../domain/rescored.ts'
import { explainPair } from '../linkage/explain-pair.ts'
import type { Store } from '../store/port.ts'
import { latestAsOf } from './as-of.ts'
import { decidedBy, isOfEarlierDay } from './decided-by.ts'
import { readEvidence } from './evidence.ts'
import type { OnProgress } from './progress.ts'
import { rescoredBetween } from './rescored.ts'
import { currentJudging, type Judging, viewJudged } from './run-model.ts'
import { linkMinimum, ringThreshold } from './thresholds.ts'

export interface Explained {
  readonly links: readonly Link[]
  /** What the current run changed because a value had become generic. */
  readonly rescored: readonly Rescored[]
  /** Of everything that the ledgers cite, by key. */
  readonly names: ReadonlyMap<string, string>
  /** By what the ledger was made on the spot; absent when the current run keeps the links. */
  readonly judging?: Judging | undefined
}

/**
 * The links of two shops with their ledgers: as the current run keeps them, or else worked out now, however weak, by the run's model, to the run's day
 * and from no more than the run saw.
 */
export async function explain(
  store: Store,
  a: NodeKey,
  b: NodeKey,
  { onProgress }: { readonly onProgress: OnProgress },
): Promise<Explained> {
  for (const key of [a, b]) {
    if ((await store.node(key)) === undefined) throw unknownShop(key, store)
  }
  const judging = await currentJudging(store)
  const { run, model } = judging
  const kept = run === undefined ? [] : await store.linksBetween(run.id, a, b)
  const rescored = await rescoredBetween(store, a, b)
  if (kept.length > 0) return { links: kept, rescored, names: await namesIn(store, kept) }
  const read = await readEvidence(store, onProgress)
  const isEarlier = run !== undefined && (await isOfEarlierDay(store, run))
  const links = explainPair(isEarlier ? decidedBy(read, run.asOf) : read, a, b, {
    asOf: run?.asOf ?? (await latestAsOf(store)),
    threshold: ringThreshold,
    minimum: linkMinimum,
    model,
    view: viewJudged(judging),
  })
  return { links, rescored, names: await namesIn(store, links), judging }
}

async function namesIn(store: Store, links: readonly Link[]): Promise<Map<string, string>> {
  const keys = links.flatMap(({ from, to, ledger }) => [
    from,
    to,
    ...ledger.bars.flatMap((bar) => [bar.a.key, bar.b.key]),
    ...(ledger.succession?.rivals ?? []).map(({ shop }) => shop),
    ...(ledger.through === undefined ? [] : [ledger.through.shop]),
  ])
  const nodes = await store.nodes([...new Set(keys.filter((key) => key !== undefined))])
  return new Map(nodes.map(({ key, name }) => [key, name]))
}

function unknownShop(key: NodeKey, store: Store): FailureError {
  return new FailureError(
    `The store (${store.label}) holds no shop ${shopReference(key)}; shops are named platform/id, as \`revenant export graph\` lists them.`,
  )
}
