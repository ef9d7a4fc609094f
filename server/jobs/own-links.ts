import type { Link } from '../domain/link.ts'
import { onOwnEvidence } from '../domain/own-evidence.ts'
import type { Runs } from '../store/port.ts'
import { collect } from './collect.ts'
import { linkMinimum } from './thresholds.ts'

/** The links of some shops that reach the minimum on the evidence of the two alone, as pictures, ways and leads show them: what a third shop makes of two is the way over it, drawn once more. */
export async function ownLinks(
  store: Pick<Runs, 'links'>,
  run: number,
  shops: readonly string[],
): Promise<Link[]> {
  const links = await collect(store.links(run, { shops, minProbability: linkMinimum }))
  return links.map(onOwnEvidence).filter(({ probability }) => linkMinimum <= probability)
}
