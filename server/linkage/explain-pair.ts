import type { Link, LinkKind } from '../domain/link.ts'
import type { Probability } from '../domain/units.ts'
import { type Evidence, type LinkOptions, weighAll } from './weigh-all.ts'
import { linksOfPair } from './write-links.ts'

/**
 * Everything that speaks for and against one pair, however improbable: that one controller runs both and, where a closure precedes an
 * opening, that the closed shop came back as the other, with its rivals. The same numbers as in {@link linkShops}. Empty when a key is no shop.
 */
export function explainPair(
  evidence: Evidence,
  a: string,
  b: string,
  options: LinkOptions,
): readonly Link[] {
  const { market, scored, returns } = weighAll(evidence, options, [{ a, b }])
  const first = market.encoded.placeOf.get(a)
  const second = market.encoded.placeOf.get(b)
  if (first === undefined || second === undefined) return []
  const [low, high] = [Math.min(first, second), Math.max(first, second)]
  const pair = scored.find((own) => own.a === low && own.b === high)
  const kinds: LinkKind[] = ['came_back_as', 'same_controller', 'shares_supply']
  const links = pair === undefined ? [] : linksOfPair(market, pair, returns, 0 as Probability)
  return links.toSorted((x, y) => kinds.indexOf(x.kind) - kinds.indexOf(y.kind))
}
