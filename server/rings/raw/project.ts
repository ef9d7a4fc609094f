import type { Csr } from '../kernel/csr.ts'
import { degreeOf, type Incidence } from './incidence.ts'

/**
 * Shops joined by what they have in common: for each kept identifier of d shops every pair of them gets 1 / (d − 1), so that an identifier gives each of its shops weight 1 in all, whatever
 * its degree (Newman 2001, doi:10.1103/PhysRevE.64.016132; the most robust of seven projections in Cann, Weaver and Williams 2020, doi:10.1017/nws.2020.11).
 *
 * A sparse product of the incidence with its transpose, row by row with a dense accumulator (Gustavson 1978, doi:10.1145/355791.355796). Weights are added in the order of identifiers in both rows
 * of an edge, so that both read the same to the last bit.
 */
export function projected(incidence: Incidence, kept: Uint8Array): Csr {
  const { shops, shopStarts, held } = incidence
  const starts = new Int32Array(shops + 1)
  const board: Board = {
    incidence,
    weightOf: weightsOf(incidence, kept),
    toward: new Float64Array(shops),
    targets: new Int32Array(2 * pairsWithin(incidence, kept)),
  }
  const weights = new Float64Array(board.targets.length)
  let length = 0
  for (let shop = 0; shop < shops; shop++) {
    const begin = length
    const end = shopStarts[shop + 1] as number
    for (let slot = shopStarts[shop] as number; slot < end; slot++)
      length = addHolders(board, held[slot] as number, shop, length)
    board.targets.subarray(begin, length).sort()
    for (let slot = begin; slot < length; slot++) {
      const other = board.targets[slot] as number
      weights[slot] = board.toward[other] as number
      board.toward[other] = 0
    }
    starts[shop + 1] = length
  }
  return {
    nodes: shops,
    starts,
    targets: board.targets.subarray(0, length),
    weights: weights.subarray(0, length),
    loops: new Float64Array(shops),
  }
}

/** Pairs that the kept identifiers make, repeated ones counted each time. */
export function pairsWithin(incidence: Incidence, kept: Uint8Array): number {
  let pairs = 0
  for (let identifier = 0; identifier < incidence.identifiers; identifier++) {
    const degree = degreeOf(incidence, identifier)
    if (kept[identifier] === 1) pairs += (degree * (degree - 1)) / 2
  }
  return pairs
}

interface Board {
  readonly incidence: Incidence
  /** By identifier, 0 where it makes no pair. */
  readonly weightOf: Float64Array
  /** By shop, the weight from the shop at hand; 0 between shops. */
  readonly toward: Float64Array
  readonly targets: Int32Array
}

function weightsOf(incidence: Incidence, kept: Uint8Array): Float64Array {
  return Float64Array.from(kept, (isKept, identifier) => {
    const degree = degreeOf(incidence, identifier)
    return isKept === 1 && 1 < degree ? 1 / (degree - 1) : 0
  })
}

/** Adds one identifier's weight toward all its other shops; those met first are put behind the others. Gives the new length. */
function addHolders(
  { incidence: { identifierStarts, holders }, weightOf, toward, targets }: Board,
  identifier: number,
  shop: number,
  length: number,
): number {
  const weight = weightOf[identifier] as number
  if (weight === 0) return length
  const end = identifierStarts[identifier + 1] as number
  let longer = length
  for (let slot = identifierStarts[identifier] as number; slot < end; slot++) {
    const other = holders[slot] as number
    if (other === shop) continue
    const before = toward[other] as number
    if (before === 0) targets[longer++] = other
    toward[other] = before + weight
  }
  return longer
}
