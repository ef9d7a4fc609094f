import type { Platform } from '../platforms.ts'
import { type FormerLife, type Stage, somebody, type TrueShop } from '../true-shop.ts'

/** Share of returns on an account that was used or laid by before: for web sites 75.4 % (EUIPO 2017), elsewhere an assumption. */
const agedShare: Partial<Record<Platform['accountKind'], number>> = { site: 0.754 }
const agedElsewhere = 0.25
/** Of those, bought from a stranger who traded on it; the rest were opened and left alone. */
const boughtShare = 0.6
/** Of those bought, with a life on record for each owner. */
const toldShare = 0.6

/** An account that is older than the trade on it, for a share of those who start on `platform`; undefined for the rest. */
export function agedAccount(
  stage: Stage,
  platform: Platform,
  started: number,
): Pick<TrueShop, 'opened' | 'former'> | undefined {
  const share = agedShare[platform.accountKind] ?? agedElsewhere
  return stage.dice.chance(share) ? olderAccount(stage, started) : undefined
}

/** Two hundred days to four years older than `started`, bought or laid by. */
export function olderAccount(stage: Stage, started: number): Pick<TrueShop, 'opened' | 'former'> {
  const { dice } = stage
  const opened = started - 200 - dice.int(1260)
  return dice.chance(boughtShare) ? { opened, ...boughtFrom(stage, opened, started) } : { opened }
}

/** The stranger who had the account, until some weeks before it changed hands. */
export function boughtFrom(
  stage: Stage,
  opened: number,
  started: number,
): { readonly former: FormerLife } {
  const { dice } = stage
  const until = Math.max(opened + 60, started - 5 - dice.int(120))
  return {
    former: {
      traits: somebody(stage),
      until: Math.min(until, started),
      told: dice.chance(toldShare),
    },
  }
}
