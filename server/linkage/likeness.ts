import type { ChannelRule, ShopValue } from './channel.ts'
import { fitsOf, isMasked } from './masked-values.ts'
import type { ShopValues } from './shop-values.ts'
import { slipsOf } from './slips.ts'

/**
 * The values of a channel, each with the whole values it is taken for: what shows of a masked one agrees with them, or it fails its own check and is
 * one of them with a slip of the pen. Which these are depends on what else the store holds, so that no rule could tell by looking at one value.
 */
export function withLikeness({ text }: ChannelRule, values: ShopValues): ShopValues {
  if (text === undefined) return values
  const likeness = likenessOf(values, text)
  if (likeness.size === 0) return values
  const alike = (value: ShopValue): ShopValue => {
    const like = likeness.get(text(value) ?? '')
    return like === undefined ? value : { ...value, like }
  }
  return { ...values, of: (shop) => values.of(shop).map(alike) }
}

function likenessOf(
  values: ShopValues,
  textOf: (value: ShopValue) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Set<string>()
  const wrong = new Set<string>()
  const meet = (value: ShopValue) => {
    const text = textOf(value)
    if (text === undefined) return
    texts.add(text)
    if (value.about.refusedNumber === text && !isMasked(text)) wrong.add(text)
  }
  for (let shop = 0; shop < values.shops; shop++) values.of(shop).forEach(meet)
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
