import type { Dice } from './dice.ts'

/** Where a shop can be, as what kind of account, and how its pictures are on record. */
export interface Platform {
  readonly name: string
  readonly accountKind: 'shop' | 'live_room' | 'mini_program' | 'site'
  readonly imageScheme: 'opaque' | 'phash64'
  /** Of all shops. */
  readonly share: number
}

/** Platforms under the reserved top-level domain `.example` (RFC 2606). */
export const platforms: readonly Platform[] = [
  { name: 'taobei.example', accountKind: 'shop', imageScheme: 'opaque', share: 0.34 },
  { name: 'weigou.example', accountKind: 'shop', imageScheme: 'phash64', share: 0.2 },
  { name: 'pinlane.example', accountKind: 'shop', imageScheme: 'opaque', share: 0.16 },
  { name: 'kuailive.example', accountKind: 'live_room', imageScheme: 'phash64', share: 0.12 },
  { name: 'xiaocheng.example', accountKind: 'mini_program', imageScheme: 'opaque', share: 0.08 },
  { name: 'web.example', accountKind: 'site', imageScheme: 'opaque', share: 0.1 },
]

export function anyPlatform(dice: Dice): Platform {
  let left = dice.real()
  const found = platforms.find(({ share }) => {
    left -= share
    return left < 0
  })
  return found ?? dice.pick(platforms)
}

/** Share of returns that go to another platform or kind of account. */
const movesShare = 0.15

/** Where a seller comes back who was on `was`. */
export function nextPlatform(was: Platform, dice: Dice): Platform {
  if (!dice.chance(movesShare)) return was
  return dice.pick(platforms.filter((platform) => platform !== was))
}
