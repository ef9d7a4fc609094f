import type { Learnt } from './session.ts'

/** A channel that fewer matches have values in says nothing about a session. */
const leastSeen = 5
/** In a sound session half of the channels or more agree for at least this share of the matches. */
const leastAgreement = 0.2

/**
 * Whether the matches of a session look like the work of one controller. Where nobody came back, estimation still settles on something, such as namesakes in
 * one trade: pairs that agree in one channel that depends on the session's own, and nowhere else. `judges` are the columns that tell.
 */
export function isSound({ m, seen }: Learnt, judges: readonly number[]): boolean {
  const agreements = judges.flatMap((column) => {
    const own = m[column]
    if (own === undefined) return []
    return (seen[column] as number) < leastSeen ? [] : [1 - (own.at(-1) as number)]
  })
  const agreeing = agreements.filter((own) => leastAgreement <= own)
  return 0 < agreements.length && agreements.length <= 2 * agreeing.length
}
