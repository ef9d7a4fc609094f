import type { Run } from '../../server/domain/run.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { latestAsOf } from '../../server/jobs/as-of.ts'
import { attributeRings } from '../../server/jobs/attribute-rings.ts'
import { readHashedEvidence } from '../../server/jobs/evidence.ts'
import { linkMinimum, ringThreshold } from '../../server/jobs/thresholds.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { storeModel } from '../../server/linkage/stored-model.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import type { Store } from '../../server/store/port.ts'

const quiet = () => undefined

/** Detects as the product does, but divides no ring: leads about very large ones are what is to be tried. */
export async function detectUndivided(store: Store): Promise<Run> {
  const asOf = await latestAsOf(store)
  const { evidence, graph } = await readHashedEvidence(store, quiet)
  const linkage = linkShops(evidence, {
    ...{ asOf, view: 'full', threshold: ringThreshold, minimum: linkMinimum },
    onProgress: quiet,
  })
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  const rings = findRings(
    { links: linkage.links, shops, harms: new Map() },
    { threshold: ringThreshold, seed: 1, maxSize: 1_000 },
  )
  const { links, model, closures, pairsCompared } = linkage
  const { attributions } = await attributeRings(store, rings, evidence, { asOf, onProgress: quiet })
  return store.publishRun(
    {
      ...{ at: EpochMs.parse(1_773_446_400_000), asOf, model: model.name, seed: 1, graph },
      threshold: ringThreshold,
      summary: {
        ...{ shops: shops.length, closures, pairsCompared, links: links.length },
        cameBack: links.filter(({ kind }) => kind === 'came_back_as').length,
        rings: rings.length,
        largestRing: Math.max(0, ...rings.map(({ size }) => size)),
        ...{ proposedBridges: 0, genericValues: linkage.generic.length },
      },
    },
    {
      ...{ links: [...links], rings: [...rings], model: storeModel(model) },
      attributions,
    },
  )
}
