import { textBlocks } from '../domain/columns/text-blocks.ts'
import type { Ledger, Link } from '../domain/link.ts'

/** A ledger, or how to come by it. */
export type KeptLedger = Ledger | (() => Ledger)

export type KeepLedger = (ledger: Ledger) => KeptLedger

/** Keeps the first ledgers as objects and all others as text beside the heap: a ledger is some fifteen kilobytes of objects, and a million shops have hundreds of thousands. */
export function ledgerKeeper(mostObjects = 30_000): KeepLedger {
  let objects = 0
  const texts = textBlocks()
  // Who asks for one part of a ledger mostly asks for another next.
  let last: { readonly place: number; readonly ledger: Ledger } | undefined
  const read = (place: number) => {
    if (last?.place !== place) last = { place, ledger: JSON.parse(texts.textAt(place)) as Ledger }
    return last.ledger
  }
  return (ledger) => {
    if (objects++ < mostObjects) return ledger
    const place = texts.add(JSON.stringify(ledger))
    return () => read(place)
  }
}

/** Keys in order, so that a store writes the link down as it stands. */
export function linkWith(
  { bits, channels, from, gapDays, kind, probability, to }: Omit<Link, 'ledger'>,
  kept: KeptLedger,
): Link {
  if (typeof kept === 'function')
    return new PackedLink({ bits, channels, from, gapDays, kind, probability, to }, kept)
  if (gapDays === undefined) return { bits, channels, from, kind, ledger: kept, probability, to }
  return { bits, channels, from, gapDays, kind, ledger: kept, probability, to }
}

/** A link that asks for its ledger when it is asked; copying it leaves that out. A class, as hundreds of thousands of them are to have their way of asking in common. */
class PackedLink implements Link {
  readonly bits: Link['bits']
  readonly channels: Link['channels']
  readonly from: Link['from']
  readonly gapDays: Link['gapDays']
  readonly kind: Link['kind']
  readonly probability: Link['probability']
  readonly to: Link['to']
  readonly #ledger: () => Ledger

  constructor(own: Omit<Link, 'ledger'>, ledger: () => Ledger) {
    this.bits = own.bits
    this.channels = own.channels
    this.from = own.from
    this.gapDays = own.gapDays
    this.kind = own.kind
    this.probability = own.probability
    this.to = own.to
    this.#ledger = ledger
  }

  get ledger() {
    return this.#ledger()
  }

  toJSON(): Link {
    return linkWith(this, this.ledger)
  }
}
