import type { Run } from '../domain/run.ts'
import type { Sha256 } from '../domain/units.ts'
import { placeRecords } from '../leads/claims/place.ts'
import type { LeadContents } from '../leads/contents.ts'
import { coreOf } from '../leads/core.ts'
import type { WithholdRule } from '../leads/withheld-writings.ts'
import { withhold } from '../leads/withhold.ts'
import { wordsOf } from '../leads/words/words.ts'
import type { Store } from '../store/port.ts'
import { aboutKinds, recordsAboutShops } from './about.ts'
import { type AssembledRing, assembleRing } from './assemble-ring.ts'
import { leadPictures } from './lead-pictures.ts'

/** Everything that a lead about one ring is made from, less what the rule withholds; undefined when the run has no such ring. */
export async function leadContents(
  store: Store,
  run: Run,
  ring: string,
  rule: WithholdRule = { audience: 'authority' },
): Promise<LeadContents | undefined> {
  const assembled = await assembleRing(store, run.id, ring)
  if (assembled === undefined) return undefined
  const { nodes, edges, links, attributions, holders, generic } = assembled
  const shops = assembled.ring.members.map(({ shop }) => shop)
  const whole: LeadContents = {
    ring: assembled.ring,
    nodes,
    edges,
    links,
    attributions,
    holders,
    generic,
    events: (await recordsAboutShops(store, shops, aboutKinds)).records,
    records: await store.records(cited(assembled)),
    sources: await store.sources(),
    run,
    pictures: [],
  }
  const contents = withhold(whole, rule)
  // Drawn from what may leave, so that no picture shows what the tables withhold.
  return { ...contents, pictures: await leadPictures(coreOf(contents, wordsOf('en')), run) }
}

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
