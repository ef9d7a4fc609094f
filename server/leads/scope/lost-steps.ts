import type { LeadScope } from '../../domain/leads/lead-scope.ts'
import type { Ring } from '../../domain/ring.ts'

/** For each piece but the first, how the ring joined it to an earlier one. */
export function lostSteps(
  { members }: Ring,
  pieces: readonly (readonly string[])[],
): LeadScope['lost'] {
  const paths = new Map(members.map(({ shop, path }) => [shop, path]))
  const chosen = new Set(pieces.flat())
  return pieces.slice(1).flatMap((piece, place) => {
    const earlier = pieces.slice(0, place + 1).flat()
    const ways = piece.flatMap((shop) =>
      earlier.map((to) => {
        const way = between(paths.get(shop) ?? [], paths.get(to) ?? [])
        return { shop, to, through: way.filter((one) => !chosen.has(one)).length }
      }),
    )
    const fewest = Math.min(...ways.map(({ through }) => through))
    return ways.filter(({ through }) => through === fewest).slice(0, 1)
  })
}

/** Shops from one to the other by way of where their paths part. */
function between(a: readonly string[], b: readonly string[]): string[] {
  const parting = a.findIndex((shop, place) => shop !== b[place])
  const shared = parting === -1 ? Math.min(a.length, b.length) : parting
  return [...new Set([...a.slice(Math.max(0, shared - 1)), ...b.slice(shared)])]
}
