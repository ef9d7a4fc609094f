import { canonicalJson } from '../../../server/domain/canonical.ts'
import { mulberry32 } from '../../../server/domain/random.ts'
import { listingColumns } from '../../../server/linkage/catalogue/build-listings.ts'
import { eachListing } from '../../../server/linkage/catalogue/listing-rows.ts'
import type { Evidence } from '../../../server/linkage/link-shops.ts'
import { linkWorld } from '../link-world.ts'
import type { Study } from '../measured-world.ts'
import { printBeside } from '../print-scores.ts'

/** Links the world again with its rows in other orders, and counts those that gave other bytes: links, rings and everything that was learnt. */
export function shuffles(count: number): Study {
  return ({ label, evidence, asOf, full }) => {
    const text = canonicalJson([full.links, full.rings, full.rated.model])
    const others = Array.from({ length: count }, (_, seed) => {
      const { links, rings, rated } = linkWorld(inOrderOf(evidence, seed + 1), { asOf })
      return canonicalJson([links, rings, rated.model])
    })
    const differing = others.filter((other) => other !== text).length
    printBeside(
      `${label}${count} other orders of the rows: `,
      [{ name: 'with other links, rings or weights', value: differing, unit: 'count' }],
      {},
    )
  }
}

function inOrderOf({ nodes, edges, decisions, listings }: Evidence, seed: number): Evidence {
  const random = mulberry32(seed)
  return {
    nodes: shuffled(nodes, random),
    edges: shuffled(edges, random),
    decisions: shuffled(decisions, random),
    listings: listings && listingColumns(shuffled([...eachListing(listings)], random)),
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}
