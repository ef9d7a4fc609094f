import { measure, type Score } from '../rings/accuracy.ts'
import type { Store } from '../store/port.ts'
import { collect } from './collect.ts'
import { currentRun } from './current-run.ts'
import { readTruth } from './truth.ts'

const ringsPerPage = 500

/** Compares the current run with the rows of a truth file, at the threshold that the run used. */
export async function score(store: Store, truthFile: string): Promise<Score> {
  const truth = await readTruth(truthFile)
  const run = await currentRun(store)
  const links = await collect(store.links(run.id, { minProbability: 0 }))
  const rings = await collect(allRings(store, run.id))
  return measure({ links, rings, truth, threshold: run.threshold })
}

async function* allRings(store: Store, run: number) {
  let cursor: string | undefined
  do {
    const page = await store.rings(run, { limit: ringsPerPage, cursor })
    yield* page.items
    cursor = page.next
  } while (cursor !== undefined)
}
