import type { Ring } from '../domain/ring.ts'
import type { Runs } from '../store/port.ts'
import { givesWay } from './give-way.ts'

const pageSize = 500

/** Every ring of a run, by rank. */
export async function allRings(store: Runs, run: number): Promise<Ring[]> {
  const breathe = givesWay()
  const rings: Ring[] = []
  let cursor: string | undefined
  do {
    const page = await store.rings(run, { limit: pageSize, cursor })
    rings.push(...page.items)
    cursor = page.next
    await breathe()
  } while (cursor !== undefined)
  return rings
}
