import { measure, type PlacedRing, type Score } from '../rings/accuracy.ts'
import type { Rated } from '../rings/score/calibration.ts'
import type { Store } from '../store/port.ts'
import { collect } from './collect.ts'
import { currentRun } from './current-run.ts'
import { readTruth } from './truth.ts'

const ringsPerPage = 500

/** Compares the current run with the rows of a truth file, at the threshold that the run used. */
export async function score(store: Store, truthFile: string): Promise<Score> {
  const truth = await readTruth(truthFile)
  const run = await currentRun(store)
  const links = await collect(ratedLinks(store, run.id))
  const rings = await collect(placedRings(store, run.id))
  return measure({ links, rings, truth, threshold: run.threshold })
}

/** Without their reasons, of which a large run holds more than fits into memory. */
async function* ratedLinks(store: Store, run: number): AsyncGenerator<Rated> {
  for await (const { from, to, kind, probability } of store.links(run, { minProbability: 0 }))
    yield { from, to, kind, probability }
}

async function* placedRings(store: Store, run: number): AsyncGenerator<PlacedRing> {
  let cursor: string | undefined
  do {
    const page = await store.rings(run, { limit: ringsPerPage, cursor })
    for (const { id, size, members } of page.items)
      yield { id, size, members: members.map(({ shop }) => ({ shop })) }
    cursor = page.next
  } while (cursor !== undefined)
}
