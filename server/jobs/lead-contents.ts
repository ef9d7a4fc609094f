import type { Run } from '../domain/run.ts'
import type { Sha256 } from '../domain/units.ts'
import { placeRecords } from '../leads/claims/place.ts'
import type { LeadContents } from '../leads/contents.ts'
import { coreOf } from '../leads/core.ts'
import type { WithholdRule } from '../leads/withheld-writings.ts'
import { withhold } from '../leads/withhold.ts'
import { wordsOf } from '../leads/words/words.ts'
import type { Store } from '../store/port.ts'
import { aboutKinds, eventKinds, recordsAboutShops } from './about.ts'
import { type AssembledRing, assembleRing } from './assemble-ring.ts'
import { leadEvidence } from './custody/lead-evidence.ts'
import { leadPictures } from './lead-pictures.ts'

/** Everything that a lead about one ring is made from, less what the rule withholds; undefined when the run has no such ring. */
export async function leadContents(
  store: Store,
  run: Run,
  ring: string,
  rule: WithholdRule = { audience: 'authority' },
): Promise<LeadContents | undefined> {
  const whole = await ringContents(store, run, ring)
  if (whole === undefined) return undefined
  // Taken out before anything is drawn, so that no picture shows what the tables withhold.
  const contents = withhold(whole, rule)
  return {
    ...contents,
    pictures: await leadPictures(contents, run),
    enclosed: await leadEvidence(store, coreOf(contents, wordsOf('en')), rule.audience),
  }
}

/** The same without pictures, for what shows none. */
export async function ringContents(
  store: Store,
  run: Run,
  ring: string,
): Promise<LeadContents | undefined> {
  const assembled = await assembleRing(store, run.id, ring)
  if (assembled === undefined) return undefined
  const { nodes, edges, links, attributions, holders, generic } = assembled
  const shops = assembled.ring.members.map(({ shop }) => shop)
  const others = await recordsAboutShops(store, shops, otherKinds)
  return {
    ring: assembled.ring,
    nodes,
    edges,
    links,
    attributions,
    holders,
    generic,
    events: [...assembled.events, ...others.records],
    records: await store.records(cited(assembled)),
    sources: await store.sources(),
    run,
    pictures: [],
    omitted: assembled.omitted + others.omitted,
  }
}

/** What happened to the shops comes with their ring. */
const otherKinds = aboutKinds.filter((kind) => !eventKinds.includes(kind))

/** Hashes of every record that anything of the ring rests on, each once. */
function cited({ nodes, edges, links, attributions }: AssembledRing): Sha256[] {
  const said = [...nodes, ...edges].flatMap(({ records }) => records)
  const weighed = links.flatMap(({ ledger }) =>
    ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
  )
  const traced = attributions.flatMap(({ path }) => path.flatMap(({ records }) => records))
  const placed = attributions.flatMap(({ places = [] }) => placeRecords(places))
  return [...new Set([...said, ...weighed, ...traced, ...placed])]
}
