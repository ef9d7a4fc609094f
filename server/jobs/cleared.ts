import type { ClearedOutcome } from '../domain/leads/cleared.ts'
import { clearedOutcomes, clearingOutcomes } from '../leads/cleared.ts'
import type { Store } from '../store/port.ts'

/** What came of leads about any of the shops and speaks for them: each lead was about the shops of its ring at its run. */
export async function clearedShops(
  store: Pick<Store, 'papers' | 'ring'>,
  shops: readonly string[],
): Promise<ClearedOutcome[]> {
  const leads = (await store.papers('lead')).filter((lead) => clearingOutcomes(lead).length !== 0)
  const about = new Map<string, string[]>()
  for (const { id, body } of leads) {
    const ring = await store.ring(body.run, body.ring)
    about.set(id, ring?.members.map(({ shop }) => shop) ?? [])
  }
  return clearedOutcomes(leads, shops, about)
}
