import { asWritten, canonicalJson } from '../domain/canonical.ts'
import { type TextBlocks, textBlocks } from '../domain/columns/text-blocks.ts'
import type { Ledger } from '../domain/link.ts'

/** Gives a ledger that is equal to the one it is given, and nobody's to change. */
export type KeepLedger = (ledger: Ledger) => Ledger

/** So few take little. */
const fewObjects = 3_000

/** Keeps the first ledgers as they are and all others as text, beside the heap when no place is named: a ledger is some fifteen kilobytes of objects, and a million shops have hundreds of thousands. */
export function ledgerKeeper(
  texts: TextBlocks = textBlocks(),
  mostObjects = fewObjects,
): KeepLedger {
  let objects = 0
  // Who asks for one part of a ledger mostly asks for another next.
  let last: { readonly place: number; readonly ledger: Ledger } | undefined
  const kept: Kept = {
    textAt: (place) => texts.textAt(place),
    ledgerAt(place) {
      if (last?.place !== place) last = { place, ledger: JSON.parse(texts.textAt(place)) as Ledger }
      return last.ledger
    },
  }
  return (ledger) => {
    if (objects++ < mostObjects) return ledger
    return new WrittenLedger(kept, texts.add(canonicalJson(ledger)), ledger.decisions)
  }
}

interface Kept {
  textAt(place: number): string
  ledgerAt(place: number): Ledger
}

const undecided: Ledger['decisions'] = []

/** A ledger that is text until it is read; copying it by spreading copies its decisions alone, which whoever looks for rings asks of every link. A class, as hundreds of thousands of them are to have their ways of reading in common. */
class WrittenLedger implements Ledger {
  readonly decisions: Ledger['decisions']
  readonly #kept: Kept
  readonly #place: number

  constructor(kept: Kept, place: number, decisions: Ledger['decisions']) {
    this.decisions = decisions.length === 0 ? undecided : decisions
    this.#kept = kept
    this.#place = place
  }

  get #whole() {
    return this.#kept.ledgerAt(this.#place)
  }
  get prior() {
    return this.#whole.prior
  }
  get bars() {
    return this.#whole.bars
  }
  get gap() {
    return this.#whole.gap
  }
  get together() {
    return this.#whole.together
  }
  get calibration() {
    return this.#whole.calibration
  }
  get through() {
    return this.#whole.through
  }
  get untied() {
    return this.#whole.untied
  }
  get total() {
    return this.#whole.total
  }
  get probability() {
    return this.#whole.probability
  }
  get supply() {
    return this.#whole.supply
  }
  get succession() {
    return this.#whole.succession
  }
  get unknown() {
    return this.#whole.unknown
  }
  get standsOn() {
    return this.#whole.standsOn
  }

  toJSON(): Ledger {
    return this.#whole
  }

  [asWritten](): string {
    return this.#kept.textAt(this.#place)
  }
}
