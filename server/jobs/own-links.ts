import type { Link } from '../domain/link.ts'
import { ownProbability } from '../domain/own-evidence.ts'
import type { Runs } from '../store/port.ts'
import { collect } from './collect.ts'
import { linkMinimum } from './thresholds.ts'

/** The links of some shops that reach the minimum on the evidence of the two alone, as they are told: what a third shop makes of two that have nothing else is the way over it, drawn once more. */
export async function ownLinks(
  store: Pick<Runs, 'links'>,
  run: number,
  shops: readonly string[],
): Promise<Link[]> {
  const links = await collect(store.links(run, { shops, minProbability: linkMinimum }))
  return links.filter((link) => linkMinimum <= ownProbability(link))
}
