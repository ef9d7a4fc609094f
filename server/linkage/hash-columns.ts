import { keysPerShop, minHashKeys } from './catalogue/min-hash.ts'
import type { ChannelColumn } from './encode.ts'
import { at, type HeldKeys } from './key-column.ts'

/** Up to how many shops may show a picture, or a word of a title, for it to be a reason to look. */
const mostHolders = { images: 15, titles: 12 } as const

/** What so few show is rare enough to compare all of them. */
const allCompared = { images: 8, titles: 3 } as const

/** For a channel read from listings, one column for each of its hash keys: shops that agree in one are worth comparing. */
export function hashColumns({ tokens, rule }: ChannelColumn): { column: HeldKeys; most: number }[] {
  if (tokens === undefined || rule.catalogue === undefined) return []
  const most = mostHolders[rule.catalogue]
  const keys = minHashKeys(tokens, most)
  const hashed = Array.from({ length: keysPerShop }, (_, key) => ({
    column: columnOf(keys, key, tokens.holders.length),
    most,
  }))
  return [{ column: tokens, most: allCompared[rule.catalogue] }, ...hashed]
}

/** One key of every shop, where it has any; the code is the token itself. */
function columnOf(keys: Int32Array, key: number, codes: number): HeldKeys {
  const shops = keys.length / keysPerShop
  const starts = new Int32Array(shops + 1)
  const holders = new Int32Array(codes)
  const own = new Int32Array(shops)
  let length = 0
  for (let shop = 0; shop < shops; shop++) {
    const code = at(keys, shop * keysPerShop + key)
    if (0 <= code) {
      own[length++] = code
      holders[code] = at(holders, code) + 1
    }
    starts[shop + 1] = length
  }
  return { starts, codes: own.slice(0, length), holders }
}
