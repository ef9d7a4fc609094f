import { growingIntegers, growingNumbers } from '../../domain/columns/growing.ts'
import { largeIntegers } from '../../domain/columns/large-arrays.ts'
import type { Sha256 } from '../../domain/units.ts'
import { at } from '../key-column.ts'

/** Which tokens (pictures, or words of titles) every shop has, as numbers; tokens that join nobody, or too many, are left out. */
export interface TokenSets {
  /** Tokens of shop i: codes[starts[i]] … codes[starts[i + 1] − 1], ascending, each once. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** Distinct shops that have a token, by code; at least 2. */
  readonly holders: Int32Array
  /** 32 bits that say which token it is, by code: they depend on the token alone, where codes depend on what else there is. */
  readonly marks: Int32Array
  /** How many distinct tokens a shop has, those left out too; 0 where nothing is known of it. */
  readonly sizes: Int32Array
  /** The hash of a token that no other shop has, by shop: of several the least; NaN where there is none. */
  readonly own: Float64Array
}

export interface Example {
  /** As the shop typed it. */
  readonly literal: string
  readonly record: Sha256
}

export interface TokenColumn extends TokenSets {
  /** Where a shop shows a token: its first listing by record hash; undefined when it does not. Slow, for explanations. */
  exampleOf(code: number, shop: number): Example | undefined
  /** The same for a token that no other shop shows, as two of which each shows only what is its own have no code to tell by. */
  ownExampleOf(shop: number): Example | undefined
}

/** Calls `meet` with the number of every token of a shop, in any order, as often as it stands there. */
export type TokensOfShop = (shop: number, meet: (token: number) => void) => void

/**
 * Gathers the tokens of every shop. Codes are given by shop, within a shop by hash: same shops and tokens, same codes, however the tokens
 * were numbered. `most` is how many shops may have a token before it says so little that it is left out.
 */
export function tokenSets(
  shopCount: number,
  tokensOfShop: TokensOfShop,
  hashes: Float64Array,
  most: number,
): TokenSets & { readonly hashOf: Float64Array } {
  const { held, sizes } = countHolders(shopCount, tokensOfShop, hashes.length)
  const alone = new Float64Array(shopCount).fill(Number.NaN)
  const codeOf = largeIntegers(hashes.length).fill(-1)
  const lastShop = largeIntegers(hashes.length).fill(-1)
  const starts = largeIntegers(shopCount + 1)
  const codes = growingIntegers()
  const holders = growingIntegers()
  const hashOf = growingNumbers()
  let own: number[] = []
  let shop = 0
  const meet = (token: number) => {
    const count = at(held, token)
    const hash = at(hashes, token)
    if (count === 1 && !(at(alone, shop) <= hash)) alone[shop] = hash
    if (count < 2 || most < count || at(lastShop, token) === shop) return
    lastShop[token] = shop
    own.push(token)
  }
  const codeFor = (token: number) => {
    const known = at(codeOf, token)
    if (0 <= known) return known
    const code = holders.length
    codeOf[token] = code
    holders.push(at(held, token))
    hashOf.push(at(hashes, token))
    return code
  }
  for (shop = 0; shop < shopCount; shop++) {
    own = []
    tokensOfShop(shop, meet)
    own.sort((a, b) => at(hashes, a) - at(hashes, b))
    for (const code of own.map(codeFor).sort((a, b) => a - b)) codes.push(code)
    starts[shop + 1] = codes.length
  }
  const known = hashOf.taken()
  return {
    starts,
    codes: codes.taken(),
    holders: holders.taken(),
    marks: Int32Array.from(known, (hash) => hash | 0),
    sizes,
    own: alone,
    hashOf: known,
  }
}

function countHolders(shopCount: number, tokensOfShop: TokensOfShop, tokens: number) {
  const held = largeIntegers(tokens)
  const lastShop = largeIntegers(tokens).fill(-1)
  const sizes = largeIntegers(shopCount)
  let shop = 0
  const meet = (token: number) => {
    if (at(lastShop, token) === shop) return
    lastShop[token] = shop
    held[token] = at(held, token) + 1
    sizes[shop] = at(sizes, shop) + 1
  }
  for (shop = 0; shop < shopCount; shop++) tokensOfShop(shop, meet)
  return { held, sizes }
}
