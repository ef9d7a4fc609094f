import { membersOf, type RingPicture } from './ring-picture.ts'

/**
 * Keys of what belongs to a ring and has no row or column in its lanes: factories that are only inferred, sites of the
 * values beside the lanes, and values without room. Contacts are folded, and what was expanded later is not the ring's.
 */
export function withoutPlace(
  picture: RingPicture,
  drawn: ReadonlySet<string>,
): ReadonlySet<string> {
  const members = new Set(membersOf(picture).map(({ key }) => key))
  const inferred = new Set(
    picture.attributions.flatMap(({ target, path }) => [
      target,
      ...path.flatMap(({ from, to }) => [from, to]),
    ]),
  )
  const beside = new Set<string>()
  for (const { from, to, type } of picture.edges) {
    if (members.has(from)) beside.add(to)
    if (members.has(to)) beside.add(from)
    if (type === 'AT' && (drawn.has(from) || inferred.has(from))) beside.add(to)
  }
  return new Set(
    picture.nodes.flatMap(({ key, kind }) => {
      const own = inferred.has(key) || beside.has(key)
      return own && kind !== 'Shop' && kind !== 'Contact' && !drawn.has(key) ? [key] : []
    }),
  )
}
