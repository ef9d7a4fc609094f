import { rarityBands } from '../kernels/rarity-bands.ts'
import type { TextColumn } from '../kernels/text-column.ts'
import type { Learnt } from '../learn/session.ts'
import type { Session } from '../learn/session-rows.ts'

/** What one entity says twice is the same more often than not, over all channels that a session speaks of. */
const leastAgreement = 0.5
const guessedSame = 0.6
const guessedDiffer = 0.2
/** Of a band that no value is in. */
const leastShare = 1e-9

/**
 * The sessions whose matches look like one entity. Where a table holds no two records of anyone, estimation still settles on something, such as
 * namesakes whose e-mail addresses are made of their names: pairs that agree in two dependent channels and nowhere else.
 */
export function soundSessions(found: readonly Learnt[]): Session[] {
  return found.flatMap(({ session, m }) => {
    const known = m.flatMap((own) => (own === undefined ? [] : [1 - (own.at(-1) ?? 1)]))
    const agreement = known.reduce((sum, own) => sum + own, 0) / Math.max(1, known.length)
    return leastAgreement <= agreement ? [session] : []
  })
}

/** What m is taken for where no session is sound: mostly the same, with values as rare as those people have. */
export function guessedShares(
  levels: number,
  bands: Uint8Array,
  { holders }: TextColumn,
): Float64Array {
  const shares = new Float64Array(levels)
  const known = Math.max(
    1,
    holders.reduce((sum, count) => sum + count, 0),
  )
  for (const [code, count] of holders.entries()) {
    const band = bands[code] as number
    shares[band] = (shares[band] as number) + (guessedSame * count) / known
  }
  const near = levels - rarityBands - 1
  const differ = near === 0 ? 1 - guessedSame : guessedDiffer
  return shares.map((same, level) => {
    if (level < rarityBands) return Math.max(leastShare, same)
    return level === levels - 1 ? differ : (1 - guessedSame - differ) / near
  })
}
