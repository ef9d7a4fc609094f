import type { ChannelRule, ShopValue } from './channel.ts'
import { fitsOf, isMasked } from './masked-values.ts'
import { slipsOf } from './slips.ts'

/**
 * The values of a channel, each with the whole values it is taken for: what shows of a masked one agrees with them, or it fails its own check and is
 * one of them with a slip of the pen. Which these are depends on what else the store holds, so that no rule could tell by looking at one value.
 */
export function withLikeness(
  { text }: ChannelRule,
  values: readonly (readonly ShopValue[])[],
): readonly (readonly ShopValue[])[] {
  if (text === undefined) return values
  const likeness = likenessOf(values, text)
  if (likeness.size === 0) return values
  return values.map((own) => {
    if (!own.some((value) => likeness.has(text(value) ?? ''))) return own
    return own.map((value) => {
      const like = likeness.get(text(value) ?? '')
      return like === undefined ? value : { ...value, like }
    })
  })
}

function likenessOf(
  values: readonly (readonly ShopValue[])[],
  textOf: (value: ShopValue) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Set<string>()
  const wrong = new Set<string>()
  for (const value of values.flat()) {
    const text = textOf(value)
    if (text === undefined) continue
    texts.add(text)
    if (value.about.refusedNumber === text && !isMasked(text)) wrong.add(text)
  }
  const like = new Map(fitsOf(texts))
  for (const [number, own] of slipsOf(wrong, rightOnes(texts, wrong))) {
    like.set(number, own)
    for (const one of own) like.set(one, [one])
  }
  return like
}

function rightOnes(texts: ReadonlySet<string>, wrong: ReadonlySet<string>): ReadonlySet<string> {
  return wrong.size === 0 ? wrong : new Set([...texts].filter((text) => !wrong.has(text)))
}
