import type { Link } from '../domain/link.ts'
import type { Chain } from './chains.ts'
import type { RingPicture } from './ring-picture.ts'

/** A chain that one value alone joins to the rest of its ring. */
export interface OnlyJoin {
  readonly chain: Chain
  /** Key of the node that stands for the value. */
  readonly value: string
  /** Shops of the ring outside the chain. */
  readonly rest: number
}

/**
 * Chains after the first whose every link to the rest of the ring, strong enough to hold it together, stands on one and the
 * same value: without it the chain would be a ring of its own.
 */
export function onlyJoins(
  chains: readonly Chain[],
  { ring, links }: Pick<RingPicture, 'ring' | 'links'>,
): readonly OnlyJoin[] {
  const holding = links.filter(
    ({ kind, probability }) =>
      kind !== 'shares_supply' && (ring?.weakestStep ?? 0.8) <= probability,
  )
  const members = new Set(chains.flatMap(({ shops }) => shops.map(({ key }) => key)))
  return chains.slice(1).flatMap((chain) => {
    if (chain.letter === '') return []
    const inside = new Set(chain.shops.map(({ key }) => key))
    const crossing = holding.filter(
      ({ from, to }) => members.has(from) && members.has(to) && inside.has(from) !== inside.has(to),
    )
    const [value, ...others] = new Set(crossing.map(soleValue))
    if (value === undefined || 0 < others.length) return []
    return [{ chain, value, rest: members.size - inside.size }]
  })
}

/** The one value without which the link falls below the threshold of rings; `undefined` where it stands on more. */
function soleValue({ ledger }: Link): string | undefined {
  const [channel, ...others] = ledger.standsOn
  if (channel === undefined || 0 < others.length) return undefined
  const values = new Set(
    ledger.bars.flatMap((bar) =>
      bar.channel === channel && bar.a.key === bar.b.key ? [bar.a.key] : [],
    ),
  )
  const [value] = values
  return values.size === 1 ? value : undefined
}
