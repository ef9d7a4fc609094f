import type { Link } from './link.ts'
import type { IsoDate, Probability } from './units.ts'

/** What a link says, without what it says it by: ledgers are a hundred times as long. */
export interface LinkOutline extends Pick<Link, 'from' | 'to' | 'kind' | 'probability'> {
  /** That the two have one controller. */
  readonly controller: Probability
  /** When the later of two lives began; undefined where no closure precedes an opening. */
  readonly opened: IsoDate | undefined
}

export function outlineOf({ from, to, kind, probability, ledger }: Link): LinkOutline {
  return {
    ...{ from, to, kind, probability },
    controller: ledger.probability,
    opened: ledger.gap?.opened,
  }
}
